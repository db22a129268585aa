package import Configuration

/// A text of the interface in both of its languages.
package struct Bilingual: Sendable, Hashable, ExpressibleByArrayLiteral {
  package var chinese: String
  package var english: String

  package init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// Chinese first, English second; one text alone stands for both.
  package init(arrayLiteral texts: String...) {
    self.init(texts.first ?? "", texts.last ?? "")
  }

  package func callAsFunction(_ language: Language) -> String {
    language == .en ? english : chinese
  }
}
