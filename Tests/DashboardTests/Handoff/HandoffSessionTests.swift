import Configuration
import NewsModel
import Testing
import TextBasics

@testable import Dashboard

/// Articles go to other programs by a key, and what comes of it is told.
@Suite struct HandoffSessionTests {
  private static let count = ArticleProgram(.pipe, name: "数字数", command: ["wc", "-m"])
  private static let summary = ArticleProgram(.pipe, name: "摘要", command: ["llm"])
  private static let pager = ArticleProgram(.pipe, name: "翻页", command: ["less"], output: .terminal)
  private static let phone = ArticleProgram(.share, name: "手机", command: ["curl", "{url}"])

  private func requests(_ session: Session) -> [HandoffRequest] {
    session.outside.compactMap { if case .handOff(let request) = $0 { request } else { nil } }
  }

  private func targets(_ session: Session) -> [HandoffTarget] { requests(session).map(\.target) }

  @Test(arguments: ["", "Enter", "Tab Tab"]) func theArticleConcernedGoesOutFromEveryPane(keys: String) throws {
    var session = Session(programs: [Self.count])
    session.type(keys + " |")
    let key = try #require(session.state.timeline.selected?.key)
    #expect(requests(session) == [HandoffRequest(key: key, target: .program(Self.count))])
    #expect(session.text.contains("数字数 运行中…"))
  }

  @Test func ofSeveralProgramsTheReaderChoosesOne() {
    var session = Session(programs: [Self.count, Self.phone, Self.summary])
    session.type("|")
    #expect(targets(session).isEmpty)
    #expect(session.text.contains("数字数") && session.text.contains("摘要") && !session.text.contains("手机"))
    session.type("Down Enter")
    #expect(targets(session) == [.program(Self.summary)])
    session.type("X")
    #expect(targets(session) == [.program(Self.summary), .program(Self.phone)])
  }

  @Test func withoutAProgramTheMessageSaysWhereToNameOne() {
    var session = Session()
    session.type("|")
    #expect(session.text.contains("没有 [pipe] 程序"))
    session.type("X")
    #expect(session.text.contains("没有 [share] 程序"))
    #expect(targets(session).isEmpty)
  }

  @Test func editorPagerAndClipboardGetTheArticle() {
    var session = Session()
    session.type("E P C-y")
    #expect(targets(session) == [.editor, .pager, .clipboard])
  }

  @Test func whatAProgramWroteIsShown() {
    var session = Session(programs: [Self.count])
    session.type("|")
    session.send(.handedOff(.ran(ProgramOutput(name: "数字数", lines: ["共 1234 字", "", "末行"], isCut: true))))
    #expect(session.text.contains("共 1234 字") && session.text.contains("末行"))
    #expect(session.text.contains("输出过长"))
    session.type("Esc")
    #expect(!session.text.contains("共 1234 字"))
    session.type("| Down Enter")
    #expect(session.text.contains("共 1234 字"), "it can be seen again")
  }

  @Test func outputNeverComesBetweenTheReaderAndAPopUp() {
    var session = Session(programs: [Self.count])
    session.type("| ?")
    session.send(.handedOff(.ran(ProgramOutput(name: "数字数", lines: ["共 1234 字"]))))
    #expect(!session.text.contains("共 1234 字"))
    session.type("Esc L")
    #expect(session.text.contains("数字数 已结束，按 | 查看输出"))
  }

  @Test func aProgramThatFailsIsToldWithWhatItWrote() {
    var session = Session(programs: [Self.count])
    session.type("|")
    session.send(.handedOff(.ran(ProgramOutput(name: "数字数", lines: ["半句"], failure: "数字数 失败（退出码 2）"))))
    #expect(session.text.contains("半句") && session.text.contains("失败（退出码 2）"))
    session.type("Esc X")
    session.send(.handedOff(.failed("无法启动 wc", isProgram: true)))
    #expect(session.text.contains("无法启动 wc"))
  }

  @Test func aProgramThatWritesNothingIsToldToo() {
    var session = Session(programs: [Self.phone, Self.count])
    session.type("X")
    session.send(.handedOff(.ran(ProgramOutput(name: "手机", lines: [], isAwaited: false))))
    #expect(session.text.contains("手机 已完成"))
    session.send(.handedOff(.ran(ProgramOutput(name: "数字数", lines: []))))
    #expect(session.text.contains("数字数 已结束，没有输出"))
  }

  @Test func onlySoManyProgramsRunAtOnce() {
    var session = Session(programs: [Self.count])
    session.type("| | | | |")
    #expect(targets(session).count == Handoff.mostRunning)
    #expect(session.text.contains("已有4个程序在运行"))
    session.send(.handedOff(.ran(ProgramOutput(name: "数字数", lines: []))))
    session.type("|")
    #expect(targets(session).count == Handoff.mostRunning + 1)
  }

  @Test func aProgramOfTheTerminalGetsItWhenItsFileIsThere() {
    var session = Session(programs: [Self.pager])
    session.type("|")
    #expect(session.state.handoff.running == 0)
    let program = TerminalProgram(name: "翻页", command: ["less"], file: "/tmp/newstape-x/article.txt", readsInput: true)
    session.send(.handedOff(.awaitsTerminal(program)))
    #expect(session.outside.last == .lendTerminal(program))
    session.send(.handedOff(.returned("改动过的副本在 /tmp/newstape-x/article.txt")))
    #expect(session.text.contains("改动过的副本在 /tmp/newstape-x/article.txt"))
  }

  @Test func titleLinkAndTextGoToTheClipboard() throws {
    var session = Session()
    session.type("Y")
    let title = try #require(session.state.timeline.selected?.title)
    #expect(session.outside.last == .copy(SafeText(title), notice: "标题已复制"))
    session.send(.handedOff(.text("全文")))
    #expect(session.outside.last == .copy("全文", notice: "全文已复制"))
    session.send(.copyRefused(limit: 74_994))
    #expect(session.text.contains("剪贴板最多74 KB；可按 e 导出"))
  }
}
