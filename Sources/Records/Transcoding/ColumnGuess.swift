import ArticleFields
import TextScanning

/// Names for the cells of a row whose columns have none, by what the cells look like.
enum ColumnGuess {
  /// The names that are there, and guesses for the cells beyond them: a date, an address, the longest text, and the first text that
  /// could be a headline. What looks like nothing is numbered.
  static func names(_ known: [String], for values: [String?]) -> [String] {
    guard values.count > known.count else { return known.prefix(values.count).map(\.self) }
    var taken = Set(known.compactMap { FieldNames.named(FieldNames.folded($0))?.field })
    var names = known
    let texts = values.indices.dropFirst(known.count).filter { kind(of: values[$0]) == .text }
    let longest = texts.max { length(values[$0]) < length(values[$1]) }
    for index in known.count..<values.count {
      let field: ArticleField? =
        switch kind(of: values[index]) {
        case .date: .published
        case .address: .url
        case .text: index == longest && (texts.count > 1 || taken.contains(.title)) ? .text : .title
        case .number, .nothing: nil
        }
      if let field, taken.insert(field).inserted {
        names.append(field.rawValue)
      } else {
        names.append("column \(index + 1)")
      }
    }
    return names
  }

  private enum Kind { case nothing, number, date, address, text }

  private static func length(_ value: String?) -> Int { value?.utf8.count ?? 0 }

  private static func kind(of value: String?) -> Kind {
    guard let text = value?[...].trimmed, !text.isEmpty else { return .nothing }
    if text.starts(with: "http://") || text.starts(with: "https://") { return .address }
    if text.utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }),
      Double(text) != nil
    {
      return .number
    }
    if text.utf8.count <= 40, let date = DateParsing.whole(text), date.year != nil { return .date }
    // A word alone is a category or a code.
    let isHeadline =
      text.unicodeScalars.count >= 6 && (text.utf8.count > text.unicodeScalars.count || text.words.count > 2)
    return isHeadline ? .text : .nothing
  }
}
