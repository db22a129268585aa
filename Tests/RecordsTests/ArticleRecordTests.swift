import NewsModel
import NewsParsing
import ParsingSupport
import Testing

@testable import SourceForms

@Suite struct ArticleRecordTests {
  private func items(_ text: String, _ format: SourceFormat) -> [Item] {
    NewsParser.parse(Array(text.utf8), as: format, context: context()).compactMap { record in
      if case .item(let item) = record { item } else { nil }
    }
  }

  @Test(
    arguments: [
      #""publish_date":"2031-06-15 05:42:09""#, #""ctime":1939239729"#,
      #""published":{"$date":"2031-06-14T21:42:09Z"}"#,
      #""published":"unknown","date":"2031-06-15 05:42:09""#, #""published":null,"time":"2031-06-15 05:42:09""#,
    ])
  func theFirstDateThatCanBeReadCounts(_ field: String) {
    let found = items(#"{"title":"远帆航运货量回升","text":"货量同比回升。",\#(field)}"#, .jsonLines)
    #expect(found.map(\.published) == [moment(2031, 6, 15, 5, 42, 9)])
    #expect(found.map(\.isDateEstimated) == [false])
  }

  @Test func tagsOfHTMLSeparateParagraphs() {
    let found = items(#"{"title":"远帆航运","content":"<p>货量<b>回升</b>。</p><p>运价走稳。<br/>船舶更新。</p>"}"#, .jsonLines)
    #expect(found.first?.blocks == [.paragraph("货量回升。"), .paragraph("运价走稳。"), .paragraph("船舶更新。")])
  }

  @Test func blanksBeforeAQuotationMarkAreNoPartOfAField() {
    let found = items("title, text, source\n远帆航运, \"货量回升,运价走稳。\", \"港口日报\"\n", .csv)
    #expect(found.first?.blocks == [.paragraph("货量回升,运价走稳。")])
    #expect(found.first?.source == "港口日报")
  }
}
