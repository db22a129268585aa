import Foundation
import Glibc
import Terminal
import Testing
import TextBasics

/// The screen on a real terminal device: what its bytes make of a terminal, and how it leaves it.
@Suite(.serialized) struct TerminalModesTests {
  private let size = Size(width: 20, height: 5)

  /// Runs `body` with a screen on a pseudo-terminal; waits where another suite has the screen.
  private func withScreen(
    options: CursesScreen.Options = CursesScreen.Options(), environment: [String: String] = [:], size: Size? = nil,
    widths: ColumnWidths = ColumnWidths(), _ body: (CursesScreen, PseudoTerminal) throws -> Void
  ) throws {
    let terminal = try PseudoTerminal(size: size ?? self.size, widths: widths)
    let environment = ["TERM": "xterm-256color"].merging(environment) { _, new in new }
    for _ in 0..<2000 {
      do {
        let screen = try CursesScreen(
          input: terminal.programSide, output: terminal.programSide, options: options, environment: environment)
        defer { screen.close() }
        return try body(screen, terminal)
      } catch TerminalError.alreadyOpen {
        usleep(5000)
      }
    }
    Issue.record("the screen never became free")
  }

  private func frame(_ lines: String..., size: Size? = nil) -> Buffer {
    var buffer = Buffer(size: size ?? self.size)
    for (y, line) in lines.enumerated() { buffer.write("\(line)", x: 0, y: y, style: .standard) }
    return buffer
  }

  @Test func openingAndClosingLeavesTheTerminalAsItWas() throws {
    try withScreen { screen, terminal in
      screen.present(frame("新闻"), cursor: nil)
      #expect(terminal.wait { $0.lines[0] == "新闻" && $0.modes.isSuperset(of: [1000, 1006, 2004]) })
      #expect(terminal.screen.isAlternateScreen)
      #expect(!terminal.screen.isCursorVisible)
      #expect(!terminal.isSane)

      screen.close()
      #expect(terminal.wait { !$0.isAlternateScreen && $0.isCursorVisible })
      #expect(terminal.screen.modes.isDisjoint(with: [1, 1000, 1006, 2004]))
      #expect(terminal.isSane)
      #expect(terminal.screen.unknown.isEmpty)
    }
  }

  @Test func dragsAreReportedWhileTheyAreWanted() throws {
    try withScreen { screen, terminal in
      screen.present(frame("x"), cursor: nil)
      screen.reportDrags(true)
      #expect(terminal.wait { $0.modes.isSuperset(of: [1002, 1006]) })
      let isSilent = screen.lendTerminal { terminal.wait { $0.modes.isDisjoint(with: [1000, 1002, 1006]) } }
      #expect(isSilent)
      #expect(terminal.wait { $0.modes.contains(1002) })
      screen.reportDrags(false)
      #expect(terminal.wait { !$0.modes.contains(1002) && $0.modes.contains(1000) })
      screen.reportDrags(true)
      screen.close()
      #expect(terminal.wait { $0.modes.isDisjoint(with: [1000, 1002, 1006]) })
    }
  }

  @Test func theMouseCanBeLeftToTheTerminal() throws {
    try withScreen(options: CursesScreen.Options(mouse: false)) { screen, terminal in
      screen.present(frame("x"), cursor: nil)
      #expect(terminal.wait { $0.modes.contains(2004) })
      #expect(!terminal.screen.modes.contains(1000))
    }
  }

  @Test func theCursorStandsWhereItIsAskedTo() throws {
    try withScreen { screen, terminal in
      screen.present(frame("/ 央行"), cursor: Point(x: 6, y: 0))
      #expect(terminal.wait { $0.isCursorVisible && $0.cursor == Point(x: 6, y: 0) })
      screen.present(frame("/ 央行"), cursor: nil)
      #expect(terminal.wait { !$0.isCursorVisible })
    }
  }

