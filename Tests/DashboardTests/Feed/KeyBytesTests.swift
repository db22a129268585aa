import CNcurses
import Configuration
import Foundation
import Glibc
import Testing

@testable import Dashboard
@testable import Terminal

/// What a key in the list sends to the terminal, through ncurses into a file.
@Suite(.serialized) struct KeyBytesTests {
  private final class CountedScreen {
    private let screen: CursesScreen
    private let descriptor: Int32

    init(_ screen: CursesScreen, _ descriptor: Int32) {
      self.screen = screen
      self.descriptor = descriptor
    }

    var size: Size { screen.size }

    /// Answers for the terminal that it can move rows of some columns.
    func learnMargins() { screen.learn(.mode(69, isThere: true)) }

    /// Bytes that a frame takes.
    func show(_ session: Session) -> Int {
      let before = lseek(descriptor, 0, SEEK_END)
      let frame = session.state.render()
      screen.present(frame.buffer, cursor: frame.cursor)
      return Int(lseek(descriptor, 0, SEEK_END) - before)
    }
  }

  /// Runs `body` with a screen; waits where another suite has one open.
  private func withScreen(
    _ size: Size = Size(width: 80, height: 24), colors: String = "", _ body: (CountedScreen) throws -> Void
  ) throws {
    let path = FileManager.default.temporaryDirectory.path + "/newstape-bytes-\(UUID().uuidString)"
    let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    try #require(file >= 0)
    defer {
      close(file)
      unlink(path)
    }
    for _ in 0..<2_000 {
      do {
        let screen = try CursesScreen(
          anyInput: file, output: file, options: CursesScreen.Options(),
          environment: ["TERM": "xterm-256color", "COLORTERM": colors])
        defer { screen.close() }
        nc_resize(Int32(size.height), Int32(size.width))
        _ = screen.adoptTerminalSize()
        return try body(CountedScreen(screen, file))
      } catch TerminalError.alreadyOpen {
        usleep(5_000)
      }
    }
    Issue.record("the screen never became free")
  }

  private func session(_ size: Size) -> Session {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let themes = ThemeCatalog(userFolder: "", shippedFolder: root.appending(path: "themes").path)
    return Session(width: size.width, height: size.height, theme: themes.load("gruvbox_dark").theme)
  }

  @Test func aStepInTheListSendsTwoRowsAndLittleElse() throws {
    try withScreen { screen in
      var session = session(screen.size)
      _ = screen.show(session)
      var bytes: [Int] = []
      for key in ["j", "j", "j", "j", "k", "k"] {
        session.type(key)
        bytes.append(screen.show(session))
      }
      // A starred article, whose star has a colour of its own, may take a little more.
      #expect(bytes.sorted()[bytes.count / 2] <= 450, "\(bytes)")
      #expect(bytes.allSatisfy { (1...500).contains($0) }, "\(bytes)")
    }
  }

  @Test func in24BitsAStepSendsLittleMore() throws {
    try withScreen(Size(width: 120, height: 40), colors: "truecolor") { screen in
      var session = session(screen.size)
      _ = screen.show(session)
      var bytes: [Int] = []
      for key in ["j", "j", "j", "j", "k", "k"] {
        session.type(key)
        bytes.append(screen.show(session))
      }
      #expect(bytes.allSatisfy { (1...450).contains($0) }, "\(bytes)")
    }
  }

  @Test func aStepThatScrollsTheListBesideAnArticleSendsNoOtherRowAnew() throws {
    try withScreen(Size(width: 120, height: 40), colors: "truecolor") { screen in
      screen.learnMargins()
      var session = session(screen.size)
      _ = screen.show(session)
      var bytes: [Int] = []
      for _ in 0..<30 {
        session.type("j")
        bytes.append(screen.show(session))
      }
      #expect(bytes.allSatisfy { (1...1_200).contains($0) }, "\(bytes)")
    }
  }

  @Test func withoutMarginsTheArticleBesideTheListIsSentAnewInItsPlace() throws {
    try withScreen(Size(width: 120, height: 40), colors: "truecolor") { screen in
      var session = session(screen.size)
      _ = screen.show(session)
      session.pass(milliseconds: 200)
      _ = screen.show(session)
      var bytes: [Int] = []
      for _ in 0..<30 {
        session.type("j")
        bytes.append(screen.show(session))
      }
      // Of a short article it is half of this.
      #expect(bytes.allSatisfy { (1...2_400).contains($0) }, "\(bytes)")
    }
  }

  @Test func whatChangesNothingSendsNothing() throws {
    try withScreen { screen in
      let session = session(screen.size)
      _ = screen.show(session)
      #expect(screen.show(session) == 0)
    }
  }
}
