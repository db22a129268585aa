import Testing

@testable import PageDumps
@testable import TextScanning

@Suite struct TextExtentTests {
  private static let sentence = "远帆航运公布了上半年的数据,货量同比回升百分之六,好于市场预期。"
  private static let short = "公司将增加两条新航线,并更换老旧船舶。"

  /// How many lines are above, of the text, and below; with `S` for a sentence and `s` for a short one.
  private func extent(_ texts: [String], title: String = "货量回升") -> [Int] {
    let extent = self.lines(texts, title)
    return [extent.removedAbove.count, extent.kept.count, extent.removedBelow.count]
  }

  private func lines(_ texts: [String], _ title: String) -> TextExtent {
    let texts = texts.map { $0 == "S" ? Self.sentence : $0 == "s" ? Self.short : $0 }
    return TextExtent(PageDumpsTests.lines(texts), title: title[...])
  }

  @Test func withoutRunningTextAllIsKept() {
    #expect(extent(["打印 关闭", "货量", "12"]) == [0, 3, 0])
    #expect(extent([]) == [0, 0, 0])
  }

  // MARK: Above

  @Test func shortLinesAboveAButtonAreNoText() {
    #expect(extent(["航运频道", "打印 关闭", "两条新航线", "S"]) == [2, 2, 0])
    #expect(extent(["航运频道", "S"]) == [0, 2, 0])
  }

  @Test(arguments: ["网友评论", "责任编辑：赵六", "（编辑：赵六）", "57人参与", "打印 关闭"]) func whatTheTextBeginsBehind(_ line: String) {
    #expect(extent(["航运频道", line, "S"]) == [2, 1, 0])
  }

  @Test func theHeadlineOnceMoreIsNoText() {
    #expect(extent(["货量回升", "S", "货量回升", "S"]) == [2, 2, 0])
    #expect(extent(["# 货量回升", "S"]) == [1, 1, 0])
    #expect(extent(["货量回升了", "S"]) == [0, 2, 0])
  }

  // MARK: Between

  @Test func oneButtonMayStandBetweenParagraphs() {
    #expect(extent(["S", "打印 关闭", "S", "责任编辑：赵六"]) == [0, 3, 1])
    #expect(extent(["S", "打印 关闭", "返回首页", "s", "责任编辑：赵六"])[1] == 1)
  }

  @Test func buttonsAboveTheVeryLastParagraphDoNotCount() {
    let buttons = ["打印 关闭", "返回首页", "分享到 微信 微博", "责任编辑：赵六"]
    #expect(extent(["S"] + buttons + ["S"]) == [0, 6, 0])
    #expect(extent(["S"] + buttons + ["S", "打印 关闭"])[1] == 1)
  }

  @Test func manyShortLinesAreAListAndNoText() {
    let names = Array(repeating: "航运频道", count: 10)
    #expect(extent(["S"] + names + ["打印 关闭", "s", "打印 关闭"]) == [0, 1, 13])
    #expect(extent(["S"] + names.prefix(1) + ["打印 关闭", "s", "打印 关闭"]) == [0, 4, 1])
  }

  @Test func aLongParagraphBehindAListIsTextAndALoneSentenceIsNot() {
    let names = ["航运频道", "港口频道", "运价频道", "打印 关闭"]
    let long = Self.sentence + Self.sentence
    #expect(extent(["S"] + names + [long, "打印 关闭"])[1] == 6)
    #expect(extent(["S"] + names + ["s", "打印 关闭"])[1] == 1)
    // Two of them are worth what they say.
    #expect(extent(["S"] + names + ["S", "S", "打印 关闭"])[1] == 7)
  }

  // MARK: Comments and teasers

  @Test func whatOthersSayBelowTheTextIsNot() {
    #expect(extent(["S", "网友评论", "S", "S", "S"]) == [0, 1, 4])
    #expect(extent(["S", "海边的风 5小时前", "s"]) == [0, 1, 2])
  }

  @Test func aLongTextGoesOnBehindItsComments() {
    let long = String(repeating: Self.sentence, count: 3)
    #expect(extent(["S", "网友评论", long, long, long])[1] == 5)
  }

  @Test func aTimeBelowTheWordForCommentsOpensOne() {
    let text = ["S", "海边的风 2031-06-15 05:42", "S", "S"]
    #expect(extent(text)[1] == 4)
    #expect(extent([text[0], "评论"] + text[1...])[1] == 1)
    #expect(extent([text[0], "评论", "海边的风", "2031-06-15 05:42"] + text[2...])[1] == 1)
    #expect(extent([text[0], "评论", "甲", "海边的风", "2031-06-15 05:42"] + text[2...])[1] > 1)
  }

