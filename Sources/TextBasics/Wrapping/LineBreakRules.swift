/// Where a line may be broken: the rules of UAX #14 (Unicode 15.0), LB2 to LB31, with numbers as in example 7 of its section 8.2.
///
/// Chinese text adds to them (`chinese`; W3C, Requirements for Chinese Text Layout):
/// - nonstarters, … and signs behind a number (%, ℃) begin no line, not even after blanks; signs of money before a number end none;
/// - a number stays with what counts or measures it (2,000亿元, 6月, 12美元), 第 with its number, A with 股, `#` with its tag;
/// - an apostrophe holds letters, a hyphen that begins a word what follows (LB20a of Unicode 15.1), points and slashes a digit;
/// - blanks that begin a line are part of it.
///
/// Fed with the classes of a text in order. The state is what the rules look back for.
struct LineBreakRules {
  enum Opportunity: UInt8 {
    case allowed
    /// Tears a word or a number: for lines that hold nothing else.
    case emergency
    /// Would begin a line with a closer or end one with an opener, or stands within blanks.
    case none
  }

  /// What the text so far ends in.
  private enum Number {
    case none
    /// A number with its points and slashes.
    case open
    /// A number, and right behind its last digit.
    case digit
    /// A number and the bracket that closes it.
    case closed
    /// A number and 万 or 亿.
    case magnitude
    /// A number and 美 of 美元, or the like.
    case currency
  }

  static var plain: LineBreakRules { LineBreakRules(.plain()) }
  static var chinese: LineBreakRules { LineBreakRules(.chinese) }

  private let pairs: LineBreakPairs
  /// The last class that is neither blank nor mark, and the one before it.
  private var last = LineBreakClass.start
  private var beforeLast = LineBreakClass.start
  private var isAfterBlanks = false
  private var isAfterJoiner = false
  private var number = Number.none
  /// The text so far ends in the first half of a flag.
  private var isWithinFlag = false
  /// The text so far ends in a hyphen that begins a word.
  private var isAfterWordInitialHyphen = false

  private init(_ pairs: LineBreakPairs) { self.pairs = pairs }

  /// Takes the next class and tells whether a line may begin with it; `following` gives the class after it, or nil at the end.
  @inline(__always)
  mutating func opportunity(before kind: LineBreakClass, following: () -> LineBreakClass?) -> Opportunity {
    // Most of Chinese text.
    if kind == .ideographic, last == .ideographic, !isAfterBlanks, !isAfterJoiner {
      (beforeLast, number) = (.ideographic, .none)
      return .allowed
    }
    return takeOther(kind, following())
  }

  /// Forgets what was before, as a new line of the text does.
  mutating func beginLine() { self = LineBreakRules(pairs) }

  private mutating func takeOther(_ taken: LineBreakClass, _ following: LineBreakClass?) -> Opportunity {
    if taken == .gap { return .none }
    if taken == .space {
      defer {
        (isAfterBlanks, isAfterJoiner, number) = (true, false, .none)
        if last.endsLine { last = .start }
      }
      return isAfterBlanks ? .none : pairs.direct(last, .space)
    }
    var kind = taken
    if kind == .combiningMark || kind == .joiner {
      if !isAfterBlanks, last != .start, last != .zeroWidthSpace, !last.endsLine {
        isAfterJoiner = kind == .joiner
        return .emergency
      }
      kind = .alphabetic
    }
    var result = isAfterBlanks ? pairs.afterBlanks(last, kind) : pairs.direct(last, kind)
    if result == .allowed, !isAfterBlanks, isHeld(kind, following) { result = .emergency }
    note(kind, following, isJoiner: taken == .joiner)
    return result
  }

  /// The rules that look further than at two neighbours.
  private func isHeld(_ kind: LineBreakClass, _ following: LineBreakClass?) -> Bool {
    if isAfterJoiner { return true }
    switch (last, kind) {
    case (.hyphen, _) where beforeLast == .hebrewLetter, (.breakAfter, _) where beforeLast == .hebrewLetter: return true
    case (.regionalIndicator, .regionalIndicator): return isWithinFlag
    case (.prefixNumeric, .openPunctuation), (.prefixNumeric, .wideOpenPunctuation), (.prefixNumeric, .hyphen),
      (.postfixNumeric, .openPunctuation), (.postfixNumeric, .wideOpenPunctuation), (.postfixNumeric, .hyphen):
      return following == .numeric
    case (.apostrophe, .alphabetic): return beforeLast == .alphabetic
    case (.hyphen, .alphabetic): return isAfterWordInitialHyphen
    default: return isPartOfNumber(kind, following)
    }
  }

