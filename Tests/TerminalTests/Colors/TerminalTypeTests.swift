import SeededRandom
import Testing

@testable import Terminal

@Suite struct TerminalTypeTests {
  /// The types that are tried where the system has the descriptions; a plus stands for the user's own with more colours.
  private func candidates(
    _ environment: [String: String], installed: [String] = ["xterm", "xterm-256color", "tmux-256color", "vt100"]
  ) -> [String] {
    let types = TerminalType.candidates(environment: environment) { name in
      installed.contains(name) ? TerminalDescription.installed(named: name, environment: [:]) : nil
    }
    return types.map { $0.ownDescription == nil ? $0.name : $0.name + "+" }
  }

  @Test func fallsBackToXtermsRelatives() {
    #expect(candidates(["TERM": "xterm-color"]) == ["xterm-color", "xterm-256color", "xterm", "vt100"])
  }

  @Test func aMissingNameIsNotTried() {
    #expect(candidates([:]).first == "xterm-256color")
    #expect(candidates(["TERM": ""]).first == "xterm-256color")
  }

  @Test func noNameIsTriedTwice() {
    #expect(candidates(["TERM": "xterm"]) == ["xterm", "xterm-256color", "vt100"])
  }

  @Test func aDumbTerminalIsLeftInPeace() {
    #expect(candidates(["TERM": "dumb", "COLORTERM": "truecolor"]) == ["dumb"])
  }

  @Test(arguments: ["xterm", "xterm-256color", "tmux-256color"])
  func theUsersOwnDescriptionGetsTheColors(name: String) {
    #expect(candidates(["TERM": name, "COLORTERM": "truecolor"]).first == name + "+")
  }

  @Test func aTerminalWithoutADescriptionIsAnXtermWithTheColors() {
    #expect(candidates(["TERM": "xterm-kitty"]).first == "xterm-256color+")
  }

  @Test func withoutADescriptionToStartFromTheSystemsAreTried() {
    #expect(
      candidates(["TERM": "xterm", "COLORTERM": "24bit"], installed: [])
        == ["xterm-direct", "xterm-256color", "xterm", "vt100"])
    #expect(
      candidates(["TERM": "xterm-kitty"], installed: []).prefix(3) == [
        "kitty-direct", "xterm-kitty-256color", "xterm-kitty",
      ])
    #expect(
      candidates(["TERM": "tmux-256color", "COLORTERM": "24bit"], installed: []).prefix(2)
        == ["tmux-direct", "tmux-256color"])
  }

  @Test func aTerminalWithoutColorsGetsNone() {
    #expect(candidates(["TERM": "vt100", "COLORTERM": "truecolor"]).first == "vt100-direct")
  }

  @Test func aDescriptionWithTheColorsStays() {
    #expect(candidates(["TERM": "foot-direct", "COLORTERM": "24bit"], installed: []).first == "foot-direct")
  }

  @Test(arguments: [
    ["COLORTERM": "truecolor"], ["COLORTERM": "24bit"], ["TERM": "foot"], ["TERM": "xterm-ghostty"],
    ["WT_SESSION": "1"],
    ["VTE_VERSION": "7006"], ["TERM_PROGRAM": "WezTerm"], ["TERM": "tmux-256color", "COLORTERM": "truecolor"],
  ])
  func terminalsTellOf24Bits(environment: [String: String]) {
    #expect(TerminalType.wantsTrueColor(environment))
    #expect(!TerminalType.wantsTrueColor(environment.merging(["NO_COLOR": "1"]) { _, new in new }))
  }

  @Test(arguments: [
    [:], ["TERM": "xterm-256color"], ["VTE_VERSION": "3400"], ["TERM_PROGRAM": "Apple_Terminal"],
    ["TERM": "screen-256color", "WT_SESSION": "1"],
    ["TERM": "xterm-256color", "TMUX": "/tmp/x", "VTE_VERSION": "7006"],
  ])
  func othersDoNot(environment: [String: String]) {
    #expect(!TerminalType.wantsTrueColor(environment))
  }
}

@Suite struct TerminalDescriptionTests {
  private func installed(_ name: String) throws -> TerminalDescription {
    try #require(TerminalDescription.installed(named: name, environment: [:]))
  }

  @Test(arguments: [("xterm-256color", 256), ("xterm", 8), ("vt100", 0), ("linux", 8)])
  func theSystemsDescriptionsAreRead(name: String, colors: Int) throws {
    #expect(try installed(name).colors == colors)
  }

  @Test(arguments: ["", "no-such-terminal", "../x/xterm", "x/../../x/xterm"])
  func whatIsNoNameHasNoDescription(name: String) {
    #expect(TerminalDescription.installed(named: name, environment: [:]) == nil)
  }

  @Test func colorsOf24BitsAreAddedAndTheRestStays() throws {
    let own = try installed("xterm-256color").withDirectColor(named: "own")
    let again = try #require(TerminalDescription(compiled: own.compiled))
    #expect(again.colors == 0x1000000)
    #expect(again == own)
    #expect(String(decoding: own.compiled, as: UTF8.self).contains("48;2;%p1%{65536}%/%d"))
    #expect(String(decoding: own.compiled, as: UTF8.self).contains("\u{1B}[?1049h"))
  }

  @Test(arguments: [
    (["TERM": "tmux-256color"], true), (["TERM": "screen-256color", "TMUX": "/tmp/tmux,1,0"], true),
    (["TERM": "screen-256color"], false),
  ])
  func whatEndsInBlanksIsErasedInTmux(environment: [String: String], erases: Bool) throws {
    let screen = try installed("screen-256color")
    var plain = screen.withDirectColor(named: environment["TERM"] ?? "")
    if erases { plain.erasesInColor() }
    let environment = environment.merging(["COLORTERM": "truecolor"]) { own, _ in own }
    let types = TerminalType.candidates(environment: environment) { _ in TerminalDescription(compiled: screen.compiled)
    }
    let own = try #require(types.first?.ownDescription)
    #expect(own == "b64:" + String(decoding: base64(plain.compiled), as: UTF8.self))
    #expect((plain == screen.withDirectColor(named: environment["TERM"] ?? "")) != erases)
  }

  @Test func brokenDescriptionsAreRefusedOrReadButNeverHarm() throws {
    var generator = SeededGenerator(seed: 3)
    let whole = try installed("xterm").compiled
    for _ in 0..<2000 {
      var bytes = Array(whole.prefix(Int.random(in: 0...whole.count, using: &generator)))
      for _ in 0..<Int.random(in: 0...6, using: &generator) where !bytes.isEmpty {
        let place = Int.random(in: 0..<min(bytes.count, 64), using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      _ = TerminalDescription(compiled: bytes)?.withDirectColor(named: "own").compiled
    }
  }
}
