import Testing

@testable import Terminal

/// What goes to the terminal beside the screen, and whether something stands between.
@Suite struct TerminalCommandsTests {
  private func commands(
    _ environment: [String: String], takesLinks: Bool? = nil, noticeForm: NoticeForm? = nil
  ) -> TerminalCommands {
    TerminalCommands(environment: environment, takesLinks: takesLinks, noticeForm: noticeForm)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test func tmuxAndTheTerminalAroundItGetTheClipboard() {
    let text = Array("央行".utf8)
    #expect(self.text(commands([:]).clipboard(text)) == "\u{1B}]52;c;5aSu6KGM\u{07}")
    #expect(
      self.text(commands(["TMUX": "/tmp/tmux-0/default,1,0"]).clipboard(text))
        == "\u{1B}]52;c;5aSu6KGM\u{07}\u{1B}Ptmux;\u{1B}\u{1B}]52;c;5aSu6KGM\u{07}\u{1B}\\")
  }

  @Test(arguments: [
    (["TERM": "xterm-256color"], "\u{1B}]9;newstape: 4;1;50\u{07}"),
    (["TERM": "foot"], "\u{1B}]777;notify;newstape;4;1;50\u{07}"),
    (["TERM": "tmux-256color", "TMUX": "x"], "\u{1B}Ptmux;\u{1B}\u{1B}]9;newstape: 4;1;50\u{07}\u{1B}\\"),
  ])
  func aNoticeIsTextAlone(environment: [String: String], expected: String) {
    #expect(text(commands(environment).notice("4;1;50")) == expected)
  }

  @Test func theFormOfANoticeCanBeChosen() {
    #expect(text(commands([:], noticeForm: .osc777).notice("新")) == "\u{1B}]777;notify;newstape;新\u{07}")
    #expect(text(commands(["TERM": "foot"], noticeForm: .osc9).notice("新")) == "\u{1B}]9;newstape: 新\u{07}")
  }

  @Test(arguments: [
    ["TERM": "xterm-kitty"], ["TERM": "foot-extra"], ["TERM": "alacritty"], ["TERM_PROGRAM": "WezTerm"],
    ["TERM_PROGRAM": "iTerm.app"], ["WT_SESSION": "1"], ["VTE_VERSION": "7006"], ["KONSOLE_VERSION": "220401"],
    ["TERM": "tmux-256color", "TMUX": "x", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.4"],
    ["TERM": "screen-256color", "TMUX": "x", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.5a"],
  ])
  func terminalsThatAreKnownToTakeLinksGetThem(environment: [String: String]) {
    #expect(commands(environment).takesLinks)
    #expect(!commands(environment, takesLinks: false).takesLinks)
  }

  @Test(arguments: [
    [:], ["TERM": "xterm-256color"], ["TERM": "linux", "VTE_VERSION": "7006"], ["VTE_VERSION": "4999"],
    ["TERM": "tmux-256color", "TMUX": "x", "VTE_VERSION": "7006"],
    ["TERM": "tmux-256color", "TMUX": "x", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.3a"],
    ["TERM": "screen.xterm-256color", "STY": "1.x", "KONSOLE_VERSION": "220401"],
  ])
  func othersGetNoneUnlessTheReaderAsks(environment: [String: String]) {
    #expect(!commands(environment).takesLinks)
    #expect(commands(environment, takesLinks: true).takesLinks)
  }
}
