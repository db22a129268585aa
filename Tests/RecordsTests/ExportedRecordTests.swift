import NewsModel
import ParsingSupport
import SourceForms
import Testing

@testable import Records

/// newstape's own export: the article is what its fields say, and nothing is guessed.
@Suite struct ExportedRecordTests {
  private func item(_ members: String) throws -> Item {
    try #require(read(#"{"title":"甲","blocks":[],\#(members)}"#, as: .jsonLines).items.first, "\(members)")
  }

  private func blocks(_ json: String) -> [Block]? {
    read(#"{"title":"甲","blocks":\#(json)}"#, as: .jsonLines).items.first?.blocks
  }

  @Test(
    arguments: [
      (#"{"kind":"paragraph","text":"一段。"}"#, .paragraph("一段。")),
      (#"{"kind":"heading","level":3,"text":"货量"}"#, .heading("货量", level: 3)),
      (#"{"kind":"heading","level":0,"text":"货量"}"#, .heading("货量", level: 1)),
      (#"{"kind":"heading","level":9,"text":"货量"}"#, .heading("货量", level: 6)),
      (#"{"kind":"heading","level":2.5,"text":"货量"}"#, .heading("货量", level: 1)),
      (#"{"kind":"quote","text":"价格还会上升"}"#, .quote("价格还会上升")),
      (#"{"kind":"code","text":"if a < b\n  c"}"#, .code("if a < b\n  c")),
      (#"{"kind":"figure","text":"港口"}"#, .figure("港口")),
      (#"{"kind":"list","items":["甲","乙"]}"#, .list(["甲", "乙"])),
      (#"{"kind":"list","items":[]}"#, .list([])),
      (#"{"kind":"table","rows":[["年","量"],["2031","7"]]}"#, .table([["年", "量"], ["2031", "7"]])),
      (#"{"kind":"paragraph","text":""}"#, .paragraph("")),
      (#"{"kind":"paragraph","text":"&lt;b&gt; <i>一</i>"}"#, .paragraph("&lt;b&gt; <i>一</i>")),
    ] as [(String, Block)])
  func everyKindOfBlockIsReadAsItStands(json: String, block: Block) {
    #expect(blocks("[\(json)]") == [block])
  }

  /// Whoever writes blocks otherwise has another form in mind: nothing is known of it then but its other fields.
  @Test(arguments: [
    #"[{"kind":"paragraph"}]"#, #"[{"kind":"paragraph","text":7}]"#, #"[{"text":"一段。"}]"#, #"["一段。"]"#,
    #"[{"kind":"heading","text":"货量"}]"#, #"[{"kind":"list","items":"甲"}]"#, #"[{"kind":"list","items":["甲",7]}]"#,
    #"[{"kind":"table","rows":[["年"],"量"]}]"#, #"[{"kind":"film","text":"一段。"}]"#,
    #"[{"kind":"paragraph","text":"一段。"},{}]"#, #""一段。""#, "null", "7",
  ])
  func aBlockThatIsNoneLeavesThemAllUnread(json: String) throws {
    let found = read(#"{"title":"快讯：甲","blocks":\#(json),"links":[{"address":"https://a.example/"}]}"#, as: .jsonLines)
    // A label taken off, and no links: it was read as a record of somebody else.
    #expect(found.items.map(\.title) == ["甲"])
    #expect(found.items.first?.label == "快讯" && found.items.first?.links == [])
  }

  @Test func theFieldsAreTakenAsTheyStand() throws {
    let found = try item(
      #""title":"快讯：a","source":"nan","author":"By Ann","summary":"一\n二","url":"u","id":"7","label":"要闻""#)
    #expect(found.title == "甲" && found.label == "要闻" && found.source == "nan" && found.byline == "By Ann")
    #expect(found.summary == "一\n二" && found.url == "u" && found.originID == "7")
  }

  @Test func theHeadlineKeepsWhatLooksLikeALabelOrASource() throws {
    let found = read(#"{"title":"快讯：甲 - 港口日报 &amp;","source":"港口日报","blocks":[]}"#, as: .jsonLines)
    #expect(found.titles == ["快讯：甲 - 港口日报 &amp;"] && found.items.first?.label == nil)
  }

  @Test func signsThatSteerATerminalGoAllTheSame() throws {
    let found = read(
      #"{"title":"甲\u001b[31m","blocks":[{"kind":"paragraph","text":"一\u202e段\u0000。"}],"tags":["港\u200b口"]}"#,
      as: .jsonLines)
    #expect(found.titles == ["甲[31m"] && found.items.first?.tags == ["港口"])
    #expect(found.items.first?.blocks == [.paragraph("一段。")])
  }

  @Test func marksAndOwnTagsAreDoneAgain() throws {
    let found = try item(#""read":true,"starred":true,"muted":true,"ownTags":["港口",""],"stub":true"#)
    #expect(found.marks == [.read, .star, .mute, .tag("港口")] && found.isStub)
    let none = try item(#""read":false,"starred":0,"muted":"true","ownTags":"港口","stub":1"#)
    #expect(none.marks.isEmpty && !none.isStub)
  }

  @Test func tagsStayWhole() throws {
    #expect(try item(#""tags":["a, b","港口 航运","a, b",7,null]"#).tags == ["a, b", "港口 航运", "a, b", "7"])
    let many = (0..<300).map { #""标\#($0)""# }.joined(separator: ",")
    #expect(try item(#""tags":[\#(many)]"#).tags.count == ArticleRecord.mostTags)
    #expect(try item(#""ownTags":[\#(many)]"#).marks.count == ArticleRecord.mostTags)
  }

  @Test func neighboursAndRelatedNewsComeBack() throws {
    let found = try item(
      #""previous":"乙","next":"丙","related":[{"title":"丁","label":"要闻","summary":"一\n二","self":true,"#
        + #""published":"2031-06-15T05:42:09+08:00"},{"title":"戊","published":"soon"},{"label":"x"},"己"]"#)
    #expect(found.previous == "乙" && found.next == "丙")
    #expect(
      found.related == [
        RelatedItem(
          label: "要闻", title: "丁", summary: "一\n二", published: moment(2031, 6, 15, 5, 42, 9), isSelf: true),
        RelatedItem(title: "戊"),
      ])
  }

  @Test func linksToTheWebComeBackUpToTheMost() throws {
    let found = try item(
      #""links":[{"text":"甲","address":"https://a.example/1"},{"address":"https://a.example/2"},{"text":"乙"},"#
        + #"{"address":"b.html"},"https://a.example/3"]"#)
    #expect(
      found.links == [
        ArticleLink(text: "甲", address: "https://a.example/1"), ArticleLink(text: "", address: "https://a.example/2"),
      ])
    let many = (0...ArticleLink.most).map { #"{"address":"https://a.example/\#($0)"}"# }.joined(separator: ",")
    #expect(try item(#""links":[\#(many)]"#).links.count == ArticleLink.most)
  }

  @Test func aDateOfTheFutureIsADateAndAMissingOneIsTheFilesTime() throws {
    let late = try item(#""published":"2099-01-01T00:00:00+08:00","estimated":true"#)
    #expect(late.published == moment(2099, 1, 1) && late.isDateEstimated)
    let none = try item(#""published":"","estimated":false"#)
    #expect(none.published == context().fileTime && none.isDateEstimated)
    #expect(try item(#""published":"2031-06-15","estimated":"true""#).isDateEstimated == false)
  }

  @Test func withoutAHeadlineItIsNoneOfOurs() {
    let found = read(#"{"blocks":[{"kind":"paragraph","text":"一段。"}],"text":"第二段，说明情况。"}"#, as: .jsonLines)
    #expect(found.items.first?.blocks == [.paragraph("第二段，说明情况。")])
    #expect(read(#"{"title":"\u200b","blocks":[]}"#, as: .jsonLines).refusals.map(\.reason) == [.noArticleFields])
  }

  @Test func whatIsLeftOutOfAHistoryIsTold() throws {
    let version = #"{"title":"旧","published":"2031-06-15","replaced":"2031-06-16","blocks":[]}"#
    func found(_ versions: [String]) throws -> ReadRecords {
      read(#"{"title":"甲","blocks":[],"history":[\#(versions.joined(separator: ","))]}"#, as: .jsonLines)
    }
    let whole = try found(Array(repeating: version, count: FormerItem.most))
    #expect(whole.items.first?.former.count == FormerItem.most && whole.notes == [])
    let broken = try found(["7", version, #"{"title":"旧"}"#])
    #expect(broken.items.first?.former.count == 1)
    #expect(broken.notes == [ParseNote(.unreadableVersion, count: 2, example: "甲")])
    let long = try found(["7"] + Array(repeating: version, count: FormerItem.most))
    #expect(long.items.first?.former.count == FormerItem.most)
    #expect(long.notes == [ParseNote(.surplusVersions(limit: FormerItem.most))])
  }

  /// What it said when it arrived is not there: so that these words were known then nobody may think.
  @Test func aChangedArticleWithoutItsHistoryBringsNoArrival() throws {
    let arrived = #""arrived":"2031-06-15T10:30:00+08:00""#
    #expect(try item(arrived + #","change":null"#).arrived == moment(2031, 6, 15, 10, 30))
    #expect(try item(arrived + #","change":"wording""#).arrived == nil)
    let version = #"{"title":"旧","published":"2031-06-15","replaced":"2031-06-16","blocks":[]}"#
    #expect(try item(arrived + #","change":"sense","history":[\#(version)]"#).arrived == moment(2031, 6, 15, 10, 30))
  }

  // MARK: Tables

  private static let header = ExportedRecord.columns.joined(separator: ",") + "\n"

  @Test func aRowOfOurOwnTableIsTakenAsItStands() throws {
    let text = Self.header + "2031-06-15 05:42,是,要闻,快讯：甲 - 港口日报,港口日报,By Ann,a b,u,nan,\"一 &lt;段。\n\n - 二\",07\n"
    let found = try #require(read(text, as: .csv).items.first)
    #expect(found.title == "快讯：甲 - 港口日报" && found.label == "要闻" && found.byline == "By Ann" && found.summary == "nan")
    #expect(found.blocks == [.paragraph("一 &lt;段。"), .paragraph("- 二")] && found.originID == "07" && found.url == "u")
    #expect(found.published == moment(2031, 6, 15, 5, 42) && found.isDateEstimated && found.tags == ["a", "b"])
  }

  @Test func aRowWithoutADateHasTheFilesTimeAndOneWithoutAHeadlineIsAnyRow() {
    let text = Self.header + ",,,甲,,,,,,,\n,,,,,,,,,一段，说明情况。,\n"
    let found = read(text, as: .csv)
    #expect(found.titles == ["甲", "一段，说明情况。"])
    #expect(found.items.allSatisfy { $0.published == context().fileTime && $0.isDateEstimated })
  }

  @Test func whatWasReadFromTheWordsIsNoTag() throws {
    let header = Self.header.replacing("\n", with: ",auto_companies,auto_events,auto_topics,auto_tone,auto_keywords\n")
    let text = header + ",,,快讯：甲,,,港口,,,一段。,7,600519.SH,回购,公司,positive,\"电池, 渠道\"\n"
    let item = try #require(read(text, as: .csv).items.first)
    #expect(item.title == "快讯：甲" && item.tags == ["港口"] && item.originID == "7")
  }

  @Test func anotherOrderOfColumnsIsATableOfSomebodyElse() {
    let text = "title,published,estimated,label,source,author,tags,url,summary,text,id\n快讯：甲,,,,,,,,,,\n"
    #expect(read(text, as: .csv).titles == ["甲"])
    #expect(read(Self.header + ",,,快讯：甲,,,,,,,\n", as: .csv).titles == ["快讯：甲"])
  }
}
