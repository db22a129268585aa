import NewsModel
import ParsingSupport
import SourceForms
import Testing

@testable import ArticleFields
@testable import Records

/// How a table is told by its first line, and what separates its cells.
@Suite struct CSVHeaderTests {
  @Test(arguments: [
    "title,text", "标题,正文", "title\ttext\tx", "Title;Body;Source", "title|link", "\"title\",\"text\"", "id,title",
    "a,b,title,date", "no,name of it,x,headline,y,url", "headline , summary",
  ])
  func aLineOfKnownNamesIsAHeader(line: String) {
    #expect(CSVReader.looksLikeHeader(line[...]))
    #expect(isMet(.csv, line + "\n甲,乙\n"))
  }

  @Test(arguments: [
    "", "title", "title,", "a,b", "source,date", "url,id,tags", "title,a,b,c,d,e,f,g", "标题 正文",
    "货量回升,公司表示,运价走稳", "name,url", "a,b,c,d,title,e,f,date",
  ])
  func aLineWithTooFewNamesIsNone(line: String) {
    #expect(!CSVReader.looksLikeHeader(line[...]))
  }

  @Test func namesOfTheReaderCountToo() throws {
    let map = try FieldMap("title=kop,text=inhoud")
    #expect(CSVReader.looksLikeHeader("kop,inhoud", fieldMap: map))
    #expect(!CSVReader.looksLikeHeader("kop,inhoud"))
  }

  @Test(arguments: [
    ("sep=;", ";"), ("SEP=,", ","), ("Sep=^", "^"), ("\"sep=|\"", "|"), ("sep=\t", "\t"),
  ])
  func aLineForSpreadsheetsNamesTheSeparator(line: String, mark: String) {
    #expect(CSVReader.declaredSeparator(of: line.utf8) == mark.utf8.first)
    #expect(isMet(.csv, line + "\n"))
  }

  @Test(arguments: ["sep=", "sep=;;", "sip=;", "sep;=", "", "xsep=;"]) func anyOtherLineNamesNone(line: String) {
    #expect(CSVReader.declaredSeparator(of: line.utf8) == nil)
  }

  @Test(arguments: ["^", "~", ";"]) func theRowsAreCutAtTheSignThatTheFirstLineNames(mark: String) {
    let text = "sep=\(mark)\ntitle\(mark)text\n甲,乙\(mark)一段，说明。\n"
    let found = read(text, as: .csv)
    #expect(found.titles == ["甲,乙"])
    #expect(found.items.first?.blocks == [.paragraph("一段，说明。")])
  }

  @Test func theLineIsOneOnlyAtTheTop() {
    #expect(read("title,text\nsep=;,一段。\n", as: .csv).titles == ["sep=;"])
  }

  @Test func theCommonestSignSeparatesAndTheFirstOfTwoAlike() {
    #expect(read("title;text;tags, all\n甲;一段。;港口\n", as: .csv).titles == ["甲"])
    #expect(read("title,\"a;b;c\",text\n甲,x,一段。\n", as: .csv).items.first?.blocks == [.paragraph("一段。")])
    #expect(read("title|text,x\n甲|一段。,y\n", as: .csv).outline.first?.hasPrefix("badHeader") ?? false)
  }

  @Test func blanksLinesBeforeTheHeaderArePassedOver() {
    #expect(read("\n\r\n , \ntitle,text\n甲,一段。\n", as: .csv).titles == ["甲"])
  }

  @Test func aTableWithoutAHeadlineIsRefusedOnceWithTheNamesThatStandThere() {
    let found = read("a,b,c,d,e,f,g,h,i\n1,2,3\n4,5,6\n", as: .csv, piece: 4)
    #expect(found.refusals == [ParseRefusal(.badHeader(["a", "b", "c", "d", "e", "f", "g", "h"]), line: 1)])
    let long = read(String(repeating: "长", count: 60) + ",b\n", as: .csv, context(fileName: "a.csv"))
    #expect(
      long.refusals == [ParseRefusal(.badHeader([String(repeating: "长", count: 40), "b"]), path: "a.csv", line: 1)])
    let hostile = read("a\u{1b}[31m,b\u{202e}c\n", as: .csv)
    #expect(hostile.refusals == [ParseRefusal(.badHeader(["a[31m", "bc"]), line: 1)])
  }

  @Test func aHeaderWithAnOpenMarkTakesNoRowWithIt() {
    let found = read("title,\"text\n甲,一段。\n乙,\"两\n段。\"\n", as: .csv)
    #expect(found.titles == ["甲", "乙"])
    #expect(found.notes.contains(ParseNote(.openQuote, line: 1)))
    #expect(found.items.last?.blocks == [.paragraph("两"), .paragraph("段。")])
  }

  // MARK: Character sets

  @Test func aTableInGB18030IsReadAndOneSetCountsForAllOfIt() throws {
    let text = "标题,正文\n远帆航运货量回升,公司公布了上半年的数据。\n云杉动力增产,产线扩建完成。\n"
    let bytes = try encoded(text, .gb18030)
    for piece in [1, 5, 1_000] {
      #expect(read(bytes, as: .csv, piece: piece).titles == ["远帆航运货量回升", "云杉动力增产"])
    }
  }

  @Test func rowsInUTF8AmongOthersStayWhatTheyAre() throws {
    let bytes = try Array("title,text\n星海财经,一段。\n".utf8) + encoded("云杉动力公布新的计划,公司将扩建产线。\n", .gb18030)
    #expect(read(bytes, as: .csv).titles == ["星海财经", "云杉动力公布新的计划"])
  }

  // MARK: Rows

  @Test func theHeaderOfAJoinedFileIsPassedOverButNotARowLikeIt() {
    let text = "title,text\n甲,一段。\ntitle,text\n乙,一段。\ntitle,texts\n"
    #expect(read(text, as: .csv).titles == ["甲", "乙", "title"])
  }

  @Test func aGuardAgainstFormulasIsTakenOff() {
    let found = read("title,text\n'=1+1,'@port 一段。\n'甲,'quoted'\n", as: .csv)
    #expect(found.titles == ["=1+1", "'甲"])
    #expect(found.items.map { $0.blocks.first?.text } == ["@port 一段。", "'quoted'"])
  }

  @Test func surplusCellsGoIntoTheTextThenTheHeadlineThenTheSummary() {
    let headline = read("source,title,url\n港口日报,甲,乙,https://a.example/1\n", as: .csv)
    #expect(headline.titles == ["甲,乙"] && headline.items.first?.url == "https://a.example/1")
    let both = read("title,text,source\n甲,一,段。,港口日报\n", as: .csv)
    #expect(both.items.first?.blocks == [.paragraph("一,段。")] && both.items.first?.source == "港口日报")
    #expect(both.notes == [ParseNote(.surplusCells, line: 2)])
  }

  @Test func blankCellsBehindTheLastColumnAreNone() {
    let found = read("title,text\n甲,一段。,,  ,\n", as: .csv)
    #expect(found.items.first?.blocks == [.paragraph("一段。")])
    #expect(found.notes.isEmpty)
  }
}
