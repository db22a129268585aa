import NewsModel
import NewsParsing
import ParsingSupport
import Testing

@testable import ArticleFields
@testable import SourceForms

/// What becomes of columns and keys: known, unknown, mapped, nested.
@Suite struct RecordNamesTests {
  struct Result {
    var items: [Item] = []
    var refusals: [ParseRefusal] = []
    var notes: [ParseNote] = []
  }

  private func read(_ text: String, _ format: SourceFormat, map: String? = nil) throws -> Result {
    var context = context()
    if let map { context.fieldMap = try FieldMap(map) }
    var stream = RecordStream(format: format, context: context)
    var result = Result()
    Array(text.utf8).withUnsafeBytes { bytes in
      stream.feed(bytes, isLast: true) { record in
        switch record {
        case .item(let item): result.items.append(item)
        case .refused(let refusal): result.refusals.append(refusal)
        }
      }
    }
    result.notes = stream.notes
    return result
  }

  // MARK: Arrival

  @Test(arguments: [
    "collected", "collected_at", "crawledAt", "crawl time", "fetched_at", "scraped_at", "采集时间", "抓取时间", "arrived",
  ])
  func whenARecordWasCollectedIsItsArrival(name: String) throws {
    let line = #"{"title":"云岭电池扩产","date":"2031-06-15","\#(name)":"2031-06-15T10:30:00+08:00"}"# + "\n"
    let result = try read(line, .jsonLines)
    #expect(result.items.map(\.arrived) == [moment(2031, 6, 15, 10, 30)])
    #expect(result.items.map(\.published) == [moment(2031, 6, 15, 0)])
    #expect(result.notes.isEmpty)
  }

