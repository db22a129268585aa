import Testing

@Suite struct TerminalBytesTests {
  @Test(arguments: [
    "财经 news ★ e\u{301} ⣰█─", "\u{1B}[2;5H\u{1B}[1;38;5;208mx\u{1B}(B\u{1B}[m\r\n",
    "\u{1B}[?1049h\u{1B}[22;0;0t\u{1B}[?2004l",
    "\u{1B}7\u{1B}8\u{1B}M\u{1B}=\u{1B}>", "\u{1B}[1;24r\u{1B}[4l\u{1B}[?1h", "\u{1B}]52;c;5paw6Ze7\u{7}",
  ])
  func whatIsHarmlessIsNoFinding(text: String) { #expect(TerminalBytes.findings(in: Array(text.utf8)).isEmpty) }

  @Test(arguments: [
    "\u{9B}2J", "\u{85}", "\u{7F}", "\u{0}", "\u{7}", "\u{9}", "\u{E}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{200D}",
    "\u{200F}", "\u{FEFF}",
    "\u{FFF9}", "\u{E0041}", "\u{FE0F}", "\u{2028}", "\u{AD}", "\u{1B}c", "\u{1B}P", "\u{1B}(Z", "\u{1B}[5n",
    "\u{1B}[?47h",
    "\u{1B}[>1h", "\u{1B}[21t", "\u{1B}]0;title\u{7}", "\u{1B}]8;;http://a.example\u{7}", "\u{1B}]52;c;?\u{7}",
    "\u{1B}]52;c;G1s=\u{7}", "\u{1B}]52;c;AAAA", "\u{1B}[1;2",
  ])
  func whatIsNotHarmlessIsAFinding(text: String) { #expect(TerminalBytes.findings(in: Array(text.utf8)).count == 1) }

  @Test func bytesThatAreNoTextAreAFinding() { #expect(TerminalBytes.findings(in: [0x61, 0x9B, 0x62]).count == 1) }

  @Test func theClipboardIsRead() {
    #expect(TerminalBytes(Array("\u{1B}]52;c;5paw6Ze7\u{7}".utf8)).copied == ["新闻"])
  }

  @Test func coloursAreNoticed() {
    #expect(TerminalBytes.hasColors(Array("\u{1B}[1;31m".utf8)))
    #expect(TerminalBytes.hasColors(Array("\u{1B}[48;5;1m".utf8)))
    #expect(!TerminalBytes.hasColors(Array("\u{1B}[1;7m\u{1B}[m".utf8)))
  }

  @Test func outputOfCommandsHasNoSequencesAtAll() {
    #expect(TerminalBytes.findings(inOutput: "1\t新闻\n").isEmpty)
    #expect(TerminalBytes.findings(inOutput: "a\u{1B}[mb\r\u{202E}") == ["U+1B", "U+D", "U+202E"])
  }
}
