/// Finds whether a text contains any of many phrases, in one pass over its bytes.
///
/// A small table over the first three bytes of the phrases rejects nearly every position at once, and leaves one or two
/// phrases to compare at the others.
package struct PhraseFinder: Sendable {
  /// For each hash of three bytes the place of its bucket; 0 where no phrase begins so.
  private var places = [UInt8](repeating: 0, count: 1 << 12)
  private var buckets: [[[UInt8]]] = [[]]

  /// - Parameter phrases: each of at least three bytes.
  package init(_ phrases: [String]) {
    for phrase in phrases.map({ Array($0.utf8) }) where phrase.count >= 3 {
      let hash = Self.hash(phrase[0], phrase[1], phrase[2])
      if places[hash] == 0 {
        places[hash] = UInt8(buckets.count)
        buckets.append([])
      }
      buckets[Int(places[hash])].append(phrase)
    }
  }

  package func matches(_ text: Substring) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count >= 3 else { return false }
      var index = 0
      let last = bytes.count - 3
      while index <= last {
        let place = places[Self.hash(bytes[index], bytes[index + 1], bytes[index + 2])]
        if place != 0, buckets[Int(place)].contains(where: { Self.stands($0, in: bytes, at: index) }) { return true }
        // No phrase begins within a character; most are of three bytes.
        index += bytes[index] & 0xF0 == 0xE0 ? 3 : 1
      }
      return false
    }
  }

  private static func stands(_ phrase: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard start + phrase.count <= bytes.count else { return false }
    for offset in phrase.indices where phrase[offset] != bytes[start + offset] { return false }
    return true
  }

  private static func hash(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    (Int(a) &* 0x9e5 &+ Int(b) &* 0x3b1 &+ Int(c) &* 0x55) & 0xfff
  }
}
