import Language
import Regulation

/// The hierarchy of a criteria table, rebuilt from its numbering and its points.
struct DraftHierarchy {
  /// A row in its place.
  struct Node {
    var line: DraftTable.Line
    /// The position of the group above.
    var parent: Int?
    var doubts: [DraftDoubt] = []
  }

  private(set) var nodes: [Node] = []

  /// A group that rows may stand under.
  private struct Level {
    var style: DraftCode.Style?
    var parts: [String]
    var node: Int
  }

  private var stack: [Level] = []
  private let lines: [DraftTable.Line]

  init(_ lines: [DraftTable.Line]) {
    self.lines = lines
    for index in lines.indices { place(index) }
    dropRemarks()
  }

  /// The positions of the rows right below one.
  func children(of node: Int) -> [Int] { nodes.indices.filter { nodes[$0].parent == node } }

  // MARK: - Places

  private mutating func place(_ index: Int) {
    let line = lines[index]
    if let code = line.code {
      placeCoded(line, code, previous: index > 0 ? lines[index - 1] : nil)
    } else if DraftKind(heading: line.content) != nil {
      // Bonus and deductions stand beside the groups of the plan.
      stack = []
      push(line, style: nil)
    } else if let count = rowsOfSum(index) {
      popToUncoded(before: index)
      push(line, style: nil, doubts: [DraftDoubt(.groupBySum, ["count": "\(count)"])])
    } else if line.maximum != nil {
      placeUncodedCriterion(line)
    } else if isHeading(index) {
      popToUncoded(before: index)
      push(line, style: nil, doubts: [DraftDoubt(.groupByBlank)])
    } else if !nodes.isEmpty {
      nodes[nodes.count - 1].doubts.append(DraftDoubt(.remarkKept, ["value": line.content]))
    }
  }

  private mutating func placeCoded(
    _ line: DraftTable.Line, _ code: DraftCode, previous: DraftTable.Line?
  ) {
    var line = line
    var doubts: [DraftDoubt] = []
    let prefix = Array(code.parts.dropLast())
    if !prefix.isEmpty, let above = stack.lastIndex(where: { $0.parts == prefix }) {
      stack.removeSubrange((above + 1)...)
    } else if let same = stack.lastIndex(where: { $0.style == code.style }) {
      stack.removeSubrange(same...)
    } else if !(code.isFirst && previousIsOpen(previous)) {
      while let style = stack.last?.style, style.rank >= code.style.rank { stack.removeLast() }
      if !code.isFirst, !continues(code), let parent = stack.last {
        doubts.append(
          DraftDoubt(
            .levelGuessed,
            ["value": code.text, "other": nodes[parent.node].line.content]))
      }
    }
    if let converted = line.convertedCode, let recovered = recovered(code) {
      line.code = recovered
      if recovered.text != converted {
        doubts.append(
          DraftDoubt(.codeRecovered, ["value": converted, "code": recovered.text]))
      }
    }
    push(line, style: code.style, parts: line.code?.parts ?? code.parts, doubts: doubts)
  }

  /// Whether a numbering only goes on in another group: 4 in group II behind 3 in group I.
  private func continues(_ code: DraftCode) -> Bool {
    guard let last = nodes.last(where: { $0.line.code?.style == code.style })?.line.code,
      let number = last.parts.last.flatMap({ Int($0) })
    else { return false }
    return code.parts.last == "\(number + 1)"
  }

  /// Whether the row just above may be the heading of what begins here: its points are no leaf's.
  private func previousIsOpen(_ previous: DraftTable.Line?) -> Bool {
    guard let previous, let top = stack.last, nodes[top.node].line.row == previous.row else {
      return false
    }
    return previous.maximum == nil || top.style == nil || rowsOfSum(ofRow: previous.row) != nil
      || top.style.map { if case .dotted = $0 { false } else { true } } ?? true
  }

  /// What a number or date was before a program changed it: 1.1 behind 1.9 is `1.10`, and 1 April
  /// behind 1.3 is `1.4`.
  private func recovered(_ code: DraftCode) -> DraftCode? {
    let parent = stack.last?.node
    guard
      let sibling = nodes.last(where: { $0.parent == parent && $0.line.code?.style == code.style }),
      let last = sibling.line.code, let number = last.parts.last.flatMap({ Int($0) })
    else { return code }
    let expected = last.text.dropLast("\(number)".count) + "\(number + 1)"
    let isLost = code.text + "0" == expected || code.text == expected
    return isLost ? DraftCode(String(expected)) : code
  }

