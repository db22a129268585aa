import NewsModel
import NewsParsing
import ParsingSupport
import Testing

@testable import SourceForms

@Suite struct CSVReaderTests {
  private func titles(_ text: String) -> [String] {
    NewsParser.parse(Array(text.utf8), as: .csv, context: context(fileName: "a.csv")).map { record in
      switch record {
      case .item(let item): item.title
      case .refused(let refusal): "\(refusal.reason) \(refusal.line ?? 0)"
      }
    }
  }

  @Test func quotesLineBreaksAndMarks() {
    let text = "\u{feff}title,text,tags\r\n甲,\"第一段,有逗号。\n第二段\"\"引号\"\"。\",\"港口,航运\"\r\n\r\n乙,一段。,\r\n"
    let records = NewsParser.parse(Array(text.utf8), as: .csv, context: context())
    guard case .item(let first)? = records.first else {
      Issue.record("no item")
      return
    }
    #expect(records.count == 2)
    #expect(first.blocks == [.paragraph("第一段,有逗号。"), .paragraph("第二段\"引号\"。")])
    #expect(first.tags == ["港口", "航运"])
  }

  @Test(arguments: [",", ";", "\t", "|"]) func separators(_ mark: String) {
    #expect(titles("标题\(mark)正文\(mark)来源\n甲\(mark)一段。\(mark)港口日报\n") == ["甲"])
  }

  @Test func columnsThatAreNotKnownDoNotMatter() {
    #expect(titles("no,Title,x,Body\n1,甲,y,一段。\n2,乙\n") == ["甲", "乙"])
  }

  @Test func refusals() {
    #expect(titles("a,b\n1,2\n") == [#"badHeader(["a", "b"]) 1"#])
    #expect(titles("title,text\n甲,一段。\n乙,\"没有结束\n") == ["甲", "openQuote 3"])
    #expect(titles("title,source\n,港口日报\n甲,港口日报\n") == ["noArticleFields 2", "甲"])
  }

  @Test(arguments: [1, 2, 3, 7]) func piecesOfAnySize(_ size: Int) {
    let bytes = Array("title,text\n甲,\"第一段。\n\"\"引\"\"\"\n乙,一段。".utf8)
    var stream = RecordStream(format: .csv, context: context())
    var records: [ParsedRecord] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      let end = min(bytes.count, start + size)
      Array(bytes[start..<end]).withUnsafeBytes { stream.feed($0, isLast: end == bytes.count) { records.append($0) } }
    }
    #expect(records == NewsParser.parse(bytes, as: .csv, context: context()))
    #expect(records.count == 2)
  }

  // MARK: Sloppy and damaged files

  private func notes(_ text: String) -> [ParseNote] {
    var stream = RecordStream(format: .csv, context: context(fileName: "a.csv"))
    Array(text.utf8).withUnsafeBytes { stream.feed($0, isLast: true) { _ in } }
    return stream.notes
  }

  @Test(arguments: ["\r", "\n", "\r\n", "\r\r\n"]) func everyKindOfLineEnd(_ end: String) {
    let text = "title,text\(end)甲,一段。\(end)乙,\"两\(end)段。\"\(end)丙,三段。"
    #expect(titles(text) == ["甲", "乙", "丙"])
    #expect(notes(text).isEmpty)
  }

  @Test(arguments: ["\r", "\n", "\r\n"]) func linesAreCountedWhateverEndsThem(_ end: String) {
    #expect(titles("title,source\(end)甲,x\(end),x\(end)") == ["甲", "noArticleFields 3"])
  }

  @Test func rowsWithTooFewCellsAreReadAndNoted() {
    let text = "title,text,source\n甲,一段。\n乙\n丙,一段。,港口日报\n"
    #expect(titles(text) == ["甲", "乙", "丙"])
    #expect(notes(text) == [ParseNote(.missingCells, count: 2, line: 2)])
  }

  @Test func cellsThatAreTooManyGoIntoTheText() throws {
    let text = "title,text,source\n甲,第一段,有逗号,没有引号。,港口日报\n乙,一段。,港口日报,,\n"
    let records = NewsParser.parse(Array(text.utf8), as: .csv, context: context())
    guard case .item(let item)? = records.first else {
      Issue.record("\(records)")
      return
    }
    #expect(item.blocks == [.paragraph("第一段,有逗号,没有引号。")])
    #expect(item.source == "港口日报")
    #expect(notes(text) == [ParseNote(.surplusCells, line: 2)])
  }

  @Test func aQuotationMarkThatNeverEndsTakesNoOtherRowWithIt() {
    let text = "title,text\n甲,一段。\n乙,\"没有结束\n丙,一段。\n丁,\"完整。\"\n戊,一段。\n"
    #expect(titles(text) == ["甲", "乙", "丙", "丁", "戊"])
    #expect(notes(text) == [ParseNote(.openQuote, line: 3)])
  }

  @Test func aValueThatTheFileCutsOffIsTold() {
    #expect(titles("title,text\n甲,一段。\n乙,\"第一段。\n第二") == ["甲", "openQuote 3"])
    #expect(titles("title,text\n甲,一段。\n乙,\"第一段。\n第二段。\n\n第三段") == ["甲", "openQuote 3"])
  }

  @Test func quotationMarksWithinQuotesAreText() {
    let records = NewsParser.parse(
      Array("title,text\n甲,\"他说 \"好\" 然后走了。\" \n乙,一段。\n".utf8), as: .csv, context: context())
    guard case .item(let item)? = records.first else {
      Issue.record("\(records)")
      return
    }
    #expect(item.blocks == [.paragraph("他说 \"好\" 然后走了。")])
    #expect(records.count == 2)
  }

  @Test func aRowOfManySeparatorsIsKeptWithoutItsCells() {
    let text = "title,text\n甲,一段。" + String(repeating: ",", count: 20_000) + "\n乙,一段。\n"
    #expect(titles(text) == ["甲", "乙"])
  }

  @Test func aRowOverTheLimitIsRefusedAndTheNextIsRead() {
    var small = context()
    small.sizeLimit = 500
    let text = "title,text\n甲,\"" + String(repeating: "长", count: 400) + "\"\n乙,一段。\n"
    let records = NewsParser.parse(Array(text.utf8), as: .csv, context: small)
    #expect(records.first == .refused(ParseRefusal(.tooLarge(limit: 500), line: 2)))
    #expect(records.count == 2)
  }

  @Test(arguments: [1, 3, 10]) func damagedFilesAreReadAlikeInPiecesOfAnySize(_ size: Int) {
    let bytes = Array("title,text\r\n甲,\"没有结束\r\n丙,\"一\r\n段。\"\r\n丁,x,y\r\n戊".utf8)
    var stream = RecordStream(format: .csv, context: context())
    var records: [ParsedRecord] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      let end = min(bytes.count, start + size)
      Array(bytes[start..<end]).withUnsafeBytes { stream.feed($0, isLast: end == bytes.count) { records.append($0) } }
    }
    #expect(records == NewsParser.parse(bytes, as: .csv, context: context()))
    #expect(records.count == 4)
  }
}
