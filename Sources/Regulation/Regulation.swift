public import Spreadsheet

/// What a block agreed for one year: its units, criteria, classes, titles and rules.
public struct Regulation: Sendable {
  /// The block's name, year, office and rules (sheet Khối).
  public var block: Block
  /// The member units, in the order of the sheet Đơn vị.
  public var units: [MemberUnit]
  /// The criteria and their groups, in the order of the sheet Tiêu chí.
  public var criteria: CriteriaTable
  /// The classes, best first (sheet Xếp loại).
  public var classes: [ClassRule]
  /// The titles, in the order of the sheet Danh hiệu.
  public var titles: [TitleRule]
  /// What was voted on (sheet Bỏ phiếu).
  public var votes: [TitleVote]
  /// The targets that units signed (sheet Giao ước).
  public var covenant: [CovenantTarget] {
    didSet { signedTargets = Self.byUnit(covenant) }
  }
  /// The signed targets by unit and criterion.
  private(set) var signedTargets: [String: [String: Quantity]]

  /// Joins the parts of a regulation, which the loader has checked against each other.
  public init(
    block: Block, units: [MemberUnit], criteria: CriteriaTable, classes: [ClassRule] = [],
    titles: [TitleRule] = [], votes: [TitleVote] = [],
    covenant: [CovenantTarget] = []
  ) {
    self.block = block
    self.units = units
    self.criteria = criteria
    self.classes = classes
    self.titles = titles
    self.votes = votes
    self.covenant = covenant
    signedTargets = Self.byUnit(covenant)
  }

  private static func byUnit(_ targets: [CovenantTarget]) -> [String: [String: Quantity]] {
    targets.reduce(into: [:]) { $0[$1.unit, default: [:]][$1.criterion] = $1.target }
  }

  /// The groups of units in the order in which the sheet Đơn vị first names them.
  public var groups: [String] {
    var seen: Set<String> = []
    return units.map(\.group).filter { seen.insert($0).inserted }
  }

  /// Whether signing the covenant decides who is ranked: so once any unit has a signing mark.
  public var requiresCovenant: Bool { units.contains { $0.covenant != nil } }
}

/// The block itself and its rules (sheet Khối).
public struct Block: Sendable, Hashable {
  /// Tên khối.
  public var name: String
  /// Năm.
  public var year: Int
  /// Cơ quan thường trực; empty where not given.
  public var office = ""
  /// Địa danh; empty where not given.
  public var place = ""
  /// Người ký; empty where not given.
  public var signatory = ""
  /// Chức vụ of the signatory; empty where not given.
  public var position = ""
  /// Hạn nộp, in the local time of Asia/Ho_Chi_Minh.
  public var deadline: CivilDateTime?
  /// Nộp muộn.
  public var late = LatePolicy.accept
  /// Số lẻ: decimals of each unit's total, 0…4.
  public var decimals = 2
  /// Vượt điểm.
  public var overMaximum = OverMaximumPolicy.maximum
  /// Thiếu điểm.
  public var missingScore = MissingScorePolicy.zero
  /// Thiếu minh chứng.
  public var missingEvidence = MissingEvidencePolicy.warn
  /// Điểm xét.
  public var scoreUsed = ScoreUsed.appraisedElseSelf
  /// Bằng điểm, first key first.
  public var ties: [TieKey] = []
  /// Trần điểm thưởng.
  public var bonusCap: Points?
  /// Tổng tối đa.
  public var totalCap: Points?
  /// Không phát sinh.
  public var notApplicable = NotApplicablePolicy.zero
  /// Ngưỡng chênh lệch, in percent.
  public var gapThreshold = Quantity(10)
  /// Hạn chỉnh sửa: until when units may correct what was found, in the local time of
  /// Asia/Ho_Chi_Minh.
  public var correctionDeadline: CivilDateTime?
  /// Công khai điểm: whether each unit may see the names and totals of the others.
  public var publishesScores = false
  /// Thư điện tử: the office's address, from which units are answered; empty where none is given.
  public var email = ""
  /// Thư trả lời về: the address that units write back to, where that is another; else empty.
  public var replyTo = ""

  /// A block with the default rules.
  public init(name: String, year: Int) {
    self.name = name
    self.year = year
  }
}

/// Nộp muộn: what happens to a submission after the deadline.
public enum LatePolicy: Sendable, Hashable {
  /// `nhận`
  case accept
  /// `không nhận`
  case refuse
  /// `trừ N điểm/ngày`
  case deductPerDay(Points)
}

/// Vượt điểm: what a score above its maximum counts.
public enum OverMaximumPolicy: Sendable, Hashable {
  /// `lấy tối đa`
  case maximum
  /// `không tính`: 0
  case zero
}

/// Thiếu điểm: what a missing score means.
public enum MissingScorePolicy: Sendable, Hashable {
  /// `tính 0`
  case zero
  /// `chờ bổ sung`: the unit stays pending
  case pending
}

/// Thiếu minh chứng: what points without their required evidence count.
public enum MissingEvidencePolicy: Sendable, Hashable {
  /// `cảnh báo`: they count, with a warning
  case warn
  /// `không tính`: 0
  case zero
}

/// Điểm xét: which of the scores counts.
public enum ScoreUsed: Sendable, Hashable {
  /// `tự chấm`
  case selfScore
  /// `thẩm định, thiếu thì tự chấm`
  case appraisedElseSelf
  /// `thẩm định`
  case appraised
  /// `tự chấm A%, thẩm định B%`; the other alone where one is missing
  case weighted(selfPercent: Quantity, appraisedPercent: Quantity)

