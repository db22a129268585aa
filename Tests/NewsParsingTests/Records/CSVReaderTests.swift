import NewsModel
import Testing

@testable import NewsParsing

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
    #expect(titles("a,b\n1,2\n") == ["badHeader 1"])
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
}
