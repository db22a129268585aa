package import TextBasics

/// A word that stands in a text.
package struct WordMatch: Hashable, Sendable {
  /// The number that the word got when it was added.
  package var word: Int
  package var range: Range<Int>
}

/// Finds all of many words in one pass over the bytes of a folded text: some hundred megabytes a second, whether the words are ten or
/// 60,000. They may overlap, and one may lie in another.
///
/// A Chinese word stands wherever its characters stand. A word that begins with a letter or digit of ASCII begins no sooner than a
/// word of the text does, and one that ends with such a sign ends with a word of the text: `gap` is not in `gaps` or `agape`. A word
/// that is added as `upgrad*` may go on.
///
/// The work for a text is its length times, at most, the length of the longest word.
package struct WordMatcher: Sendable {
  private var trie = WordTrie()
  /// By word, whether a letter may follow it.
  private var mayGoOn: [Bool] = []
  private var beginnings: WordBeginnings
  private var hasSingles = false

  /// - Parameters:
  ///   - words: about how many words will be added. More may be.
  ///   - bytes: about how long they are together.
  package init(capacity words: Int = 256, bytes: Int = 0) {
    beginnings = WordBeginnings(capacity: words)
    trie.reserve(words: words, bytes: bytes)
  }

  package init(_ words: some Collection<String>) {
    self.init(capacity: words.count)
    for word in words { add(word) }
  }

  /// The words of a list of a lexicon, with commas between them.
  init(of list: String) { self.init(list.parts(",").map(String.init)) }

  package var count: Int { trie.wordCount }

  /// Adds a word in its folded form. Equal words are one word.
  ///
  /// - Returns: the number of the word: words count from 0 in the order in which they were added. Nil where it is empty, or two
  ///   million words are there already.
  @discardableResult
  package mutating func add(_ word: String) -> Int? {
    var folded = Folding.fold(word)
    return folded.withUTF8 { add(folded: $0) }
  }

  /// As `add`, for bytes that are folded already.
  @discardableResult
  package mutating func add(folded word: UnsafeBufferPointer<UInt8>) -> Int? {
    let isStem = word.count > 1 && word[word.count - 1] == UInt8(ascii: "*")
    let bytes = isStem ? UnsafeBufferPointer(rebasing: word.dropLast()) : word
    guard let number = trie.insert(bytes) else { return nil }
    if number == mayGoOn.count {
      mayGoOn.append(isStem || !bytes[bytes.count - 1].isWordByte)
      hasSingles = hasSingles || bytes.scalarOfWord(at: 0).end == bytes.count
    } else if isStem {
      mayGoOn[number] = true
    }
    if trie.wordCount > beginnings.capacity { growBeginnings() }
    beginnings.insert(bytes, isStem: isStem)
    return number
  }

  /// A set that is too small for its words passes every place of a text.
  private mutating func growBeginnings() {
    var larger = WordBeginnings(capacity: trie.wordCount * 2)
    for number in 0..<trie.wordCount {
      trie.bytes(of: number).withUnsafeBufferPointer { larger.insert($0, isStem: mayGoOn[number]) }
    }
    beginnings = larger
  }

  /// The word with a number, as it was added, without a `*`.
  package func word(_ number: Int) -> String { String(decoding: trie.bytes(of: number), as: UTF8.self) }

  /// Whether the word with a number ends with these bytes, and is longer.
  func word(_ number: Int, endsWith ending: [UInt8]) -> Bool {
    let word = trie.bytes(of: number)
    return word.count > ending.count && word.suffix(ending.count).elementsEqual(ending)
  }

  /// The number of exactly this word, folded.
  package func number(of word: String) -> Int? {
    var folded = Folding.fold(word)
    return folded.withUTF8 { bytes in
      var found: Int?
      guard !bytes.isEmpty else { return nil }
      walk(bytes, from: 0, to: bytes.count) { if $1 == bytes.count { found = $0 } }
      return found
    }
  }

  /// Calls `body` with every word that stands in a range of a text, by its beginning, the shorter one first.
  @inline(__always)
  package func forEachMatch(in bytes: [UInt8], _ range: Range<Int>, _ body: (WordMatch) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      scan(bytes, range.clamped(to: 0..<bytes.count)) { start, limit in
        walk(bytes, from: start, to: limit) { body(WordMatch(word: $0, range: start..<$1)) }
        return start
      }
    }
  }

  /// Calls `body` with the longest word at the first place where one stands, then with the next behind it, and so on.
  @inline(__always)
  package func forEachLongestMatch(in bytes: [UInt8], _ range: Range<Int>, _ body: (WordMatch) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      scan(bytes, range.clamped(to: 0..<bytes.count)) { start, limit in
        var longest: WordMatch?
        walk(bytes, from: start, to: limit) { longest = WordMatch(word: $0, range: start..<$1) }
        guard let longest else { return start }
        body(longest)
        return longest.range.upperBound
      }
    }
  }

  /// The longest words of a range that do not overlap, as `forEachLongestMatch` calls them.
  package func longestMatches(in bytes: [UInt8], _ range: Range<Int>) -> [WordMatch] {
    var matches: [WordMatch] = []
    matches.reserveCapacity(range.count / 64 + 4)
    forEachLongestMatch(in: bytes, range) { matches.append($0) }
    return matches
  }

  /// The longest word that begins at `index`; of words that begin with a letter, none within a word of the text.
  package func longestMatch(in bytes: [UInt8], at index: Int) -> WordMatch? {
    guard bytes.indices.contains(index) else { return nil }
    if index > 0, bytes[index].isWordByte, bytes[index - 1].isWordByte { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var longest: WordMatch?
      walk(bytes, from: index, to: bytes.count) { longest = WordMatch(word: $0, range: index..<$1) }
      return longest
    }
  }

  /// Whether any word stands in a range of a text.
  package func hasMatch(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var found = false
    forEachMatch(in: bytes, range) { _ in found = true }
    return found
  }

  /// Every word that stands in a range of a text, by its beginning, the shorter one first.
  package func matches(in bytes: [UInt8], _ range: Range<Int>) -> [WordMatch] {
    var matches: [WordMatch] = []
    forEachMatch(in: bytes, range) { matches.append($0) }
    return matches
  }
}