  private mutating func placeUncodedCriterion(_ line: DraftTable.Line) {
    // It stands beside the last criterion, not under it.
    if let top = stack.last, nodes[top.node].line.maximum != nil, top.style != nil {
      stack.removeLast()
    }
    nodes.append(Node(line: line, parent: stack.last?.node))
  }

  /// Makes room for a heading without a code: beside the last such, else above the numbering that
  /// begins anew behind it.
  private mutating func popToUncoded(before index: Int) {
    if let same = stack.lastIndex(where: { $0.style == nil }) {
      stack.removeSubrange(same...)
    } else if index + 1 < lines.count, let next = lines[index + 1].code, next.isFirst,
      let begun = stack.firstIndex(where: { $0.style == next.style })
    {
      stack.removeSubrange(begun...)
    }
  }

  private mutating func push(
    _ line: DraftTable.Line, style: DraftCode.Style?, parts: [String] = [],
    doubts: [DraftDoubt] = []
  ) {
    nodes.append(Node(line: line, parent: stack.last?.node, doubts: doubts))
    stack.append(Level(style: style, parts: parts, node: nodes.count - 1))
  }

  // MARK: - Groups without codes

  /// Whether a row without code and points heads what follows: a list begins there.
  private func isHeading(_ index: Int) -> Bool {
    // What stands in parentheses explains the row above.
    guard index + 1 < lines.count, !lines[index].content.hasPrefix("(") else { return false }
    let next = lines[index + 1]
    if DraftKind(heading: next.content) != nil { return false }
    guard let code = next.code else { return next.maximum != nil }
    return code.isFirst || !stack.contains { $0.style == code.style }
  }

  /// How many of the rows below come to the row's points; nil where none do, or fewer than two.
  private func rowsOfSum(_ index: Int) -> Int? {
    guard let total = lines[index].maximum?.points, total > .zero else { return nil }
    // What carries a code of its own begins below a heading with its first.
    if index + 1 < lines.count, let next = lines[index + 1].code, !next.isFirst { return nil }
    let style = index + 1 < lines.count ? lines[index + 1].code?.style : nil
    var sum = Points.zero
    var count = 0
    for line in lines[(index + 1)...] where line.code?.style == style {
      guard let points = line.maximum?.points else { break }
      sum += points
      count += 1
      if sum == total { return count >= 2 ? count : nil }
      if sum > total { return nil }
    }
    return nil
  }

  private func rowsOfSum(ofRow row: Int) -> Int? {
    lines.firstIndex { $0.row == row }.flatMap { rowsOfSum($0) }
  }

  // MARK: - Remarks

  /// Takes out the lines below a criterion that only explain it: it has points, none of them has.
  private mutating func dropRemarks() {
    var isDropped = Array(repeating: false, count: nodes.count)
    func descendants(_ node: Int) -> [Int] {
      children(of: node).flatMap { [$0] + descendants($0) }
    }
    for index in nodes.indices where !isDropped[index] && nodes[index].line.maximum != nil {
      let below = descendants(index)
      guard !below.isEmpty, below.allSatisfy({ nodes[$0].line.maximum == nil }) else { continue }
      for child in below {
        isDropped[child] = true
        nodes[index].doubts.append(
          DraftDoubt(.remarkKept, ["value": nodes[child].line.content]))
      }
    }
    var position: [Int: Int] = [:]
    var kept: [Node] = []
    for index in nodes.indices where !isDropped[index] {
      position[index] = kept.count
      kept.append(nodes[index])
    }
    for index in kept.indices { kept[index].parent = kept[index].parent.flatMap { position[$0] } }
    nodes = kept
  }
}

extension DraftCode.Style {
  /// The place in the usual order: A, I, 1, 1.1, a, -, +.
  fileprivate var rank: Int {
    switch self {
    case .capital: 0
    case .roman: 1
    case .dotted(let depth): 1 + depth
    case .letter: 20
    case .bullet("-"): 21
    case .bullet: 22
    }
  }
}
