import Testing

@testable import ArticleFields

@Suite struct TagListTests {
  @Test(arguments: [
    ("航运,港口", ["航运", "港口"]), ("航运、港口；物流", ["航运", "港口", "物流"]), ("航运 港口", ["航运", "港口"]),
    ("Oil Prices, OPEC", ["Oil Prices", "OPEC"]), ("航运,航运", ["航运"]), ("航運,航运", ["航運"]), ("", []),
  ])
  func marksAndChineseBlanksPartTags(text: String, tags: [String]) {
    #expect(TagList.split(text[...]) == tags)
  }

  @Test func aLineOfHashtagsIsNothingElse() {
    #expect(TagList.hashtags("#航运 #港口") == ["航运", "港口"])
    #expect(TagList.hashtags("#航运# #港口#") == ["航运", "港口"])
    #expect(TagList.hashtags("# 标题") == nil)
    #expect(TagList.hashtags("#航运 公司公布数据") == nil)
  }

  @Test func sentencesAreNoTags() {
    #expect(TagList.looksLikeTags("航运 港口"))
    #expect(!TagList.looksLikeTags("公司公布了数据！货量回升。"))
  }
}

/// What parts tags, what is no part of them, and which texts are tags at all.
@Suite struct TagRuleTests {
  @Test(arguments: [",", "，", "、", ";", "；", "|", "｜", "丨", "/", "／", "#", "＃", "[", "】", "<", "“", "」", "\""])
  func everyMarkPartsTags(mark: String) {
    #expect(TagList.split("航运\(mark)Oil Prices\(mark)港口"[...]) == ["航运", "Oil Prices", "港口"])
  }

  @Test(arguments: [
    ("AI 芯片,航运 港口", ["AI 芯片", "航运", "港口"]), ("Oil - Gas, Coal", ["Oil", "Gas", "Coal"]),
    ("Oil-Gas, R&D", ["Oil-Gas", "R&D"]), ("航运 · 港口", ["航运", "港口"]), ("Oil & Gas, Coal", ["Oil", "Gas", "Coal"]),
    ("Oil Prices", ["Oil", "Prices"]), ("[航运] [港口]", ["航运", "港口"]), ("航运 Oil Prices,港口", ["航运 Oil Prices", "港口"]),
  ])
  func blanksPartChineseWordsAndWhatHasNoMarks(text: String, tags: [String]) {
    #expect(TagList.split(text[...]) == tags)
  }

  @Test(arguments: [
    ("'航运'，«港口»", ["航运", "港口"]), ("航运：，·港口·。", ["航运", "港口"]), ("无", []), ("暂无, none", []), ("航运,,  ,港口", ["航运", "港口"]),
    ("，；", []), ("Oil,oil,ＯＩＬ,油", ["Oil", "油"]),
  ])
  func decorationRepetitionAndNothingAreLeftOut(text: String, tags: [String]) {
    #expect(TagList.split(text[...]) == tags)
  }

  @Test(arguments: ["", "#", "# #", "##航运 #港口", "航运 #港口", "#航运", "#航运 港口", "# 航运 #港口", "#航运！ #港口"])
  func otherLinesAreNoHashtags(line: String) { #expect(TagList.hashtags(line[...]) == nil) }

  @Test func aLongLineIsNoRowOfHashtags() {
    let line = Array(repeating: "#port", count: 50).joined(separator: " ")
    #expect(line.utf8.count == 299)
    #expect(TagList.hashtags(line[...]) == ["port"])
    #expect(TagList.hashtags((line + " #")[...]) == nil)
  }

  @Test func aTagHasAtMostFortyEightColumns() {
    #expect(TagList.looksLikeTags(String(repeating: "港口", count: 12)[...]))
    #expect(!TagList.looksLikeTags((String(repeating: "港口", count: 12) + "A")[...]))
    #expect(TagList.looksLikeTags((String(repeating: "港口", count: 12) + " 航运")[...]))
    #expect(TagList.looksLikeTags(""))
  }

  @Test(arguments: [
    ("航运 港口。", true), ("航运。港口", false), ("Is oil up?", false), ("涨!", false), ("航运…", false), ("航运 ！", false),
  ])
  func sentencesHaveTheirMarks(text: String, isTags: Bool) { #expect(TagList.looksLikeTags(text[...]) == isTags) }

  @Test func twoThousandBytesAreTheMost() {
    let tags = String(repeating: "tag,", count: 500)
    #expect(TagList.looksLikeTags(tags[...]))
    #expect(!TagList.looksLikeTags((tags + "x")[...]))
  }
}
