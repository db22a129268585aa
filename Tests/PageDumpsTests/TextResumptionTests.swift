import Testing

@testable import PageDumps
@testable import TextScanning

@Suite struct TextResumptionTests {
  private static let headline = "北陵重工新签订单再创新高"
  private static let other = "两家券商同日公告更换董事长"
  private static let sentence = "北陵重工披露的新签订单同比增长一倍,但其在建产能要到明年才能释放。"
  private static let long = String(repeating: "公司披露的订单同比增长一倍,", count: 5) + "产能明年释放,业务不受影响。"
  private static let time = "2031-06-14 09:51"

  /// What each line is: `x` where the text goes on, `t` for a teaser, `-` for the others. In the rows, `H` and `K` are headlines, `S` a
  /// sentence, `L` a long one, `T` a time, `M` the mark of a box.
  private func roles(_ rows: String, isInList: Bool = false) -> String {
    roles(
      rows.map { row in
        switch row {
        case "H": Self.headline
        case "K": Self.other
        case "S": Self.sentence
        case "L": Self.long
        case "T": Self.time
        default: "相关阅读"
        }
      }, isInList: isInList)
  }

  private func roles(_ texts: [String], isInList: Bool = false) -> String {
    var resumption = TextResumption(lines(texts), from: 0)
    return String(
      texts.indices.map { index -> Character in
        switch resumption.role(of: index, isInList: isInList) {
        case .text: "x"
        case .teaser: "t"
        case .other: "-"
        }
      })
  }

  @Test(arguments: [
    ("SS", "xx"), ("HSS", "-xx"), ("HS", "-x"), ("S", "x"), ("HSKS", "----"), ("HSKSS", "-x-xx"), ("HLK", "-x-"),
    ("HLKK", "----"),
    ("HSK", "-x-"), ("HSKK", "----"),
  ])
  func paragraphsInARowAreTheArticles(_ rows: String, _ expected: String) {
    #expect(roles(rows) == expected)
  }

  @Test(arguments: [
    ("HST", "---"), ("HSKT", "----"), ("HTS", "---"), ("HTKTS", "----x"), ("HSTKTS", "------"), ("HSKSST", "---x--"),
    ("HTLK", "----"),
    ("HSST", "-x--"),
  ])
  func timesShowThatASentenceIsASummary(_ rows: String, _ expected: String) {
    #expect(roles(rows) == expected)
  }

  @Test func eachBoxIsReadByItself() {
    #expect(roles("HSTMHS") == "-----x")
    #expect(roles("HSKSMSS") == "-----xx")
  }

  @Test func behindALongBoxNothingGoesOn() {
    #expect(roles(String(repeating: "H", count: 14) + String(repeating: "S", count: 16)).firstIndex(of: "x") != nil)
    #expect(roles(String(repeating: "H", count: 16) + String(repeating: "S", count: 20)).contains("x") == false)
  }

  @Test func editorsAndButtonsStandByArticles() {
    #expect(roles([Self.headline, Self.long, "责任编辑：赵六", "打印 关闭", Self.other]) == "-x---")
    #expect(roles([Self.headline, Self.long, "甲", "乙", Self.other]) == "-----")
  }

  @Test(arguments: [
    "北陵重工披露的新签订单同比增长一倍,但其在建产能要到明年才能释放...更多", "北陵重工披露的新签订单同比增长一倍,但其在建产能要到明年才能释放…",
    "北陵重工披露的新签订单同比增长一倍,但其在建产能要到明年才能释放！", "北陵重工的新签订单同比增长一倍。", "本网转载此文目的在于传递更多信息,并不代表本网赞同其观点和对其真实性负责。",
    "北陵重工披露的新签订单同比增长一倍,但其在建产能要到明年才能释放",
  ])
  func headlinesCutSummariesAndNoticesAreNoText(_ line: String) {
    #expect(roles([Self.headline, line]) == "--")
  }

  @Test func aLongExclamationIsText() {
    #expect(roles([Self.headline, Self.long.dropLast() + "！"]) == "-x")
    #expect(roles([Self.headline, Self.long.dropLast() + "..."]) == "--")
  }

  @Test(arguments: [
    ("记者：为什么是今年？", "x"), ("闻一舟：运价已经见底。", "x"), ("标签：航运。", "-"), ("闻一舟：运价见底", "-"), ("闻一舟：涨！", "-"), ("某：涨了。", "-"),
  ])
  func whoSpeaksInAnInterviewIsTheArticles(_ line: String, _ role: String) {
    #expect(roles([Self.headline, line]) == "-" + role)
  }

  @Test func inAListHeadingsAndTeasersAreTold() {
    #expect(roles("HSKS", isInList: true) == "-t-t")
    let sections = ["两条新航线", Self.sentence, "老旧船舶", Self.sentence]
    #expect(roles(sections, isInList: true).first == "x")
    #expect(roles(sections).first == "-")
  }

  @Test func linesBeforeTheFirstOrBehindTheLastAreOther() {
    var resumption = TextResumption(lines([Self.sentence, Self.sentence, Self.sentence]), from: 1)
    #expect(resumption.role(of: 0, isInList: false) == .other)
    #expect(resumption.role(of: 1, isInList: false) == .text)
    #expect(resumption.role(of: 3, isInList: false) == .other)
  }
}
