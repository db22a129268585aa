import Configuration
import NewsModel
import Terminal
import Testing
import TextBasics
import Wording

@testable import Dashboard

/// What the reader adds for the eye is no part of what it shows.
@Suite struct AnnotatedTextTests {
  private func gaps(_ text: String) -> String {
    AnnotatedText(text).withGaps().text.replacing(AnnotatedText.gap, with: "_")
  }

  @Test func gapsStandBetweenHanAndLatin() {
    #expect(gaps("公司IPO申请于6月15日获受理") == "公司_IPO_申请于_6_月_15_日获受理")
    #expect(gaps("同比增长23.5%以上") == "同比增长_23.5%_以上")
    #expect(gaps("在A股，AI“模型”") == "在_A_股，AI“模型”")
  }

  @Test func noneStandsWhereTheSourceHasOneOrWhereSignsPart() {
    #expect(gaps("公司 IPO 申请") == "公司 IPO 申请")
    #expect(gaps("（IPO）申请") == "（IPO）申请")
    #expect(gaps("plain English") == "plain English")
    #expect(gaps("") == "")
  }

  @Test func numbersOfLinksStayWhereTheyAre() {
    var text = AnnotatedText("见2024年报")
    text.add("[1]")
    text.append("和公告A")
    let shown = text.withGaps()
    #expect(shown.text.replacing(AnnotatedText.gap, with: "_") == "见_2024_年报[1]和公告_A")
    #expect(shown.plain == "见2024年报和公告A")
    #expect(shown.additions.count == 4)
  }

  @Test func rangesOfThePlainTextAreFoundAmongAdditions() {
    let shown = AnnotatedText("在A股IPO的A股").withGaps()
    for word in ["在", "A股", "股IPO", "的A", "在A股IPO的A股"] {
      let plain = shown.plain.utf8
      guard let range = plain.firstRange(of: word.utf8) else {
        Issue.record("\(word)")
        continue
      }
      let start = plain.distance(from: plain.startIndex, to: range.lowerBound)
      let found = shown.range(ofPlain: start..<start + word.utf8.count)
      let piece = String(shown.text.utf8.dropFirst(found.lowerBound).prefix(found.count)) ?? "?"
      #expect(piece.replacing(AnnotatedText.gap, with: "") == word)
      #expect(!piece.hasPrefix(AnnotatedText.gap) && !piece.hasSuffix(AnnotatedText.gap))
    }
  }
}

/// An invented article of everything that the reader sets, at the four sizes.
@Suite struct TypesettingTests {
  static let article: Article = {
    var article = SampleNews.article(0)
    article.headline.title = "“云杉动力”2025年报：营收增长23.5%，IPO募资投向AI产线——附分项数据"
    article.blocks = [
      .paragraph(
        "云杉动力（60xxxx.SH）3月17日晚公布2025年报[注]，全年营业收入12.4亿元，同比增长23.5%；净利润1.9亿元，同比下降17.4%。公司称，“固态电池的良率已由62%提高到81%，”并引用其招股书和上年年报中的口径。"
      ),
      .heading("一、分项数据", level: 2),
      .table([
        ["项目", "本期（亿元）", "上期（亿元）", "同比", "说明"],
        ["营业收入", "12.40", "10.04", "+23.5%", "新车型放量，海外订单在二季度恢复"],
        ["净利润", "1.90", "2.30", "-17.4%", "召回费用一次计入当季"],
        ["研发投入", "2.31", "1.88", "+22.9%", "固态电池与AI质检产线"],
      ]),
      .figure("工程师在试验线检查电池包，图中设备为示意"),
      .heading("二、接下来看什么", level: 2),
      .list([
        "交付：二季度起每月交付不少于4,000辆",
        ListItem(level: 1, text: "其中出口占三成，主要销往东南亚与中东，运费按CIF计价").written,
        ListItem(level: 2, text: "首船已于3月12日离港").written,
        ListItem(level: 1, text: "其余在国内销售").written,
        "资本开支：全年不超过8亿元，用于AI产线",
      ]),
      .quote("“我们不追求最快，只追求每一辆车都能放心交到用户手中。”公司总经理林望舒在说明会上说。"),
      .paragraph(
        "The company plans to list a second line of state-of-the-art cells, “Spruce-2”, at 9:30 on its open day."),
    ]
    article.links = [
      ArticleLink(text: "招股书", address: "https://news.example/prospectus/2025/spruce-motors-a-very-long-name.pdf"),
      ArticleLink(text: "上年年报", address: "https://news.example/report/2024"),
    ]
    return article
  }()

