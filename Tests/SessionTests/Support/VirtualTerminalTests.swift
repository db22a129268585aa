import Terminal
import Testing
import TextBasics

@Suite struct VirtualTerminalTests {
  private func screen(_ text: String, width: Int = 6, height: Int = 3) -> VirtualTerminal {
    var terminal = VirtualTerminal(size: Size(width: width, height: height))
    // Byte by byte, so that every sequence comes in pieces.
    for byte in text.utf8 { terminal.feed([byte]) }
    return terminal
  }

  @Test(arguments: [
    ("ab\r\ncd", ["ab", "cd", ""]), ("abcdefg", ["abcdef", "g", ""]), ("abcdef\r\ng", ["abcdef", "g", ""]),
    ("1\r\n2\r\n3\r\n4", ["2", "3", "4"]), ("中文中文", ["中文中", "文", ""]), ("abcde中", ["abcde", "中", ""]),
    ("\u{1B}[?7labcdefgh\u{1B}[?7h", ["abcdeh", "", ""]),
  ])
  func textFlows(text: String, lines: [String]) { #expect(screen(text).lines == lines) }

  @Test(arguments: [
    ("\u{1B}[2;3Hx", ["", "  x", ""]), ("\u{1B}[Hx\u{1B}[3Gy\u{1B}[3dz", ["x y", "", "   z"]),
    ("ab\u{8}c\u{1B}[B\u{1B}[Dd\u{1B}[A\u{1B}[2Ce", ["ac  e", " d", ""]), ("\ta", ["     a", "", ""]),
    ("ab\u{1B}7cd\u{1B}8x", ["abxd", "", ""]),
  ])
  func theCursorMoves(text: String, lines: [String]) { #expect(screen(text).lines == lines) }

  @Test(arguments: [
    ("abcdef\u{1B}[1;3H\u{1B}[K", ["ab", "", ""]), ("abcdef\u{1B}[1;3H\u{1B}[1K", ["   def", "", ""]),
    ("abcdef\u{1B}[1;2H\u{1B}[2X", ["a  def", "", ""]), ("a\r\nb\r\nc\u{1B}[2;1H\u{1B}[J", ["a", "", ""]),
    ("a\r\nb\u{1B}[2J", ["", "", ""]), ("abcd\u{1B}[1;2H\u{1B}[2@", ["a  bcd", "", ""]),
    ("abcd\u{1B}[1;2H\u{1B}[2P", ["ad", "", ""]), ("a\u{1B}[3b", ["aaaa", "", ""]),
    ("中文\u{1B}[1;2Hx", [" x文", "", ""]), ("中文\u{1B}[1;3Hx", ["中x", "", ""]),
  ])
  func cellsAreErasedAndShifted(text: String, lines: [String]) { #expect(screen(text).lines == lines) }

  @Test(arguments: [
    ("1\r\n2\r\n3\u{1B}[1;1H\u{1B}[L", ["", "1", "2"]), ("1\r\n2\r\n3\u{1B}[1;1H\u{1B}[M", ["2", "3", ""]),
    ("1\r\n2\r\n3\u{1B}[1;2r\u{1B}[2;1H\n", ["2", "", "3"]), ("1\r\n2\r\n3\u{1B}[1;2r\u{1B}M", ["", "1", "3"]),
    ("1\r\n2\r\n3\u{1B}[2S", ["3", "", ""]), ("1\r\n2\r\n3\u{1B}[T", ["", "1", "2"]),
  ])
  func rowsScroll(text: String, lines: [String]) { #expect(screen(text).lines == lines) }

  @Test func marksJoinTheirBase() {
    #expect(screen("e\u{301}x")[0, 0].text == "e\u{301}")
    #expect(screen("abcdee\u{301}").lines[0] == "abcdee\u{301}")
  }

  @Test func stylesAreKeptCellByCell() {
    let terminal = screen("\u{1B}[1;7;38;5;208;44mx\u{1B}[22;39my\u{1B}[mz\u{1B}[91;48:2:1:2:3mw")
    let orange = Color.rgb(red: 255, green: 135, blue: 0)
    #expect(
      terminal[0, 0].style == Style(foreground: orange, background: .ansi(4), modifiers: [.bold, .reverse]))
    #expect(terminal[1, 0].style == Style(background: .ansi(4), modifiers: .reverse))
    #expect(terminal[2, 0].style == .standard)
    #expect(terminal[3, 0].style == Style(foreground: .ansi(9), background: .rgb(red: 1, green: 2, blue: 3)))
  }

  @Test func erasedCellsTakeTheBackground() {
    #expect(screen("\u{1B}[44m\u{1B}[K")[5, 0].style == Style(background: .ansi(4)))
  }

  @Test func modesAreKnown() {
    let terminal = screen("\u{1B}[?1049h\u{1B}[?25l\u{1B}[?1000h\u{1B}[?1006h\u{1B}[?2004h\u{1B}[?1006l")
    #expect(terminal.isAlternateScreen)
    #expect(!terminal.isCursorVisible)
    #expect(terminal.modes.isSuperset(of: [1000, 2004]))
    #expect(!terminal.modes.contains(1006))
  }

  @Test func commandsAreKept() {
    #expect(screen("a\u{1B}]52;c;Zm8=\u{7}b").commands == ["52;c;Zm8="])
    #expect(screen("a\u{1B}]52;c;Zm8=\u{7}b").lines[0] == "ab")
  }

  @Test(arguments: ["\u{1B}[5n", "\u{1B}[?47h", "\u{1B}c", "\u{1}"]) func whatIsUnknownIsTold(text: String) {
    #expect(screen(text).unknown.count == 1)
  }

  @Test func aSmallerSizeKeepsTheUpperLeftCorner() {
    var terminal = screen("abcdef\r\nghi")
    terminal.resize(to: Size(width: 3, height: 1))
    #expect(terminal.lines == ["abc"])
    #expect(terminal.cursor == Point(x: 2, y: 0))
    terminal.resize(to: Size(width: 0, height: 0))
    #expect(terminal.lines.isEmpty)
  }
}
