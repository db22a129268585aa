/// Examines what reaches a terminal, byte by byte: all that is not known to be harmless is a finding.
///
/// Unlike `VirtualTerminal` it does not ask what the bytes mean, only whether they are among those that ncurses sends for
/// the terminals that the tests use, or text that is safe.
struct TerminalBytes {
  private(set) var findings: [String] = []
  /// What went to the clipboard, as the terminal would decode it.
  private(set) var copied: [String] = []
  private(set) var hasColors = false
  private var rest: Substring.UnicodeScalarView = Substring().unicodeScalars

  static func findings(in bytes: [UInt8]) -> [String] { TerminalBytes(bytes).findings }
  static func hasColors(_ bytes: [UInt8]) -> Bool { TerminalBytes(bytes).hasColors }

  /// Findings in the output of a command that goes into a file or a pipe: no sequence at all is allowed there.
  static func findings(inOutput text: String) -> [String] {
    text.unicodeScalars.filter { $0 != "\n" && $0 != "\t" && !isSafe($0) }.map(name)
  }

  init(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      findings.append("bytes that are not UTF-8")
      return
    }
    rest = Substring(text).unicodeScalars
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": takeEscape()
      // Cursor movements, and the end of the alternate character set.
      case "\n", "\r", "\u{8}", "\u{F}": break
      default: if !Self.isSafe(scalar) { findings.append(Self.name(scalar)) }
      }
    }
  }

  /// Whether a scalar shows something, and changes nothing but its own cell.
  private static func isSafe(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return switch properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator, .unassigned: false
    default: !properties.isDefaultIgnorableCodePoint && !properties.isBidiControl
    }
  }

  private static func name(_ scalar: Unicode.Scalar) -> String {
    "U+" + String(scalar.value, radix: 16, uppercase: true)
  }

  private mutating func takeEscape() {
    switch rest.popFirst() {
    case "[": takeControlSequence()
    case "]": takeCommand()
    case "(", ")": if let set = rest.popFirst(), !"B0".unicodeScalars.contains(set) { findings.append("set \(set)") }
    case "7", "8", "M", "=", ">": break
    case let other: findings.append("ESC \(other.map(Self.name) ?? "at the end")")
    }
  }

  /// CSI: the finals that terminfo has for xterm and VT100, and the modes that the dashboard sets.
  private mutating func takeControlSequence() {
    var parameters = ""
    while let scalar = rest.popFirst() {
      guard scalar.value >= 0x40 else {
        parameters.unicodeScalars.append(scalar)
        continue
      }
      if !isKnown(parameters, scalar) { findings.append("CSI \(parameters)\(scalar)") }
      return
    }
    findings.append("CSI without an end")
  }

  private mutating func isKnown(_ parameters: String, _ final: Unicode.Scalar) -> Bool {
    // What the terminal is asked.
    if (parameters, final) == ("?69$", "p") || (parameters, final) == ("", "c") { return true }
    if parameters.first == "?" {
      let modes = parameters.dropFirst().split(separator: ";").map { Int($0) ?? -1 }
      return "hl".unicodeScalars.contains(final)
        && modes.allSatisfy([1, 3, 4, 7, 12, 25, 69, 1000, 1002, 1006, 1049, 2004].contains)
    }
    guard parameters.allSatisfy({ $0.isNumber || $0 == ";" || $0 == ":" }) else { return false }
    switch final {
    case "m":
      let numbers = parameters.split { $0 == ";" || $0 == ":" }.compactMap { Int($0) }
      if numbers.contains(where: { (30...38).contains($0) || (40...48).contains($0) || $0 >= 90 }) { hasColors = true }
      return true
    case "t": return ["22;0;0", "23;0;0"].contains(parameters)
    case "l": return parameters == "4"
    default: return "ABCDGHdJKXLMPST@brsZI`f".unicodeScalars.contains(final)
    }
  }

  /// OSC: only the clipboard, only with lines of safe text.
  private mutating func takeCommand() {
    guard let end = rest.firstIndex(of: "\u{7}") else {
      findings.append("OSC without an end")
      return
    }
    let command = String(rest[..<end])
    rest = rest[rest.index(after: end)...]
    guard command.hasPrefix("52;c;"), let bytes = Self.decoded(command.dropFirst(5)),
      let text = String(validating: bytes, as: UTF8.self),
      text.unicodeScalars.allSatisfy({ $0 == "\n" || Self.isSafe($0) })
    else {
      findings.append("OSC \(command)")
      return
    }
    copied.append(text)
  }

  /// RFC 4648, section 4; nil where it is not base64.
  private static func decoded(_ text: Substring) -> [UInt8]? {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var bytes: [UInt8] = []
    var (bits, count) = (0, 0)
    for character in text where character != "=" {
      guard let digit = alphabet.firstIndex(of: character) else { return nil }
      (bits, count) = (bits << 6 | digit, count + 6)
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(bits >> count & 0xFF))
      }
    }
    return bytes
  }
}
