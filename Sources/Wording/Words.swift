/// All sentences for people, in one language. They stand in groups by subject in `Words+….swift`.
///
/// Each has both languages in one call of `text`, Chinese first: the compiler misses either. Errors and reports that `Wording` does not
/// know are turned into these sentences by the module that knows them.
package struct Words: Sendable {
  package let language: Language
  /// The keys that sentences name; the command line has none.
  private let keys: [KeyedCommand: String]

  package init(language: Language, keys: [KeyedCommand: String] = [:]) {
    self.language = language
    self.keys = keys
  }

  package func callAsFunction(_ text: Bilingual) -> String { text(language) }

  func text(_ chinese: String, _ english: String) -> String { language == .en ? english : chinese }

  /// The key of a command as a sentence names it; where no key is bound, what is typed instead.
  func key(_ command: KeyedCommand) -> String { keys[command] ?? ":" + command.rawValue }

  /// Between what is wrong and what to do about it.
  package var semicolon: String { text("；", "; ") }
}

// MARK: - Counts, numbers and lists

extension Words {
  /// A count with thousands separated by commas.
  package func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return value < 0 ? "-" + grouped : grouped
  }

  /// A count where there is little room: from 100,000 on in a larger unit, `12.8万`, `1.2亿`, `128k`, `1.2M`. Never more than there is.
  package func briefNumber(_ value: Int) -> String {
    let units =
      language == .en
      ? [(1_000_000_000, "B"), (1_000_000, "M"), (1_000, "k")] : [(100_000_000, "亿"), (10_000, "万")]
    guard value >= 100_000, let (size, unit) = units.first(where: { value >= $0.0 }) else { return number(value) }
    let (whole, tenth) = (value / size, value % size / (size / 10))
    return String(whole) + (whole < 100 && tenth > 0 ? ".\(tenth)" : "") + unit
  }

  /// An English count: `1 article`, `1,286 articles`.
  ///
  /// - Parameter plural: where it is not the singular with an s, or where a verb goes with it: `count(2, "article matches", "articles
  ///   match")`.
  func count(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
    number(count) + " " + (count == 1 ? singular : plural ?? singular + "s")
  }

  /// A number with one decimal, which is left out where it is 0: `0`, `3.4`, `12`.
  func tenths(_ value: Double) -> String {
    let tenths = Int((min(value, 1e9) * 10).rounded())
    return tenths.isMultiple(of: 10) || tenths >= 100
      ? number(Int((Double(tenths) / 10).rounded())) : "\(tenths / 10).\(tenths % 10)"
  }

  /// What stands in a row within a sentence.
  func list(_ parts: [String]) -> String { parts.joined(separator: text("，", ", ")) }

  /// Names in a row.
  func enumeration(_ names: [String]) -> String { names.joined(separator: text("、", ", ")) }

  /// A name and what is said of it.
  package func labelled(_ name: String, _ rest: String) -> String { name + text("：", ": ") + rest }

  /// What stands in parentheses behind something; nothing where it is empty.
  package func parenthesised(_ remark: String) -> String { remark.isEmpty ? "" : text("（\(remark)）", " (\(remark))") }
}

/// The commands of the dashboard whose keys stand in sentences, by their names: a sentence never names a key that can be bound otherwise.
package enum KeyedCommand: String, CaseIterable, Sendable {
  case addRule = "saved.add-rule"
  case addSource = "sources.add"
  case back
  case bulk = "articles.change-all"
  case clearFilter = "filter.clear"
  case copyLink = "article.copy-link"
  case editFilter = "filter"
  case export
  case find
  case help
  case loadArrivals = "feed.take-in-new"
  case log
  case open
  case pipe = "article.pipe"
  case quit
  case readOn = "reader.read-on"
  case refresh = "sources.refresh"
  case saveQuery = "saved.add-query"
  case showSaved = "page.saved"
  case stopRefresh = "sources.stop-refresh"
  case toggleFullText = "source.full-text"
  case undo
}

/// A text in both languages that stands in a table, with what else is known of the thing: the title of a command, the help of a setting.
package struct Bilingual: Sendable, Hashable {
  package let chinese: String
  package let english: String

  package init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  package func callAsFunction(_ language: Language) -> String { language == .en ? english : chinese }
}
