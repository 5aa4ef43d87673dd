import Spreadsheet

/// The cells that may still be handed out of one file.
///
/// A sheet that is read again counts once.
final class CellBudget {
  private let limit: Int
  private var used: [String: Int] = [:]
  /// What all sheets together handed out.
  private var total = 0

  /// A budget of `limit` cells.
  init(limit: Int) {
    self.limit = limit
  }

  /// How many cells the sheet known as `sheet` may hand out.
  func allowance(for sheet: String) -> CellAllowance {
    CellAllowance(limit: limit, usedElsewhere: total - (used[sheet] ?? 0))
  }

  /// The sheet known as `sheet` handed out `count` cells.
  func note(_ count: Int, for sheet: String) {
    let more = max(0, count - (used[sheet] ?? 0))
    used[sheet, default: 0] += more
    total += more
  }
}

/// How many cells one sheet may hand out.
struct CellAllowance {
  private let remaining: Int
  private let limit: Int

  /// What `limit` leaves where other sheets handed out `usedElsewhere` cells.
  init(limit: Int, usedElsewhere: Int = 0) {
    remaining = limit - usedElsewhere
    self.limit = limit
  }

  /// Holds the sheet's cells, `count` so far, to what is allowed.
  ///
  /// - Throws: `PartFault`.
  @inline(__always)
  func check(_ count: Int) throws {
    guard count <= remaining else {
      throw PartFault(exceeding: .cells, limit, met: limit - remaining + count)
    }
  }
}
