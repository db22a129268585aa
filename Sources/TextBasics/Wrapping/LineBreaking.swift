extension ColumnWidths {
  /// The text in lines of at most `limit` columns, broken by the rules of Chinese and English typography.
  ///
  /// A subset of UAX #14 with the line end rules of Chinese (kinsoku; W3C, Requirements for Chinese Text Layout):
  /// - breaks stand between ideographs, after blanks, and after hyphens and slashes that are not followed by a digit;
  /// - no line begins with a closing or stopping sign (，。、；：？！」』”’）】》%… and the like, also in half width) nor
  ///   ends with an opening one (「『“‘（【《 $￥), even where that makes the line before shorter; nothing hangs out;
  /// - Latin words and numbers stay whole, numbers together with what counts or measures (2,000亿元, 3.5%, 6月, 第3),
  ///   A with 股. One that is longer than a line is split between clusters.
  ///
  /// `\n` ends a line, so that empty lines are kept and the empty text is one empty line. Blanks at the end of a line are
  /// dropped, those at the beginning of the text or after `\n` are kept. A limit below 2, the columns of one ideograph,
  /// counts as 2. Linear in the length of the text.
  package func wrap(_ text: SafeText, columns limit: Int) -> [SafeText] {
    text.string.withBytes { bytes in
      var breaker = LineBreaker(bytes: bytes, limit: max(2, limit))
      var index = 0
      while index < bytes.count {
        let cluster = cluster(of: bytes, at: index)
        breaker.take(index..<cluster.end, columns: cluster.columns)
        index = cluster.end
      }
      return breaker.finish()
    }
  }
}

/// Fills lines with clusters, and looks back only for the last place where the line may be broken.
private struct LineBreaker {
  /// A place where a line may begin, and what the line before it would be.
  private struct Place {
    var start: Int
    var contentEnd: Int
    var columns: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let limit: Int
  private var rules = LineBreakRules()
  private var lines: [SafeText] = []
  private var lineStart = 0
  /// The end of the line so far without its trailing blanks.
  private var contentEnd = 0
  /// Columns of the line so far with its trailing blanks.
  private var columns = 0
  private var lastAllowed: Place?
  private var lastEmergency: Place?

  init(bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
    self.bytes = bytes
    self.limit = limit
  }

  mutating func take(_ cluster: Range<Int>, columns clusterColumns: Int) {
    let scalar = bytes.scalar(at: cluster.lowerBound).value
    let kind = LineBreakClass(scalar, isWide: clusterColumns == 2)
    let following = cluster.upperBound < bytes.count ? bytes.scalar(at: cluster.upperBound).value : 0
    let opportunity = rules.opportunity(before: scalar, of: kind, following: following)

    if kind == .newline {
      endLine(next: cluster.upperBound)
      return
    }
    switch opportunity {
    case .allowed: lastAllowed = place(at: cluster.lowerBound)
    case .emergency: lastEmergency = place(at: cluster.lowerBound)
    case .none: break
    }
    if kind != .space {
      while columns + clusterColumns > limit, cluster.lowerBound > lineStart { breakLine(before: cluster.lowerBound) }
      contentEnd = cluster.upperBound
    }
    columns += clusterColumns
  }

  mutating func finish() -> [SafeText] {
    endLine(next: bytes.count)
    return lines
  }

  private func place(at start: Int) -> Place {
    Place(start: start, contentEnd: contentEnd, columns: columns)
  }

  private mutating func breakLine(before index: Int) {
    let place = lastAllowed ?? lastEmergency ?? place(at: index)
    let rest = (columns: columns - place.columns, contentEnd: max(contentEnd, place.start))
    var laterEmergency = lastEmergency.flatMap { $0.start > place.start ? $0 : nil }
    laterEmergency?.columns -= place.columns
    // Blanks alone, wider than the line, are not worth one.
    if place.contentEnd > lineStart { lines.append(line(upTo: place.contentEnd)) }
    begin(at: place.start)
    (columns, contentEnd) = rest
    lastEmergency = laterEmergency
  }

  private mutating func endLine(next: Int) {
    lines.append(line(upTo: contentEnd))
    begin(at: next)
  }

  private func line(upTo end: Int) -> SafeText {
    SafeText(trusted: String(bytes, lineStart..<end))
  }

  private mutating func begin(at start: Int) {
    lineStart = start
    contentEnd = start
    columns = 0
    lastAllowed = nil
    lastEmergency = nil
  }
}

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
