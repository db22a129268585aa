import TextScanning

// The time of day behind a date, with its zone.
extension DateScanner {
  struct ReadClock {
    var value: FoundDate.Clock
    var end: Int
    var hasSecond = false
  }

  /// Reads the time of day behind the date, over weekdays and what else may stand between.
  func addClock(to date: inout FoundDate) {
    var index = skipBlanks(date.range.upperBound)
    // Between "(" and the end of "周三)" there are at most five pieces.
    for _ in 0..<8 {
      if digit(at: index) != nil || halfOfDay(at: index) != nil {
        guard var clock = clock(at: index) else { return }
        zone(after: &clock)
        if clock.value.isValid {
          date.clock = clock.value
          date.range = date.range.lowerBound..<clock.end
        }
        return
      }
      guard let end = between(at: index) else { return }
      index = skipBlanks(end)
    }
  }

  private func between(at index: Int) -> Int? {
    for piece in DateWords.between { if let end = after(piece, at: index) { return end } }
    if let (text, end) = word(at: index), DateWords.padding.contains(text) { return end }
    return nil
  }

  /// `05:42`, `5:42:09.5 PM`, `下午3:05`, `5时42分`, `15点`.
  func clock(at start: Int) -> ReadClock? {
    var index = start
    var half: DateWords.HalfOfDay?
    if let (value, end) = halfOfDay(at: index) {
      half = value
      index = skipBlanks(end)
    }
    guard let hour = number(at: index), hour.digits <= 2 else { return nil }
    guard var clock = colonClock(hour) ?? chineseClock(hour) else { return nil }
    let suffix = skipBlanks(clock.end)
    if let (text, end) = meridiem(at: suffix) {
      half = text == "am" ? .forenoon : .afternoon
      clock.end = end
    }
    if half == .afternoon, clock.value.hour < 12 { clock.value.hour += 12 }
    if half == .forenoon, clock.value.hour == 12 { clock.value.hour = 0 }
    return clock
  }

  private func colonClock(_ hour: Number) -> ReadClock? {
    guard let afterColon = colon(at: hour.end) ?? foreignColon(after: hour), let minute = number(at: afterColon),
      minute.digits == 2
    else {
      return nil
    }
    var clock = ReadClock(value: FoundDate.Clock(hour: hour.value, minute: minute.value), end: minute.end)
    guard let afterSecond = colon(at: minute.end), let second = number(at: afterSecond), second.digits == 2 else {
      return clock
    }
    clock.value.second = second.value
    clock.hasSecond = true
    clock.end = second.end
    if clock.end + 1 < bytes.count, bytes[clock.end] == UInt8(ascii: ".") || bytes[clock.end] == UInt8(ascii: ","),
      bytes[clock.end + 1].isDigit
    {
      clock.end = skipDigits(clock.end + 1)
    }
    return clock
  }

  /// `18h45`, and `15.10 Uhr`: a point alone is a decimal's.
  private func foreignColon(after hour: Number) -> Int? {
    guard let mark = bytes[safe: hour.end], let minute = number(at: hour.end + 1), minute.digits == 2 else {
      return nil
    }
    if mark == UInt8(ascii: "h") { return hour.end + 1 }
    guard mark == UInt8(ascii: ".") else { return nil }
    return after(Self.clockWord, at: skipBlanks(minute.end)) == nil ? nil : hour.end + 1
  }

  private static let clockWord = Array("Uhr".utf8)

  private func chineseClock(_ hour: Number) -> ReadClock? {
    guard let afterHour = sign(of: .hour, at: hour.end) else { return nil }
    var clock = ReadClock(value: FoundDate.Clock(hour: hour.value, minute: 0), end: afterHour)
    guard let minute = number(at: afterHour), minute.digits <= 2, let end = sign(of: .minute, at: minute.end) else {
      return clock
    }
    clock.value.minute = minute.value
    clock.end = end
    if let second = number(at: end), second.digits <= 2, let end = sign(of: .second, at: second.end) {
      clock.value.second = second.value
      clock.end = end
    }
    return clock
  }

  private func sign(of unit: DateWords.ClockUnit, at index: Int) -> Int? {
    for part in DateWords.clockParts where part.unit == unit {
      if let end = after(part.sign, at: index) { return end }
    }
    return nil
  }

  private static let wideColon = Array("：".utf8)

  private func colon(at index: Int) -> Int? {
    index < bytes.count && bytes[index] == Self.colon ? index + 1 : after(Self.wideColon, at: index)
  }

  private func halfOfDay(at index: Int) -> (value: DateWords.HalfOfDay, end: Int)? {
    for (word, half) in DateWords.halves { if let end = after(word, at: index) { return (half, end) } }
    return nil
  }

  /// `AM`, `p.m.`
  private func meridiem(at index: Int) -> (text: String, end: Int)? {
    guard index + 1 < bytes.count else { return nil }
    let letter = bytes[index] | 0x20
    guard letter == UInt8(ascii: "a") || letter == UInt8(ascii: "p") else { return nil }
    let isDotted = bytes[index + 1] == UInt8(ascii: ".")
    let second = index + (isDotted ? 2 : 1)
    guard second < bytes.count, bytes[second] | 0x20 == UInt8(ascii: "m") else { return nil }
    var end = second + 1
    if isDotted, end < bytes.count, bytes[end] == UInt8(ascii: ".") { end += 1 }
    if end < bytes.count, bytes[end].isLetter { return nil }
    return (letter == UInt8(ascii: "a") ? "am" : "pm", end)
  }

  /// Reads the zone behind a time: `Z`, `+08:00`, `+0800`, `UTC+8`, `EDT`.
  func zone(after clock: inout ReadClock) {
    let index = skipBlanks(clock.end)
    if let (offset, end) = numericOffset(at: index), !isRange(clock, offset, end) {
      clock.value.offset = offset
      clock.end = end
    } else if let (text, end) = word(at: index), let base = DateWords.offsets[text] {
      clock.value.offset = base
      clock.end = end
      if base == 0, text != "z", let (offset, end) = numericOffset(at: end) {
        clock.value.offset = offset
        clock.end = end
      }
    }
  }

  /// `09:30-11:30` names two times of a day, `09:30:00-04:00` a zone.
  private func isRange(_ clock: ReadClock, _ offset: Int, _ end: Int) -> Bool {
    offset < 0 && !clock.hasSecond && bytes[clock.end..<end].contains(Self.colon)
  }

  private func numericOffset(at index: Int) -> (seconds: Int, end: Int)? {
    guard let sign = bytes[safe: index], sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let first = number(at: index + 1)
    else { return nil }
    var minutes = 0
    var end = first.end
    switch first.digits {
    case 1, 2:
      minutes = first.value * 60
      if let afterColon = colon(at: first.end), let rest = number(at: afterColon), rest.digits == 2 {
        minutes += rest.value
        end = rest.end
      }
    case 4: minutes = first.value / 100 * 60 + first.value % 100
    default: return nil
    }
    guard minutes <= 15 * 60 else { return nil }
    return (sign == UInt8(ascii: "-") ? -minutes * 60 : minutes * 60, end)
  }
}

extension UnsafeBufferPointer<UInt8> {
  package subscript(safe index: Int) -> UInt8? { indices.contains(index) ? self[index] : nil }
}
