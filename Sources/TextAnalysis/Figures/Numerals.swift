/// A character of a Chinese number.
enum NumeralSign {
  case digit(Double)
  /// 几 and 数: one to ten of what follows.
  case some
  /// 十, 百 and 千.
  case unit(Double)
  /// 万 and 亿.
  case magnitude(Double)
  case point
  /// 余 and 多: 三十多 is thirty to forty; elsewhere they change nothing.
  case vague

  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x3007, 0x96F6: self = .digit(0)
    case 0x4E00: self = .digit(1)
    case 0x4E8C, 0x4E24: self = .digit(2)
    case 0x4E09: self = .digit(3)
    case 0x56DB: self = .digit(4)
    case 0x4E94: self = .digit(5)
    case 0x516D: self = .digit(6)
    case 0x4E03: self = .digit(7)
    case 0x516B: self = .digit(8)
    case 0x4E5D: self = .digit(9)
    case 0x5341: self = .unit(10)
    case 0x767E: self = .unit(100)
    case 0x5343: self = .unit(1_000)
    case 0x4E07: self = .magnitude(1e4)
    case 0x4EBF: self = .magnitude(1e8)
    case 0x70B9: self = .point
    case 0x51E0, 0x6570: self = .some
    case 0x4F59, 0x591A: self = .vague
    default: return nil
    }
  }

  /// By the second byte of a character, a bit for each third one with which it may be one: most characters are none.
  static let thirds: [UInt64] = {
    var thirds = [UInt64](repeating: 0, count: 64)
    for scalar in UInt32(0x3000)...0x9FFF where NumeralSign(scalar) != nil {
      thirds[Int(scalar >> 6 & 63)] |= 1 << UInt64(scalar & 63)
    }
    return thirds
  }()

  /// The character of three bytes at a place.
  @inline(__always)
  static func scalar(_ bytes: [UInt8], _ place: Int, _ limit: Int) -> UInt32? {
    guard place >= 0, place + 2 < limit, bytes[place] & 0xF0 == 0xE0 else { return nil }
    return UInt32(bytes[place] & 0x0F) << 12 | UInt32(bytes[place + 1] & 0x3F) << 6 | UInt32(bytes[place + 2] & 0x3F)
  }
}

/// The value of a Chinese number, character by character.
struct NumeralReading {
  private struct Span {
    var low = 0.0
    var high = 0.0

    static func * (a: Span, b: Double) -> Span { Span(low: a.low * b, high: a.high * b) }
    static func + (a: Span, b: Span) -> Span { Span(low: a.low + b.low, high: a.high + b.high) }
  }

  /// The digit that waits for its unit.
  private var digit: Span?
  /// The unit that was read last, where nothing follows it yet.
  private var lastUnit: Double?
  /// Below 万, between 万 and 亿, and above.
  private var (part, section, total) = (Span(), Span(), Span())
  private var fraction: Double?
  private var isEmpty = true
  private(set) var magnitude = 1.0
  /// Whether no digit stands in the number.
  private(set) var isBare = true

  /// - Returns: whether the character may stand there; 二〇二四 is a row of digits and no number.
  mutating func take(_ sign: NumeralSign) -> Bool {
    let unitBefore = lastUnit
    lastUnit = nil
    switch sign {
    case .digit(let value): return take(digit: value)
    case .some:
      guard digit == nil, fraction == nil else { return false }
      digit = Span(low: part.high > 0 ? 0 : 1, high: 10)
      isBare = false
    case .unit(let unit):
      guard fraction == nil else { return false }
      part = part + (digit ?? Span(low: 1, high: 1)) * unit
      digit = nil
      lastUnit = unit
    case .magnitude(let unit): multiply(by: unit)
    case .point:
      guard digit != nil || part.high > 0, fraction == nil else { return false }
      fraction = 0.1
    case .vague:
      if let unitBefore {
        digit = Span(low: 0, high: unitBefore)
        isBare = false
      }
      return !isEmpty
    }
    isEmpty = false
    return true
  }

  private mutating func take(digit value: Double) -> Bool {
    isEmpty = false
    isBare = false
    if let scale = fraction {
      digit = (digit ?? Span()) + Span(low: value * scale, high: value * scale)
      fraction = scale / 10
    } else if let waiting = digit {
      // 两三 is two to three.
      guard waiting.low == waiting.high, value == waiting.high + 1 || waiting.high == 0 else { return false }
      digit = Span(low: waiting.high == 0 ? value : waiting.low, high: value)
    } else {
      digit = Span(low: value, high: value)
    }
    return true
  }

  private mutating func multiply(by unit: Double) {
    var before = part + (digit ?? Span())
    if before.high == 0, section.high == 0, total.high == 0 { before = Span(low: 1, high: 1) }
    if unit == 1e8 {
      total = total + (section + before) * unit
      section = Span()
    } else {
      section = section + before * unit
    }
    (part, digit, fraction) = (Span(), nil, nil)
    magnitude = max(magnitude, unit)
  }

  var value: (low: Double, high: Double)? {
    guard !isEmpty else { return nil }
    let sum = total + section + part + (digit ?? Span())
    return (sum.low, sum.high)
  }
}
