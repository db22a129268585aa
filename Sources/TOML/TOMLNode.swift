/// Where something stands in a file. Both numbers count from 1; a column is a Unicode scalar.
package struct TOMLPlace: Hashable, Comparable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (a: TOMLPlace, b: TOMLPlace) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// What a value is.
package indirect enum TOMLNode: Hashable, Sendable {
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
package struct TOMLValue: Hashable, Sendable {
  package var node: TOMLNode
  package var place: TOMLPlace?

  package init(_ node: TOMLNode, at place: TOMLPlace? = nil) {
    self.node = node
    self.place = place
  }
}

/// A key with its value.
package struct TOMLEntry: Hashable, Sendable {
  package var key: String
  /// Where the key stands; of a table that only its members name, the first that does.
  package var place: TOMLPlace
  package var value: TOMLValue

  package init(_ key: String, at place: TOMLPlace, _ value: TOMLValue) {
    self.key = key
    self.place = place
    self.value = value
  }
}
