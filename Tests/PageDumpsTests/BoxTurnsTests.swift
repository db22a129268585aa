import Testing

@testable import PageDumps
@testable import TextScanning

/// Headlines with teasers, or sections of the article: what `TextResumption` cannot tell from single lines.
@Suite struct BoxTurnsTests {
  private typealias Row = (kind: TextResumption.Kind, text: String)

  private static let headlines = ["远帆航运上半年货量同比回升", "北陵重工新签订单再创新高", "两家券商同日公告更换董事长", "江湾港自动化码头投入运营"]

  /// A line that is a headline or a heading.
  private func head(_ text: String) -> Row { (.other, text) }

  /// A headline of 24 columns at least.
  private func headline(_ number: Int) -> Row { head(Self.headlines[number]) }

  /// A sentence of so many columns.
  private func sentence(_ columns: Int, opening: String = "") -> Row {
    (.running, opening + String(repeating: "货", count: columns / 2 - 1 - opening.unicodeScalars.count) + "。")
  }

  /// Where the article goes on, and which lines are teasers: `2|1`.
  private func read(_ rows: [Row], _ kind: TextLine.Kind = .words) -> String {
    let lines = lines(rows.map(\.text)).map { $0.of(kind) }
    let turns = BoxTurns(lines[...], rows.map(\.kind)[...])
    return
      "\(turns.textStart.map(String.init) ?? "-")|\(turns.teasers.sorted().map(String.init).joined(separator: ","))"
  }

  @Test func nothingIsToldOfABoxWithTimesOrWithoutHeadlines() {
    #expect(read([]) == "-|")
    #expect(read([sentence(70), headline(0), sentence(70)]) == "-|")
    #expect(read([headline(0), headline(1), headline(2)]) == "-|")
    let pairs = [headline(0), sentence(70), headline(1), sentence(70)]
    #expect(read(pairs) == "-|1,3")
    #expect(read(pairs + [(.time, "2031-06-14")]) == "-|")
  }

  // MARK: A sentence behind each line

  @Test func longHeadlinesHaveTeasers() {
    #expect(read([headline(0), sentence(70), headline(1), sentence(120)]) == "-|1,3")
    #expect(read([headline(0), (.other, "货量回升。"), headline(1), (.other, "订单增长。")]) == "-|1,3")
  }

  @Test func shortLinesAreHeadingsOfTheArticle() {
    #expect(read([head("两条新航线"), sentence(70), head("老旧船舶"), sentence(70)]) == "0|")
    #expect(read([head("两条新航线"), sentence(70)]) == "0|")
    #expect(read([head("What the project costs"), sentence(70)]) == "0|")
  }

  @Test func chaptersAreSectionsHoweverLong() {
    let chapters = [head("一、" + Self.headlines[0]), sentence(70), head("二、" + Self.headlines[1]), sentence(70)]
    #expect(read(chapters) == "0|")
    // News is counted otherwise.
    #expect(
      read([head("1、" + Self.headlines[0]), sentence(70), head("2、" + Self.headlines[1]), sentence(70)]) == "-|1,3")
  }

  @Test func sentencesThatTakeUpWhatWasSaidAreTheArticles() {
    let pairs = { (first: String, second: String) in
      [headline(0), sentence(70, opening: first), headline(1), sentence(70, opening: second)]
    }
    #expect(read(pairs("此外，", "同时，")) == "0|")
    #expect(read(pairs("此外，", "公司")) == "-|1,3")
    #expect(read(pairs("此刻，", "同城")) == "-|1,3")
  }

  @Test func linesOfAListSpeakForHeadlines() {
    let pairs = [head("两条新航线"), sentence(70), head("老旧船舶"), sentence(70)]
    #expect(read(pairs.map { $0.kind == .other ? head("• " + $0.text) : $0 }) == "-|1,3")
    #expect(read(pairs, .links) == "-|1,3")
  }

  @Test func theLengthOfSentencesTipsTheBalance() {
    let pairs = { (columns: Int) in
      [head("三条远洋航线的货量"), sentence(columns), head("公司更换老旧的船舶"), sentence(columns)]
    }
    #expect(read(pairs(64)) == "0|")
    #expect(read(pairs(62)) == "-|1,3")
    let middling = { (columns: Int) in
      [head("三条远洋航线的货量走势"), sentence(columns), head("公司更换部分老旧的船舶"), sentence(columns)]
    }
    #expect(read(middling(100)) == "0|")
    #expect(read(middling(98)) == "-|1,3")
  }

  @Test func anEditorStandsBelowArticles() {
    let pairs = [head("三条远洋航线的货量"), sentence(62), head("公司更换老旧的船舶"), sentence(62)]
    #expect(read(pairs + [(.aside, "（责任编辑：赵六）")]) == "0|")
    #expect(read(pairs + [(.aside, "打印 关闭")]) == "-|1,3")
  }

  @Test func onePairAloneProvesLittle() {
    #expect(read([head("三条远洋航线的货量"), sentence(70)]) == "-|")
    #expect(read([headline(0), sentence(70)]) == "-|")
    #expect(read([headline(0), sentence(70), headline(1), sentence(150)]) == "-|1")
  }

  @Test func behindTeasersAHeadingOpensTheText() {
    let pairs = [headline(0), sentence(70), headline(1), sentence(70)]
    #expect(read(pairs + [head("展望"), sentence(70), sentence(70)]) == "4|1,3")
    #expect(read(pairs + [headline(2), sentence(70), sentence(70)]) == "-|1,3,5")
    #expect(read(pairs + [headline(2), sentence(150), sentence(70)]) == "-|1,3")
    #expect(read(pairs + [headline(2), headline(3), sentence(70)]) == "-|1,3")
  }

  @Test func severalSentencesBehindTheFirstLineAreASectionWhereItIsAHeading() {
    #expect(read([head("两条新航线"), sentence(70), sentence(70)]) == "0|")
    #expect(read([head("三、" + Self.headlines[0]), sentence(70), sentence(70)]) == "0|")
    #expect(read([headline(0), sentence(70), sentence(70)]) == "-|")
  }

  // MARK: Headlines without teasers

  @Test func behindHeadlinesAShortLineIsAHeading() {
    let list = [headline(0), headline(1), headline(2)]
    #expect(read(list + [head("两条新航线"), sentence(70)]) == "3|")
    #expect(read(list + [head("一、两条新航线以及三条旧航线"), sentence(70)]) == "3|")
    // A further headline is none, and its sentence may be a teaser.
    #expect(read(list + [headline(3), sentence(70)]) == "-|")
  }

  @Test func sectionsThatFollowShowWhereTheTextBegins() {
    let list = [headline(0), headline(1), headline(2)]
    let sections = [sentence(70), headline(3), sentence(70)]
    #expect(read(list + sections) == "3|")
    #expect(read(Array(list.dropFirst()) + sections) == "-|")
  }

  @Test func furtherHeadlinesInARowAreTheSameList() {
    let list = [headline(0), headline(1), head("两条新航线"), sentence(70)]
    #expect(read(list) == "2|")
    #expect(read(list + [headline(2), headline(3), headline(0), sentence(70)]) == "-|")
  }

  @Test func shortLinesAtTheEndBelongToNothing() {
    #expect(read([headline(0), sentence(70), headline(1), sentence(70), headline(2)]) == "-|1,3")
  }
}