  @Test func anArrivalThatCannotBeReadIsNone() throws {
    let result = try read(#"{"title":"云岭电池扩产","date":"2031-06-15","fetched":true,"crawled":"nan"}"# + "\n", .jsonLines)
    #expect(result.items.map(\.arrived) == [nil])
    #expect(result.notes == [ParseNote(.unknownField("fetched"))])
  }

  /// What was collected on a day may have come in its last hour.
  @Test(arguments: ["2031-06-15", "20310615", "2031年6月15日", "48014", "48014.0", "15 June 2031"])
  func aDayOfArrivalCountsToItsEnd(day: String) throws {
    let result = try read(#"{"title":"云岭电池扩产","date":"2031-06-15 21:00","collected":"\#(day)"}"# + "\n", .jsonLines)
    #expect(result.items.map(\.arrived) == [moment(2031, 6, 16, 0, 0) - 1])
  }

  @Test(arguments: ["2031-06-15T00:00:00+08:00", "2031-06-15 00:00", "20310615000000", "1939219200"])
  func aMidnightOfArrivalThatIsWrittenOutIsOne(time: String) throws {
    let result = try read(#"{"title":"云岭电池扩产","date":"2031-06-15","collected":"\#(time)"}"# + "\n", .jsonLines)
    #expect(result.items.map(\.arrived) == [moment(2031, 6, 15, 0)])
  }

  @Test(arguments: ["2031-06", "2099-01-01", "6/7/2031", "soon"])
  func anArrivalThatIsGuessedOrStillToComeIsTold(time: String) throws {
    let result = try read(#"{"title":"云岭电池扩产","date":"2031-06-15","collected":"\#(time)"}"# + "\n", .jsonLines)
    #expect(result.items.map(\.arrived) == [nil])
    #expect(result.notes == [ParseNote(.unknownArrival, example: time)])
  }

  // MARK: Columns

  @Test func columnsOfDataFramesAreRead() throws {
    let text = """
      Unnamed: 0,Date,Article_title,Stock_symbol,Url,Publisher,Author,Article,Lsa_summary
      0.0,2031-06-15 23:00:00 UTC,Harbor Ports adds berths,HBP,https://a.example/1,,,Harbor Ports will add six berths.,lsa
      1.0,2031-06-14 10:30:00 UTC,Orders double,NLH,https://a.example/2,Harbor Wire,Ann Poe,New orders doubled.,

      """
    let result = try read(text, .csv)
    #expect(result.items.map(\.title) == ["Harbor Ports adds berths", "Orders double"])
    #expect(result.items.map(\.published) == [moment(2031, 6, 16, 7), moment(2031, 6, 14, 18, 30)])
    #expect(result.items.map(\.tags) == [["HBP"], ["NLH"]])
    #expect(result.items.last?.source == "Harbor Wire")
    #expect(result.notes == [ParseNote(.unknownField("Lsa_summary"))])
  }

  @Test func chineseColumnsAreRead() throws {
    let result = try read(
      "关键词,新闻标题,新闻内容,发布时间,文章来源,新闻链接\n600018,远帆航运拟建泊位,公司披露扩建方案。,2031-06-15 05:42:09,港口日报,http://a.example/1\n", .csv)
    let item = try #require(result.items.first)
    #expect(item.title == "远帆航运拟建泊位" && item.source == "港口日报" && item.url == "http://a.example/1")
    #expect(item.published == moment(2031, 6, 15, 5, 42, 9) && item.blocks == [.paragraph("公司披露扩建方案。")])
    #expect(result.notes.isEmpty)
  }

  @Test func columnsThatHoldNothingAreNotNamed() throws {
    let result = try read("title,lead2,note,rank\n甲,,nan,\n乙,,,7\n丙,,None,8\n", .csv)
    #expect(result.notes == [ParseNote(.unknownField("rank"), count: 2)])
  }

  @Test func aSecondColumnOfOneFieldIsNamed() throws {
    let result = try read("title,text,content\n甲,一段。,另一段。\n乙,一段。,一段。\n", .csv)
    #expect(result.items.map(\.blocks) == [[.paragraph("一段。")], [.paragraph("一段。")]])
    #expect(result.notes == [ParseNote(.surplusField("content"))])
  }

  @Test func aDayAndAClockInTwoColumnsAreOneTime() throws {
    let result = try read("标题,日期,时间\n甲,2031-06-15,05:42\n", .csv)
    #expect(result.items.map(\.published) == [moment(2031, 6, 15, 5, 42)])
  }

  @Test func mappedColumnsGoBeforeKnownOnes() throws {
    let result = try read("No,title,Überschrift,Inhalt\n1,甲,乙,一段。\n", .csv, map: "title=Überschrift,text=inhalt,id=no")
    #expect(result.items.map(\.title) == ["乙"])
    #expect(result.items.map(\.originID) == ["1"])
    #expect(result.items.first?.blocks == [.paragraph("一段。")])
    #expect(
      Set(result.notes.map(\.kind)) == [
        .surplusField("title"), .mappedName("Überschrift"), .mappedName("inhalt"), .mappedName("no"),
      ])
  }

  @Test func aHeaderThatOnlyAMapKnowsIsFound() throws {
    let text = "kop,inhoud\n甲,一段。\n"
    var context = context()
    context.fieldMap = try FieldMap("title=kop,text=inhoud")
    #expect(NewsParser.parse(Array(text.utf8), context: context).count == 1)
    #expect(try read(text, .csv).refusals.map(\.reason) == [.badHeader(["kop", "inhoud"])])
  }

  @Test func anEstimatedDateOfAnExportIsReadBack() throws {
    let result = try read(
      "published,estimated,title\n2031-06-15T05:42:09+08:00,true,甲\n2031-06-15T05:42:09+08:00,,乙\n", .csv)
    #expect(result.items.map(\.isDateEstimated) == [true, false])
  }

  // MARK: Keys

  @Test func keysThatAreNotKnownAreCounted() throws {
    let result = try read(
      #"{"title":"甲","views":7,"x":"","y":null,"z":[],"image":{"w":1}}"# + "\n" + #"{"title":"乙","views":0,"seo":"s"}"#,
      .jsonLines)
    #expect(
      result.notes == [
        ParseNote(.unknownField("views")), ParseNote(.unknownField("image")), ParseNote(.unknownField("seo")),
      ])
  }

  @Test func keysOfCrawlersAreRead() throws {
    let result = try read(
      #"{"title":"Harbor Ports","maintext":"Six berths.","date_publish":"2031-06-15 05:42:09","source_domain":"news.example","authors":["Ann Poe","Bob Roe"],"url":"https://news.example/1"}"#,
      .jsonLines)
    let item = try #require(result.items.first)
    #expect(item.source == "news.example" && item.byline == "Ann Poe, Bob Roe")
    #expect(item.published == moment(2031, 6, 15, 5, 42, 9) && item.blocks == [.paragraph("Six berths.")])
  }

  @Test func whatAnObjectSaysBesideItsNameIsNamed() throws {
    let result = try read(#"{"title":"甲","source":{"id":null,"name":"港口日报","home":"https://a.example"}}"#, .jsonLines)
    #expect(result.items.first?.source == "港口日报")
    #expect(result.notes == [ParseNote(.unknownField("source.home"))])
  }

  @Test func extendedJSONOfDatabasesIsRead() throws {
    let result = try read(
      #"{"_id":{"$oid":"62a9010f"},"Date":{"$date":{"$numberLong":"1655170314000"}},"Title":"甲","Article":"一段。"}"#,
      .jsonLines)
    #expect(result.items.first?.originID == "62a9010f")
    #expect(result.items.first?.published == Timestamp(1_655_170_314))
  }

  @Test func waysLeadIntoObjectsAndLists() throws {
    let line =
      #"{"_source":{"kop":"甲","wie":[{"naam":"Ann"},{"naam":"Bob"}],"rest":1},"media":[{"u":"https://a.example/1"}]}"#
    let result = try read(line, .jsonLines, map: "title=_source.kop,author=_source.wie.naam,url=media.0.u")
    let item = try #require(result.items.first)
    #expect(item.title == "甲" && item.byline == "Ann, Bob" && item.url == "https://a.example/1")
    #expect(result.notes.map(\.kind).contains(.unknownField("_source.rest")))
    #expect(result.notes.count { if case .mappedName = $0.kind { true } else { false } } == 3)
  }

  @Test func manyMadeUpKeysDoNotFillTheMemory() throws {
    let lines = (0..<6_000).map { #"{"title":"甲","key\#($0)":1}"# }.joined(separator: "\n")
    let notes = try read(lines, .jsonLines).notes
    #expect(notes.count < 4_200)
    #expect(notes.reduce(0) { $0 + $1.count } == 6_000)
  }

  // MARK: Values that would be lost

  @Test(
    arguments: [
      ("title,text,text\n甲,一段。,另一段。\n", SourceFormat.csv, ParseNote.Kind.surplusField("text")),
      ("title,text,,x\n甲,一段。,港口扩建,\n", .csv, .unknownField("")),
      ("title,text,Unnamed: 2\n甲,一段。,港口扩建\n", .csv, .unknownField("Unnamed: 2")),
      ("index,title,text\n首篇,甲,一段。\n", .csv, .unknownField("index")),
      (#"{"title":"甲","text":"一段。","text":"另一段。"}"#, .jsonLines, .surplusField("text")),
      (#"{"title":"甲","text":"一段。","":"港口扩建"}"#, .jsonLines, .unknownField("")),
      (#"{"title":"甲","text":true}"#, .jsonLines, .unknownField("text")),
      (#"{"title":"甲","url":["https://a.example/1","https://a.example/2"]}"#, .jsonLines, .surplusField("url")),
      (#"{"title":"甲","authors":[{"name":"Ann","desk":"Ports"}]}"#, .jsonLines, .unknownField("authors.desk")),
      (#"{"title":"甲","blocks":[],"mine":"港口扩建"}"#, .jsonLines, .unknownField("mine")),
    ])
  func whatAnArticleHasNoPlaceForIsNamed(_ text: String, _ format: SourceFormat, _ kind: ParseNote.Kind) throws {
    let result = try read(text, format)
    #expect(result.items.map(\.title) == ["甲"])
    #expect(result.notes.map(\.kind) == [kind])
  }

  @Test(arguments: ["index,title,,Unnamed: 3\n1,甲,2,3.0\n", "Unnamed: 0,序号,title\n0,1,甲\n"])
  func numbersOfRowsAreNotNamed(_ text: String) throws {
    #expect(try read(text, .csv).notes.isEmpty)
  }

  @Test func tagsThatAreTooManyAreTold() throws {
    let tags = (0..<250).map { "标\($0)" }
    let result = try read("title,tags\n甲,\(tags.joined(separator: ";"))\n乙,港口\n", .csv)
    #expect(result.items.map(\.tags.count) == [200, 1])
    #expect(result.notes == [ParseNote(.surplusTags(limit: 200))])
  }

  @Test func filesThatWereJoinedAreRead() throws {
    let line = #"{"title":"甲","text":"一段。"}"#
    let joined = try read("\u{feff}\(line)\n\u{feff}\(line)\n", .jsonLines)
    #expect(joined.items.count == 2 && joined.refusals.isEmpty)
    let table = try read("\u{feff}title,text\n甲,一段。\n\u{feff}title,text\n乙,一段。\n", .csv)
    #expect(table.items.map(\.title) == ["甲", "乙"])
  }

  @Test func tablesOfOurOwnAreReadAsTheySay() throws {
    let text = """
      published,estimated,label,title,source,author,tags,url,summary,text,id
      1970-01-01T00:00:00+08:00,,快讯,a：b,港口日报,王五,"港口, 航运",https://a.example/1,摘要。,"第一段 <b>。

      if a<b>c",7

      """
    let item = try #require(read(text, .csv).items.first)
    #expect(item.published == moment(1970, 1, 1) && !item.isDateEstimated)
    #expect(item.label == "快讯" && item.title == "a：b" && item.tags == ["港口", "航运"] && item.originID == "7")
    #expect(item.blocks == [.paragraph("第一段 <b>。"), .paragraph("if a<b>c")])
  }

  // MARK: Dates

  @Test(arguments: ["1970-01-01T00:00:00+08:00", "1899-12-31T00:00:00+08:05", "0033-04-03T15:00:00+08:05"])
  func anyDateOfAnExportIsReadBack(_ date: String) throws {
    let result = try read(#"{"title":"甲","published":"\#(date)","blocks":[]}"#, .jsonLines)
    let item = try #require(result.items.first)
    #expect(item.published?.iso8601(in: shanghai) == date && !item.isDateEstimated)
  }

  @Test func timesThatDoNotExistAreTold() throws {
    let result = try read("title,date\n甲,2031-06-15T25:00:00\n", .csv)
    #expect(result.items.map(\.published) == [moment(2031, 6, 15)])
    #expect(result.items.map(\.isDateEstimated) == [true])
    #expect(result.notes == [ParseNote(.impossibleTime, example: "2031-06-15T25:00:00")])
  }

  @Test func datesThatDoNotCountAreNotedWithAnExample() throws {
    let result = try read("title,date\n甲,soon\n乙,later\n丙,2037-11-11T08:00:00Z\n丁,06/07/2031\n戊,\n己,nan\n", .csv)
    #expect(result.items.map(\.isDateEstimated) == [true, true, true, true, true, true])
    #expect(result.items.prefix(3).allSatisfy { $0.published == context().fileTime })
    #expect(
      result.notes == [
        ParseNote(.unreadableDate, count: 2, example: "soon"), ParseNote(.futureDate, example: "2037-11-11T08:00:00Z"),
        ParseNote(.exchangeableDate, example: "06/07/2031"),
      ])
  }

  @Test func aGuessedYearOfARecordIsEstimated() throws {
    let item = try #require(read(#"{"title":"甲","time":"03-22 12:00"}"#, .jsonLines).items.first)
    #expect(item.published == moment(2031, 3, 22, 12) && item.isDateEstimated)
  }
}