  private static let sizes = [(40, 10), (80, 24), (120, 40), (200, 60)]

  private func session(_ size: (Int, Int), _ settings: Settings = Settings()) -> Session {
    var session = Session(
      width: size.0, height: size.1, articles: [Self.article], theme: ShippedThemes.load("gruvbox_dark"),
      settings: settings)
    session.type("Enter +")
    return session
  }

  private var finest: Settings {
    var settings = Settings()
    settings.hangsPunctuation = true
    settings.spacesScripts = true
    return settings
  }

  @Test(arguments: sizes) func showcase(size: (Int, Int)) throws {
    try GoldenFrame.check(session(size).frame, "typography-\(size.0)x\(size.1)")
  }

  @Test(arguments: sizes) func showcaseWithAllOptions(size: (Int, Int)) throws {
    try GoldenFrame.check(session(size, finest).frame, "typography-options-\(size.0)x\(size.1)")
  }

  @Test(arguments: sizes) func theEndOfTheShowcase(size: (Int, Int)) throws {
    var session = session(size, finest)
    session.type("G")
    try GoldenFrame.check(session.frame, "typography-end-\(size.0)x\(size.1)")
  }

  @Test func aMatchIsMarkedWhereGapsStand() throws {
    var session = session((80, 24), finest)
    session.type("/")
    session.enter("由62%提高")
    session.type("Enter")
    let reader = session.state.reader
    let document = try #require(reader.document)
    let match = try #require(reader.find?.matches.first)
    #expect(reader.find?.matches.count == 1)
    let shown = match.pieces.map { String(document.lines[$0.line].text.string[$0.range]) }.joined()
    #expect(shown.replacing(AnnotatedText.gap, with: "") == "由62%提高")
  }

  @Test func aWordInACellThatWrapsIsFound() throws {
    let basis = Document.Basis(
      key: Self.article.headline.key, width: 60, widths: ColumnWidths(), isEnglish: false, zone: SampleNews.zone)
    let document = Document(Self.article, words: Words(language: .zhHans), basis: basis)
    let found = ReaderMatches(Highlights(text: "海外订单在二季度恢复"), in: document).matches
    let match = try #require(found.first)
    #expect(found.count == 1 && match.pieces.count > 1)
    #expect(match.pieces.map { String(document.lines[$0.line].text.string[$0.range]) }.joined() == "海外订单在二季度恢复")
    #expect(document.lines[match.line].role == .table)
  }

  @Test(arguments: 24...130) func aSignThatHangsStaysLeftOfTheScrollbar(width: Int) {
    let presentation = Presentation(language: .zhHans, zone: SampleNews.zone, theme: .plain, settings: finest)
    let body = Rect(x: 3, y: 2, width: width, height: 10)
    let area = ReaderPane.textArea(in: body, presentation)
    #expect(area.x > body.x && area.maxX + 2 < body.maxX && area.width <= presentation.measure)
    #expect(area.width >= width - 6 || area.width == presentation.measure)
  }

  @Test func aMarkStandsBeforeTheFirstLineOfAnItemAlone() {
    let bullets = session((40, 60)).text.filter { $0 == "•" }.count
    #expect(bullets == 5)
  }
}
