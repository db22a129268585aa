/// Text that a terminal, a log, a clipboard or a file name can take: the only kind of text that they accept.
public struct SafeText: Hashable, Sendable {
  public let string: String

  /// One line of text: line breaks and tabs become one blank, what could steer a terminal is removed.
  public init(_ raw: String) {
    string = String(
      String.UnicodeScalarView(
        raw.unicodeScalars.compactMap { $0.value < 32 ? " " : $0.properties.generalCategory == .control ? nil : $0 }))
  }

  /// Text of several lines: line breaks are kept as `\n`.
  public init(lines raw: String) {
    string = raw
  }

  public var isEmpty: Bool { string.isEmpty }
  public static func + (a: SafeText, b: SafeText) -> SafeText { SafeText(a.string + b.string) }
}

extension SafeText: ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) { self.init(value) }
}

extension SafeText: CustomStringConvertible {
  public var description: String { string }
}