  @Test func aButtonToAnswerShowsAComment() {
    let text = ["S", "海边的风 5小时前", "S", "S"]
    #expect(extent(text)[1] == 4)
    #expect(extent(Array(text[0...2]) + ["回复 赞(3)", "S"])[1] == 1)
  }

  @Test(arguments: [
    "海边的风 5小时前", "3 days ago", "5分钟前", "海边的风 2031-06-15 05:42", "2031-06-15 05:42", "2031-06-15 05:42:09", "刚刚发布 2天前",
  ])
  func timesOfOthersCostTheSentenceBelow(_ line: String) {
    #expect(extent(["S", line, "s", "打印 关闭"])[1] == 1)
  }

  @Test(arguments: ["早在数年前", "公司称，5小时前", "合同签订于2031年6月15日", "海边的风 06-15", "海边的风，一家位于宁川的餐饮企业 2031-06-15 05:42"])
  func otherTimesDoNot(_ line: String) {
    #expect(extent(["S", line, "s", "打印 关闭"])[1] == 3)
  }

  // MARK: Below

  @Test func belowTheTextAButtonEndsIt() {
    #expect(extent(["S", "航运频道", "责任编辑：赵六", "港口频道"]) == [0, 1, 3])
    #expect(extent(["S", "航运频道", "港口频道"]) == [0, 3, 0])
  }

  @Test(arguments: [
    "远帆航运董事会", "远帆航运有限公司", "2. 更换老旧船舶", "运价回升。", "记者 李四", "图为宁川港夜景", "关键词：航运", "2031年6月15日",
  ])
  func whatBelongsToTheTextStaysAboveAButton(_ line: String) {
    #expect(extent(["S", line, "打印 关闭"])[1] == 2)
  }

  @Test func itemsBehindAColonStay() {
    #expect(extent(["S", "名单如下：", "远帆航运", "北陵重工", "打印 关闭"]) == [0, 4, 1])
    #expect(extent(["S", "名单如下", "远帆航运", "北陵重工", "打印 关闭"]) == [0, 1, 4])
  }

  @Test func theCellsOfATableStay() {
    #expect(extent(["S", "营收 3", "成本 2", "利润 1", "打印 关闭"]) == [0, 4, 1])
    #expect(extent(["S", "营收 3", "成本 2", "打印 关闭"]) == [0, 1, 3])
    #expect(extent(["S", "营收 3", "成本 2", "利润 1", "甲", "乙", "丙", "打印 关闭"]) == [0, 1, 7])
  }

  // MARK: Kinds of lines

  @Test func aSentenceThatIsALinkIsAHeadlineUnlessItIsLong() {
    let count = { (text: String) in
      let rows = [Self.sentence, text, Self.sentence]
      let kinds: [TextLine.Kind] = [.words, .links, .words]
      let texts = zip(PageDumpsTests.lines(rows + ["打印 关闭", "打印 关闭", Self.short]), kinds + [.words, .words, .words])
      return TextExtent(texts.map { $0.of($1) }, title: "货量回升").kept.count
    }
    #expect(count(Self.sentence) > 0)
    let links = PageDumpsTests.lines([Self.sentence, Self.sentence]).enumerated().map { $0 == 1 ? $1.of(.links) : $1 }
    #expect(TextExtent(links, title: "货量回升").kept.count == 1)
    let long = PageDumpsTests.lines([Self.sentence, Self.sentence + Self.sentence]).enumerated().map {
      $0 == 1 ? $1.of(.links) : $1
    }
    #expect(TextExtent(long, title: "货量回升").kept.count == 2)
  }

  @Test(arguments: ["[12]", "[1]"]) func theNumberOfAPictureIsNoButton(_ line: String) {
    #expect(extent(["S", line, "S"]) == [0, 3, 0])
  }

  @Test(arguments: [
    "远帆航运公布了上半年的数据,货量同比回升百分之六,好于市场预期…", "远帆航运公布了上半年的数据,货量回升,好于预期！", "远帆航运公布了上半年的数据,货量同比回升百分之六",
  ])
  func headlinesAndCutSummariesAreNoRunningText(_ line: String) {
    #expect(extent(["S", line, "打印 关闭", "返回首页"])[1] < 3)
    #expect(extent([line, "打印 关闭"]) == [0, 2, 0])
  }
}
