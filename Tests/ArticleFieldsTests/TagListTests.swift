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

@Suite struct ListMarkerTests {
  @Test(arguments: [
    ("• 甲", ListMarker.bullet, "甲"), ("- 甲", .bullet, "甲"), ("一、总述", .chapter, "总述"), ("（一）总述", .section, "总述"),
    ("1. 甲", .number, "甲"), ("①甲", .number, "甲"),
  ])
  func aMarkerStandsBeforeTheRest(line: String, marker: ListMarker, rest: String) {
    #expect(ListMarker.split(line[...])?.marker == marker)
    #expect(ListMarker.split(line[...])?.rest ?? "" == rest)
  }

  @Test(arguments: ["", "甲", "-甲", "2024年", "1.5亿元", "一季度"]) func otherLinesHaveNone(line: String) {
    #expect(ListMarker.split(line[...]) == nil)
  }
}