  @Test func onlyWhatHasChangedIsSent() throws {
    try withScreen { screen, terminal in
      screen.present(frame("the first", "the second", "the third"), cursor: nil)
      #expect(terminal.wait { $0.lines[2] == "the third" })
      terminal.settle()
      let before = terminal.rawBytes.count
      screen.present(frame("the first", "the seconds", "the third"), cursor: nil)
      #expect(terminal.wait { $0.lines[1] == "the seconds" })
      #expect(terminal.rawBytes.count - before < 20)
      screen.present(frame("the first", "the seconds", "the third"), cursor: nil)
      #expect(terminal.settle().isEmpty)
    }
  }

  @Test func aDisturbedScreenIsRepaintedOnDemand() throws {
    try withScreen { screen, terminal in
      screen.present(frame("one", "two"), cursor: nil)
      #expect(terminal.wait { $0.lines[1] == "two" })
      let noise = Array("noise".utf8)
      _ = write(terminal.programSide, noise, noise.count)
      #expect(terminal.wait { $0.text.contains("noise") })
      screen.invalidate()
      screen.present(frame("one", "two"), cursor: nil)
      #expect(terminal.wait { $0.lines == ["one", "two", "", "", ""] })
    }
  }

  @Test(arguments: ["truecolor", "24bit"]) func colorsOf24BitsReachTheTerminalAsTheyAre(wish: String) throws {
    try withScreen(environment: ["COLORTERM": wish]) { screen, terminal in
      let style = Style(
        foreground: .rgb(red: 235, green: 219, blue: 178), background: .rgb(red: 40, green: 40, blue: 40))
      var buffer = Buffer(size: size, style: style)
      buffer.write("新闻", x: 0, y: 0, style: style)
      screen.present(buffer, cursor: nil)
      #expect(terminal.wait { $0.lines[0] == "新闻" })
      #expect(terminal.screen[0, 0].style == style)
      let bytes = String(decoding: terminal.rawBytes, as: UTF8.self)
      #expect(bytes.contains("38;2;235;219;178"))
      #expect(bytes.contains("48;2;40;40;40"))
      #expect(terminal.screen.unknown.isEmpty)
    }
  }

  @Test func theTerminalCanBeLent() throws {
    try withScreen { screen, terminal in
      screen.present(frame("dashboard"), cursor: nil)
      #expect(terminal.wait { $0.lines[0] == "dashboard" })
      let wasSane = screen.lendTerminal {
        terminal.wait { !$0.isAlternateScreen && !$0.modes.contains(1000) } && terminal.isSane
      }
      #expect(wasSane)
      #expect(terminal.wait { $0.isAlternateScreen && $0.lines[0] == "dashboard" && $0.modes.contains(1000) })
      #expect(!terminal.isSane)
    }
  }

  @Test func aChangeOfSizeIsFollowed() throws {
    try withScreen { screen, terminal in
      screen.present(frame("small"), cursor: nil)
      #expect(terminal.wait { $0.lines[0] == "small" })
      #expect(screen.adoptTerminalSize() == nil)
      for size in [Size(width: 1, height: 1), Size(width: 60, height: 9), Size(width: 3, height: 2)] {
        terminal.resize(to: size)
        #expect(screen.adoptTerminalSize() == size)
        let text = String("0123456789012345678901234567890123456789".prefix(size.width))
        screen.present(frame(text, size: size), cursor: nil)
        #expect(terminal.wait { $0.lines[0] == text })
      }
      #expect(terminal.screen.unknown.isEmpty)
    }
  }

  @Test func theLoopTellsOfResizeAndKeys() throws {
    try withScreen { screen, terminal in
      let loop = EventLoop(screen: screen, mailbox: Mailbox<Int>())
      terminal.send("j\u{1B}OA\u{1B}[<64;3;2M")
      let expected: [InputEvent] = [
        .key(.character("j")), .key(Key(.up)), .mouse(MouseEvent(.wheelUp, at: Point(x: 2, y: 1))),
      ]
      #expect(loop.wait(until: .now + .seconds(5)).input == expected)
      terminal.resize(to: Size(width: 30, height: 8))
      // The test is not a process of that terminal: it sends itself the signal that the kernel would.
      kill(getpid(), SIGWINCH)
      #expect(loop.wait(until: .now + .seconds(5)).input == [.resize(Size(width: 30, height: 8))])
    }
  }

