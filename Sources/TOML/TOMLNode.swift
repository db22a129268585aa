/// Where something stands in a file. Both numbers count from 1; a column is a Unicode scalar.
public struct TOMLPlace: Hashable, Comparable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (a: TOMLPlace, b: TOMLPlace) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// What a value is.
public indirect enum TOMLNode: Hashable, Sendable {
  case text(String)
  case number(Int)
  case flag(Bool)
  /// A number with a fraction or an exponent, infinite or none, as the file writes it.
  case fraction(String)
  /// A date, a time or both, as the file writes it; its day is in the calendar.
  case moment(String)
  case list([TOMLValue])
  /// In the order of the file.
  case table([TOMLEntry])
}

/// A value and its place; one that was not read from a file has none.
public struct TOMLValue: Hashable, Sendable {
  public var node: TOMLNode
  public var place: TOMLPlace?

  public init(_ node: TOMLNode, at place: TOMLPlace? = nil) {
    self.node = node
    self.place = place
  }
}

/// A key with its value.
public struct TOMLEntry: Hashable, Sendable {
  public var key: String
  /// Where the key stands; of a table that only its members name, the first that does.
  public var place: TOMLPlace
  public var value: TOMLValue

  public init(_ key: String, at place: TOMLPlace, _ value: TOMLValue) {
    self.key = key
    self.place = place
    self.value = value
  }
}
