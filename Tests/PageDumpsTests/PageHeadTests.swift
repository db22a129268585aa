import ParsingSupport
import Testing

@testable import ArticleFields
@testable import PageDumps
@testable import TextScanning

@Suite struct PageHeadTests {
  private func header(_ value: String) throws -> String? { try parsed(page(header: value)).source }

  @Test(
    arguments: [
      "来源:港口日报(http://port.example) 2031-06-15 05:42", "2031-06-15 05:42 来源: 港口日报 举报", "2031-06-15 05:42 港口日报[整理]",
      "2031-06-15 05:42 原创 港口日报", "来源：港口日报官网 2031-06-15 05:42",
    ])
  func aSourceIsANameAlone(_ line: String) throws {
    #expect(try header(line) == "港口日报")
  }

  @Test(arguments: ["来源：9 2031-06-15 05:42", "来源：未知 2031-06-15 05:42", "来源：（ 2031-06-15 05:42"])
  func aNumberOrASignIsNoSource(_ line: String) throws {
    #expect(try header(line) == nil)
  }

  @Test(
    arguments: [
      ("港口日报东港6月15日电（记者 李四）", "港口日报"), ("某某社6月15日讯 ", "某某社"), ("晨港网讯（记者 李四）", "晨港网"), ("本报讯（记者 李四）", nil),
      ("据港口日报消息，", nil), ("公司电机业务 ", nil),
    ] as [(String, String?)])
  func theDatelineNamesTheSourceWhereNoFieldDoes(_ opening: String, _ source: String?) throws {
    let body = "\(opening)远帆航运公布了上半年的数据,货量同比回升百分之六,好于预期。\n\n公司将增加两条新航线,并更换老旧船舶。"
    #expect(try parsed(page(header: "2031-06-15 05:42", body: body)).source == source)
  }

  @Test func menusAndClocksAboveTheHeadlineAreTold() throws {
    let item = try parsed("首页 财经 股票 基金 登录\n2031-06-20 星期五 10:00\n财经\n" + page())
    #expect(item.title == "远帆航运上半年货量回升")
    #expect(item.published == moment(2031, 6, 15, 5, 42, 9))
    #expect(item.removed.contains("首页 财经 股票 基金 登录"))
    #expect(item.removed.contains("财经"))
  }

  @Test func ofManyListsTheArticleWithTextWins() throws {
    let list = (1...40).map { "第\($0)家公司发布上半年业绩预告\n2031-06-1\($0 % 10) 10:00" }.joined(separator: "\n")
    #expect(try parsed(list + "\n" + page() + "\n" + list).title == "远帆航运上半年货量回升")
  }

  @Test func frontMatterThatNeverEndsIsText() throws {
    let item = try parsed("---\ntitle: x\n" + page())
    #expect(item.source == "港口日报")
  }

  @Test func aSiteIsTakenFromBehindAHeadline() {
    let part = { (title: String) in SiteTitle(title[...], source: nil) }
    #expect(part("降准落地_财经_晨港网").headline == "降准落地")
    #expect(part("Ports grow again - Example Wire").headline == "Ports grow again")
    #expect(part("Ports grow again - Example Wire").site == "Example Wire")
    #expect(part("甲公司-乙公司合并案获批").headline == "甲公司-乙公司合并案获批")
    #expect(part("Long-term plan agreed").headline == "Long-term plan agreed")
  }

  @Test(
    arguments: [
      (["2031", "06", "/", "15", "05", ":", "42"], 7), (["2031", "06/15", "05:42", "港口日报"], 3),
      (["2031-06-15", "05:42", "330"], 2),
    ])
  func aDateInPieces(_ lines: [String], _ count: Int) throws {
    let read = try #require(ScatteredDate.read(TextLines.split(lines.joined(separator: "\n")[...])[...]))
    #expect(read.count == count)
    #expect(DateParsing.whole(read.text)?.timestamp(in: shanghai) == moment(2031, 6, 15, 5, 42))
  }

  @Test(arguments: ["330", "57人参与11评论", "0 条评论", "字号 大 中 小", "[logo.png]", "(BUTTON)", "新浪微博 微信 QQ空间 分享", "3 min read"])
  func noiseOfAHead(_ line: String) {
    #expect(HeadNoise.matches(line[...]))
  }

  @Test(arguments: ["货量回升6%", "降准", "2031年6月15日", "12家公司中报预喜", "三大看点", "Bank cuts 50 jobs"])
  func noNoise(_ line: String) {
    #expect(!HeadNoise.matches(line[...]))
  }
}
