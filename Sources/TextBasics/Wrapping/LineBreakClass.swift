/// How a character behaves at the end of a line: the classes of UAX #14 that Chinese and English news needs, with the
/// rules for Chinese line ends (W3C, Requirements for Chinese Text Layout) built in.
enum LineBreakClass: UInt8 {
  /// Hard break.
  case newline
  /// Blanks, also the ideographic one: a break after them, and they vanish at the end of a line.
  case space
  /// No break on either side: no-break spaces.
  case glue
  /// Letters and all other signs: broken from ideographs, not from each other.
  case alphabetic
  case digit
  /// Ideographs, kana, Hangul, emoji: a break on either side.
  case ideograph
  /// `第`, which holds the number after it.
  case ordinal
  /// Ends no line. The narrow ones hold letters before them, as in `f(x)`; the wide ones do not.
  case narrowOpener, wideOpener
  /// Begins no line. The narrow ones hold letters after them, as in `a.b`; the wide ones do not.
  case narrowCloser, wideCloser
  /// ASCII quotes, whose direction is unknown: hold both neighbours.
  case quote
  /// `#` and `@`: hold what stands directly after them.
  case prefix
  /// Hyphens and the slash: begin no line, a break after them but not within numbers.
  case hyphen
  /// Long dashes: not torn from each other.
  case dash

  init(_ scalar: UInt32, isWide: Bool) {
    self = scalar < 0x80 ? Self.ascii(UInt8(scalar)) : Self.beyondASCII(scalar) ?? (isWide ? .ideograph : .alphabetic)
  }

  private static func ascii(_ byte: UInt8) -> LineBreakClass {
    switch byte {
    case UInt8(ascii: "\n"): .newline
    case UInt8(ascii: " "): .space
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "$"): .narrowOpener
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "%"): .narrowCloser
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"): .narrowCloser
    case UInt8(ascii: "!"), UInt8(ascii: "?"): .narrowCloser
    case UInt8(ascii: "\""), UInt8(ascii: "'"): .quote
    case UInt8(ascii: "#"), UInt8(ascii: "@"): .prefix
    case UInt8(ascii: "-"), UInt8(ascii: "/"): .hyphen
    default: .alphabetic
    }
  }

  /// The class of the signs that have one of their own, nil for the others.
  private static func beyondASCII(_ scalar: UInt32) -> LineBreakClass? {
    switch scalar {
    case 0x7B2C: .ordinal  // 第
    case 0x3400...0x9FFF, 0xAC00...0xD7A3: .ideograph
    case 0xA0, 0x2007, 0x202F: .glue
    case 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F, 0x3000: .space
    case 0xA3, 0xA5, 0x20AC: .narrowOpener  // £ ¥ €
    case 0xFF04, 0xFFE1, 0xFFE5: .wideOpener  // ＄ ￡ ￥
    case 0xAB, 0x2018, 0x201C: .wideOpener  // « ‘ “
    case 0xBB, 0x2019, 0x201D: .wideCloser  // » ’ ”
    case 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016, 0x3018, 0x301A, 0x301D: .wideOpener  // 〈《「『【〔〖〘〚〝
    case 0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017, 0x3019, 0x301B: .wideCloser  // 〉》」』】〕〗〙〛
    case 0x3001, 0x3002, 0x301E, 0x301F: .wideCloser  // 、。〞〟
    case 0xFF08, 0xFF3B, 0xFF5B, 0xFF5F, 0xFF62: .wideOpener  // （［｛｟｢
    case 0xFF09, 0xFF3D, 0xFF5D, 0xFF60, 0xFF63: .wideCloser  // ）］｝｠｣
    case 0xFF01, 0xFF05, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F, 0xFF61, 0xFF64: .wideCloser  // ！％，．：；？｡､
    case 0xB7, 0x2022, 0x2025...0x2027, 0x22EF, 0x30FB, 0xFF65: .wideCloser  // ·•‥…‧⋯・･
    case 0x3005, 0x303B, 0x30FC, 0x301C, 0xFF5E, 0xFF0F: .wideCloser  // 々〻ー〜～／
    case 0xB0, 0x2030, 0x2032, 0x2033, 0x2103, 0x2109: .narrowCloser  // °‰′″℃℉
    case 0x2010, 0x2012, 0x2013: .hyphen  // ‐‒–
    case 0x2014, 0x2015, 0x2E3A: .dash  // —―⸺
    case 0xFF10...0xFF19: .digit
    case 0xFF03, 0xFF20: .prefix  // ＃＠
    default: nil
    }
  }
}
