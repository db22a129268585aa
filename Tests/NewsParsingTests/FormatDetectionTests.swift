import ParsingSupport
import Testing

@testable import ArticleFields
@testable import NewsParsing
@testable import SourceForms

/// What an input is taken for; `RecordStreamTests` and `ForeignFormatTests` have more of its forms.
@Suite struct FormatDetectionTests {
  private func detect(_ text: String, _ name: String? = nil) -> String {
    SourceFormat.detect(Array(text.utf8), fileName: name).name
  }

  @Test(arguments: [
    ("From: a@b.example\nSubject: x\nDate: Sun, 15 Jun 2031 05:42:00 +0800\n\nx", "mail"),
    ("WARC/1.0\r\nWARC-Type: warcinfo\r\n\r\n", "WARC"),
    ("WARC/2.0\r\n", "page dump"), ("货量回升\n来源:港口日报", "page dump"), ("", "page dump"),
  ])
  func theFirstBytesTell(_ text: String, _ name: String) {
    #expect(detect(text) == name)
  }

  @Test(arguments: ["a.csv", "dir.html/A.CSV", "a.csv.gz", "a.csv.xz", "a.csv.bz2", "a.csv.zst"])
  func whereTheyLeaveDoubtTheNameDoes(_ name: String) {
    #expect(detect("货量回升", name) == SourceFormat.csv.name)
  }

  @Test(arguments: ["csv", ".csv", "a.csv/b", "a.csv.old", "a.gz", "", "/"]) func otherNamesSayNothing(_ name: String) {
    #expect(detect("货量回升", name) == "page dump")
  }

  @Test func theBytesComeBeforeTheName() {
    #expect(detect("<rss version=\"2.0\"><channel/></rss>", "a.csv") == SourceFormat.feed.name)
    #expect(detect("WARC/1.0\r\n", "a.html") == "WARC")
  }

  @Test func whoAsksForAPageMayHaveItInAnyForm() {
    let page = { (text: String) in Array(text.utf8).withUnsafeBytes { SourceFormat.detectPage($0).name } }
    #expect(page("<html><body><p>x</p></body></html>") == SourceFormat.html.name)
    #expect(page("WARC/1.0\r\n") == "WARC")
    #expect(page("{\"title\": \"x\"}\n{\"title\": \"y\"}") == "page dump")
    #expect(page("<rss version=\"2.0\"><channel/></rss>") == "page dump")
  }

  @Test func columnsThatOnlyTheReaderKnowsMakeATable() throws {
    let text = "甲,乙\n货量回升,远帆航运公布了上半年的数据。\n"
    var context = context()
    #expect(NewsParser.parse(Array(text.utf8), context: context).count == 1)
    context.fieldMap = try FieldMap("title=甲,text=乙")
    let records = NewsParser.parse(Array(text.utf8), context: context)
    guard case .item(let item)? = records.first else {
      Issue.record("\(records)")
      return
    }
    #expect(item.title == "货量回升")
  }
}
