import NewsModel
import ParsingSupport
import SourceForms
import Testing

@testable import ArticleFields
@testable import Records

/// What becomes of a record's own fields in its article.
@Suite struct RecordItemTests {
  private func item(_ line: String, _ context: ParsingContext = context()) throws -> Item {
    try #require(read(line, as: .jsonLines, context).items.first, "\(line)")
  }

  private func title(_ title: String, source: String) throws -> String {
    try item(#"{"title":"\#(title)","source":"\#(source)"}"#).title
  }

  // MARK: The name of the source behind the headline

  @Test(arguments: [" - ", " | ", " – ", " — "]) func theNameOfTheSourceBehindAHeadlineGoes(_ mark: String) throws {
    #expect(try title("云杉动力增产\(mark)星海财经", source: "星海财经") == "云杉动力增产")
    #expect(try title("Ports add berths\(mark)The Harbor Times", source: "harbor times") == "Ports add berths")
    #expect(try title("Ports add berths\(mark)HARBOR TIMES", source: "The Harbor Times") == "Ports add berths")
  }

  @Test func onlyThePartBehindTheLastMarkIsTheName() throws {
    #expect(try title("A - B | Harbor Times", source: "Harbor Times") == "A - B")
    #expect(try title("A | Harbor Times - B", source: "Harbor Times") == "A | Harbor Times - B")
    #expect(try title("A - B - Harbor Times", source: "B - Harbor Times") == "A - B - Harbor Times")
  }

  @Test(arguments: ["Harbor Times", " - Harbor Times", "Ports - Harbor", "Ports-Harbor Times", "Ports Harbor Times"])
  func aHeadlineThatWouldBeGoneOrNamesAnotherStays(_ text: String) throws {
    let expected = text.hasPrefix(" ") ? String(text.dropFirst()) : text
    #expect(try title(text, source: "Harbor Times") == expected)
  }

  // MARK: Labels

  @Test func theLabelOfAHeadlineIsTakenOffUnlessTheRecordNamesAnother() throws {
    let plain = try item(#"{"title":"快讯：云杉动力增产"}"#)
    #expect(plain.label == "快讯" && plain.title == "云杉动力增产")
    let same = try item(#"{"title":"快讯：云杉动力增产","label":"快讯"}"#)
    #expect(same.label == "快讯" && same.title == "云杉动力增产")
    let other = try item(#"{"title":"快讯：云杉动力增产","label":"要闻"}"#)
    #expect(other.label == "要闻" && other.title == "快讯：云杉动力增产")
  }

  // MARK: Writers

  @Test(arguments: [
    ("By Ann Poe", "Ann Poe"), ("by Ann Poe and Bob Roe", "Ann Poe and Bob Roe"), ("Ann Poe", "Ann Poe"),
    ("记者 林一帆", "林一帆"), ("林一帆", "林一帆"), ("Bystander", "Bystander"),
  ])
  func aWriterIsNamedWithoutTheWordBefore(value: String, name: String) throws {
    #expect(try item(#"{"title":"甲","author":"\#(value)"}"#).byline?.hasPrefix(name.prefix(7)) == true)
    #expect(try item(#"{"title":"甲","author":"\#(value)"}"#).byline?.lowercased().hasPrefix("by ") == false)
  }

  // MARK: Fields in one line

  @Test func fieldsAreOneLineWithoutReferencesTagsAndSigns() throws {
    let found = try item(
      #"{"title":" 甲&amp;乙 ","summary":"一\n二 <b>三</b>","source":"  港口\u0007日报 ","id":" 7 ","url":" https://a.example/1\n","label":"\n"}"#
    )
    #expect(found.title == "甲&乙" && found.source == "港口日报" && found.originID == "7")
    #expect(found.url == "https://a.example/1" && found.label == nil)
    #expect(found.summary?.contains("\n") == false && found.summary?.contains("<") == false)
  }

  @Test func aRecordWithoutAHeadlineThatCanBeReadIsRefused() {
    for line in [#"{"title":"\u0007","text":""}"#, #"{"title":"&#8203;"}"#, #"{"text":"\u200b"}"#] {
      #expect(read(line, as: .jsonLines).refusals.map(\.reason) == [.noArticleFields], "\(line)")
    }
  }

  @Test func surplusTagsAreToldOnce() throws {
    let tags = (0..<300).map { #""标\#($0)""# }.joined(separator: ",")
    let found = read(#"{"title":"甲","tags":[\#(tags)]}"#, as: .jsonLines)
    #expect(found.items.first?.tags.count == 200)
    #expect(found.notes == [ParseNote(.surplusTags(limit: 200))])
  }

  // MARK: Dates

  @Test func aDateOfTheTextCountsWhereTheRecordHasNone() throws {
    let found = try item(#"{"title":"甲","text":"发布时间：2031-06-15 05:42\n公司周三公布了数据。"}"#)
    #expect(found.published == moment(2031, 6, 15, 5, 42) && !found.isDateEstimated)
    let own = try item(#"{"title":"甲","date":"2031-06-14","text":"发布时间：2031-06-15 05:42\n公司公布了数据。"}"#)
    #expect(own.published == moment(2031, 6, 14))
  }

  @Test func aDateThatCannotBeReadLeavesTheNextItsPlace() throws {
    let found = read(#"{"title":"甲","published":"soon","created":"2031-06-15"}"#, as: .jsonLines)
    #expect(found.items.first?.published == moment(2031, 6, 15))
    #expect(found.notes.isEmpty)
  }

  @Test func whatIsMoreThanADayAheadIsASlip() throws {
    // The present is the second of July.
    #expect(try item(#"{"title":"甲","date":"2031-07-03 00:00:00"}"#).published == moment(2031, 7, 3))
    let late = read(#"{"title":"甲","date":"2031-07-03 00:00:01"}"#, as: .jsonLines)
    #expect(late.items.first?.published == context().fileTime && late.items.first?.isDateEstimated == true)
    #expect(late.notes == [ParseNote(.futureDate, example: "2031-07-03 00:00:01")])
  }

  @Test func theClockMayStandInAnyColumnBesideItsDay() {
    for header in ["日期,时间", "时间,日期"] {
      let row = header.hasPrefix("日期") ? "2031-06-15,05:42" : "05:42,2031-06-15"
      let found = read("标题,\(header)\n甲,\(row)\n", as: .csv)
      #expect(found.items.first?.published == moment(2031, 6, 15, 5, 42), "\(header)")
    }
  }

  @Test func aRecordSaysItselfThatItsDateIsAGuess() throws {
    #expect(try item(#"{"title":"甲","date":"2031-06-15","date_estimated":true}"#).isDateEstimated)
    #expect(try !item(#"{"title":"甲","date":"2031-06-15","date_estimated":false}"#).isDateEstimated)
  }

  // MARK: Pages within records

  @Test func aPageWithoutAHeadlineOfItsRecordIsReadAsAPage() throws {
    let text = page(title: "远帆航运上半年货量回升").replacing("\n", with: #"\n"#)
    let found = try item(#"{"text":"\#(text)","source":"星海财经"}"#)
    #expect(found.title == "远帆航运上半年货量回升")
    // What the record says goes before what its page says.
    #expect(found.source == "星海财经" && found.published == moment(2031, 6, 15, 5, 42, 9))
    #expect(found.blocks.count == 2)
  }

  @Test func besideAHeadlineAPageIsTextUnlessCleaningIsAskedFor() throws {
    let text = page(title: "远帆航运上半年货量回升").replacing("\n", with: #"\n"#)
    let line = #"{"title":"远帆航运上半年货量回升","text":"\#(text)"}"#
    #expect(try item(line).blocks.plainText.contains("来源:港口日报"))
    var cleaning = context()
    cleaning.cleansRecords = true
    let cleaned = try item(line, cleaning)
    #expect(!cleaned.blocks.plainText.contains("来源") && cleaned.source == "港口日报")
    // A page under another headline is not the record's.
    let other = try item(#"{"title":"云杉动力增产","text":"\#(text)"}"#, cleaning)
    #expect(other.title == "云杉动力增产" && other.blocks.plainText.contains("远帆航运上半年货量回升"))
  }
}