  /// The points that count; nil where there are none to use.
  public func points(own: Points?, appraised: Points?) -> Points? {
    switch self {
    case .selfScore: return own
    case .appraisedElseSelf: return appraised ?? own
    case .appraised: return appraised
    case .weighted(let selfPercent, let appraisedPercent):
      guard let own, let appraised else { return own ?? appraised }
      let sum =
        own.fraction * selfPercent.fraction + appraised.fraction * appraisedPercent.fraction
      return Points(rounding: sum / Fraction(100))
    }
  }
}

/// Không phát sinh: what a criterion that does not apply to a unit's year counts.
public enum NotApplicablePolicy: Sendable, Hashable {
  /// `tính đủ`
  case full
  /// `tính 0`
  case zero
  /// `quy đổi`: left out, the base sum rescaled
  case rescale
}

/// One key of the tie chain (Bằng điểm); higher goes first but for deductions and signing.
public enum TieKey: Sendable, Hashable {
  /// A criterion's or group's code.
  case criterion(String)
  /// The sum of an aspect's points.
  case aspect(Aspect)
  /// `thường`: the base sum.
  case base
  /// `thưởng`: the bonus.
  case bonus
  /// `ít điểm trừ`: the fewer deductions, the better.
  case fewerDeductions
  /// `năm trước`: last year's points.
  case lastYear
  /// `ký trước`: the earlier the covenant was signed, the better.
  case signedEarlier
}

/// A unit of the block (sheet Đơn vị).
public struct MemberUnit: Sendable, Hashable {
  /// Mã, unique in the block.
  public var code: String
  /// Tên đơn vị.
  public var name: String
  /// Tên gọi khác.
  public var aliases: [String] = []
  /// Thư điện tử.
  public var emails: [String] = []
  /// Nhóm; empty where the block has one ranking.
  public var group = ""
  /// Ký giao ước: nil where there is no mark.
  public var covenant: CovenantMark?
  /// Không xét: the reason, nil for a unit that is considered.
  public var exclusion: String?
  /// Điểm năm trước.
  public var lastYear: Points?
  /// Tệp dùng: the file to count, where the office has decided.
  public var fileToCount: String?
  /// Mật khẩu: what the unit encrypts its files under.
  public var password: Password?

  /// A unit without any of the optional columns.
  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}

/// The mark in Ký giao ước.
public enum CovenantMark: Sendable, Hashable {
  /// Signed on a day.
  case signed(on: CivilDateTime)
  /// Signed, the day not given.
  case signedUndated
}

/// A class of the year's result (sheet Xếp loại).
public struct ClassRule: Sendable, Hashable {
  /// Mức.
  public var name: String
  /// Từ điểm: the lowest total of the class.
  public var floor: Points
  /// Tỷ lệ tối đa: percent of the ranked units, nil for no quota.
  public var quotaPercent: Quantity?
  /// Điều kiện.
  public var condition: ClassCondition?

  /// A class from its four columns.
  public init(
    name: String, floor: Points, quotaPercent: Quantity? = nil, condition: ClassCondition? = nil
  ) {
    self.name = name
    self.floor = floor
    self.quotaPercent = quotaPercent
    self.condition = condition
  }
}

/// Điều kiện of a class.
public enum ClassCondition: Sendable, Hashable {
  /// `không có điểm trừ`
  case noDeduction
  /// `đã ký giao ước`
  case covenantSigned
}

/// A title that units are proposed for (sheet Danh hiệu).
public struct TitleRule: Sendable, Hashable {
  /// Danh hiệu.
  public var name: String
  /// Đối tượng.
  public var subject: TitleSubject
  /// Số lượng.
  public var quota: TitleQuota
  /// Từ mức: the name of the lowest class, nil for any.
  public var minimumClass: String?
  /// Cách xét.
  public var decision: TitleDecision
  /// Điều kiện: what a nomination for the title must name; titles for individuals only.
  public var conditions: [TitleCondition] = []
  /// What a percentage in Số lượng is taken of; nil where the regulation leaves it open: the staff
  /// that the unit states, else the people whom it nominates.
  public var quotaBase: TitleQuotaBase?

  /// A title from its columns.
  public init(
    name: String, subject: TitleSubject, quota: TitleQuota, minimumClass: String? = nil,
    decision: TitleDecision = .score
  ) {
    self.name = name
    self.subject = subject
    self.quota = quota
    self.minimumClass = minimumClass
    self.decision = decision
  }
}

/// Đối tượng of a title.
public enum TitleSubject: Sendable, Hashable {
  /// `tập thể`
  case collective
  /// `cá nhân`
  case individual
}

/// Cách xét of a title.
public enum TitleDecision: Sendable, Hashable {
  /// `điểm`: the ranking proposes.
  case score
  /// `điểm rồi phiếu P%`: the ranking proposes, the vote confirms at P percent of the votes cast.
  case scoreThenVote(percent: Quantity)
}

/// Số lượng of a title, in each group of units.
public enum TitleQuota: Sendable, Hashable {
  /// So many.
  case count(Int)
  /// Percent of the ranked units, rounded down.
  case percent(Quantity)
  /// No limit is given.
  case unlimited
}
