/// Words that are looked for at one place: the longest that begins there, or that ends there.
///
/// Those that may fit stand together by their first or last character, so that few are compared.
struct AnchoredWords<Value: Sendable>: Sendable {
  /// Where a word stands in `text`, and what it says.
  private struct Entry {
    var start: Int
    var length: Int
    var value: Value
  }

  /// All words one after the other, so that none has memory of its own.
  private var text: [UInt8] = []
  /// In the order in which they were added.
  private var entries: [Entry] = []
  private var beginnings = Buckets()
  private var endings = Buckets()

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
    for entry in other.entries { add(Array(other.text[entry.start..<entry.start + entry.length]), entry.value) }
    sort()
  }

  private mutating func add(_ bytes: [UInt8], _ value: Value) {
    guard !bytes.isEmpty else { return }
    entries.append(Entry(start: text.count, length: bytes.count, value: value))
    text += bytes
  }

  private mutating func sort() {
    // Swift's sort is stable.
    let order = entries.indices.sorted { entries[$0].length > entries[$1].length }
    let text = text
    text.withUnsafeBufferPointer { text in
      beginnings = Buckets(order) { Buckets.key(text, from: entries[$0].start, before: text.count) }
      endings = Buckets(order) { Buckets.key(text, before: entries[$0].start + entries[$0].length) }
    }
  }

  /// The longest word that begins at a place; one that ends with a letter ends a word of the text.
  func longest(in bytes: [UInt8], at place: Int, before limit: Int) -> (value: Value, end: Int)? {
    guard place < limit else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      let number = first(beginnings, Buckets.key(bytes, from: place, before: limit)) { _, word in
        let end = place &+ word.count
        return end <= limit && Self.isEqual(word, bytes, place)
          && !(end < bytes.count && bytes[end].isWordByte && bytes[end &- 1].isWordByte)
      }
      return number.map { (entries[$0].value, place + entries[$0].length) }
    }
  }

  /// The longest word that ends before a place; one that begins with a letter begins a word of the text.
  func longest(in bytes: [UInt8], endingAt end: Int, after limit: Int) -> (value: Value, start: Int)? {
    guard end > limit, end > 0 else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      let number = first(endings, Buckets.key(bytes, before: end)) { _, word in
        let start = end &- word.count
        return start >= limit && Self.isEqual(word, bytes, start)
          && !(start > 0 && bytes[start &- 1].isWordByte && bytes[start].isWordByte)
      }
      return number.map { (entries[$0].value, end - entries[$0].length) }
    }
  }

  /// Calls `body` with what every word says that begins at a place and ends no later than `limit`.
  @inline(__always)
  func forEachWord(in bytes: [UInt8], at place: Int, before limit: Int, _ body: (Value) -> Void) {
    guard place < limit else { return }
    bytes.withUnsafeBufferPointer { bytes in
      _ = first(beginnings, Buckets.key(bytes, from: place, before: limit)) { number, word in
        if place &+ word.count <= limit, Self.isEqual(word, bytes, place) { body(entries[number].value) }
        return false
      }
    }
  }

  /// Calls `body` with what every word says that ends before a place and begins no sooner than `limit`.
  @inline(__always)
  func forEachWord(in bytes: [UInt8], endingAt end: Int, after limit: Int, _ body: (Value) -> Void) {
    guard end > limit, end > 0 else { return }
    bytes.withUnsafeBufferPointer { bytes in
      _ = first(endings, Buckets.key(bytes, before: end)) { number, word in
        if end &- word.count >= limit, Self.isEqual(word, bytes, end &- word.count) { body(entries[number].value) }
        return false
      }
    }
  }

  /// The first entry of a bucket whose word fits.
  @inline(__always)
  private func first(
    _ buckets: Buckets, _ key: Int, _ fits: (_ number: Int, _ word: UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Int? {
    text.withUnsafeBufferPointer { text in
      entries.withUnsafeBufferPointer { entries in
        for index in buckets.range(of: key) {
          let number = buckets[index]
          let start = entries[number].start
          let word = UnsafeBufferPointer(rebasing: text[start..<start &+ entries[number].length])
          if fits(number, word) { return number }
        }
        return nil
      }
    }
  }

  @inline(__always)
  private static func isEqual(
    _ word: UnsafeBufferPointer<UInt8>, _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> Bool {
    var index = 0
    while index < word.count {
      if word[index] != bytes[place &+ index] { return false }
      index &+= 1
    }
    return true
  }
}

/// The numbers of words by the character at one end of them.
private struct Buckets: Sendable {
  private static let count = 1 << 10

  private var numbers: [UInt16] = []
  /// By bucket, where it begins among `numbers`, and where the last one ends.
  private var starts = [UInt16](repeating: 0, count: count + 1)

  init() {}

  /// - Parameter order: the words as they stand in each bucket.
  init(_ order: [Int], _ key: (Int) -> Int) {
    var buckets: [[UInt16]] = Array(repeating: [], count: Self.count)
    for number in order { buckets[key(number)].append(UInt16(number)) }
    for (bucket, members) in buckets.enumerated() {
      numbers += members
      starts[bucket + 1] = UInt16(numbers.count)
    }
  }

  @inline(__always)
  func range(of key: Int) -> Range<Int> {
    starts.withUnsafeBufferPointer { Int($0[key])..<Int($0[key &+ 1]) }
  }

  @inline(__always)
  subscript(index: Int) -> Int { numbers.withUnsafeBufferPointer { Int($0[index]) } }

  /// By the character that begins at a place: all of its bytes, up to three, as far as they are there.
  @inline(__always)
  static func key(_ bytes: UnsafeBufferPointer<UInt8>, from place: Int, before limit: Int) -> Int {
    let first = bytes[place]
    guard first >= 0x80, place &+ 1 < limit else { return Int(first) }
    let third = first >= 0xE0 && place &+ 2 < limit ? bytes[place &+ 2] : 0
    return hash(UInt32(first) << 16 | UInt32(bytes[place &+ 1]) << 8 | UInt32(third))
  }

  /// By the last two bytes of the character that ends before a place.
  @inline(__always)
  static func key(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Int {
    let last = bytes[end &- 1]
    guard last >= 0x80, end > 1 else { return Int(last) }
    return hash(UInt32(bytes[end &- 2]) << 8 | UInt32(last))
  }

  @inline(__always)
  private static func hash(_ bytes: UInt32) -> Int { Int((bytes &* 0x9E37_79B1) >> 22) }
}
