/// One report of the mouse as the terminal sends it.
struct MouseReport: Equatable {
  enum Action {
    case press, wheelUp, wheelDown
    /// A movement with the button down that `press` tells of.
    case drag
    /// Releases, other movements and other buttons.
    case other
  }

  var action: Action
  var position: Point

  /// - Parameters:
  ///   - button: xterm's: two bits of button, 4, 8 and 16 for modifiers, 32 for movement, 64 for the wheel.
  ///   - column: counted from 1, as `row`.
  init(button: Int, column: Int, row: Int, isRelease: Bool) {
    position = Point(x: column - 1, y: row - 1)
    action =
      switch button & ~0b11100 {
      case _ where isRelease || column < 1 || row < 1: .other
      case 0: .press
      case 32: .drag
      case 64: .wheelUp
      case 65: .wheelDown
      default: .other
      }
  }
}

/// What the terminal says when it is asked.
enum TerminalAnswer: Equatable {
  /// Whether it has a private mode that a program may turn on (DECRPM).
  case mode(Int, isThere: Bool)
  /// Its attributes (DA1). All terminals answer that question: what was asked before it and has no answer now will get none.
  case attributes
}

/// What the next bytes of a terminal's input mean.
struct KeyTable {
  enum Token: Equatable {
    case key(Key)
    case mouse(MouseReport)
    case answer(TerminalAnswer)
    case pasteStart
    /// Bytes that mean nothing.
    case nothing
    /// The beginning of a control sequence that is longer than any that we know: all up to its final byte means nothing.
    case overlong
    /// More bytes are needed; none were taken.
    case incomplete
  }

  static let escape: UInt8 = 0x1B
  /// No sequence that we know is longer.
  private static let longestSequence = 64

  let sequences: [[UInt8]: Key]
  let backspace: UInt8

  /// Whether sequences have this byte after their Esc.
  func isIntroducer(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") || sequences.keys.contains { $0.dropFirst().first == byte }
  }

