package import Foundation

/// A zone of time in the form of POSIX, as `TZ` may hold it: `JST-9`, `<+0530>-5:30`, `EST5EDT,M3.2.0,M11.1.0`.
///
/// What stands behind the name is how far the zone lies *west* of Greenwich. Of a zone with summer time, which the system does not
/// know under this name, only standard time is used.
enum POSIXZone {
  /// Nil where the text is no such zone.
  static func zone(_ text: String) -> TimeZone? {
    var scanner = Scanner(rest: text.utf8[...])
    guard scanner.skipName(), let west = scanner.offset() else { return nil }
    // The whole of it may be a name of the system, such as EST5EDT, which knows when summer begins.
    return TimeZone(identifier: text) ?? TimeZone(secondsFromGMT: -west)
  }

  private struct Scanner {
    var rest: Substring.UTF8View.SubSequence

    /// Three letters or more, or anything between angle brackets.
    mutating func skipName() -> Bool {
      if rest.first == UInt8(ascii: "<") {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
        rest = rest[rest.index(after: end)...]
        return true
      }
      let letters = rest.prefix { UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 | 0x20 }.count
      rest = rest.dropFirst(letters)
      return letters >= 3
    }

    /// Seconds of `[+-]hours[:minutes[:seconds]]`; nothing but the name and rules of summer time may follow.
    mutating func offset() -> Int? {
      let isNegative = rest.first == UInt8(ascii: "-")
      if isNegative || rest.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
      guard let hours = number(), hours <= 24 else { return nil }
      var seconds = hours * 3_600
      for unit in [60, 1] where rest.first == UInt8(ascii: ":") {
        rest = rest.dropFirst()
        guard let count = number(), count < 60 else { return nil }
        seconds += count * unit
      }
      guard rest.isEmpty || skipName() else { return nil }
      return isNegative ? -seconds : seconds
    }

    private mutating func number() -> Int? {
      let digits = rest.prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      rest = rest.dropFirst(digits.count)
      return digits.count <= 2 ? Int(Substring(digits)) : nil
    }
  }
}

extension TimeZone {
  /// The zone of the computer, or that which `TZ` names in a form that only the C library reads.
  package static func ofComputer(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> TimeZone {
    environment["TZ"].flatMap(POSIXZone.zone) ?? .current
  }
}
