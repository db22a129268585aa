import Foundation
import Testing

@testable import ArticleFields

/// The word lists in `data/lexicons` against what is compiled in.
@Suite struct LexiconTests {
  @Test func wordsOfFieldsAreThoseOfTheLexicon() throws {
    let lists = try lexicon("field-keys")
    #expect(lists.values.sorted() == FieldKey.named.map(\.names).sorted())
    #expect(lists["source"] == FieldKeyWords.source)
    #expect(lists["related"] == FieldKeyWords.related)
  }

  @Test func wordsOfBoilerplateAreThoseOfTheLexicon() throws {
    #expect(
      try lexicon("boilerplate") == [
        "legalNotices": BoilerplateWords.legalNotices, "wholeLines": BoilerplateWords.wholeLines,
        "labels": BoilerplateWords.labels, "categories": BoilerplateWords.categories,
        "contacts": BoilerplateWords.contacts, "pathStarts": BoilerplateWords.pathStarts,
        "credits": BoilerplateWords.credits, "notices": BoilerplateWords.notices,
        "buttons": BoilerplateWords.buttons, "wordsOfNotices": BoilerplateWords.wordsOfNotices,
        "wordsOfNews": BoilerplateWords.wordsOfNews,
      ])
  }

  /// The lists of a lexicon by their names, commas between their words.
  private func lexicon(_ name: String) throws -> [String: String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "data/lexicons/\(name).txt"), encoding: .utf8)
    let sections = text.split(separator: "\n[").dropFirst()
    return Dictionary(
      uniqueKeysWithValues: sections.map { section in
        let lines = section.split(separator: "\n")
        return (String(lines[0].dropLast()), lines.dropFirst().joined(separator: ","))
      })
  }
}
