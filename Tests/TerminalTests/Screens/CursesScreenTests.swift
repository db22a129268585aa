import CNcurses
import Glibc
import Testing
import TextBasics

@testable import Terminal

/// ncurses on /dev/null: what it believes to show is read back from it.
@Suite(.serialized) struct CursesScreenTests {
  /// Runs `body` with a screen; waits where another suite has one open.
  private func withScreen(
    _ width: Int, _ height: Int, environment: [String: String] = [:], output: Int32? = nil,
    _ body: (CursesScreen) throws -> Void
  ) throws {
    let null = open("/dev/null", O_RDWR)
    defer { close(null) }
    var environment = environment
    if environment["TERM"] == nil { environment["TERM"] = "xterm-256color" }
    for _ in 0..<2000 {
      do {
        let screen = try CursesScreen(
          anyInput: null, output: output ?? null, options: CursesScreen.Options(), environment: environment)
        defer { screen.close() }
        nc_resize(Int32(height), Int32(width))
        _ = screen.adoptTerminalSize()
        return try body(screen)
      } catch TerminalError.alreadyOpen {
        usleep(5000)
      }
    }
    Issue.record("the screen never became free")
  }

  private struct Shown: Equatable {
    var text: String
    var attributes: UInt32
    var foreground: Int32
    var background: Int32
  }

