/// The columns of a table by their roles, counted from 1.
///
/// Every row of a table is asked for several of them: a look-up is a load, not the hashing that a
/// dictionary takes.
struct RoleColumns: Hashable, ExpressibleByDictionaryLiteral {
  /// By the number of the role; 0 for none.
  private var columns = InlineArray<10, Int32>(repeating: 0)

  /// The columns that are given.
  init(dictionaryLiteral elements: (ColumnRole, Int)...) {
    for (role, column) in elements { self[role] = column }
  }

  /// The column of a role; nil where the table has none.
  subscript(role: ColumnRole) -> Int? {
    get {
      let column = columns[role.rawValue]
      return column == 0 ? nil : Int(column)
    }
    set { columns[role.rawValue] = newValue.map { Int32($0) } ?? 0 }
  }

  /// How many roles have a column.
  var count: Int { ColumnRole.allCases.count { self[$0] != nil } }

  static func == (one: RoleColumns, other: RoleColumns) -> Bool {
    ColumnRole.allCases.allSatisfy { one[$0] == other[$0] }
  }

  func hash(into hasher: inout Hasher) {
    for role in ColumnRole.allCases { hasher.combine(self[role]) }
  }
}
