package import ArticleFields
import NewsModel
import TextBasics
import TextScanning

/// The fields of one article as a JSON object or a CSV row gives them, before they are understood.
package struct ArticleRecord {
  /// A value under one of the names of a field.
  struct Value {
    var field: ArticleField
    var rank: Int
    /// The place of its name in the input's `FieldResolver`.
    var name: Int
    var text: String
  }

  private(set) var values: [Value] = []
  private(set) var tags: [String] = []
  /// Whether the record itself says that its date is a guess.
  private(set) var isEstimated = false
  /// How many tags were too many.
  private(set) var surplusTags = 0
  /// The names of lists of which only the first value counts.
  private var shortenedNames: [Int] = []

  package init() {}

  /// More tags say nothing of an article, and comparing them all would take long.
  static let mostTags = 200

  /// Takes a value that is one piece of text.
  package mutating func set(_ meaning: FieldNames.Meaning, name: Int, to text: String) {
    switch meaning.field {
    case .tags:
      let found = TagList.split(TextLines.cleanedLine(text)[...])
      let room = Self.mostTags - tags.count
      tags += found.prefix(room)
      surplusTags += max(0, found.count - room)
    case .estimated: isEstimated = ["true", "1", "yes", "是"].contains(text[...].trimmed.lowercased())
    case .author where Self.isListOfPython(text):
      let names = text[...].trimmed.dropFirst().dropLast().pieces(between: [","]).map { $0.trimmed(of: ["'", "\""]) }
      append(meaning, name, names.joined(separator: ", "))
    case .title, .text, .summary, .published, .source, .author, .url, .id, .label, .arrived: append(meaning, name, text)
    }
  }

  /// Takes a value that is a list.
  mutating func set(_ meaning: FieldNames.Meaning, name: Int, to texts: [String]) {
    switch meaning.field {
    case .tags:
      for text in texts {
        guard tags.count < Self.mostTags else {
          surplusTags += 1
          continue
        }
        let tag = Self.tag(TextLines.cleanedLine(text))
        if !tag.isEmpty, !tags.contains(tag) { tags.append(tag) }
      }
    case .text: append(meaning, name, texts.joined(separator: "\n\n"))
    case .author: append(meaning, name, texts.joined(separator: ", "))
    // Several addresses, ids or dates are not one: the first counts.
    case .url, .id, .published, .arrived:
      guard let first = texts.first else { return }
      append(meaning, name, first)
      if texts.contains(where: { $0 != first && !AbsentValue.isMeant(by: $0[...]) }) { shortenedNames.append(name) }
    case .title, .summary, .source, .label, .estimated: set(meaning, name: name, to: texts.joined(separator: " "))
    }
  }

  /// Readers of feeds keep states and labels among the categories: `user/-/state/com.google/starred`, `user/-/label/Banks`.
  private static func tag(_ text: String) -> String {
    guard text.hasPrefix("user/") else { return text }
    if text.contains("/state/com.google/") { return "" }
    return text.split(separator: "/label/", maxSplits: 1).dropFirst().first.map(String.init) ?? text
  }

  private mutating func append(_ meaning: FieldNames.Meaning, _ name: Int, _ text: String) {
    guard !text.isEmpty else { return }
    values.append(Value(field: meaning.field, rank: meaning.rank, name: name, text: text))
  }

  /// How data frames write a list into a cell: `['A', 'B']`.
  private static func isListOfPython(_ text: String) -> Bool {
    let text = text[...].trimmed
    return text.utf8.first == UInt8(ascii: "[") && text.utf8.last == UInt8(ascii: "]")
  }

  // MARK: - What was given

  /// The value that counts for a field: the one under the best name, and of several such the first. Words for "missing"
  /// (`nan`, `NULL`) are no value.
  private func best(_ field: ArticleField) -> Value? {
    var best: Value?
    for value in values where value.field == field && value.rank < best?.rank ?? .max {
      if !AbsentValue.isMeant(by: value.text[...]) { best = value }
    }
    return best
  }

  func text(of field: ArticleField) -> String? { best(field)?.text }

  /// The first value of a field, whatever it says: as newstape's own exports mean it.
  func exactText(of field: ArticleField) -> String? { values.first { $0.field == field }?.text }

  /// The values of a field, those under better names first.
  func texts(of field: ArticleField) -> [String] {
    let found = values.filter { $0.field == field }
    return found.count < 2 ? found.map(\.text) : found.sorted { $0.rank < $1.rank }.map(\.text)
  }

  /// Whether it says anything that an article can be made of.
  var isArticle: Bool {
    if hasText { return true }
    guard let title = best(.title) else { return false }
    // A name alone may be that of a person, a tag, a file.
    return title.rank < FieldNames.weakTitleRank
      || best(.url) != nil && (best(.summary) != nil || best(.published) != nil)
  }

  /// Takes over what another record says of the same article; what stands here goes before it.
  mutating func append(_ other: ArticleRecord) {
    values += other.values
    tags += other.tags.filter { !tags.contains($0) }.prefix(max(0, Self.mostTags - tags.count))
    isEstimated = isEstimated || other.isEstimated
  }
  var hasText: Bool { best(.text) != nil }

  /// Counts the names whose values are left out because a better one of the same field, or an earlier one of the same name, says
  /// something else.
  func countSurplus(in names: inout FieldResolver) {
    for name in shortenedNames { names.countSurplus(name) }
    for value in values where ![.published, .estimated, .arrived].contains(value.field) {
      guard let best = best(value.field), best.text != value.text,
        !best.text.holds(value.text), !AbsentValue.isMeant(by: value.text[...])
      else { continue }
      names.countSurplus(value.name)
    }
  }
}
