import NewsLibrary

/// A value as JSON that says `"sample": true` where it comes from the bundled sample, so that scripts do not take it for the user's news.
struct SampleMarked<Value: Encodable>: Encodable {
  let value: Value
  let isSample: Bool

  private enum Key: CodingKey { case sample }

  func encode(to encoder: any Encoder) throws {
    try value.encode(to: encoder)
    guard isSample else { return }
    var object = encoder.container(keyedBy: Key.self)
    try object.encode(true, forKey: .sample)
  }
}

extension Output {
  /// Writes what was read from a library as JSON on a line of its own.
  mutating func writeJSON(_ value: some Encodable, from library: NewsLibrary) throws {
    try writeJSON(SampleMarked(value: value, isSample: library.isSample))
  }
}
