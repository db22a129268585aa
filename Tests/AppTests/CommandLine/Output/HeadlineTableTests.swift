import Foundation
import NewsModel
import Testing

@testable import App

@Suite struct HeadlineTableTests {
  private let home: TemporaryHome
  private let setup: Setup

  init() throws {
    home = try TemporaryHome()
    setup = try home.setup()
  }

  private func headline(_ key: Int64, _ title: String = "云杉动力召回电池", year: Int = 2019) -> Headline {
    let published = CivilTime(year: year, month: 5, day: 6, hour: 8, minute: 30).timestamp(in: setup.displayZone)
    return Headline(
      id: ArticleID(key), key: ArticleKey(key), title: title, source: "星海财经", published: published, tags: ["铜", "IPO"])
  }

  private func rows(_ headlines: [Headline], columns: Int = 80, _ setup: Setup? = nil) throws -> [String] {
    try written { output in
      var table = HeadlineTable(setup: setup ?? self.setup, columns: columns)
      try table.write(headlines, to: &output)
    }
    .lines
  }

  @Test func columnsAreAligned() throws {
    var other = headline(1_234, "Harbor Metals slips")
    other.source = "Wire"
    other.pageTags = []
    #expect(
      try rows([headline(7), other]) == [
        "   7  2019-05-06 08:30 ●  星海财经 云杉动力召回电池  #铜 #IPO",
        "1234  2019-05-06 08:30 ●  Wire     Harbor Metals slips",
      ])
  }

  @Test func ofThisYearTheYearIsLeftOut() throws {
    let now = CivilTime(.now, in: setup.displayZone)
    var present = headline(7)
    present.published = now.timestamp(in: setup.displayZone)
    #expect(try rows([present])[0].hasPrefix("7       \(now.monthAndDay) \(now.clock) ● "))
    #expect(try rows([headline(7, year: now.year - 1)])[0].hasPrefix("7  \(now.year - 1)-05-06 08:30 ● "))
  }

  @Test(arguments: [
    (true, false, false, "○ ", "- "), (false, false, false, "● ", "* "), (true, true, false, "○★", "-+"),
    (false, true, true, "◌★", ".+"), (true, false, true, "◌ ", ". "),
  ])
  func marksTellTheState(isRead: Bool, isStarred: Bool, isStub: Bool, marks: String, ascii: String) throws {
    var headline = headline(7)
    headline.status = ArticleStatus(isRead: isRead, isStarred: isStarred)
    headline.isStub = isStub
    #expect(try rows([headline])[0].contains(" 08:30 \(marks) 星海财经 "))
    let setup = try home.setup("symbols = \"ascii\"")
    try #require(setup.isASCII)
    #expect(try rows([headline], setup)[0].contains(" 08:30 \(ascii) 星海财经 "))
  }

  @Test func theLabelStandsBeforeTheTitle() throws {
    var headline = headline(7)
    headline.label = "聚焦"
    #expect(try rows([headline])[0].contains(" 聚焦 云杉动力召回电池  #"))
  }

  /// Tags are what can be done without, the end of a title comes next.
  @Test func whatDoesNotFitIsCut() throws {
    // Of the room for 27 columns behind the title, seven are asked for "#铜 #IPO".
    let start = setup.widths.columns("7  2019-05-06 08:30 ●  星海财经 ")
    #expect(try rows([headline(7)], columns: start + 16 + 2 + 6)[0].hasSuffix("电池  #铜 #…"))
    #expect(try rows([headline(7)], columns: start + 16 + 2 + 5)[0].hasSuffix(" 云杉动力召回电池"))
    #expect(try rows([headline(7)], columns: start + 12)[0].hasSuffix(" 云杉动力召…"))
    // A terminal of no width still shows the beginning.
    #expect(try rows([headline(7)], columns: 1)[0].hasSuffix(" 云杉动力…"))
  }

  @Test func tagsNeverTakeMoreThanTwentyFourColumns() throws {
    var headline = headline(7)
    headline.pageTags = (0..<9).map { "标签\($0)" }
    let row = try rows([headline], columns: 300)[0]
    let tags = try #require(row.range(of: "#")).lowerBound
    #expect((20...24).contains(setup.widths.columns(.init(String(row[tags...])))))
  }

  @Test func aSourceTakesNoMoreThanFourteenColumns() throws {
    var long = headline(7)
    long.source = "一个名字特别长的财经周刊"
    #expect(try rows([long])[0].contains(" ●  一个名字特别…  云杉动力"))
    var none = headline(7)
    none.source = nil
    #expect(try rows([none])[0].contains(" ●  云杉动力"))
  }

  @Test func thePagesOfOneListAreAlike() throws {
    let text = try written { output in
      var table = HeadlineTable(setup: setup, columns: 80)
      try table.write([headline(7)], to: &output)
      try table.write([headline(123)], to: &output)
      try table.write([], to: &output)
    }
    #expect(text.lines.map { $0.prefix(20) } == ["7  2019-05-06 08:30 ", "123  2019-05-06 08:3"])
    var short = headline(8)
    short.source = "晚报"
    #expect(try rows([headline(7), short])[1].contains(" 晚报     云杉"))
  }
}
