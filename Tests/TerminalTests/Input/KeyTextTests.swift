import Terminal
import Testing

@Suite struct KeyTextTests {
  private static let keys: [(String, Key)] = [
    ("g", .character("g")), ("G", .character("G")), ("<", .character("<")), ("-", .character("-")),
    ("中", .character("中")), ("Space", .character(" ")), ("C-d", .control("d")), ("C-@", .control("@")),
    ("C--", .control("-")), ("C-]", .control("]")), ("A-x", Key(.character("x"), .alt)),
    ("A--", Key(.character("-"), .alt)), ("C-A-x", Key(.character("x"), [.control, .alt])), ("Enter", Key(.enter)),
    ("A-Enter", Key(.enter, .alt)), ("Esc", Key(.escape)), ("Tab", Key(.tab)), ("S-Tab", Key(.backTab)),
    ("Backspace", Key(.backspace)), ("Del", Key(.delete)), ("Ins", Key(.insert)), ("PgDn", Key(.pageDown)),
    ("PgUp", Key(.pageUp)), ("Home", Key(.home)), ("End", Key(.end)), ("Up", Key(.up)), ("S-Down", Key(.down, .shift)),
    ("C-Left", Key(.left, .control)), ("C-A-S-Right", Key(.right, [.control, .alt, .shift])), ("F1", Key(.function(1))),
    ("C-F12", Key(.function(12), .control)),
  ]

  @Test(arguments: keys) func namesAreReadAndWritten(name: String, key: Key) {
    #expect(Key(parsing: name) == key)
    #expect(key.description == name)
  }

  @Test(arguments: [
    ("enter", "Enter"), ("RETURN", "Enter"), ("escape", "Esc"), ("pagedown", "PgDn"), ("Delete", "Del"), ("c-d", "C-d"),
    ("C-D", "C-d"), ("M-x", "A-x"), ("S-g", "G"), ("backtab", "S-Tab"), ("C-Space", "C-@"), ("C-i", "Tab"),
    ("C-m", "Enter"), ("C-J", "Enter"),
    ("C-[", "Esc"), ("C-A-i", "A-Tab"), ("f5", "F5"),
    (" ", "Space"),
  ])
  func otherSpellingsMeanTheSameKey(spelling: String, name: String) {
    #expect(Key(parsing: spelling)?.description == name)
  }

  @Test(arguments: ["", "gg", "Entr", "F0", "F13", "C-", "X-d", "C-Entr", "Ctrl-d"])
  func whatIsNoKeyIsRefused(text: String) {
    #expect(Key(parsing: text) == nil)
  }

  @Test(arguments: [
    ("gg", [Key.character("g"), .character("g")]), ("g g", [.character("g"), .character("g")]),
    ("G", [.character("G")]),
    ("C-x g", [.control("x"), .character("g")]), ("Enter", [Key(.enter)]), ("]a", [.character("]"), .character("a")]),
    ("Space f", [.character(" "), .character("f")]),
  ])
  func sequencesAreRead(text: String, keys: [Key]) {
    #expect(Key.parseSequence(text) == keys)
  }

  @Test(arguments: ["", "  ", "Entr", "C-xg", "F99", "g Entr"]) func whatIsNoSequenceIsRefused(text: String) {
    #expect(Key.parseSequence(text) == nil)
  }

  @Test(arguments: ["gg", "C-x g", "Enter", "Space f", "G", "g -", "F 5"]) func sequencesAreWritten(text: String) {
    #expect(Key.parseSequence(text).map(Key.describe) == text)
  }
}