extension WordMatcher {
  /// Calls `visit` with each place where a word may begin; it returns the place from which to go on, or the same one.
  @inline(__always)
  private func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ visit: (_ start: Int, _ limit: Int) -> Int
  ) {
    var index = range.lowerBound
    if index > 0, bytes[index - 1].isWordByte { index = bytes.endOfLetters(from: index, before: range.upperBound) }
    while true {
      index = beginnings.passIdeographs(bytes, from: index, before: range.upperBound)
      guard index < range.upperBound else { return }
      let byte = bytes[index]
      guard byte.isWordByte else {
        let next = beginnings.mayHoldCharacters(bytes, index) ? visit(index, range.upperBound) : index
        if next == index {
          index = byte < 0x80 ? index &+ 1 : bytes.scalarOfWord(at: index).end
        } else if next < range.upperBound, bytes[next - 1].isWordByte {
          index = bytes.endOfLetters(from: next, before: range.upperBound)
        } else {
          index = next
        }
        continue
      }
      let (end, mayHold) = beginnings.mayHoldLetters(bytes, index, range.upperBound)
      let next = mayHold ? visit(index, range.upperBound) : index
      index = next > end ? bytes.endOfLetters(from: next, before: range.upperBound) : end
    }
  }

  /// Calls `found` with each word that begins at `start`, and its end.
  @inline(__always)
  private func walk(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int, _ found: (_ word: Int, _ end: Int) -> Void
  ) {
    let (first, second) = bytes.scalarOfWord(at: start)
    if hasSingles, second <= limit, let word = trie.single(first), isEnd(of: word, second, bytes) {
      found(word, second)
    }
    var node = Int(first)
    var index = second
    while index < limit {
      let (scalar, next) = bytes.scalarOfWord(at: index)
      guard next <= limit, let target = trie.target(node, scalar) else { return }
      index = next
      switch target {
      case .word(let word):
        if let end = trie.end(of: word, from: index - start, in: bytes, at: index, before: limit),
          isEnd(of: word, end, bytes)
        {
          found(word, end)
        }
        return
      case .node(let reached):
        node = reached
        if let word = trie.word(at: node), isEnd(of: word, index, bytes) { found(word, index) }
      }
    }
  }

  @inline(__always)
  private func isEnd(of word: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    mayGoOn[word] || end >= bytes.count || !bytes[end].isWordByte
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a run of letters and digits ends in which `index` lies, or at `index` where it lies in none.
  @inline(__always)
  fileprivate func endOfLetters(from index: Int, before limit: Int) -> Int {
    var end = index
    guard end == 0 || self[end - 1].isWordByte else { return end }
    while end < limit, self[end].isWordByte { end += 1 }
    return end
  }
}

extension UInt8 {
  /// Whether this is a letter or digit of ASCII, small as folded text has it, or capital.
  @inline(__always)
  var isWordByte: Bool {
    (self | 0x20) &- UInt8(ascii: "a") < 26 || self &- UInt8(ascii: "0") < 10
  }

  /// Whether this is the first byte of one of the ideographs U+4000 to U+9FFF, which have three.
  @inline(__always)
  var beginsIdeograph: Bool { self &- 0xE4 < 6 }
}

extension UnsafeBufferPointer<UInt8> {
  /// Where a byte stands first from `start` on, eight bytes at a time; nil where it does not.
  func place(of byte: UInt8, from start: Int = 0) -> Int? {
    guard let address = baseAddress else { return nil }
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    while index &+ 8 <= count {
      let eight = UInt64(littleEndian: UnsafeRawPointer(address + index).loadUnaligned(as: UInt64.self))
      let word = eight ^ (ones &* UInt64(byte))
      // The first byte that is zero borrows from its high bit.
      let zeros = (word &- ones) & ~word & (ones &* 0x80)
      if zeros != 0 { return index &+ zeros.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < count {
      if self[index] == byte { return index }
      index &+= 1
    }
    return nil
  }
}

extension StringProtocol {
  /// The parts between signs of ASCII, without the empty ones, as `split` gives them: by bytes, which is many times faster than by
  /// characters.
  func parts(_ separator: Unicode.Scalar) -> [Substring] {
    let bytes = Substring(self).utf8
    let separator = UInt8(ascii: separator)
    var parts: [Substring] = []
    var (start, index) = (bytes.startIndex, bytes.startIndex)
    while index < bytes.endIndex {
      let next = bytes.index(after: index)
      if bytes[index] == separator {
        if start < index { parts.append(Substring(bytes[start..<index])) }
        start = next
      }
      index = next
    }
    if start < bytes.endIndex { parts.append(Substring(bytes[start...])) }
    return parts
  }

  /// A word of a table, where `_` stands for a blank.
  var withBlanks: String {
    utf8.contains(UInt8(ascii: "_")) ? String(map { $0 == "_" ? " " : $0 }) : String(self)
  }
}
