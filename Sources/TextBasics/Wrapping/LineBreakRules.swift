/// Where a line may be broken: the rules between neighbouring characters.
///
/// Fed with the characters of a text in order. The state is what UAX #14 looks back for: the sign before the blanks, and
/// whether it ends a number.
struct LineBreakRules {
  enum Opportunity {
    /// Would begin a line with a closer or end one with an opener, or stands within blanks.
    case none
    /// Tears a word or a number: for lines that hold nothing else.
    case emergency
    case allowed
  }

  /// The character before, blanks included.
  private var before: LineBreakClass = .newline
  /// The last character that is not a blank.
  private var lastSign: LineBreakClass = .newline
  private var lastScalar: UInt32 = 0
  /// The class before that one, which tells a hyphen in a word from one that begins it.
  private var beforeLastSign: LineBreakClass = .newline
  /// The text so far ends in a number, or in a number and 万 or 亿.
  private var endsInNumber = false
  /// The text so far ends in a number and 美 of 美元, or the like.
  private var endsInCurrency = false

  /// Takes the next character and tells whether a line may begin with it; `following` is the scalar after it, or 0.
  mutating func opportunity(before scalar: UInt32, of kind: LineBreakClass, following: UInt32) -> Opportunity {
    let isCurrency = endsInNumber && following == Signs.yuan && Signs.currencyCountries.contains(scalar)
    let result: Opportunity =
      if isImpossible(before: kind) { .none } else if isAllowed(before: scalar, of: kind, isCurrency: isCurrency) {
        .allowed
      } else { .emergency }

    endsInCurrency = isCurrency
    endsInNumber = kind == .digit || endsInNumber && Signs.magnitudes.contains(scalar)
    if kind != .space {
      beforeLastSign = before == .space ? .space : lastSign
      lastSign = kind
      lastScalar = scalar
    }
    before = kind
    return result
  }

  /// The rules that hold over blanks as well.
  private func isImpossible(before kind: LineBreakClass) -> Bool {
    switch (lastSign, kind) {
    case (.newline, _), (.narrowOpener, _), (.wideOpener, _): true
    case (_, .space), (_, .narrowCloser), (_, .wideCloser): true
    default: false
    }
  }

  private func isAllowed(before scalar: UInt32, of kind: LineBreakClass, isCurrency: Bool) -> Bool {
    switch (before, kind) {
    case (_, .glue), (.glue, _): false
    case (.space, _): true
    case (_, .quote), (.quote, _), (.prefix, _), (_, .hyphen), (.dash, .dash): false
    case (.alphabetic, .alphabetic), (.alphabetic, .digit), (.digit, .alphabetic), (.digit, .digit): false
    case (.alphabetic, .prefix), (.digit, .prefix), (.ordinal, .digit): false
    case (.alphabetic, .narrowOpener), (.digit, .narrowOpener): false
    case (.narrowCloser, .alphabetic), (.narrowCloser, .digit): false
    case (.hyphen, .digit): false
    // A hyphen after a blank belongs to what follows: -5, -v.
    case (.hyphen, _): beforeLastSign != .space && beforeLastSign != .newline
    case (.wideCloser, .alphabetic): lastScalar != Signs.apostrophe || beforeLastSign != .alphabetic
    case (.alphabetic, .ideograph): scalar != Signs.share
    case (_, .ideograph) where endsInCurrency: scalar != Signs.yuan
    case (_, .ideograph) where endsInNumber: !isCurrency && !Signs.units.contains(scalar)
    default: true
    }
  }
}

/// Single signs that the rules know.
private enum Signs {
  static let apostrophe: UInt32 = 0x2019
  /// 股, as in A股.
  static let share: UInt32 = 0x80A1
  /// 元, as in 美元.
  static let yuan: UInt32 = 0x5143
  static let currencyCountries = scalars("美港欧日澳加新英")
  /// What a number goes on after.
  static let magnitudes = scalars("十百千万亿兆萬億")
  /// What counts or measures, and so stays with its number.
  static let units = magnitudes.union(
    scalars(
      """
      元角分股手倍成折个個家名位人只支条條次件项項起套台臺辆輛架艘座所笔筆张張份批场場届轮輪级級号號版章页頁层層楼樓\
      年月日天周时時点點秒刻岁歲季期度吨噸克斤两兩米里亩畝升户戶
      """))

  private static func scalars(_ text: String) -> Set<UInt32> {
    Set(text.unicodeScalars.map(\.value))
  }
}