  private func isPartOfNumber(_ kind: LineBreakClass, _ following: LineBreakClass?) -> Bool {
    switch (number, kind) {
    case (.none, _): false
    case (.open, .numeric), (.open, .postfixNumeric), (.open, .prefixNumeric): true
    case (.closed, .postfixNumeric), (.closed, .prefixNumeric): true
    case (.digit, .magnitude), (.digit, .unit), (.digit, .yuan), (.digit, .share), (.digit, .day): true
    case (.magnitude, .magnitude), (.magnitude, .unit), (.magnitude, .yuan), (.magnitude, .share): true
    case (.magnitude, .day): true
    case (.digit, .currencyCountry), (.magnitude, .currencyCountry): following == .yuan
    case (.currency, .yuan): true
    default: false
    }
  }

  private mutating func note(_ kind: LineBreakClass, _ following: LineBreakClass?, isJoiner: Bool) {
    number = numberAfter(kind, following)
    isWithinFlag = kind == .regionalIndicator && !(isWithinFlag && !isAfterBlanks)
    isAfterWordInitialHyphen = pairs.isChinese && kind == .hyphen && (isAfterBlanks || last == .start)
    (beforeLast, last) = (last, kind)
    (isAfterBlanks, isAfterJoiner) = (false, isJoiner)
  }

  private func numberAfter(_ kind: LineBreakClass, _ following: LineBreakClass?) -> Number {
    let isNumber = !isAfterBlanks && (number == .digit || number == .open)
    let isCounted = !isAfterBlanks && (number == .digit || number == .magnitude)
    return switch kind {
    case .numeric: .digit
    case .infixSeparator, .symbolSeparator: isNumber ? .open : .none
    case .closePunctuation, .closeParenthesis: isNumber ? .closed : .none
    case .magnitude: isCounted ? .magnitude : .none
    case .currencyCountry, .day: isCounted && following == .yuan ? .currency : .none
    default: .none
    }
  }
}

extension LineBreakClass {
  fileprivate var endsLine: Bool {
    switch self {
    case .mandatoryBreak, .carriageReturn, .lineFeed, .nextLine: true
    default: false
    }
  }

  /// Begins no line of Chinese.
  var startsNoLine: Bool {
    switch base {
    case .closePunctuation, .closeParenthesis, .exclamation, .infixSeparator, .symbolSeparator, .nonstarter,
      .inseparable,
      .postfixNumeric:
      true
    default: false
    }
  }

  /// Whether one sign of the class may stand in the margin behind a line: stops, commas, and what closes brackets and quotations.
  var mayHang: Bool {
    switch base {
    case .closePunctuation, .closeParenthesis, .exclamation, .infixSeparator, .nonstarter: true
    default: false
    }
  }

  fileprivate var isLetter: Bool { self == .alphabetic || self == .hebrewLetter }
  fileprivate var isHangul: Bool {
    switch self {
    case .leadingJamo, .vowelJamo, .trailingJamo, .syllable, .syllableWithFinal: true
    default: false
    }
  }
  fileprivate var isIdeograph: Bool { self == .ideographic || self == .emojiBase || self == .emojiModifier }
}

/// The rules that look at two classes and whether blanks stand between, worked out once for all pairs.
struct LineBreakPairs {
  static func plain() -> LineBreakPairs { LineBreakPairs(isChinese: false) }

  // Safe because the memory is written before anyone sees the pointer, and never again.
  nonisolated(unsafe) static let chinese = LineBreakPairs(isChinese: true)

  private static let count = LineBreakClass.allCases.count

  let isChinese: Bool
  /// For each pair what holds without blanks, and two bits above what holds with them.
  private let opportunities: UnsafePointer<UInt8>

  private init(isChinese: Bool) {
    self.isChinese = isChinese
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.count * Self.count)
    for before in LineBreakClass.allCases {
      for after in LineBreakClass.allCases {
        let pair = Pair(before: before, after: after, isChinese: isChinese)
        (table + Self.index(before, after)).initialize(to: pair.direct.rawValue | pair.afterBlanks.rawValue << 2)
      }
    }
    opportunities = UnsafePointer(table)
  }

  @inline(__always)
  private static func index(_ before: LineBreakClass, _ after: LineBreakClass) -> Int {
    Int(before.rawValue) * count + Int(after.rawValue)
  }

  @inline(__always)
  func direct(_ before: LineBreakClass, _ after: LineBreakClass) -> LineBreakRules.Opportunity {
    LineBreakRules.Opportunity(rawValue: opportunities[Self.index(before, after)] & 3) ?? .none
  }

  @inline(__always)
  func afterBlanks(_ before: LineBreakClass, _ after: LineBreakClass) -> LineBreakRules.Opportunity {
    LineBreakRules.Opportunity(rawValue: opportunities[Self.index(before, after)] >> 2) ?? .none
  }
}

/// Two neighbours under the rules that look no further.
private struct Pair {
  typealias Opportunity = LineBreakRules.Opportunity

  /// As they are, and as UAX #14 takes them.
  private let sign: (before: LineBreakClass, after: LineBreakClass)
  private let before: LineBreakClass
  private let after: LineBreakClass
  private let isChinese: Bool

