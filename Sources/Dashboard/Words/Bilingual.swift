public import Configuration

/// A text of the interface in both of its languages.
public struct Bilingual: Sendable, Hashable, ExpressibleByArrayLiteral {
  public var chinese: String
  public var english: String

  public init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// Chinese first, English second; one text alone stands for both.
  public init(arrayLiteral texts: String...) {
    self.init(texts.first ?? "", texts.last ?? "")
  }

  public func callAsFunction(_ language: Language) -> String {
    language == .en ? english : chinese
  }
}
