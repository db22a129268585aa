/// A colour as a theme names it.
package enum ThemeColor: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// One of the terminal's sixteen colours, 0 … 15.
  case ansi(UInt8)
  case rgb(red: UInt8, green: UInt8, blue: UInt8)

  /// The names of the terminal's colours in the order of their numbers.
  package static let ansiNames = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright-black", "bright-red", "bright-green", "bright-yellow",
    "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]

  /// Reads `#rrggbb`, `default` or one of `ansiNames`; nil for anything else.
  package init?(_ text: String) {
    if text == "default" {
      self = .standard
    } else if let number = ThemeColor.ansiNames.firstIndex(of: text) {
      self = .ansi(UInt8(number))
    } else if let value = ThemeColor.hexadecimal(text) {
      self = .rgb(
        red: UInt8(truncatingIfNeeded: value >> 16), green: UInt8(truncatingIfNeeded: value >> 8),
        blue: UInt8(truncatingIfNeeded: value))
    } else {
      return nil
    }
  }

  private static func hexadecimal(_ text: String) -> UInt32? {
    let digits = text.utf8.dropFirst()
    // `UInt32(_:radix:)` would take a sign as well.
    guard text.utf8.first == UInt8(ascii: "#"), digits.count == 6, digits.first != UInt8(ascii: "+") else { return nil }
    return UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
