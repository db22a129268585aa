/// A short run of neighbouring characters in folded text: what the index lists documents by.
///
/// Every character but a blank is a gram by itself; two letters side by side are one, of whatever scripts; so are three
/// narrow letters or digits (Latin, Greek, Cyrillic, 0–9), of which two would say too little. So every text that can be
/// looked for has grams, and a document that contains the text has them all.
package struct Gram: Hashable, Comparable, Sendable {
  /// At most `Gram.bits` bits; the order of grams is that of their values.
  package let rawValue: UInt64

  /// Two for the number of characters, 42 for the characters.
  package static let bits: UInt64 = 44

  /// Comes before all grams, and is none.
  static let first = Gram(rawValue: 0)

  @inline(__always)
  init(rawValue: UInt64) { self.rawValue = rawValue }

  @inline(__always)
  init(_ character: UInt32) { rawValue = UInt64(character) }

  @inline(__always)
  init(_ first: UInt32, _ second: UInt32) { rawValue = 1 << 42 | UInt64(first) << 21 | UInt64(second) }

  /// Of narrow letters only, which take 14 bits.
  @inline(__always)
  init(_ first: UInt32, _ second: UInt32, _ third: UInt32) {
    rawValue = 2 << 42 | UInt64(first) << 28 | UInt64(second) << 14 | UInt64(third)
  }

  /// Its number of characters.
  var length: Int { Int(rawValue >> 42) + 1 }

  package static func < (a: Gram, b: Gram) -> Bool { a.rawValue < b.rawValue }
}

/// What a character is to the index.
enum CharacterClass {
  /// Separates, and is not looked for by itself.
  case blank
  /// Separates, and can be looked for by itself: punctuation, symbols, pictures.
  case sign
  /// A letter or digit of an alphabet; below U+2E80.
  case narrow
  /// An ideograph, a syllable, or any other letter from U+2E80 on.
  case wide

  /// The class of a scalar of folded text.
  @inline(__always)
  init(_ scalar: UInt32) {
    switch scalar {
    case 0x61...0x7A, 0x30...0x39: self = .narrow
    case 0x3400...0x9FFF: self = .wide
    case ..<0xC0: self = CharacterClass.ofLatin1(scalar)
    case ..<0x2E80: self = CharacterClass.ofAlphabets(scalar)
    default: self = CharacterClass.ofEastAsia(scalar)
    }
  }

  private static func ofLatin1(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case ...0x20, 0x7F...0xA0, 0xAD: .blank
    // Upper case, where text comes unfolded, ª µ º.
    case 0x41...0x5A, 0xAA, 0xB5, 0xBA: .narrow
    default: .sign
    }
  }

  private static func ofAlphabets(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x1680, 0x2000...0x200F, 0x2028...0x202F, 0x205F...0x206F: .blank
    // × ÷, general punctuation, currency, arrows, mathematics, boxes, dingbats, braille, supplemental punctuation.
    case 0xD7, 0xF7, 0x2010...0x205E, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x2E00...0x2E7F: .sign
    default: .narrow
    }
  }

  private static func ofEastAsia(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x3000, 0xFEFF: .blank
    // 々 and 〇 are written within words.
    case 0x3005, 0x3007: .wide
    case 0x3001...0x3020, 0x3030, 0x303D, 0x30FB, 0x31C0...0x31E3, 0x3200...0x33FF: .sign
    // Vertical and small forms, half-width signs, emoji and other pictures.
    case 0xFE10...0xFE6F, 0xFF00...0xFF0F, 0xFF5B...0xFF65, 0xFFE0...0xFFFF, 0x1F000...0x1FAFF: .sign
    default: .wide
    }
  }
}

