import Glibc
import Terminal
import Testing

@Suite struct PseudoTerminalTests {
  private func shell(_ script: String, size: Size = Size(width: 20, height: 5)) throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(size: size)
    try terminal.spawn("/bin/sh", ["-c", script])
    return terminal
  }

  @Test func showsWhatTheProgramWrites() throws {
    let terminal = try shell("printf '你好\\n\\033[1mtape'; exit 3")
    #expect(terminal.wait { $0.lines.starts(with: ["你好", "tape"]) })
    #expect(terminal.screen[0, 1].style.modifiers == .bold)
    #expect(terminal.waitForExit() == .code(3))
    #expect(terminal.screen.unknown.isEmpty)
  }

  @Test func keysReachTheProgram() throws {
    let terminal = try shell("read line; echo \"<$line>\"")
    terminal.send("新闻\n")
    #expect(terminal.wait { $0.lines.contains("<新闻>") })
    #expect(terminal.waitForExit() == .code(0))
  }

  @Test func theProgramSeesTheSizeAndItsChange() throws {
    let terminal = try shell("trap 'stty size; exit' WINCH; stty size; while :; do sleep 0.05; done")
    #expect(terminal.wait { $0.lines[0] == "5 20" })
    terminal.resize(to: Size(width: 33, height: 7))
    #expect(terminal.wait { $0.lines.contains("7 33") })
    #expect(terminal.waitForExit() == .code(0))
  }

  @Test func theTerminalIsTheControllingOne() throws {
    let terminal = try shell("printf ready; exec cat")
    #expect(terminal.wait { $0.lines[0] == "ready" })
    terminal.send("\u{3}")
    #expect(terminal.waitForExit() == .signal(SIGINT))
  }

  @Test func waitingEndsWithTheTime() throws {
    let terminal = try shell("exec sleep 60")
    #expect(!terminal.wait(.milliseconds(20)) { $0.lines[0] == "never" })
    #expect(terminal.waitForExit(.milliseconds(20)) == nil)
    terminal.send(signal: SIGKILL)
    #expect(terminal.waitForExit() == .signal(SIGKILL))
  }

  @Test func rawBytesAreKept() throws {
    let terminal = try shell("printf '\\033[31mred'")
    #expect(terminal.wait { $0.lines[0] == "red" })
    #expect(terminal.rawBytes == Array("\u{1B}[31mred".utf8))
  }

  @Test func aProgramThatIsMissingIsAnError() throws {
    let terminal = try PseudoTerminal()
    #expect(throws: PseudoTerminal.Failure.self) { try terminal.spawn("/no/such/program") }
  }

  @Test func knowsWhetherTheTerminalIsSane() throws {
    let terminal = try shell("stty raw -echo; printf raw; read line; stty sane; printf sane")
    #expect(terminal.wait { $0.lines[0] == "raw" })
    #expect(!terminal.isSane)
    terminal.send("\n")
    #expect(terminal.wait { $0.text.contains("sane") })
    #expect(terminal.isSane)
  }
}
