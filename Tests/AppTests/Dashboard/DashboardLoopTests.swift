import Dashboard
import NewsLibrary
import NewsModel
import Synchronization
import Terminal
import Testing
import TextBasics

@testable import App

@Suite struct DashboardLoopTests {
  private static let quit = Key.character("Q")

  @Test func quittingSavesThePlace() throws {
    let world = try DashboardWorld("云杉动力召回电池", "远帆航运扩大船队")
    let terminal = MemoryTerminal(world.mailbox, .type(.character("j"), Self.quit, when: "远帆航运扩大船队"))
    #expect(world.run(terminal) == .quit)
    #expect(world.library.store.savedSession() != nil)
  }

  @Test func aSignalEndsTheLoopAndSavesThePlace() throws {
    let world = try DashboardWorld("云杉动力召回电池")
    let terminal = MemoryTerminal(world.mailbox, .signal(.terminate(15), when: "云杉动力召回电池"))
    #expect(world.run(terminal) == .signal(15))
    #expect(world.library.store.savedSession() != nil)
  }

  @Test func leavingKeepsWhenThatWas() throws {
    let world = try DashboardWorld("云杉动力召回电池")
    let (store, start) = (world.library.store, Timestamp.now)
    #expect(try store.lastVisit() == nil)
    #expect(world.run(MemoryTerminal(world.mailbox, .type(Self.quit, when: "云杉动力召回电池"))) == .quit)
    let end = try #require(try store.lastVisit())
    #expect(end >= start && end <= .now)
  }

  @Test func theSelectedArticleIsShownBesideTheListAfterARest() throws {
    let world = try DashboardWorld("云杉动力召回电池", "远帆航运扩大船队")
    let terminal = MemoryTerminal(
      world.mailbox, .type(.character("j"), when: "资讯 1/2"), .type(Self.quit, when: "阅读 · 1/1"))
    #expect(world.run(terminal) == .quit)
    #expect(terminal.shows("阅读 · 1/1"))
  }

  @Test func whyTheBrowserDidNotStartIsToldOnTheScreen() throws {
    let world = try DashboardWorld("云杉动力召回电池")
    let opened = Mutex<[String]>([])
    let terminal = MemoryTerminal(
      world.mailbox, .type(.character("o"), when: "阅读 · 1/1"), .type(Self.quit, when: "没有浏览器"))
    let end = world.run(terminal) { link in
      opened.withLock { $0.append(link) }
      return ("没有浏览器", isError: true)
    }
    #expect(end == .quit)
    #expect(opened.withLock { $0 } == ["https://news.example/0"])
  }

  @Test func whatIsCopiedGoesToTheTerminalAndIsTold() throws {
    let world = try DashboardWorld("云杉动力召回电池")
    let terminal = MemoryTerminal(
      world.mailbox, .type(.character("y"), when: "阅读 · 1/1"), .type(Self.quit, when: "链接已复制"))
    #expect(world.run(terminal) == .quit)
    #expect(terminal.copied == ["https://news.example/0"])
  }

  @Test func redrawingAndSuspendingConcernTheTerminalAlone() throws {
    let world = try DashboardWorld("云杉动力召回电池")
    let control = [Key](["C-l", "C-z"].compactMap { Key(parsing: $0) })
    try #require(control.count == 2)
    let terminal = MemoryTerminal(world.mailbox, .type(control[0], control[1], Self.quit, when: "云杉动力召回电池"))
    #expect(world.run(terminal) == .quit)
    #expect(terminal.invalidations == 1)
    #expect(terminal.suspensions == 1)
  }

  @Test func aTextThatTheTerminalDoesNotTakeIsNotSaidToBeCopied() throws {
    let world = try DashboardWorld("云杉动力召回电池")
    let terminal = MemoryTerminal(
      world.mailbox, .type(.character("y"), when: "阅读 · 1/1"), .type(Self.quit, when: "剪贴板最多"))
    terminal.takesText = false
    #expect(world.run(terminal) == .quit)
    #expect(terminal.copied.isEmpty && !terminal.everShown("链接已复制"))
  }

  @Test func whatIsChangedIsWrittenBeforeTheEnd() throws {
    let world = try DashboardWorld("云杉动力召回电池", "远帆航运扩大船队")
    let terminal = MemoryTerminal(world.mailbox, .type(.character("s"), Self.quit, when: "阅读 · 1/1"))
    #expect(world.run(terminal) == .quit)
    #expect(try world.library.store.count(.starred) == 1)
  }

  @Test func anotherWindowIsDrawnInItsSize() throws {
    let world = try DashboardWorld("云杉动力召回电池")
    var resize = Wake<Action>()
    resize.input = [.resize(Size(width: 60, height: 20))]
    let terminal = MemoryTerminal(
      world.mailbox, .init(text: "云杉动力召回电池", wake: resize), .type(Self.quit, when: "云杉动力召回电池"))
    #expect(world.run(terminal) == .quit)
    #expect(terminal.drawn.contains(Size(width: 60, height: 20)))
  }

  @Test func aMessageFromAnotherThreadIsShown() throws {
    let world = try DashboardWorld("云杉动力召回电池")
    world.mailbox.post(.notice("磁盘已满", isError: true))
    let terminal = MemoryTerminal(world.mailbox, .type(Self.quit, when: "磁盘已满"))
    #expect(world.run(terminal) == .quit)
  }

  @Test func oneFrameIsDrawnForAllThatHasCome() throws {
    let world = try DashboardWorld((0..<20).map { "新闻\($0)" })
    let keys = [Key](repeating: .character("j"), count: 15)
    var wake = Wake<Action>()
    wake.input = keys.map { .key($0) }
    let terminal = MemoryTerminal(
      world.mailbox, .init(text: "资讯 1/20", wake: wake), .type(Self.quit, when: "资讯 16/20"))
    #expect(world.run(terminal) == .quit)
    for place in 2...15 { #expect(!terminal.everShown("资讯 \(place)/20")) }
  }
}
