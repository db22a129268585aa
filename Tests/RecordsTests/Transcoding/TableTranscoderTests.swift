import ParsingSupport
import SourceForms
import Testing

@testable import Records

@Suite struct TableTranscoderTests {
  private static let head = "<table><tr><th>title</th><th>text</th><th>url</th></tr>"

  private func table(_ text: String, piece: Int = .max) -> String { json(text, by: TableTranscoder.self, piece: piece) }
  private func rows(_ rows: String) -> String { table(Self.head + rows + "</table>") }

  @Test(arguments: [
    "<tr><td>甲</td><td>一段。</td></tr>", "<TR><TD>甲</TD><TD>一段。</TD></TR>", "<tr><td>甲<td>一段。",
    "<tbody><tr class=\"a\"><th>甲</th><td>\n 一段。 \n</td></tr></tbody>", "<tr><td><b>甲</b></td><td><p>一段。</p></td></tr>",
    "<tr>x<td>甲</td>\n<td>一段。</td></tr>", "<tr><td>甲</td><td>一段。</td><td></td></tr>",
    "<tr><td>甲</td><td>一段。</td><td> </td><td>z</td></tr>", "<tr><td>甲</td><td><!-- x -->一段。</td></tr>",
    "<tr></tr><tr><td>甲</td><td>一段。</td></tr>",
  ])
  func aRowGetsTheNamesOfTheFirst(row: String) {
    #expect(rows(row) == #"{"title":"甲","text":"一段。"}"#)
  }

  @Test func referencesAreDecodedAndBreaksStay() {
    #expect(rows("<tr><td>甲&amp;乙</td><td>一<br>二<br/>三</td></tr>") == #"{"title":"甲&乙","text":"一\n二\n三"}"#)
    #expect(rows("<tr><td>甲</td><td><p>一</p><p>二</p></td></tr>") == #"{"title":"甲","text":"一\n二"}"#)
  }

  @Test func theAddressOfALinkIsItsFirst() {
    let link = "<a href=\"https://a.example/1?x=1&amp;y=2\">more</a> <a href='https://a.example/2'>x</a>"
    #expect(
      rows("<tr><td>\(link)</td><td>一</td><td>\(link)</td></tr>")
        == #"{"title":"more x","text":"一","url":"https://a.example/1?x=1&y=2"}"#)
    #expect(
      rows("<tr><td>甲</td><td></td><td>https://a.example/3</td></tr>") == #"{"title":"甲","url":"https://a.example/3"}"#)
    #expect(rows("<tr><td>甲</td><td></td><td><a>u</a></td></tr>") == #"{"title":"甲","url":"u"}"#)
  }

  @Test func aColumnWithoutANameIsPassedOver() {
    #expect(table("<table><tr><th></th><th>title</th></tr><tr><th>0</th><td>甲</td></tr>") == #"{"title":"甲"}"#)
  }

  @Test func aHeaderWithoutAHeadlineIsRefusedOnce() {
    let found = read("<table><tr><th>a&lt;</th><th>b</th></tr><tr><td>1</td></tr><tr><td>2</td></tr>", as: .table)
    #expect(found.refusals.map(\.reason) == [.badHeader(["a<", "b"])] && found.items.isEmpty)
    #expect(
      read("<table><tr><td>\(String(repeating: "长", count: 50))", as: .table).refusals.map(\.reason)
        == [.badHeader([String(repeating: "长", count: 40)])])
  }

  @Test func piecesOfAnySizeGiveTheSame() {
    let text = Self.head + "\n<tr><td>甲</td>\n<td>一<br>二</td></tr>\n<tr><td>乙</td><td>&amp;</td></tr>\n</table>\n"
    let whole = read(text, as: .table)
    #expect(whole.titles == ["甲", "乙"])
    for piece in [1, 2, 7, 40] { #expect(read(text, as: .table, piece: piece) == whole) }
  }

  /// Rows of a long table are handed over as they pass, whatever the pieces.
  @Test func rowsAreReadBeforeTheTableEnds() {
    let row = "<tr><td>甲</td><td>\(String(repeating: "货量回升。", count: 60))</td></tr>\n"
    let text = Self.head + String(repeating: row, count: 300)
    var reader = SourceFormat.table.makeReader(context())
    var count = 0
    Array(text.utf8).withUnsafeBytes { bytes in
      reader.take(UnsafeRawBufferPointer(rebasing: bytes[..<200_000]), isLast: false) { _ in count += 1 }
    }
    #expect(count > 200 && count < 300)
  }

  @Test func refusalsNameTheLine() {
    let found = read(Self.head + "\n<tr><td>甲</td></tr>\n<tr><td></td><td></td><td>u</td></tr>\n", as: .table)
    #expect(found.outline == ["甲", "noArticleFields 3"])
  }

  @Test func aRowWithoutEndIsRefused() {
    var small = context()
    small.sizeLimit = 100_000
    let text = Self.head + "<tr><td>" + String(repeating: "x", count: 300_000)
    #expect(read(text, as: .table, piece: 70_000, small).refusals.map(\.reason).contains(.tooLarge(limit: 100_000)))
  }

  @Test(arguments: [
    "<table border=\"1\" class=\"dataframe\">\n<thead>", "<table><tr><th>a", "<div><table class=\"dataframe\">",
  ])
  func aTableOfRecordsIsTold(text: String) {
    #expect(isMet(.table, text))
  }

  @Test(arguments: [
    "<table><tr><td>a", "<div><table><th>", "<p>甲</p><table class=\"dataframe\">", "<table><th><p>甲</p>", "甲",
  ])
  func aTableOfAPageIsNot(text: String) {
    #expect(!isMet(.table, text))
  }
}
