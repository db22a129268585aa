/// Finds whether a text contains any of many phrases, in one pass over its bytes.
///
/// A small filter over the first three bytes of the phrases rejects nearly every position at once.
struct PhraseFinder: Sendable {
  private var filter = [Bool](repeating: false, count: 1 << 12)
  private var phrases: [[UInt8]]

  /// - Parameter phrases: each of at least three bytes.
  init(_ phrases: [String]) {
    self.phrases = phrases.map { Array($0.utf8) }.filter { $0.count >= 3 }
    for phrase in self.phrases { filter[Self.hash(phrase[0], phrase[1], phrase[2])] = true }
  }

  func matches(_ text: Substring) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count >= 3 else { return false }
      for index in 0...(bytes.count - 3)
      where filter[Self.hash(bytes[index], bytes[index + 1], bytes[index + 2])] {
        let rest = bytes[index...]
        if phrases.contains(where: { rest.starts(with: $0) }) { return true }
      }
      return false
    }
  }

  private static func hash(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
    (Int(a) &* 0x9e5 &+ Int(b) &* 0x3b1 &+ Int(c) &* 0x55) & 0xfff
  }
}
