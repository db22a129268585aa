/// How a character behaves at the end of a line: the classes of UAX #14, and those that Chinese text adds.
enum LineBreakClass: UInt8, CaseIterable {
  // MARK: Of UAX #14, as rule LB1 resolves them

  /// The beginning of the text or of a line that the text itself begins.
  case start
  case mandatoryBreak, carriageReturn, lineFeed, nextLine
  case space, zeroWidthSpace, wordJoiner, glue, joiner, combiningMark
  case closePunctuation, closeParenthesis, exclamation, infixSeparator, symbolSeparator
  /// The wide ones do not hold letters before them, as in `f(x)`.
  case openPunctuation, wideOpenPunctuation
  case quotation, nonstarter, breakBoth, breakAfter, hyphen, breakBefore, contingent
  case alphabetic, hebrewLetter, numeric, prefixNumeric, postfixNumeric, inseparable
  case ideographic, emojiBase, emojiModifier
  case leadingJamo, vowelJamo, trailingJamo, syllable, syllableWithFinal
  case regionalIndicator

  // MARK: Of Chinese text

  /// `#` and `@`: letters that hold what stands directly after them.
  case tagSign
  /// `’`: closes a quotation, and holds the letters of `don’t`.
  case apostrophe
  /// `第`, which holds the number after it.
  case ordinal
  /// What a number goes on after: 万, 亿.
  case magnitude
  /// What counts or measures, and so stays with its number.
  case unit
  /// 元, also in 美元.
  case yuan
  /// 美 of 美元, or the like.
  case currencyCountry
  /// 日, which is a unit and, in 日元, a country.
  case day
  /// 股, also in A股.
  case share
  /// A gap for the eye between Han and Latin signs: breaks nothing, joins nothing, and vanishes at the end of a line.
  case gap

  /// What the rules of UAX #14 take it for.
  var base: LineBreakClass {
    switch self {
    case .tagSign: .alphabetic
    case .apostrophe: .closePunctuation
    case .ordinal, .magnitude, .unit, .yuan, .currencyCountry, .day, .share: .ideographic
    case .gap: .space
    default: self
    }
  }
}

/// The class of every scalar below U+20000: a byte each, in plain memory that lives as long as the program.
struct LineBreakTable {
  /// As the Unicode Character Database has the classes.
  static func plain() -> LineBreakTable { LineBreakTable(chinese: false) }

  // Safe because the memory is written before anyone sees the pointer, and never again.
  nonisolated(unsafe) static let chinese = LineBreakTable(chinese: true)

  private static let end: UInt32 = 0x20000
  private let classes: UnsafePointer<UInt8>

  @inline(__always)
  func lineBreakClass(_ scalar: UInt32) -> LineBreakClass {
    guard scalar < Self.end else { return Self.classAbove(scalar) }
    return LineBreakClass(rawValue: classes[Int(scalar)]) ?? .alphabetic
  }

  private static func classAbove(_ scalar: UInt32) -> LineBreakClass {
    switch scalar {
    case 0x20000...0x2FFFD, 0x30000...0x3FFFD: .ideographic
    case 0xE0001, 0xE0020...0xE007F, 0xE0100...0xE01EF: .combiningMark
    default: .alphabetic
    }
  }

  private init(chinese: Bool) {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: Int(Self.end))
    table.initialize(repeating: LineBreakClass.alphabetic.rawValue, count: Int(Self.end))
    for (ranges, kind) in Self.ranges {
      PackedScalars.forEachRange(in: ranges) { range in
        (table + Int(range.lowerBound)).update(repeating: kind.rawValue, count: range.count)
      }
    }
    for (scalars, kind) in Self.single + (chinese ? Self.ofChinese : []) {
      for scalar in scalars.unicodeScalars { table[Int(scalar.value)] = kind.rawValue }
    }
    let syllables: UInt32 = 0xAC00
    for syllable in syllables...0xD7A3 {
      let kind: LineBreakClass = (syllable - syllables) % 28 == 0 ? .syllable : .syllableWithFinal
      table[Int(syllable)] = kind.rawValue
    }
    classes = UnsafePointer(table)
  }

  private static let ranges: [(StaticString, LineBreakClass)] = [
    (LineBreakRanges.mandatoryBreak, .mandatoryBreak), (LineBreakRanges.zeroWidthSpace, .zeroWidthSpace),
    (LineBreakRanges.wordJoiner, .wordJoiner), (LineBreakRanges.glue, .glue),
    (LineBreakRanges.combiningMark, .combiningMark), (LineBreakRanges.closePunctuation, .closePunctuation),
    (LineBreakRanges.closeParenthesis, .closeParenthesis), (LineBreakRanges.exclamation, .exclamation),
    (LineBreakRanges.infixSeparator, .infixSeparator), (LineBreakRanges.openPunctuation, .openPunctuation),
    (LineBreakRanges.wideOpenPunctuation, .wideOpenPunctuation), (LineBreakRanges.quotation, .quotation),
    (LineBreakRanges.nonstarter, .nonstarter), (LineBreakRanges.breakBoth, .breakBoth),
    (LineBreakRanges.breakAfter, .breakAfter), (LineBreakRanges.breakBefore, .breakBefore),
    (LineBreakRanges.hebrewLetter, .hebrewLetter), (LineBreakRanges.numeric, .numeric),
    (LineBreakRanges.prefixNumeric, .prefixNumeric), (LineBreakRanges.postfixNumeric, .postfixNumeric),
    (LineBreakRanges.inseparable, .inseparable), (LineBreakRanges.ideographic, .ideographic),
    (LineBreakRanges.emojiBase, .emojiBase), (LineBreakRanges.emojiModifier, .emojiModifier),
    (LineBreakRanges.leadingJamo, .leadingJamo), (LineBreakRanges.vowelJamo, .vowelJamo),
    (LineBreakRanges.trailingJamo, .trailingJamo), (LineBreakRanges.regionalIndicator, .regionalIndicator),
  ]

  private static let single: [(String, LineBreakClass)] = [
    ("\r", .carriageReturn), ("\n", .lineFeed), ("\u{85}", .nextLine), (" ", .space), ("/", .symbolSeparator),
    ("-", .hyphen), ("\u{200D}", .joiner), ("\u{FFFC}", .contingent),
  ]

  /// Signs that Chinese news uses otherwise than Unicode takes them, in this order: what comes later wins.
  private static let ofChinese: [(String, LineBreakClass)] = [
    // Blanks of all widths vanish at the end of a line.
    ("\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2008}\u{200A}\u{205F}\u{3000}", .space),
    ("\u{2009}", .gap),
    // The direction of these quotation marks is known.
    ("“‘«", .wideOpenPunctuation), ("”»", .closePunctuation), ("’", .apostrophe),
    // The point between the parts of a name, dots, and signs of full width whose narrow twins begin no line either.
    ("·•‥‧～／", .nonstarter),
    ("―", .breakBoth), ("‐‒–", .hyphen), ("０１２３４５６７８９", .numeric), ("#@＃＠", .tagSign),
    (
      """
      角分倍成折个個家名位人只支条條次件项項起套台臺辆輛架艘座所笔筆张張份批场場届轮輪级級号號版章页頁层層楼樓手\
      年月天周时時点點秒刻岁歲季期度吨噸克斤两兩米里亩畝升户戶
      """, .unit
    ),
    ("十百千万亿兆萬億", .magnitude), ("美港欧澳加新英", .currencyCountry), ("日", .day), ("元", .yuan), ("股", .share),
    ("第", .ordinal),
  ]
}
