/// Finds which of many keywords a text begins with, at the price of one look into a dictionary.
///
/// Chinese keywords may be spaced out (`来　源`); Latin ones match in any case.
///
/// It is `public`, though only our modules use it: across modules the compiler specialises public generics alone, and lines of pages
/// are looked up by the thousand.
public struct KeywordTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let scalars: [Unicode.Scalar]
    let value: Value
  }

  /// By first scalar, longest keyword first.
  private let entries: [Unicode.Scalar: [Entry]]

  public init(_ keywords: [(Value, String)]) {
    var entries: [Unicode.Scalar: [Entry]] = [:]
    for (value, list) in keywords {
      for word in list.split(separator: ",") {
        let scalars = word.unicodeScalars.map(\.lowercasedASCII)
        guard let first = scalars.first else { continue }
        entries[first, default: []].append(Entry(scalars: scalars, value: value))
      }
    }
    self.entries = entries.mapValues { $0.sorted { $0.scalars.count > $1.scalars.count } }
  }

  /// The longest keyword at the start of the text, with what follows it.
  public func match(_ text: Substring) -> (value: Value, rest: Substring)? {
    guard let first = text.unicodeScalars.first, let candidates = entries[first.lowercasedASCII] else { return nil }
    for entry in candidates {
      if let rest = Self.rest(of: text, after: entry.scalars) { return (entry.value, rest) }
    }
    return nil
  }

  private static func rest(of text: Substring, after keyword: [Unicode.Scalar]) -> Substring? {
    let scalars = text.unicodeScalars
    var position = scalars.startIndex
    for (offset, expected) in keyword.enumerated() {
      if offset > 0, keyword[offset - 1].isIdeograph, expected.isIdeograph {
        while position < scalars.endIndex, scalars[position].isBlank { scalars.formIndex(after: &position) }
      }
      guard position < scalars.endIndex, scalars[position].lowercasedASCII == expected else { return nil }
      scalars.formIndex(after: &position)
    }
    // "Tag" is no keyword at the start of "Taggart".
    if let last = keyword.last, last.isASCIILetter, position < scalars.endIndex, scalars[position].isASCIILetter {
      return nil
    }
    return text[position...]
  }
}

extension Unicode.Scalar {
  @inlinable package var lowercasedASCII: Unicode.Scalar {
    (0x41...0x5a).contains(value) ? Unicode.Scalar(UInt8(value + 0x20)) : self
  }
}
