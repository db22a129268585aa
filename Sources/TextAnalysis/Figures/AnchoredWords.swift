/// Words that are looked for at one place: the longest that begins there, or that ends there.
struct AnchoredWords<Value: Sendable>: Sendable {
  private struct Entry {
    var bytes: [UInt8]
    var value: Value
  }

  /// By the first byte and by the last byte, the longest first.
  private var beginnings: [[Entry]] = Array(repeating: [], count: 256)
  private var endings: [[Entry]] = Array(repeating: [], count: 256)

  /// - Parameter rows: each begins with a key, a blank, and words with `|` between them; `_` is a blank within a word.
  init(_ rows: String, _ value: (_ key: Substring, _ word: String) -> Value?) {
    for row in rows.parts(",") {
      let parts = row.split(separator: " ", maxSplits: 1)
      guard parts.count == 2 else { continue }
      for word in parts[1].parts("|") {
        let word = word.withBlanks
        if let value = value(parts[0], word) { add(Array(word.utf8), value) }
      }
    }
    sort()
  }

  /// - Parameter lists: words with commas between them, and what they say. A word may stand in several.
  init(lists: [(words: String, value: Value)]) {
    for list in lists {
      for word in list.words.parts(",") { add(Array(word.utf8), list.value) }
    }
    sort()
  }

  /// Joins tables; of equal words the one of the first table counts.
  mutating func formUnion(_ other: AnchoredWords) {
    for bucket in 0..<256 {
      beginnings[bucket] += other.beginnings[bucket]
      endings[bucket] += other.endings[bucket]
    }
    sort()
  }

  private mutating func add(_ bytes: [UInt8], _ value: Value) {
    guard let first = bytes.first, let last = bytes.last else { return }
    beginnings[Int(first)].append(Entry(bytes: bytes, value: value))
    endings[Int(last)].append(Entry(bytes: bytes, value: value))
  }

  private mutating func sort() {
    // Swift's sort is stable.
    for bucket in 0..<256 {
      beginnings[bucket].sort { $0.bytes.count > $1.bytes.count }
      endings[bucket].sort { $0.bytes.count > $1.bytes.count }
    }
  }

  /// The longest word that begins at a place; one that ends with a letter ends a word of the text.
  func longest(in bytes: [UInt8], at place: Int, before limit: Int) -> (value: Value, end: Int)? {
    guard place < limit else { return nil }
    for entry in beginnings[Int(bytes[place])] {
      let end = place + entry.bytes.count
      guard end <= limit, Self.isEqual(entry.bytes, bytes, place) else { continue }
      if end < bytes.count, bytes[end].isWordByte, bytes[end - 1].isWordByte { continue }
      return (entry.value, end)
    }
    return nil
  }

  /// The longest word that ends before a place; one that begins with a letter begins a word of the text.
  func longest(in bytes: [UInt8], endingAt end: Int, after limit: Int) -> (value: Value, start: Int)? {
    guard end > limit, end > 0 else { return nil }
    for entry in endings[Int(bytes[end - 1])] {
      let start = end - entry.bytes.count
      guard start >= limit, Self.isEqual(entry.bytes, bytes, start) else { continue }
      if start > 0, bytes[start - 1].isWordByte, bytes[start].isWordByte { continue }
      return (entry.value, start)
    }
    return nil
  }

  /// Calls `body` with what every word says that begins at a place and ends no later than `limit`.
  func forEachWord(in bytes: [UInt8], at place: Int, before limit: Int, _ body: (Value) -> Void) {
    guard place < limit else { return }
    for entry in beginnings[Int(bytes[place])]
    where place + entry.bytes.count <= limit && Self.isEqual(entry.bytes, bytes, place) { body(entry.value) }
  }

  /// Calls `body` with what every word says that ends before a place and begins no sooner than `limit`.
  func forEachWord(in bytes: [UInt8], endingAt end: Int, after limit: Int, _ body: (Value) -> Void) {
    guard end > limit, end > 0 else { return }
    for entry in endings[Int(bytes[end - 1])]
    where end - entry.bytes.count >= limit && Self.isEqual(entry.bytes, bytes, end - entry.bytes.count) {
      body(entry.value)
    }
  }

  @inline(__always)
  private static func isEqual(_ word: [UInt8], _ bytes: [UInt8], _ place: Int) -> Bool {
    for index in word.indices where word[index] != bytes[place + index] { return false }
    return true
  }
}
