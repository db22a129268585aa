import Testing

@testable import PageDumps
@testable import TextScanning

@Suite struct HeadingFinderTests {
  /// The level of each line, 0 where it is no heading; `.` stands for a sentence and `%` for a picture.
  private func levels(_ texts: [String], _ policy: BodyBuilder.HeadingPolicy = .shortLines) -> [Int] {
    let drafts: [BodyBuilder.Draft] = texts.map { text in
      switch text {
      case ".": .text("公司公布了上半年的数据,货量同比回升百分之六。")
      case "%": .figure("宁川港夜景")
      default: BodyBuilder.shaped(text[...])
      }
    }
    let levels = HeadingFinder(drafts, policy: policy).levels
    return drafts.indices.map { levels[$0] ?? 0 }
  }

  private func isHeading(_ line: String) -> Bool { levels([".", line, "."])[1] > 0 }

  @Test func aHeadingStandsBetweenTexts() {
    #expect(levels([".", "两条新航线", "."]) == [0, 2, 0])
    #expect(levels(["两条新航线", "."]) == [0, 0])
    #expect(levels([".", "两条新航线"]) == [0, 0])
    #expect(levels(["远帆航运", "两条新航线", "."]) == [0, 2, 0])
  }

  @Test func twoInARowMayBeHeadingsAndThreeAreNot() {
    #expect(levels([".", "展望", "两条新航线", "."]) == [0, 2, 2, 0])
    #expect(levels([".", "展望", "两条新航线", "老旧船舶", "."]) == [0, 0, 0, 0, 0])
    #expect(levels([".", "展望", "%", "两条新航线", "%", "."]) == [0, 2, 0, 2, 0, 0])
  }

  @Test func picturesStandForNothingAboveAHeading() {
    #expect(levels(["%", "两条新航线", "."]) == [0, 0, 0])
    #expect(levels(["%", "一、两条新航线", "."]) == [0, 2, 0])
  }

  @Test func behindAColonThereAreItems() {
    #expect(levels([".", "公司的主要措施包括以下几个方面的内容：", "两条新航线", "."])[2] == 0)
    #expect(levels([".", "1. 主要措施包括下列各项：", "两条新航线", "."]) == [0, 0, 0, 0])
  }

  @Test(arguments: [
    "> 运价已经见底", "• 更换老旧船舶。", "1. 更换老旧船舶。", "| 项目 | 金额 |", "主要数据如下：", "公司表示将增加两条新的远洋航线，",
  ])
  func otherThingsThanSentencesMayFollow(_ next: String) {
    #expect(levels([".", "两条新航线", next])[1] == 2)
  }

  @Test func aScrapMayNotFollow() {
    #expect(levels([".", "两条新航线", "，航运"])[1] == 0)
  }

  @Test(arguments: [
    "价", "货量回升。", "公司表示，", "运价、", "展望；", "——远帆航运董事长", "（示意图", "@远帆航运", "#航运", "，其中", "”他说", "2031年6月15日",
    "详见 https://port.example",
    "一涨。再涨", "……", "120", "the port of call", "主要措施—",
  ])
  func lineThatEndOrBeginInASentenceAreNone(_ line: String) {
    #expect(!isHeading(line))
  }

  @Test(arguments: ["运价", "What the project costs", "ST远帆", "2031年展望", "“双碳”目标", "运价还会涨吗？", "Will rates rise?"])
  func otherShortLinesAreHeadings(_ line: String) {
    #expect(isHeading(line))
  }

  @Test(arguments: ["既然如此，运价会涨吗？", "记者：运价会涨吗？", "“运价会涨吗？”", "涨！还会涨吗？", "Costs: will they rise?"])
  func aQuestionThatPausesOrIsQuotedIsNone(_ line: String) {
    #expect(!isHeading(line))
  }

  @Test func headingsAreShort() {
    let line = { (count: Int) in String(repeating: "航", count: count) }
    #expect(isHeading(line(36)) && !isHeading(line(37)))
    #expect(isHeading(line(21) + "？") && !isHeading(line(22) + "？"))
    let words = { (count: Int) in (["Ports"] + Array(repeating: "up", count: count - 1)).joined(separator: " ") }
    #expect(isHeading(words(14)) && !isHeading(words(15)))
  }

  @Test(arguments: [
    ("一、经营情况", 2), ("第三章 经营情况", 2), ("01 经营情况", 2), ("（一）运力", 3), ("1. 运力", 3), ("(2) 运力", 3), ("③运力", 3),
  ])
  func aNumberTellsTheLevelInAnyText(_ line: String, _ level: Int) {
    #expect(levels([line, "."]) == [level, 0])
    #expect(levels([line, "."], .numberedLines) == [level, 0])
  }

  @Test func aBulletHeadsASectionOnPagesOnly() {
    #expect(levels(["■ 经营情况", "."]) == [3, 0])
    #expect(levels(["■ 经营情况", "."], .numberedLines) == [0, 0])
    #expect(levels([".", "经营情况", "."], .numberedLines) == [0, 0, 0])
  }

  @Test func itemsWithOneMarkAreAList() {
    #expect(levels([".", "1. 运力", "2. 运价", "."]) == [0, 0, 0, 0])
    #expect(levels([".", "一、经营情况", "（一）运力", "."]) == [0, 2, 3, 0])
    #expect(levels([".", "1. 运力", ".", "2. 运价", "."]) == [0, 3, 0, 3, 0])
  }

  // MARK: Marks

  @Test(arguments: [
    ("# 经营情况", "经营情况", 2), ("## 经营情况 ##", "经营情况", 2), ("### 经营情况", "经营情况", 3), ("###### 经营情况", "经营情况", 6),
  ])
  func aHeadingOfMarkdownHasItsLevel(_ line: String, _ text: String, _ level: Int) throws {
    let heading = try #require(HeadingMark.markdown(line[...]))
    #expect(heading.text == text)
    #expect(heading.level == level)
  }

  @Test(arguments: ["#经营情况", "####### 经营情况", "## ", "##", "", "经营情况 #", " # 经营情况"])
  func otherSignsAreNoMark(_ line: String) {
    #expect(HeadingMark.markdown(line[...]) == nil)
  }

  @Test(arguments: [
    ("**经营情况**", "经营情况"), ("*经营情况*", "经营情况"), ("【经营情况】", "经营情况"), ("▍ 经营情况", "经营情况"), ("丨经营情况", "经营情况"),
    ("◆◆经营情况", "经营情况"),
    ("****", "**"), ("■", "■"), ("【甲】经营情况", "【甲】经营情况"), ("经营情况", "经营情况"), ("*经营情况", "*经营情况"),
  ])
  func whatOnlySetsAHeadingOffIsNoPartOfIt(_ line: String, _ expected: String) {
    #expect(HeadingMark.stripped(line[...]) == expected)
  }
}