  @Test func aSizeThatCameBackUnseenRepaintsTheScreen() throws {
    try withScreen { screen, terminal in
      let loop = EventLoop(screen: screen, mailbox: Mailbox<Int>())
      screen.present(frame("one", "two"), cursor: nil)
      #expect(terminal.wait { $0.lines[1] == "two" })
      terminal.resize(to: Size(width: 1, height: 1))
      terminal.resize(to: size)
      kill(getpid(), SIGWINCH)
      #expect(loop.wait(until: .now + .seconds(5)).input == [.resize(size)])
      screen.present(frame("one", "two"), cursor: nil)
      #expect(terminal.wait { $0.lines == ["one", "two", "", "", ""] })
    }
  }

  @Test func theClipboardGetsTextInBase64() throws {
    try withScreen { screen, terminal in
      #expect(screen.copyToClipboard("https://news.example/央行"))
      #expect(terminal.wait { $0.commands == ["52;c;aHR0cHM6Ly9uZXdzLmV4YW1wbGUv5aSu6KGM"] })
      #expect(!screen.copyToClipboard(SafeText(String(repeating: "x", count: 80_000))))
    }
  }

  @Test func linksLieOverWhatIsDrawnAndComeBackAfterALoan() throws {
    try withScreen(options: CursesScreen.Options(takesLinks: true)) { screen, terminal in
      func frame(_ first: SafeText) -> Buffer {
        var buffer = Buffer(size: size)
        buffer.write(first, x: 0, y: 0, style: .standard)
        buffer.write("年报", x: 4, y: 1, style: Style(foreground: .ansi(4), modifiers: .underline))
        buffer.link(Rect(x: 4, y: 1, width: 4, height: 1), to: "https://news.example/1")
        return buffer
      }
      let link = ["8;;https://news.example/1", "8;;"]
      screen.present(frame("甲"), cursor: nil)
      #expect(terminal.wait { $0.commands == link })
      #expect(terminal.screen[4, 1].style == Style(foreground: .ansi(4), modifiers: .underline))
      screen.present(frame("乙"), cursor: nil)
      #expect(terminal.wait { $0.lines[0] == "乙" })
      terminal.settle()
      #expect(terminal.screen.commands == link && terminal.screen.lines[1] == "    年报")
      screen.lendTerminal {}
      screen.present(frame("乙"), cursor: nil)
      // ncurses resets colours (OSC 104) in between.
      #expect(terminal.wait { $0.commands.filter { $0.hasPrefix("8;;") } == link + link })
      terminal.settle()
      #expect(terminal.screen.lines == ["乙", "    年报", "", "", ""])
      #expect(terminal.screen.unknown.isEmpty)
    }
  }

  @Test func aNoticeIsOneCommand() throws {
    try withScreen { screen, terminal in
      screen.notify("召回：1条新消息")
      #expect(terminal.wait { $0.commands == ["9;newstape: 召回：1条新消息"] })
    }
  }

  /// Lets the screen read what the terminal answers.
  private func takeAnswers(_ screen: CursesScreen, _ terminal: PseudoTerminal) {
    terminal.settle(.milliseconds(20))
    _ = EventLoop(screen: screen, mailbox: Mailbox<Int>()).wait(until: .now + .milliseconds(50))
  }

