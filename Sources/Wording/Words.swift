/// All sentences for people, in one language. They stand in groups by subject in `Words+….swift`.
///
/// Each has both languages in one call of `text`, Chinese first: the compiler misses either. Errors and reports that `Wording` does not
/// know are turned into these sentences by the module that knows them.
package struct Words: Sendable {
  package let language: Language

  package init(language: Language) { self.language = language }

  package func callAsFunction(_ text: Bilingual) -> String { text(language) }

  func text(_ chinese: String, _ english: String) -> String { language == .en ? english : chinese }

  /// Between what is wrong and what to do about it.
  package var semicolon: String { text("；", "; ") }
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
