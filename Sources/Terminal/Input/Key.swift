/// A key press as commands are bound to it.
package struct Key: Hashable, Sendable {
  package enum Code: Hashable, Sendable {
    /// A character as typed, so `A` rather than Shift and `a`.
    case character(Character)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// F1 … F12
    case function(Int)
  }

  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    package static let control = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let shift = Modifiers(rawValue: 4)
  }

  package var code: Code
  package var modifiers: Modifiers

  package init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  package static func character(_ character: Character) -> Key { Key(.character(character)) }
  package static func control(_ character: Character) -> Key { Key(.character(character), .control) }
}

/// Something that the user did at the terminal.
package enum InputEvent: Hashable, Sendable {
  case key(Key)
  /// Text pasted in one piece.
  case paste(String)
  case mouse(MouseEvent)
  case resize(Size)
}

package struct MouseEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case click, doubleClick, wheelUp, wheelDown
    /// The mouse has moved since the last event, with the button down that clicked.
    case drag
  }

  package var kind: Kind
  package var position: Point

  package init(_ kind: Kind, at position: Point) {
    self.kind = kind
    self.position = position
  }

  package var isClick: Bool { kind == .click || kind == .doubleClick }
}

/// Keys as configuration files and help write them: `g`, `G`, `C-d`, `A-x`, `S-Tab`, `PgDn`, `F1`, `Space`, `<`.
extension Key: CustomStringConvertible {
  private static let names: [(name: String, code: Code)] = [
    ("Enter", .enter), ("Esc", .escape), ("Tab", .tab), ("Backspace", .backspace), ("Del", .delete),
    ("Ins", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right), ("Home", .home),
    ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown), ("Space", .character(" ")),
  ]

  /// Other names that people write, in lower case.
  private static let aliases: [String: Code] = [
    "return": .enter, "cr": .enter, "escape": .escape, "bs": .backspace, "delete": .delete, "insert": .insert,
    "pageup": .pageUp, "pagedown": .pageDown, "backtab": .backTab,
  ]

  /// The key of a name; nil where there is none. Names of keys may be written in any case, characters may not.
  package init?(parsing text: String) {
    var rest = Substring(text)
    var modifiers: Modifiers = []
    // "C--" is control and a minus, hence more than two.
    while rest.utf8.count > 2, rest.dropFirst().first == "-", let modifier = Self.modifier(rest.first) {
      modifiers.insert(modifier)
      rest = rest.dropFirst(2)
    }
    guard let code = Self.code(rest) else { return nil }
    self = Key(code, modifiers).asTerminalsSendIt
  }

  private static func modifier(_ character: Character?) -> Modifiers? {
    switch character {
    case "C", "c": .control
    case "A", "a", "M", "m": .alt
    case "S", "s": .shift
    default: nil
    }
  }

  private static func code(_ name: Substring) -> Code? {
    if name.count == 1, let character = name.first { return .character(character) }
    let lowercased = name.lowercased()
    if let named = names.first(where: { $0.name.lowercased() == lowercased }) { return named.code }
    if lowercased.first == "f", let number = Int(lowercased.dropFirst()), (1...12).contains(number) {
      return .function(number)
    }
    return aliases[lowercased]
  }

  /// The one form of keys that can be written in several ways.
  var asTerminalsSendIt: Key {
    var key = self
    if case .character(let character) = code {
      if modifiers.contains(.shift) {
        key.code = .character(character.uppercased().first ?? character)
        key.modifiers.remove(.shift)
      }
      if modifiers.contains(.control) {
        (key.code, key.modifiers) = Self.controlKey(character, key.modifiers)
      }
    } else if code == .tab, modifiers.contains(.shift) {
      key.code = .backTab
      key.modifiers.remove(.shift)
    }
    return key
  }

  /// Several control keys send one byte: `C-i` is Tab, `C-j` and `C-m` are Enter, `C-[` is Esc, `C-Space` is `C-@`.
  private static func controlKey(_ character: Character, _ modifiers: Modifiers) -> (Code, Modifiers) {
    switch character.lowercased() {
    case "i": (.tab, modifiers.subtracting(.control))
    case "j", "m": (.enter, modifiers.subtracting(.control))
    case "[": (.escape, modifiers.subtracting(.control))
    case " ": (.character("@"), modifiers)
    case let lowercased: (.character(lowercased.first ?? character), modifiers)
    }
  }

  /// The name that `init(parsing:)` reads.
  package var description: String {
    var text = ""
    if modifiers.contains(.control) { text += "C-" }
    if modifiers.contains(.alt) { text += "A-" }
    if modifiers.contains(.shift) { text += "S-" }
    if let named = Self.names.first(where: { $0.code == code }) { return text + named.name }
    switch code {
    case .character(let character): return text + String(character)
    case .function(let number): return text + "F\(number)"
    default: return text + "S-Tab"
    }
  }
}

/// Sequences of keys: `gg`, `C-x g`.
extension Key {
  /// The keys of a sequence: a key, keys separated by blanks, or a run of two or three characters. Nil where a part is
  /// no key.
  package static func parseSequence(_ text: String) -> [Key]? {
    let parts = text.split(separator: " ")
    guard !parts.isEmpty else { return nil }
    var keys: [Key] = []
    for part in parts {
      if let key = Key(parsing: String(part)) {
        keys.append(key)
      } else if isRun(part) {
        keys += part.map { .character($0) }
      } else {
        return nil
      }
    }
    return keys
  }

  /// Short, so that a misspelt name is an error rather than a sequence that nobody types.
  private static func isRun(_ text: Substring) -> Bool {
    guard text.count <= 3, text.dropFirst().first != "-" else { return false }
    return !(text.first == "F" && text.dropFirst().allSatisfy(\.isNumber))
  }

  /// The sequence as `parseSequence` reads it: characters in a run, other keys separated by blanks.
  package static func describe(_ keys: [Key]) -> String {
    let names = keys.map(\.description)
    let run = names.joined()
    return parseSequence(run) == keys ? run : names.joined(separator: " ")
  }
}