  /// A list on the left whose rows begin with this number, and an article beside it.
  private func listBesideAnArticle(from first: Int, size: Size) -> Buffer {
    var buffer = Buffer(size: size)
    for y in 1..<size.height - 1 {
      let style = Style(foreground: .rgb(red: 235, green: 219, blue: UInt8(100 + (first + y) % 5)))
      buffer.write("\(first + y) 央行公布第\(first + y)号统计数据，市场反应平稳", x: 0, y: y, style: style)
      buffer.fill(Rect(x: 58, y: y, width: 62, height: 1), style: .standard)
      buffer.write("│ 正文第\(y)行，与列表无关，不随列表移动", x: 60, y: y, style: .standard)
    }
    return buffer
  }

  @Test(arguments: [1, -1, 3]) func theTerminalMovesAListBesideAnArticle(distance: Int) throws {
    let size = Size(width: 120, height: 40)
    let environment = ["COLORTERM": "truecolor"]
    try withScreen(options: CursesScreen.Options(asksTerminal: true), environment: environment, size: size) {
      screen, terminal in
      takeAnswers(screen, terminal)
      screen.present(listBesideAnArticle(from: 500, size: size), cursor: nil)
      terminal.settle()
      let scrolled = listBesideAnArticle(from: 500 + distance, size: size)
      screen.present(scrolled, cursor: nil)
      let bytes = terminal.settle()
      #expect(terminal.screen.lines == scrolled.lines)
      #expect(bytes.count < 100 + 120 * abs(distance), "\(String(decoding: bytes, as: UTF8.self))")
      #expect(terminal.screen.unknown.isEmpty)
    }
  }

  @Test func aTerminalThatHasNotAnsweredIsNotScrolledInPart() throws {
    let size = Size(width: 120, height: 40)
    try withScreen(size: size) { screen, terminal in
      screen.present(listBesideAnArticle(from: 500, size: size), cursor: nil)
      terminal.settle()
      let scrolled = listBesideAnArticle(from: 501, size: size)
      screen.present(scrolled, cursor: nil)
      let bytes = terminal.settle()
      #expect(terminal.screen.lines == scrolled.lines)
      #expect(!String(decoding: bytes, as: UTF8.self).contains("[?69"))
    }
  }

  @Test func whatHoldsAlreadyIsNotNamedAgain() throws {
    try withScreen(environment: ["COLORTERM": "truecolor"]) { screen, terminal in
      let background = Color.rgb(red: 40, green: 40, blue: 40)
      var buffer = Buffer(size: size, style: Style(background: background))
      for (x, modifiers) in [Modifiers.bold, [.bold, .italic], .reverse, []].enumerated() {
        let style = Style(
          foreground: .rgb(red: 235, green: 219, blue: 178), background: background, modifiers: modifiers)
        buffer.write("ab", x: 2 * x, y: 1, style: style)
      }
      screen.present(Buffer(size: size, style: Style(background: background)), cursor: nil)
      terminal.settle()
      screen.present(buffer, cursor: nil)
      let bytes = String(decoding: terminal.settle(), as: UTF8.self)
      #expect(differences(terminal.screen, buffer, .trueColor).isEmpty)
      #expect(bytes.components(separatedBy: "38;2;235;219;178").count == 2, "\(bytes)")
      #expect(bytes.components(separatedBy: "48;2;40;40;40").count == 2, "\(bytes)")
      #expect(terminal.screen.style == .standard)
    }
  }

  @Test(arguments: [1, 2], [false, true]) func theTerminalShowsWhatTheFramesHold(ambiguous: Int, isModern: Bool) throws
  {
    let size = Size(width: 32, height: 9)
    let widths = ColumnWidths(ambiguous: ambiguous)
    let environment = isModern ? ["COLORTERM": "truecolor"] : [:]
    let options = CursesScreen.Options(asksTerminal: isModern)
    try withScreen(options: options, environment: environment, size: size, widths: widths) { screen, terminal in
      if isModern { takeAnswers(screen, terminal) }
      var painter = RandomPainter(seed: 11, size: size, widths: widths)
      for number in 0..<150 {
        let buffer = painter.next()
        screen.present(buffer, cursor: nil)
        guard terminal.wait(.seconds(3), until: { differences($0, buffer, screen.colorDepth).isEmpty }) else {
          let places = differences(terminal.screen, buffer, screen.colorDepth).prefix(5)
          Issue.record("frame \(number) differs at \(places)")
          break
        }
      }
      #expect(terminal.screen.unknown.isEmpty)
    }
  }

