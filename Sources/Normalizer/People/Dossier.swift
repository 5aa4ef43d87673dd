import Regulation

/// What a unit's file says beside its scores: whom it nominates, its good practices, its staff.
public struct Dossier: Sendable, Hashable {
  /// The rows of its nominations tables, in reading order.
  public var nominations: [Nomination] = []
  /// The rows of its tables of good practices, in reading order.
  public var practices: [GoodPractice] = []
  /// The number of its staff; nil where it states none.
  public var staff: Int?

  /// An empty dossier.
  public init() {}

  /// Whether it holds no nomination and no practice.
  public var isEmpty: Bool { nominations.isEmpty && practices.isEmpty }
}

/// The cell of a submitted file that something was read from.
public struct SourceCell: Sendable, Hashable {
  /// The file's path, relative to the block folder where it lies inside.
  public var file: String
  /// The sheet's name.
  public var sheet: String
  /// The cell in A1 notation.
  public var cell: String

  /// A cell of a sheet of a file.
  public init(file: String, sheet: String, cell: String) {
    self.file = file
    self.sheet = sheet
    self.cell = cell
  }
}

/// One person's nomination for one title: personal data, for the reports only.
public struct Nomination: Sendable, Hashable {
  /// Họ tên; empty where the cell is blank.
  public var name: String
  /// Chức vụ.
  public var position: String?
  /// Danh hiệu đề nghị, as the regulation names it where it knows it; empty where there is none.
  public var title: String
  /// Thành tích.
  public var achievement: String?
  /// Sáng kiến.
  public var initiative: String?
  /// Văn bản công nhận.
  public var document: String?
  /// Where the name stands, or should.
  public var source: SourceCell
  /// Why it does not count; nil where it does.
  public var flaw: Flaw?

  /// Why a nomination does not count.
  public enum Flaw: Sendable, Hashable {
    /// The name or the title is missing.
    case incomplete
    /// The same person is nominated for the same title further up.
    case duplicate
    /// The regulation knows no such title for individuals.
    case unknownTitle
    /// It lacks what the title's row in the regulation asks for.
    case conditionMissing
  }

  /// A nomination with its place.
  public init(
    name: String, position: String? = nil, title: String, achievement: String? = nil,
    initiative: String? = nil, document: String? = nil, source: SourceCell, flaw: Flaw? = nil
  ) {
    self.name = name
    self.position = position
    self.title = title
    self.achievement = achievement
    self.initiative = initiative
    self.document = document
    self.source = source
    self.flaw = flaw
  }

  /// The name as it is compared: titles of address, case and the accents' placement aside.
  public var personKey: String { Self.personKey(of: name) }

  /// A name as it is compared with `personKey`.
  public static func personKey(of name: String) -> String { PersonName.key(name) }
}

/// A model or good practice that a unit reports.
public struct GoodPractice: Sendable, Hashable {
  /// Tên mô hình; empty where the cell is blank.
  public var name: String
  /// Nội dung; empty where the cell is blank.
  public var content: String
  /// Hiệu quả.
  public var effect: String?
  /// Phạm vi.
  public var scope: String?
  /// Minh chứng.
  public var evidence: String?
  /// Where the name stands, or should.
  public var source: SourceCell

  /// A practice with its place.
  public init(
    name: String, content: String, effect: String? = nil, scope: String? = nil,
    evidence: String? = nil, source: SourceCell
  ) {
    self.name = name
    self.content = content
    self.effect = effect
    self.scope = scope
    self.evidence = evidence
    self.source = source
  }

  /// Whether it has its required fields, name and content.
  public var isComplete: Bool { !name.isEmpty && !content.isEmpty }
}
