import TextBasics

/// Named things with what belongs to them: in aligned columns on a terminal, else separated by tabs.
struct NamedTable {
  let setup: Setup

  private static let widestColumn = 32

  /// All rows have as many fields; the last one is not aligned.
  func write(_ rows: [[String]], to output: inout Output) throws {
    let rows = rows.map { $0.map { SafeText($0) } }
    guard output.isTerminal else {
      for row in rows { try output.writeRow(row) }
      return
    }
    let widths = setup.widths
    let columns = (rows.first ?? []).indices.dropLast().map { index in
      min(Self.widestColumn, rows.map { widths.columns($0[index]) }.max() ?? 0)
    }
    for row in rows {
      var line = SafeText("")
      for (field, column) in zip(row, columns) where column > 0 {
        line = line + widths.pad(field, to: max(column, widths.columns(field))) + "  "
      }
      try output.writeLine(line + (row.last ?? ""))
    }
  }
}
