import Testing

@testable import Terminal

@Suite struct TerminalTypeTests {
  @Test func fallsBackToXtermsRelatives() {
    #expect(
      TerminalType.candidates(environment: ["TERM": "xterm-kitty"])
        == ["xterm-kitty", "xterm-256color", "xterm", "vt100"])
  }

  @Test func aMissingNameIsNotTried() {
    #expect(TerminalType.candidates(environment: [:]).first == "xterm-256color")
    #expect(TerminalType.candidates(environment: ["TERM": ""]).first == "xterm-256color")
  }

  @Test func noNameIsTriedTwice() {
    #expect(TerminalType.candidates(environment: ["TERM": "xterm"]) == ["xterm", "xterm-256color", "vt100"])
  }

  @Test(arguments: [
    ("xterm-256color", "xterm-direct"), ("tmux-256color", "tmux-direct"), ("alacritty", "alacritty-direct"),
    ("xterm-kitty", "kitty-direct"),
  ])
  func directColorIsAskedForFirst(name: String, direct: String) {
    let environment = ["TERM": name, "COLORTERM": "truecolor"]
    #expect(TerminalType.candidates(environment: environment).prefix(2) == [direct, name])
  }

  @Test func directColorIsNotAskedForWithoutColors() {
    let environment = ["TERM": "xterm-256color", "COLORTERM": "24bit", "NO_COLOR": "1"]
    #expect(TerminalType.candidates(environment: environment).first == "xterm-256color")
  }

  @Test func aDirectDescriptionStays() {
    #expect(TerminalType.candidates(environment: ["TERM": "foot-direct", "COLORTERM": "24bit"]).first == "foot-direct")
  }
}