  private func shown(_ x: Int, _ y: Int) -> Shown {
    var cell = nc_cell()
    var foreground: Int32 = 0
    var background: Int32 = 0
    guard nc_shown(Int32(y), Int32(x), &cell, &foreground, &background) else {
      return Shown(text: "outside", attributes: 0, foreground: 0, background: 0)
    }
    let scalars = [cell.scalars.0, cell.scalars.1, cell.scalars.2, cell.scalars.3, cell.scalars.4]
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars.compactMap { $0 == 0 ? nil : Unicode.Scalar($0) })
    return Shown(text: text, attributes: cell.attributes, foreground: foreground, background: background)
  }

  private func texts(row: Int, width: Int) -> [String] { (0..<width).map { shown($0, row).text } }

  /// The output is a socket that keeps writes apart.
  @Test func everyFrameIsWrittenAtOnce() throws {
    var ends: [Int32] = [-1, -1]
    #expect(socketpair(AF_UNIX, Int32(SOCK_SEQPACKET.rawValue), 0, &ends) == 0)
    defer { for end in ends { close(end) } }
    func writes() -> [String] {
      var found: [String] = []
      var bytes = [UInt8](repeating: 0, count: 1 << 20)
      while true {
        let count = recv(ends[1], &bytes, bytes.count, Int32(MSG_DONTWAIT))
        if count <= 0 { return found }
        found.append(String(decoding: bytes[..<count], as: UTF8.self))
      }
    }
    try withScreen(20, 10, output: ends[0]) { screen in
      var buffer = Buffer(size: screen.size)
      _ = writes()
      for word in ["晨星", "云岭"] {
        for y in 0..<10 {
          buffer.write(SafeText("\(word)\(y)"), in: Rect(x: y, y: y, width: 8, height: 1), style: Style())
        }
        screen.present(buffer, cursor: Point(x: 3, y: 3))
        let frame = writes()
        #expect(frame.count == 1)
        #expect(frame.first?.contains("\(word.first ?? " ")") == true)
      }
      screen.present(buffer, cursor: Point(x: 3, y: 3))
      #expect(writes().count <= 1)
    }
  }

  @Test func showsTextAndStyles() throws {
    try withScreen(20, 4) { screen in
      #expect(screen.size == Size(width: 20, height: 4))
      #expect(screen.colorDepth == .indexed256)
      var buffer = Buffer(size: screen.size)
      let style = Style(
        foreground: .rgb(red: 255, green: 135, blue: 0), background: .ansi(4), modifiers: [.bold, .underline])
      buffer.write("央行 ok", x: 2, y: 1, style: style)
      screen.present(buffer, cursor: nil)
      let attributes = UInt32(NC_BOLD | NC_UNDERLINE)
      #expect(shown(2, 1) == Shown(text: "央", attributes: attributes, foreground: 208, background: 4))
      #expect(shown(4, 1).text == "行")
      #expect(shown(7, 1).text == "o")
      #expect(shown(9, 1) == Shown(text: " ", attributes: 0, foreground: -1, background: -1))
    }
  }

  @Test func aNextFrameReplacesTheFirst() throws {
    try withScreen(6, 2) { screen in
      var first = Buffer(size: screen.size)
      first.write("中文中", x: 0, y: 0, style: .standard)
      screen.present(first, cursor: nil)
      var second = Buffer(size: screen.size)
      second.write("ab", x: 1, y: 0, style: .standard)
      second.write("文", x: 4, y: 0, style: .standard)
      screen.present(second, cursor: Point(x: 3, y: 1))
      #expect(texts(row: 0, width: 5) == [" ", "a", "b", " ", "文"])
    }
  }

  @Test func marksStayWithTheirBase() throws {
    try withScreen(6, 1) { screen in
      var buffer = Buffer(size: screen.size)
      buffer.fill(Rect(x: 0, y: 0, width: 1, height: 1), with: "e\u{301}", style: .standard)
      buffer.write("x", x: 1, y: 0, style: .standard)
      screen.present(buffer, cursor: nil)
      #expect(texts(row: 0, width: 2) == ["e\u{301}", "x"])
    }
  }

  @Test func followsASizeThatShrinksAndGrows() throws {
    try withScreen(10, 3) { screen in
      func show(_ text: String) {
        var buffer = Buffer(size: screen.size)
        for y in 0..<screen.size.height { buffer.write("\(text)", x: 0, y: y, style: .standard) }
        screen.present(buffer, cursor: nil)
      }
      show("0123456789")
      nc_resize(1, 1)
      #expect(screen.adoptTerminalSize() == Size(width: 1, height: 1))
      #expect(screen.adoptTerminalSize() == nil)
      nc_resize(3, 10)
      #expect(screen.adoptTerminalSize() == Size(width: 10, height: 3))
      show("0123456789")
      for row in 0..<3 { #expect(texts(row: row, width: 10).joined() == "0123456789") }
    }
  }

  @Test func aFrameOfAnotherSizeIsCutOff() throws {
    try withScreen(4, 2) { screen in
      var buffer = Buffer(size: Size(width: 9, height: 5))
      buffer.write("abcdefgh", x: 0, y: 1, style: .standard)
      screen.present(buffer, cursor: Point(x: 8, y: 4))
      #expect(texts(row: 1, width: 4) == ["a", "b", "c", "d"])
      screen.present(Buffer(size: Size(width: 1, height: 1)), cursor: nil)
      #expect(texts(row: 1, width: 4) == [" ", " ", " ", " "])
    }
  }

  @Test func moreStylesThanAShortCanNumber() throws {
    try withScreen(4, 1) { screen in
      var buffer = Buffer(size: screen.size)
      for number in 0..<240 {
        let style = Style(foreground: XtermPalette.color(UInt8(16 + number)), background: .ansi(UInt8(number % 16)))
        buffer.write("x", x: 0, y: 0, style: style)
        screen.present(buffer, cursor: nil)
        #expect(shown(0, 0).background == Int32(number % 16))
      }
    }
  }

  @Test func noColorLeavesTheModifiers() throws {
    try withScreen(4, 1, environment: ["NO_COLOR": "1"]) { screen in
      #expect(screen.colorDepth == .monochrome)
      var buffer = Buffer(size: screen.size)
      buffer.write("x", x: 0, y: 0, style: Style(foreground: .ansi(1), modifiers: .reverse))
      screen.present(buffer, cursor: nil)
      #expect(shown(0, 0) == Shown(text: "x", attributes: UInt32(NC_REVERSE), foreground: -1, background: -1))
    }
  }

  @Test(arguments: [
    ("vt100", ColorDepth.monochrome), ("linux", .ansi16), ("no-such-terminal", .indexed256), ("xterm", .ansi16),
  ])
  func everyTerminalOpens(name: String, depth: ColorDepth) throws {
    try withScreen(4, 1, environment: ["TERM": name]) { screen in #expect(screen.colorDepth == depth) }
  }

  @Test(arguments: ["xterm-256color", "xterm", "tmux-256color", "screen-256color", "rxvt", "linux"])
  func colorsOf24BitsNeedNoDescriptionOfTheSystem(name: String) throws {
    func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
    // Another suite's screen changes both while it opens: nobody's does while one is open.
    var before: [String?] = []
    try withScreen(4, 1) { _ in before = [variable("TERM"), variable("TERMINFO")] }
    try withScreen(4, 1, environment: ["TERM": name, "COLORTERM": "truecolor"]) { screen in
      #expect(screen.colorDepth == .trueColor)
      #expect(!screen.lacksTrueColor)
      #expect([variable("TERM"), variable("TERMINFO")] == before)
      var buffer = Buffer(size: screen.size)
      let style = Style(foreground: .rgb(red: 251, green: 130, blue: 6), background: .rgb(red: 1, green: 2, blue: 3))
      buffer.write("x", x: 0, y: 0, style: style)
      screen.present(buffer, cursor: nil)
      #expect(shown(0, 0) == Shown(text: "x", attributes: 0, foreground: 0xFB8206, background: 0x010203))
    }
  }

  @Test func aWishForColorsThatCannotBeMetIsKnown() throws {
    try withScreen(4, 1, environment: ["TERM": "vt100", "COLORTERM": "truecolor"]) { screen in
      #expect(screen.colorDepth == .monochrome)
      #expect(screen.lacksTrueColor)
    }
    try withScreen(4, 1, environment: ["TERM": "vt100"]) { #expect(!$0.lacksTrueColor) }
  }

  @Test func aDumbTerminalIsRefused() {
    #expect(throws: TerminalError.unknownTerminal(["dumb"])) {
      try withScreen(4, 1, environment: ["TERM": "dumb"]) { _ in }
    }
  }

  @Test func onlyOneScreenIsOpen() throws {
    try withScreen(4, 1) { _ in
      #expect(throws: TerminalError.alreadyOpen) {
        try CursesScreen(anyInput: 0, output: 1, options: CursesScreen.Options(), environment: [:])
      }
    }
  }

  @Test func openingAndClosingLeavesNoDescriptors() throws {
    func openDescriptors() -> Int { (0..<256).count { fcntl($0, F_GETFD) != -1 } }
    try withScreen(4, 1) { _ in }
    // Tests beside this one open descriptors, too: it is the growth over many screens that counts.
    let before = openDescriptors()
    for _ in 0..<60 { try withScreen(4, 1) { $0.present(Buffer(size: $0.size), cursor: nil) } }
    #expect(openDescriptors() < before + 60)
  }

  @Test func aFileIsNoTerminal() {
    let null = open("/dev/null", O_RDWR)
    defer { close(null) }
    #expect(throws: TerminalError.notATerminal) { try CursesScreen(input: null, output: null, environment: [:]) }
  }

  @Test func keysComeFromTheDescription() throws {
    try withScreen(4, 1, environment: ["TERM": "linux"]) { screen in
      var decoder = screen.makeDecoder()
      decoder.feed(Array("\u{1B}[[B\u{1B}[A".utf8), at: .now)
      #expect(decoder.nextEvent(at: .now) == .key(Key(.function(2))))
      #expect(decoder.nextEvent(at: .now) == .key(Key(.up)))
    }
  }
}

@Suite struct Base64Tests {
  /// The test vectors of RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
    ("foobar", "Zm9vYmFy"), ("中", "5Lit"),
  ])
  func encodes(text: String, encoded: String) {
    #expect(base64(Array(text.utf8)) == Array(encoded.utf8))
  }
}
