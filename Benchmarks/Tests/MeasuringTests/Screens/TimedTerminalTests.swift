import Testing

@testable import Measuring

@Suite struct TimedTerminalTests {
  private func shell(_ script: String) throws -> TimedTerminal {
    let start = "stty -echo; printf ready; "
    return try TimedTerminal("/bin/sh", ["-c", start + script], environment: ["TERM": "xterm-256color"])
  }

  @Test func aKeyIsAnsweredByWhatComesAfterIt() throws {
    let terminal = try shell("read key; printf '\\033[2;1H%s' $key; exec cat")
    let start = terminal.readStart(quiet: 300)
    #expect(start.time(untilShown: "ready") != nil)
    let frame = terminal.press("x\n", quiet: 300)
    #expect(frame.byteCount == 7)
    #expect(frame.end > 0 && frame.firstFrameEnd <= frame.end)
    #expect(terminal.lines.starts(with: ["ready", "x"]))
    #expect(frame.time(ofLastChangeIn: 0..<5, rows: 1..<2) != nil)
    #expect(frame.time(ofLastChangeIn: 0..<5, rows: 0..<1) == nil, "that row stays as it was")
    #expect(frame.time(untilShown: "never") == nil)
  }

  @Test func theFirstFrameEndsWithItsMarkOrAPause() throws {
    let script = "read key; printf 'a\\033[?2026l'; sleep 0.05; printf b; sleep 0.05; printf c; exec cat"
    let terminal = try shell(script)
    _ = terminal.readStart(quiet: 300)
    let frame = terminal.press("\n", quiet: 300)
    #expect(frame.end - frame.firstFrameEnd >= 50)
    #expect(terminal.lines.first == "readyabc")
  }

  @Test func theEndOfTheProgramIsWaitedFor() throws {
    let terminal = try shell("exec cat")
    _ = terminal.readStart(quiet: 300)
    #expect(terminal.close()?.status == -15)
    #expect(terminal.close() == nil)
  }
}
