import NewsModel
import Testing

@testable import Dashboard

/// What is listed goes into a file: asked for by name, told while it goes on, and never over another without asking.
@Suite struct ExportSessionTests {
  private func requests(_ session: Session) -> [ExportRequest] {
    session.outside.compactMap { if case .export(let request, _) = $0 { request } else { nil } }
  }

  @Test func theListGoesIntoTheFileThatIsNamed() throws {
    var session = Session()
    session.type("/")
    session.enter("title:召回")
    session.type("Enter e")
    #expect(session.text.contains("列表导出到：newstape.md"))
    #expect(session.text.contains(".jsonl  .csv  .html  .rss  .txt"))
    session.type("C-u")
    session.enter("~/召回.csv")
    session.type("Enter")
    let request = try #require(requests(session).first)
    #expect(request == ExportRequest(.matching(session.state.filter), to: "~/召回.csv", title: "“召回”"))
    session.send(.progress("导出", 0.5))
    #expect(session.text.contains("50%"))
    session.send(.exportEnded(.written(10, request)))
    #expect(session.text.contains("已导出10条到 ~/召回.csv"))
    session.type("e")
    #expect(session.text.contains("列表导出到：~/召回.csv"), "the next time begins with the last name")
  }

  @Test func theReaderExportsItsArticle() throws {
    var session = Session()
    session.type("Enter e")
    #expect(session.text.contains("文章导出到：newstape.md"))
    session.type("Enter")
    let key = try #require(session.state.reader.article?.headline.key)
    #expect(requests(session) == [ExportRequest(.article(key), to: "newstape.md", title: "")])
  }

  @Test func aFileThatIsThereIsReplacedOnlyWhenTheReaderAgrees() throws {
    var session = Session()
    session.type("e Enter")
    let request = try #require(requests(session).first)
    #expect(!request.replaces)
    session.send(.exportEnded(.exists(request)))
    #expect(session.text.contains("newstape.md 已存在，是否覆盖？  y 确定  n 取消"))
    session.type("n")
    #expect(requests(session).count == 1)
    session.send(.exportEnded(.exists(request)))
    session.type("y")
    #expect(requests(session).last?.replaces == true)
  }

  @Test func aNameWithoutAFormatCanBeMended() throws {
    var session = Session()
    session.type("e")
    session.enter("x")
    session.type("Enter")
    session.send(.exportEnded(.unknownFormat(try #require(requests(session).first))))
    #expect(session.text.contains("列表导出到：x"))
    session.enter(".md")
    #expect(session.text.contains("列表导出到：x.md"))
  }

  @Test func whatGoesOnCanBeStopped() {
    var session = Session()
    session.type("e Enter e")
    #expect(session.text.contains("正在导出，是否停止？"))
    session.type("y")
    #expect(session.outside.contains(.stopExport))
    session.send(.exportEnded(.cancelled))
    #expect(session.text.contains("已停止导出，没有留下文件"))
  }
}