  /// Reads one token from the front of the bytes, which are not empty.
  ///
  /// - Parameter isComplete: no more bytes will come, so that what could begin a sequence is none.
  func read(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> (token: Token, length: Int) {
    guard let first = bytes.first else { return (.nothing, 0) }
    guard first == Self.escape else { return readPlain(bytes, isComplete: isComplete) }
    if let known = readDescribed(bytes, isComplete: isComplete) { return known }
    guard let second = bytes.dropFirst().first else {
      return isComplete ? (.key(Key(.escape)), 1) : (.incomplete, 0)
    }
    switch second {
    // Esc pressed twice, or Esc and at once a key that sends a sequence.
    case Self.escape: return (.key(Key(.escape)), 1)
    case UInt8(ascii: "[") where bytes.count > 2 || !isComplete: return readControlSequence(bytes, isComplete)
    case UInt8(ascii: "O") where bytes.count > 2 || !isComplete: return readSingleShift(bytes)
    default:
      let (token, length) = readPlain(bytes.dropFirst(), isComplete: isComplete)
      if case .key(var key) = token {
        key.modifiers.insert(.alt)
        return (.key(key), length + 1)
      }
      return token == .incomplete ? (token, 0) : (token, length + 1)
    }
  }

  /// A sequence of the terminal's own description; the longest wins.
  private func readDescribed(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> (token: Token, length: Int)? {
    var best: (key: Key, length: Int)?
    for (sequence, key) in sequences {
      if bytes.starts(with: sequence) {
        if sequence.count > best?.length ?? 0 { best = (key, sequence.count) }
      } else if !isComplete, bytes.count > 1, sequence.starts(with: bytes) {
        return (.incomplete, 0)
      }
    }
    return best.map { (.key($0.key), $0.length) }
  }

  private func readPlain(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> (token: Token, length: Int) {
    guard let first = bytes.first else { return (.nothing, 0) }
    switch first {
    case 0x20..<0x7F: return (.key(.character(Character(Unicode.Scalar(first)))), 1)
    case 0x7F, backspace: return (.key(Key(.backspace)), 1)
    case 0x0D, 0x0A: return (.key(Key(.enter)), 1)
    case 0x09: return (.key(Key(.tab)), 1)
    case Self.escape: return (.key(Key(.escape)), 1)
    // The control key takes 64 from "@", "A" … "Z", "[", "\", "]", "^", "_".
    case 0..<0x20: return (.key(.control(Self.controlCharacter(first))), 1)
    default: return readCharacter(bytes, isComplete: isComplete)
    }
  }

  private static func controlCharacter(_ byte: UInt8) -> Character {
    Character(Unicode.Scalar((1...26).contains(byte) ? byte + 96 : byte + 64))
  }

  /// A character of several bytes of UTF-8; the bytes of an invalid one are dropped.
  private func readCharacter(_ bytes: ArraySlice<UInt8>, isComplete: Bool) -> (token: Token, length: Int) {
    var iterator = bytes.makeIterator()
    var decoder = UTF8()
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar):
      // U+0080 … U+009F are control characters, which no key sends.
      return (scalar.value < 0xA0 ? .nothing : .key(.character(Character(scalar))), UTF8.width(scalar))
    case .emptyInput, .error:
      let expected =
        switch bytes.first ?? 0 {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
      let continuations = bytes.dropFirst().prefix(expected - 1).prefix { $0 & 0xC0 == 0x80 }.count
      let isCutOff = bytes.count < expected && continuations == bytes.count - 1
      return isCutOff && !isComplete ? (.incomplete, 0) : (.nothing, 1 + continuations)
    }
  }

  /// ESC O and one byte: the keypad's and some function keys.
  private func readSingleShift(_ bytes: ArraySlice<UInt8>) -> (token: Token, length: Int) {
    guard let final = bytes.dropFirst(2).first else { return (.incomplete, 0) }
    guard let code = Self.singleShiftCode(final) else { return (.nothing, 3) }
    return (.key(Key(code)), 3)
  }

  private static func singleShiftCode(_ final: UInt8) -> Key.Code? {
    switch final {
    case UInt8(ascii: "M"): .enter
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final - UInt8(ascii: "P")) + 1)
    // The digits and signs of the keypad.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): .character(Character(Unicode.Scalar(final - 64)))
    default: letterCode(final)
    }
  }

  private static func letterCode(_ final: UInt8) -> Key.Code? {
    switch final {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(final - UInt8(ascii: "P")) + 1)
    default: nil
    }
  }

  /// ESC [, parameters, a final byte (ECMA-48, 5.4).
  private func readControlSequence(
    _ bytes: ArraySlice<UInt8>, _ isComplete: Bool
  ) -> (token: Token, length: Int) {
    let body = bytes.dropFirst(2)
    if body.first == UInt8(ascii: "M") { return readOldMouse(bytes, isComplete) }
    if body.first == UInt8(ascii: "[") {
      // The Linux console's F1 … F5 are ESC [ [ A … E.
      guard let letter = body.dropFirst().first else { return isComplete ? (.nothing, 3) : (.incomplete, 0) }
      let isKey = (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(letter)
      return (isKey ? .key(Key(.function(Int(letter) - 64))) : .nothing, 4)
    }
    guard let end = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      if isComplete { return (.nothing, bytes.count) }
      return bytes.count > Self.longestSequence ? (.overlong, bytes.count) : (.incomplete, 0)
    }
    let final = body[end]
    // A control character ends a sequence that came to nothing, and means what it means.
    guard (0x40...0x7E).contains(final) else { return (.nothing, end - bytes.startIndex) }
    let length = end - bytes.startIndex + 1
    // However the bytes are cut, it is the same.
    guard length <= Self.longestSequence else { return (.nothing, length) }
    return (ControlSequence(parameters: body[..<end], final: final).token, length)
  }

  /// ESC [ M and three bytes: button, column and row, each plus 32.
  private func readOldMouse(_ bytes: ArraySlice<UInt8>, _ isComplete: Bool) -> (token: Token, length: Int) {
    let values = bytes.dropFirst(3).prefix(3).map { Int($0) - 32 }
    guard values.count == 3 else { return isComplete ? (.nothing, bytes.count) : (.incomplete, 0) }
    let isRelease = values[0] & 0b11 == 3 && values[0] & 64 == 0
    return (.mouse(MouseReport(button: values[0], column: values[1], row: values[2], isRelease: isRelease)), 6)
  }
}