/// Cuts folded UTF-8 into its grams. Linear; some 3 ns a character.
enum GramScanner {
  /// Calls `emit` for each gram in the text, repeated ones included, with the character after it, which is 0 at the end.
  ///
  /// The bytes must be well-formed UTF-8.
  @inline(__always)
  static func scan(_ text: UnsafeBufferPointer<UInt8>, _ emit: (_ gram: Gram, _ follower: UInt32) -> Void) {
    // The letter before, and the one before that where both are narrow; 0 where there is none.
    var (before, last): (UInt32, UInt32) = (0, 0)
    var lastIsNarrow = false
    var index = 0
    var (scalar, end) = text.isEmpty ? (0, 0) : text.scalar(at: 0)
    while index < text.count {
      let next = end < text.count ? text.scalar(at: end) : (0, end)
      let follower = next.0
      switch CharacterClass(scalar) {
      case .blank:
        (before, last) = (0, 0)
      case .sign:
        emit(Gram(scalar), follower)
        (before, last) = (0, 0)
      case .wide:
        emit(Gram(scalar), follower)
        if last != 0 { emit(Gram(last, scalar), follower) }
        (before, last, lastIsNarrow) = (0, scalar, false)
      case .narrow:
        emit(Gram(scalar), follower)
        if last != 0 { emit(Gram(last, scalar), follower) }
        if before != 0 { emit(Gram(before, last, scalar), follower) }
        (before, last, lastIsNarrow) = (lastIsNarrow ? last : 0, scalar, true)
      }
      index = end
      (scalar, end) = next
    }
  }

  /// The fewest grams that every text has which contains this one, with what must follow each; none for blanks.
  static func cover(of text: UnsafeBufferPointer<UInt8>) -> [Gram: NextCharacterClasses] {
    var grams: [Gram: NextCharacterClasses] = [:]
    var signs: [Gram: NextCharacterClasses] = [:]
    var word: [Letter] = []
    var index = 0
    while index < text.count {
      let (scalar, end) = text.scalar(at: index)
      index = end
      let follower = end < text.count ? text.scalar(at: end).value : 0
      let characterClass = CharacterClass(scalar)
      switch characterClass {
      case .narrow, .wide:
        word.append(Letter(scalar: scalar, isNarrow: characterClass == .narrow, follower: follower))
        continue
      case .sign: signs[Gram(scalar), default: []].insert(NextCharacterClasses(follower))
      case .blank: break
      }
      cover(word, &grams)
      word.removeAll()
    }
    cover(word, &grams)
    return grams.isEmpty ? signs : grams
  }

  private struct Letter {
    var scalar: UInt32
    var isNarrow: Bool
    var follower: UInt32
  }

  private static func cover(_ word: [Letter], _ grams: inout [Gram: NextCharacterClasses]) {
    func add(_ gram: Gram, endingAt index: Int) {
      grams[gram, default: []].insert(NextCharacterClasses(word[index].follower))
    }
    func isNarrow(_ index: Int) -> Bool { word.indices.contains(index) && word[index].isNarrow }
    if word.count == 1 { add(Gram(word[0].scalar), endingAt: 0) }
    for index in word.indices.dropLast() {
      let isPairNarrow = isNarrow(index) && isNarrow(index + 1)
      if isPairNarrow, isNarrow(index + 2) {
        let gram = Gram(word[index].scalar, word[index + 1].scalar, word[index + 2].scalar)
        add(gram, endingAt: index + 2)
      } else if !isPairNarrow || !isNarrow(index - 1) {
        add(Gram(word[index].scalar, word[index + 1].scalar), endingAt: index + 1)
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar whose first byte stands at `index`, and the index after it; nothing is checked.
  @inline(__always)
  fileprivate func scalar(at index: Int) -> (value: UInt32, end: Int) {
    let first = UInt32(self[index])
    if first < 0x80 { return (first, index + 1) }
    let second = UInt32(self[index + 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, index + 2) }
    let third = UInt32(self[index + 2] & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, index + 3) }
    return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(self[index + 3] & 0x3F), index + 4)
  }
}

/// A text to be looked for, as the index sees it.
package struct TextNeedle: Hashable, Sendable {
  /// The grams that every document has which contains the text, and what follows them there; none for blanks.
  package let cover: [Gram: NextCharacterClasses]
  /// Whether a document that has the gram contains the text: it is one gram and nothing else.
  package let isExact: Bool

  /// - Parameter text: folded.
  package init(_ text: String) {
    var text = text
    (cover, isExact) = text.withUTF8 { bytes in
      let cover = GramScanner.cover(of: bytes)
      return (cover, cover.count == 1 && cover.first?.key.length == bytes.count { $0 & 0xC0 != 0x80 })
    }
  }

  package var grams: [Gram] { cover.keys.sorted() }
}
