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
