import Configuration
import NewsModel
import Testing
import Wording

@testable import Dashboard

@Suite struct HistorySessionTests {
  /// A session in whose first article a headline, a figure and a sentence were edited after ten minutes.
  static func session(
    width: Int = 120, height: Int = 40, theme: Theme = .plain, language: Language = .zhHans
  ) -> Session {
    var session = Session(
      width: width, height: height, articles: ArrivalSessionTests.articles(), theme: theme, language: language)
    var old = session.library.articles[0]
    old.headline.title = "示例券商下调云杉动力评级"
    old.blocks = ["公司第三季度净利润为3.6亿元。", "交易尚需股东大会批准。", "市场反应平淡。"].map { .paragraph($0) }
    session.library.former[old.headline.key] = (old, old.headline.published + 600)
    session.library.articles[0].headline.title = "示例券商上调云杉动力评级"
    session.library.articles[0].headline.change = .sense
    session.library.articles[0].blocks = [
      "公司第三季度净利润为3.4亿元。", "交易尚需股东大会批准。", "分析师预计全年增长。",
    ].map { .paragraph($0) }
    session.send(.libraryChanged)
    session.type("g g")
    return session
  }

  @Test(arguments: ["d", "Enter d"])
  func theListAndTheReaderOpenTheHistoryOfTheArticle(keys: String) {
    var session = Self.session()
    session.type(keys)
    #expect(session.state.overlays.picker?.purpose == .history)
    for texts in [
      ["第2版 · 2026-03-18 ", "意思变了"], ["标题", "示例券商[-下-]{+上+}调云杉动力评级"], ["正文", "净利润为[-3.6-]{+3.4+}亿元。"],
      ["正文", "[-市场反应平淡。-]"], ["正文", "{+分析师预计全年增长。+}"], ["* 数字", "3.6亿元 → 3.4亿元"], ["第1版"],
    ] {
      #expect(session.lines.contains { line in texts.allSatisfy(line.contains) }, "\(texts)")
    }
    #expect(!session.text.contains("正文  交易尚需"))
    session.type("Esc")
    #expect(session.state.overlays.shown == nil)
  }

  @Test func whatIsTypedFindsLinesInTheirOrder() throws {
    var session = Self.session()
    session.type("d")
    session.enter("3.4")
    let picker = try #require(session.state.overlays.picker)
    #expect(picker.matches.map(\.index) == picker.matches.map(\.index).sorted())
    #expect(session.text.contains("净利润为[-3.6-]{+3.4+}亿元。") && !session.text.contains("分析师预计全年增长。+}"))
    #expect(session.lines.contains { $0.contains("第2版") })
  }

  @Test func anArticleOfOneVersionSaysSo() {
    var session = Session()
    session.type("d")
    #expect(session.state.overlays.shown == nil)
    #expect(session.text.contains("没有修改记录"))
  }

  @Test func asOfAMomentBeforeTheEditThereIsNone() throws {
    let session = Self.session()
    let article = session.library.articles[0].headline
    let early = HistoryRequest(key: article.key, moment: article.published + 300)
    #expect(try early.response(from: session.library).revisions.isEmpty)
    let late = HistoryRequest(key: article.key, moment: article.published + 600)
    #expect(try late.response(from: session.library).revisions.count == 1)
  }

  @Test func aCommandOpensItByTheNamesInBothLanguages() {
    for name in ["history", "修改记录"] {
      var session = Self.session()
      session.type(":")
      session.enter(name)
      session.type("Enter")
      #expect(session.state.overlays.picker?.purpose == .history, "\(name)")
    }
  }

  @Test func aLongHistoryIsCutAndSaysSo() throws {
    var session = Self.session()
    session.library.articles[0].blocks = [.paragraph(String(repeating: "新的段落没有句号", count: 1_000))]
    session.type("d")
    let picker = try #require(session.state.overlays.picker)
    #expect(picker.items.last?.text.hasSuffix("newstape show 1 --history") == true)
    #expect(picker.items.allSatisfy { $0.text.count < 3_000 })
  }

  @Test(arguments: [(40, 10), (80, 24), (120, 40), (200, 60)], ["gruvbox_dark", "terminal16"])
  func goldenFrames(size: (Int, Int), name: String) throws {
    var session = Self.session(
      width: size.0, height: size.1, theme: ShippedThemes.load(name), language: name == "gruvbox_dark" ? .zhHans : .en)
    session.type("d C-n")
    try GoldenFrame.check(session.frame, "history-\(size.0)x\(size.1)-\(name)")
  }
}

extension Overlays {
  fileprivate var picker: Picker? { if case .picker(let picker) = shown { picker } else { nil } }
}
