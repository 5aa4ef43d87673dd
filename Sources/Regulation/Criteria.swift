/// The criteria of a block as a forest: groups with criteria below them (sheet Tiêu chí).
public struct CriteriaTable: Sendable {
  /// All rows of the sheet, groups and criteria, in its order.
  public let all: [Criterion]
  private let indexByCode: [String: Int]
  private let childrenByIndex: [[Criterion]]
  private let ancestorsByIndex: [[Criterion]]

  /// The rows that name no parent.
  public let roots: [Criterion]

  /// The rows that carry a score: those that are no group, in the order of the sheet.
  public let scored: [Criterion]

  /// A table of rows whose codes are unique.
  ///
  /// Who checks a regulation makes one of rows that are still faulty: rows that are above themselves
  /// have the ancestors that come before the circle closes.
  public init(_ all: [Criterion]) {
    self.all = all
    var indexByCode: [String: Int] = [:]
    for (index, criterion) in all.enumerated() { indexByCode[criterion.code] = index }
    var children = Array(repeating: [Criterion](), count: all.count)
    var roots: [Criterion] = []
    for criterion in all {
      if let parent = criterion.parent.flatMap({ indexByCode[$0] }) {
        children[parent].append(criterion)
      } else {
        roots.append(criterion)
      }
    }
    self.indexByCode = indexByCode
    self.roots = roots
    childrenByIndex = children
    scored = zip(all, children).filter { $0.1.isEmpty }.map(\.0)
    ancestorsByIndex = all.map { criterion in
      var above: [Criterion] = []
      var next = criterion.parent
      while above.count < all.count, let index = next.flatMap({ indexByCode[$0] }) {
        above.append(all[index])
        next = all[index].parent
      }
      return above
    }
  }

  /// The row with this code.
  public subscript(code: String) -> Criterion? {
    indexByCode[code].map { all[$0] }
  }

  /// The position of a code in `all`.
  public func index(of code: String) -> Int? { indexByCode[code] }

  /// The rows that name `criterion` as their parent.
  public func children(of criterion: Criterion) -> [Criterion] {
    indexByCode[criterion.code].map { childrenByIndex[$0] } ?? []
  }

  /// Whether another row names this one as its parent: it then carries no score of its own.
  public func isGroup(_ criterion: Criterion) -> Bool {
    indexByCode[criterion.code].map { !childrenByIndex[$0].isEmpty } ?? false
  }

  /// The groups above `criterion`, the nearest first.
  public func ancestors(of criterion: Criterion) -> [Criterion] {
    indexByCode[criterion.code].map { ancestorsByIndex[$0] } ?? []
  }
}

/// One row of the criteria: a criterion or a group of them.
public struct Criterion: Sendable, Hashable {
  /// Mã, unique in the regulation.
  public var code: String
  /// Nội dung.
  public var content: String
  /// Điểm tối đa; on a group the cap of its children's sum, nil for none.
  public var maximum: Points?
  /// Loại.
  public var kind = CriterionKind.base
  /// Diện.
  public var aspect: Aspect?
  /// Cách chấm.
  public var method = ScoringMethod.points
  /// Chỉ tiêu.
  public var target: Quantity?
  /// Minh chứng: whether evidence is required.
  public var requiresEvidence = false
  /// Áp dụng: the groups of units it applies to, nil for all.
  public var appliesTo: Set<String>?
  /// Thuộc: the code of the group above.
  public var parent: String?

  /// A criterion without any of the optional columns.
  public init(code: String, content: String, maximum: Points? = nil) {
    self.code = code
    self.content = content
    self.maximum = maximum
  }

  /// Whether it applies to the units of a group.
  public func applies(toGroup group: String) -> Bool { appliesTo?.contains(group) ?? true }
}

/// Loại of a criterion.
public enum CriterionKind: Sendable, Hashable, CaseIterable {
  /// `thường`
  case base
  /// `thưởng`
  case bonus
  /// `trừ`
  case deduction
}

/// Diện of a criterion: what the block wants to see beside the plan.
public enum Aspect: Sendable, Hashable, CaseIterable {
  /// `đột xuất`
  case unexpectedTask
  /// `vượt khó`
  case hardship
  /// `nhân tố mới`
  case newFactor
}

/// Cách chấm: how points follow from what the unit entered, M the maximum, A its result, T the target.
public enum ScoringMethod: Sendable, Hashable {
  /// `điểm`: as entered
  case points
  /// `có/không`: M or 0
  case passFail
  /// `mỗi lần N`: N × count, never above M
  case perCount(Points)
  /// `tỷ lệ`: M × A ÷ T, never above M
  case proportional
  /// `tỷ lệ nghịch`: M × T ÷ A, never above M; A = 0 gives M
  case inverse
  /// `bậc thang 95:100%; 80:50%`: M × the share of the highest step that A, or A ÷ T in percent
  /// where there is a target, reaches
  case steps([Step])
  /// `so với cao nhất`: M × A ÷ the highest A of the group's ranked units
  case relativeToHighest
  /// `so với dẫn đầu`: by A ÷ T against the group's leader
  case relativeToLeader

  /// One step: from `threshold` on, `share` percent of the maximum.
  public struct Step: Sendable, Hashable {
    /// The least result of the step.
    public var threshold: Quantity
    /// The share of the maximum, in percent.
    public var share: Quantity

    /// A step from its two numbers.
    public init(threshold: Quantity, share: Quantity) {
      self.threshold = threshold
      self.share = share
    }
  }

  /// Whether the points need the results of the other units: a pass over the block.
  public var isRelative: Bool { self == .relativeToHighest || self == .relativeToLeader }
}
