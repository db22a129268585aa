import TextBasics

/// How two tokens stand to each other, and what each of them counts.
extension SenseToken {
  /// Within a sentence "to" stands before any verb, and tells of no plan; nor does "has" tell that a plan came true: see `TenseChange`.
  func inSentence(of bytes: [UInt8]) -> SenseToken {
    if bytes[range].elementsEqual("has".utf8) || bytes[range].elementsEqual("have".utf8) {
      return SenseToken(range: range, key: "has", isFunction: true)
    }
    guard case .word(let word)? = sign, word.values["lead"] == "to", word.values["stage"] != nil else { return self }
    var token = self
    token.sign = .word(SenseWord(values: ["lead": "to"], weight: 0))
    token.key = "wlead=to"
    return token
  }

  /// Whether a word says something of a group, or a value of it.
  func says(_ group: String, _ value: String? = nil) -> Bool {
    if case .word(let word)? = sign { word.values[group].map { value == nil || $0 == value } ?? false } else { false }
  }

  func agrees(with other: SenseToken) -> Bool {
    switch (sign, other.sign) {
    case (.word(let a), .word(let b)): a.agrees(with: b)
    case (.date(let a), .date(let b)): a.agrees(with: b)
    case (.figure(let a), .figure(let b)): a.equals(b)
    default: false
    }
  }

  func contradicts(_ other: SenseToken) -> Bool {
    switch (sign, other.sign) {
    case (.word(let a), .word(let b)): a.contradicts(b)
    case (.date(let a), .date(let b)): a.contradicts(b)
    // A country may be part of the name of a firm, and an institution speaks of one.
    case (.name(let a), .name(let b)): ["#", "@"].allSatisfy { a.hasPrefix($0) == b.hasPrefix($0) }
    // Third in "from the third" is no number of something.
    case (.figure(let a), .figure(let b)):
      !a.isNoneBeside(b) && !b.isNoneBeside(a) && (a.unit == SenseFigure.ordinal) == (b.unit == SenseFigure.ordinal)
    case (.code, .code): true
    // 多家 and 一家
    case (.word(let word), .figure(let figure)), (.figure(let figure), .word(let word)):
      word.values["many"] != nil && figure.low == 1 && figure.high == 1
    default: false
    }
  }

  /// Third and second, from and to: what stands in any sentence, and says nothing where it was put in other words.
  func isIdleBeside(_ other: SenseToken) -> Bool {
    if let figure, let second = other.figure {
      return figure.unit == SenseFigure.ordinal && second.unit == SenseFigure.ordinal
    }
    if case .word(let word)? = sign, range.count < 5, word.values["lead"] != nil { return word.weight == 0 }
    return false
  }

  func hasOtherUnit(than other: SenseToken) -> Bool {
    guard case .figure(let a)? = sign, case .figure(let b)? = other.sign else { return false }
    return a.key == b.key && a.hasOtherUnit(than: b)
  }

  /// 增加至2万吨 and 增加2万吨
  func isReachedOtherwise(than other: SenseToken) -> Bool {
    guard case .figure(let a)? = sign, case .figure(let b)? = other.sign else { return false }
    return a.isReached != nil && b.isReached != nil && a.isReached != b.isReached
  }

  var weight: Int {
    switch sign {
    case .word(let word): word.weight
    case .figure, .name: 1
    case .date, .code, nil: 0
    }
  }

  /// Whether it says the same wherever in a sentence it stands: 累计 is said of all of it.
  var countsAnywhere: Bool {
    if case .word(let word)? = sign, word.values["amount"] ?? word.values["extent"] != nil { true } else { weight > 0 }
  }

  /// Whether the other version says it somewhere, so that a sentence with it tells nothing new. A second denial does.
  func isSaid(in keys: Set<String>) -> Bool {
    switch sign {
    case .word(let word): word.values["denial"] == nil && word.values["correction"] == nil && keys.contains(key)
    case .figure, .name, .date, .code, nil: keys.contains(key)
    }
  }

  /// Whether a word that counts by itself says the opposite of another one that does.
  func opposes(_ other: SenseToken) -> Bool {
    guard case .word(let a)? = sign, case .word(let b)? = other.sign else { return false }
    return a.weight > 0 && b.weight > 0 && a.contradicts(b)
  }

  var isWeighty: Bool { if case .word(let word)? = sign { word.weight > 0 } else { false } }

  func agreesInPart(with other: SenseToken) -> Bool {
    guard case .word(let a)? = sign, case .word(let b)? = other.sign else { return false }
    return a.values.contains { b.values[$0.key] == $0.value }
  }

  var isHedge: Bool { if case .word(let word)? = sign { word.values["hedge"] != nil } else { false } }

  var figure: SenseFigure? { if case .figure(let figure)? = sign { figure } else { nil } }

  /// A minus, or 负 before digits.
  func isMinus(_ bytes: [UInt8]) -> Bool {
    bytes[range.lowerBound] == UInt8(ascii: "-") && range.count == 1
      || bytes.stands("负", at: range.lowerBound) && range.count == 3
  }

  /// 知情人士
  var isInsider: Bool { if case .word(let word)? = sign { word.values["source"] == "insider" } else { false } }

  /// 将, 拟
  var isPlan: Bool { if case .word(let word)? = sign { word.values["stage"] == "planned" } else { false } }

  /// 批准, 签署; 完成 may lie ahead.
  var isAchieved: Bool {
    guard case .word(let word)? = sign, let stage = word.values["stage"], word.weight > 0 else { return false }
    return ["approved", "agreed", "final"].contains(stage)
  }

  var isDate: Bool { if case .date? = sign { true } else { false } }

  /// No institution, which may only tell where the news comes from.
  var isPlaceOrFirm: Bool { if case .name(let name)? = sign { !name.hasPrefix("#") } else { false } }

  var isName: Bool { if case .name? = sign { true } else { false } }

  /// 置评, 回应
  var isNoComment: Bool { if case .word(let word)? = sign { word.values["denial"] == "none" } else { false } }

  var turns: Bool { if case .word(let word)? = sign { word.values["not"] != nil } else { false } }

  /// A second 不 makes another sentence; a second 上涨 does not.
  var mayBeRepeated: Bool { !turns }
}