  init(before: LineBreakClass, after: LineBreakClass, isChinese: Bool) {
    sign = (before, after)
    (self.before, self.after) = (before.base, after.base)
    self.isChinese = isChinese
  }

  var direct: Opportunity {
    if let result = acrossBlanks { return result }
    // LB2, LB11, LB12, LB12a
    switch (before, after) {
    case (.start, _): return Opportunity.none
    case (.wordJoiner, _), (.glue, _): return .emergency
    case (.breakAfter, .glue), (.hyphen, .glue): return .allowed
    case (_, .glue): return .emergency
    default: break
    }
    // LB19, LB20
    if before == .quotation || after == .quotation { return .emergency }
    if before == .contingent || after == .contingent { return .allowed }
    if isChinese, isHeldInChinese { return .emergency }
    return isHeld ? .emergency : .allowed
  }

  var afterBlanks: Opportunity {
    // LB7
    if after == .space { return .none }
    if let result = acrossBlanks { return result }
    // LB18
    return before == .start && isChinese ? .none : .allowed
  }

  /// The rules that hold with blanks between as well as without.
  private var acrossBlanks: Opportunity? {
    switch (before, after) {
    // LB4, LB5
    case (.carriageReturn, .lineFeed): return Opportunity.none
    case (.mandatoryBreak, _), (.carriageReturn, _), (.lineFeed, _), (.nextLine, _): return .allowed
    // LB6 to LB8
    case (_, .mandatoryBreak), (_, .carriageReturn), (_, .lineFeed), (_, .nextLine): return Opportunity.none
    case (_, .space), (_, .zeroWidthSpace): return Opportunity.none
    case (.zeroWidthSpace, _): return .allowed
    // LB11
    case (_, .wordJoiner): return .emergency
    // LB13 to LB17
    case (_, .closePunctuation), (_, .closeParenthesis), (_, .exclamation), (_, .infixSeparator),
      (_, .symbolSeparator):
      return Opportunity.none
    case (.openPunctuation, _), (.wideOpenPunctuation, _): return Opportunity.none
    case (.quotation, .openPunctuation), (.quotation, .wideOpenPunctuation): return .emergency
    case (.closePunctuation, .nonstarter), (.closeParenthesis, .nonstarter): return Opportunity.none
    case (.breakBoth, .breakBoth): return .emergency
    default: break
    }
    if isChinese, before == .prefixNumeric || after.startsNoLine { return Opportunity.none }
    return nil
  }

  /// LB21 to LB30b, without what looks further back.
  private var isHeld: Bool {
    switch (before, after) {
    // LB21, LB21b, LB22
    case (_, .breakAfter), (_, .hyphen), (_, .nonstarter), (.breakBefore, _), (.symbolSeparator, .hebrewLetter): true
    case (_, .inseparable): true
    // LB23, LB23a
    case (.numeric, _) where after.isLetter, (_, .numeric) where before.isLetter: true
    case (.prefixNumeric, _) where after.isIdeograph, (_, .postfixNumeric) where before.isIdeograph: true
    // LB24
    case (.prefixNumeric, _) where after.isLetter, (.postfixNumeric, _) where after.isLetter: true
    case (_, .prefixNumeric) where before.isLetter, (_, .postfixNumeric) where before.isLetter: true
    // LB25
    case (.prefixNumeric, .numeric), (.postfixNumeric, .numeric), (.hyphen, .numeric), (.numeric, .numeric): true
    case (.numeric, .prefixNumeric), (.numeric, .postfixNumeric): true
    default: isHeldAsLetters
    }
  }

  /// LB26 to LB30b.
  private var isHeldAsLetters: Bool {
    switch (before, after) {
    case (.leadingJamo, .leadingJamo), (.leadingJamo, .vowelJamo), (.leadingJamo, .syllable): true
    case (.leadingJamo, .syllableWithFinal), (.vowelJamo, .vowelJamo), (.vowelJamo, .trailingJamo): true
    case (.syllable, .vowelJamo), (.syllable, .trailingJamo): true
    case (.trailingJamo, .trailingJamo), (.syllableWithFinal, .trailingJamo): true
    case (_, .postfixNumeric) where before.isHangul, (.prefixNumeric, _) where after.isHangul: true
    case (_, _) where before.isLetter && after.isLetter: true
    case (.infixSeparator, _) where after.isLetter: true
    case (_, .openPunctuation) where before.isLetter || before == .numeric: true
    case (.closeParenthesis, _) where after.isLetter || after == .numeric: true
    case (.emojiBase, .emojiModifier): true
    default: false
    }
  }

  private var isHeldInChinese: Bool {
    switch (sign.before, sign.after) {
    case (.tagSign, _), (.ordinal, .numeric), (.infixSeparator, .numeric), (.symbolSeparator, .numeric): true
    case (_, .share): before.isLetter
    default: false
    }
  }
}
