import ArticleFields
import JSON

/// The rows of a data frame in JSON: column by column (`{"title": {"0": …}}`, `{"title": ["…"]}`), or split into names and
/// cells (`{"columns": […], "data": [[…]]}`).
struct JSONFrame {
  /// The cells that hold something, with the names of their columns.
  let rows: [[(name: String, values: [String])]]

  /// Nil for any other object.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var reader = JSONReader(bytes)
    guard case .object(let members)? = reader.readValueIfAny() else { return nil }
    if let rows = Self.split(members) ?? Self.columns(members) { self.rows = rows } else { return nil }
  }

  private static func split(_ members: [String: JSONReader.Value]) -> [[(name: String, values: [String])]]? {
    guard case .array(let columns)? = members["columns"], case .array(let data)? = members["data"] else { return nil }
    let names = columns.compactMap(\.scalar)
    guard names.count == columns.count, namesArticles(names) else { return nil }
    var rows: [[(name: String, values: [String])]] = []
    for case .array(let cells) in data { rows.append(zip(names, cells).compactMap { row($0, $1) }) }
    return rows
  }

  private static func columns(_ members: [String: JSONReader.Value]) -> [[(name: String, values: [String])]]? {
    let columns = members.compactMapValues(cells)
    // Every column has cells under the same names.
    guard columns.count == members.count, columns.count > 1, namesArticles(Array(columns.keys)),
      let keys = columns.values.first.map({ Set($0.keys) }), columns.values.allSatisfy({ Set($0.keys) == keys })
    else { return nil }
    let order = keys.sorted { Int($0) ?? .max < Int($1) ?? .max || Int($0) == Int($1) && $0 < $1 }
    return order.map { key in columns.compactMap { name, cells in cells[key].flatMap { row(name, $0) } } }
  }

  private static func cells(_ column: JSONReader.Value) -> [String: JSONReader.Value]? {
    switch column {
    case .object(let cells): cells
    case .array(let cells): Dictionary(uniqueKeysWithValues: cells.enumerated().map { (String($0), $1) })
    case .null, .bool, .number, .string: nil
    }
  }

  private static func namesArticles(_ names: [String]) -> Bool {
    names.contains { FieldNames.named(FieldNames.folded($0))?.makesAnArticle ?? false }
  }

  private static func row(_ name: String, _ cell: JSONReader.Value) -> (name: String, values: [String])? {
    switch cell {
    case .string(let text), .number(let text): (name, [text])
    case .array(let values): (name, values.compactMap(\.scalar))
    case .null, .bool, .object: nil
    }
  }
}