  /// Places that do not show what the frame holds, as far as it can be seen.
  private func differences(_ shown: VirtualTerminal, _ buffer: Buffer, _ depth: ColorDepth) -> [Point] {
    func seen(_ color: Color) -> Color {
      // With 24 bits only the first eight colours have numbers.
      if case .ansi(let number) = color, number >= 8, depth == .trueColor { return XtermPalette.color(number) }
      return color.mapped(to: depth)
    }
    return buffer.cells.indices.compactMap { index in
      let (x, y) = (index % buffer.size.width, index / buffer.size.width)
      let (text, actualText) = (buffer[x, y].text, shown[x, y].text)
      var (style, actual) = (buffer[x, y].style, shown[x, y].style)
      (style.foreground, style.background) = (seen(style.foreground), seen(style.background))
      // Of a blank only the background shows, unless it is reversed or underlined.
      if text == " ", style.modifiers.isDisjoint(with: [.reverse, .underline]) {
        (style.foreground, actual.foreground) = (.standard, .standard)
        style.modifiers = []
        actual.modifiers.formIntersection([.reverse, .underline])
      }
      return text == actualText && style == actual ? nil : Point(x: x, y: y)
    }
  }

  @Test func aCrashGivesTheTerminalBack() async throws {
    let terminal = try PseudoTerminal(size: size)
    let path = terminal.programSidePath
    await #expect(processExitsWith: .failure) { [path = path as String] in
      let device = open(path, O_RDWR | O_NOCTTY)
      let screen = try CursesScreen(input: device, output: device, environment: ["TERM": "xterm-256color"])
      screen.present(Buffer(size: screen.size), cursor: nil)
      fatalError("on purpose")
    }
    #expect(terminal.wait { $0.hasUsedAlternateScreen && !$0.isAlternateScreen })
    terminal.settle()
    #expect(terminal.screen.isCursorVisible)
    #expect(terminal.screen.modes.isDisjoint(with: [1000, 1006, 2004]))
    #expect(terminal.isSane)
  }

  @Test(arguments: [SIGABRT, SIGSEGV, SIGQUIT]) func aDeadlySignalKillsAsItWould(signal: Int32) async throws {
    let terminal = try PseudoTerminal(size: size)
    let path = terminal.programSidePath
    let result = await #expect(processExitsWith: .failure) { [path = path as String, signal = signal as Int32] in
      let device = open(path, O_RDWR | O_NOCTTY)
      let screen = try CursesScreen(input: device, output: device, environment: ["TERM": "xterm-256color"])
      screen.present(Buffer(size: screen.size), cursor: nil)
      kill(getpid(), signal)
      sleep(10)
    }
    #expect(result?.exitStatus == .signal(signal))
    #expect(terminal.wait { $0.hasUsedAlternateScreen && !$0.isAlternateScreen })
    #expect(terminal.isSane)
  }

  @Test func leavingByExitGivesTheTerminalBack() async throws {
    let terminal = try PseudoTerminal(size: size)
    let path = terminal.programSidePath
    await #expect(processExitsWith: .exitCode(7)) { [path = path as String] in
      let device = open(path, O_RDWR | O_NOCTTY)
      let screen = try CursesScreen(input: device, output: device, environment: ["TERM": "xterm-256color"])
      screen.present(Buffer(size: screen.size), cursor: nil)
      exit(7)
    }
    #expect(terminal.wait { $0.hasUsedAlternateScreen && !$0.isAlternateScreen })
    #expect(terminal.isSane)
  }
}