extension KeyTable {
  /// A whole control sequence.
  fileprivate struct ControlSequence {
    /// One of `<=>?` before the parameters.
    var marker: UInt8?
    var parameters: [Int]
    var final: UInt8

    init(parameters bytes: ArraySlice<UInt8>, final: UInt8) {
      marker = bytes.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
      parameters = bytes.dropFirst(marker == nil ? 0 : 1)
        .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        .map { Self.number($0.prefix { (0x30...0x39).contains($0) }) }
      self.final = final
    }

    /// A parameter; 0 where it is none, as the standard has it. Never negative, nor so large that a sum could overflow.
    private static func number(_ digits: ArraySlice<UInt8>) -> Int {
      UInt32(String(decoding: digits, as: UTF8.self)).map { Int($0) } ?? 0
    }

    var token: Token {
      switch final {
      case UInt8(ascii: "M") where marker == UInt8(ascii: "<"), UInt8(ascii: "m") where marker == UInt8(ascii: "<"):
        mouse
      case UInt8(ascii: "y") where marker == UInt8(ascii: "?") && parameters.count == 2:
        .answer(.mode(parameters[0], isThere: parameters[1] == 1 || parameters[1] == 2))
      case UInt8(ascii: "c") where marker == UInt8(ascii: "?"): .answer(.attributes)
      case UInt8(ascii: "~"): numbered
      case UInt8(ascii: "u"): key(Self.code(ofScalar: parameters.first ?? 0))
      case UInt8(ascii: "Z"): .key(Key(.backTab))
      default: key(letterCode(final))
      }
    }

    private var mouse: Token {
      guard parameters.count == 3 else { return .nothing }
      let isRelease = final == UInt8(ascii: "m")
      return .mouse(
        MouseReport(button: parameters[0], column: parameters[1], row: parameters[2], isRelease: isRelease))
    }

    private var numbered: Token {
      switch parameters.first ?? 0 {
      case 200: .pasteStart
      // xterm's modifyOtherKeys: 27; modifiers; character
      case 27 where parameters.count == 3: key(Self.code(ofScalar: parameters[2]))
      case let number: key(Self.code(ofNumber: number))
      }
    }

    /// The key with the modifiers of the second parameter: 1 and the sum of 1 for Shift, 2 for Alt and 4 for Control.
    private func key(_ code: Key.Code?) -> Token {
      guard let code else { return .nothing }
      let bits = parameters.count > 1 ? max(0, parameters[1] - 1) : 0
      var modifiers: Key.Modifiers = []
      if bits & 1 != 0 { modifiers.insert(.shift) }
      if bits & 2 != 0 { modifiers.insert(.alt) }
      if bits & 4 != 0 { modifiers.insert(.control) }
      return .key(Key(code, modifiers).asTerminalsSendIt)
    }

    private static func code(ofScalar value: Int) -> Key.Code? {
      switch value {
      case 9: .tab
      case 13: .enter
      case 27: .escape
      case 127: .backspace
      case 32...: Unicode.Scalar(UInt32(clamping: value)).map { .character(Character($0)) }
      default: nil
      }
    }

    private static func code(ofNumber number: Int) -> Key.Code? {
      switch number {
      case 1, 7: .home
      case 2: .insert
      case 3: .delete
      case 4, 8: .end
      case 5: .pageUp
      case 6: .pageDown
      case 11...15: .function(number - 10)
      case 17...21: .function(number - 11)
      case 23, 24: .function(number - 12)
      default: nil
      }
    }
  }
}
