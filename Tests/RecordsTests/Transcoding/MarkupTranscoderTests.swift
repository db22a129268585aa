import ParsingSupport
import SourceForms
import Testing

@testable import Records

/// Elements that are records, and the fields within them.
@Suite struct MarkupTranscoderTests {
  private func markup(_ text: String, piece: Int = .max) -> String {
    json(text, by: MarkupTranscoder.self, piece: piece)
  }
  private func shape(_ text: String) -> String? { MarkupShape(FormatSample(text))?.record }

  /// The fields of one record.
  private func fields(_ inner: String) -> String { markup("<doc>\(inner)</doc>") }

  // MARK: The record

  @Test(
    arguments: [
      ("<?xml version=\"1.0\"?><DOC><TITLE>甲</TITLE></DOC>", "doc"),
      ("<set><article><title>甲</title></article></set>", "article"),
      ("<newsitem><headline>甲</headline><text><p>一</p></text></newsitem>", "newsitem"),
      ("<data><entry><x>1</x><title>甲</title></entry></data>", "entry"),
      ("<news><one><title>甲</title></one></news>", "one"),
      ("<news><title>甲</title></news>", "news"), ("<all><part><one><title>甲</title></one></part></all>", "part"),
      ("<page><url><title>甲</title></url></page>", "page"),
      ("<all><x><y>1</y></x><one><title>甲</title></one></all>", "one"),
      ("<n:set><n:row><n:title>甲</n:title></n:row></n:set>", "row"), ("<set><story><标题>甲</标题></story></set>", "story"),
      ("<all><x/><one><title>甲</title></one></all>", "one"),
    ] as [(String, String)])
  func theRecordIsTheOutermostKnownElementAroundAField(text: String, record: String) {
    #expect(shape(text) == record)
    #expect(isMet(.markup, text))
  }

  @Test(arguments: [
    "<set><x><y>1</y></x></set>", "<title>甲</title>", "<rss><item><title>甲</title></item></rss>",
    "<html><body><title>甲</title></html>", "<某某>甲</某某>", "<doc>甲", "甲", "", "<doc><article>一</article></doc>",
  ])
  func otherTextsHoldNoRecords(text: String) {
    #expect(shape(text) == nil)
  }

  @Test func eachElementIsARecordWhateverItsCase() {
    let text =
      "<set>\n<DOC><TITLE>甲</TITLE></DOC>\n<doc id=\"7\"><title>乙</title></doc><docs><title>x</title></docs></set>"
    #expect(markup(text) == #"{"TITLE":"甲"}{"id":"7","title":"乙"}"#.replacing("TITLE", with: "title"))
  }

  @Test func aRecordThatIsNotEndedEndsAtTheNext() {
    #expect(markup("<doc><title>甲</title><text>一\n<doc><title>乙</title>") == #"{"title":"甲","text":"一"}{"title":"乙"}"#)
    #expect(markup("<doc><title>甲<doc><title>乙</title></doc>") == #"{"title":"甲"}{"title":"乙"}"#)
  }

  @Test func piecesOfAnySizeGiveTheSame() {
    let text =
      "<set>\n<doc>\n<title>甲</title>\n<text>一段。</text></doc>\n<doc><x>1</x></doc>\n<doc><title>乙</title></doc>\n</set>\n"
    let whole = read(text, as: .markup)
    #expect(whole.outline == ["甲", "noArticleFields 5", "乙"])
    for piece in [1, 3, 50] { #expect(read(text, as: .markup, piece: piece) == whole) }
  }

  @Test func recordsAreReadBeforeTheInputEnds() {
    let record = "<doc><title>甲</title><text>\(String(repeating: "货量回升。", count: 60))</text></doc>\n"
    var reader = SourceFormat.markup.makeReader(context())
    var count = 0
    Array(("<set>" + String(repeating: record, count: 300)).utf8).withUnsafeBytes { bytes in
      reader.take(UnsafeRawBufferPointer(rebasing: bytes[..<200_000]), isLast: false) { _ in count += 1 }
    }
    #expect(count > 150 && count < 300)
  }

  @Test func whatHoldsNoRecordsIsRefused() {
    #expect(read("<rates><rate>7</rate></rates>", as: .markup).refusals.map(\.reason) == [.foreign(.xml)])
    var small = context()
    small.sizeLimit = 100_000
    let long = "<set><doc><title>甲</title><text>" + String(repeating: "x", count: 300_000)
    #expect(read(long, as: .markup, piece: 70_000, small).refusals.map(\.reason).contains(.tooLarge(limit: 100_000)))
  }

  @Test func manyOpenRecordsGiveOneEach() {
    let text = "<set>" + String(repeating: "<doc><title>甲</title>", count: 300)
    #expect(read(text, as: .markup).titles.count == 300)
  }

  // MARK: Fields

  @Test(arguments: [
    ("<title>甲</title><text>一</text>", #"{"title":"甲","text":"一"}"#), ("<TITLE> 甲 </TITLE>", #"{"title":"甲"}"#),
    ("<n:title>甲</n:title>", #"{"title":"甲"}"#), ("<title>甲&amp;乙</title>", #"{"title":"甲&乙"}"#),
    ("<title><![CDATA[<b>甲</b>]]></title>", #"{"title":"<b>甲</b>"}"#), ("<title/>", "{}"), ("<title> </title>", "{}"),
    ("<x>1</x><x>2</x>", #"{"x":["1","2"]}"#), ("<text>一<b>二</b>三</text>", #"{"text":"一二三"}"#),
    ("甲<title>乙</title>丙", #"{"title":"乙"}"#), ("<text><p>一</p><p>二</p></text>", #"{"text":"一\n\n二"}"#),
    ("<text>一<br/>二</text>", #"{"text":"一\n二"}"#), ("<!-- x --><title>甲</title>", #"{"title":"甲"}"#),
    ("<title>甲\u{3}\u{1f}</title>", #"{"title":"甲"}"#), ("<title>甲", #"{"title":"甲"}"#),
    ("<title>甲</x></title>", #"{"title":"甲"}"#), ("<a><title>甲</a>", #"{"title":"甲"}"#),
    ("<title>甲<x>乙</x></title>", #"{"x":"乙"}"#), ("<body><p>一</p><x>乙</x></body>", #"{"x":"乙","body":"一"}"#),
  ])
  func elementsAreFieldsByTheirNames(inner: String, expected: String) {
    #expect(fields("<title></title>" + inner) == expected)
  }

  @Test func elementsOfAListBearTheNameOfTheList() {
    #expect(fields("<title>甲</title><TOPICS><D>港口</D><D>航运</D></TOPICS>") == #"{"title":"甲","topics":["港口","航运"]}"#)
    #expect(fields("<title>甲</title><topics><title>乙</title></topics>") == #"{"title":["甲","乙"]}"#)
    #expect(fields("<title>甲</title><places><D>港口</D></places>") == #"{"title":"甲","d":"港口"}"#)
  }

  // MARK: Attributes

  @Test(arguments: [
    (
      "<doc id=\"7\" date=\"2031-06-15\" x=\"y\"><title>甲</title></doc>", #"{"id":"7","date":"2031-06-15","title":"甲"}"#
    ),
    ("<doc topics=\"yes\"><title>甲</title></doc>", #"{"title":"甲"}"#),
    ("<doc><title id=\"7\">甲</title></doc>", #"{"title":"甲"}"#),
    (
      "<doc><dc element=\"dc.date.published\" value=\"2031-06-15\"/><title>甲</title></doc>",
      #"{"published":"2031-06-15","title":"甲"}"#
    ),
    (
      "<doc><meta name=\"author\" content=\"Ann &amp; Bob\"/><title>甲</title></doc>",
      #"{"author":"Ann & Bob","title":"甲"}"#
    ),
    ("<doc><x key=\"a\"/><x value=\"b\"/><title>甲</title></doc>", #"{"title":"甲"}"#),
    ("<doc><x property=\"og:x\" content=\"b\"/><title>甲</title></doc>", #"{"og:x":"b","title":"甲"}"#),
  ])
  func attributesOfTheRecordAndPairsAreFields(text: String, expected: String) {
    #expect(markup(text) == expected)
  }

  // MARK: Headlines

  @Test(arguments: [
    ("<title>Ports add six berths.</title>", #"{"title":"Ports add six berths"}"#),
    ("<title>Orders of Harbor Inc.</title>", #"{"title":"Orders of Harbor Inc."}"#),
    ("<title>Orders in the U.S.</title>", #"{"title":"Orders in the U.S."}"#),
    ("<headline>货量回升。</headline>", #"{"headline":"货量回升。"}"#),
    ("<text>Ports berths.</text>", #"{"text":"Ports berths."}"#),
    ("<title>FORD: Ports add berths</title><headline>Ports add berths</headline>", #"{"headline":"Ports add berths"}"#),
    ("<title>Ports</title><headline>Orders</headline>", #"{"title":"Ports","headline":"Orders"}"#),
  ])
  func aHeadlineStandsOnceWithoutItsStop(inner: String, expected: String) {
    #expect(markup("<doc>\(inner)</doc>") == expected)
  }

  // MARK: Lines that were broken at a width

  @Test func linesThatStandInBeginParagraphs() {
    let text = "    Ports will add\nsix berths in\nthree years.\n    Orders doubled\nin May.\n"
    #expect(
      fields("<title>A</title><text>\n\(text)</text>")
        == #"{"title":"A","text":"Ports will add six berths in three years.\n\nOrders doubled in May."}"#)
  }

  @Test(arguments: [
    ("一\n二\n三", #"一\n二\n三"#), ("  一\n  二\n  三", #"一\n  二\n  三"#), ("一\n  二", #"一\n  二"#),
  ])
  func linesThatAllStandAlikeStay(text: String, expected: String) {
    #expect(fields("<title>A</title><text>\(text)</text>") == "{\"title\":\"A\",\"text\":\"\(expected)\"}")
  }

  // MARK: Borders

  @Test func elementsBeyondTheDeepestAndFieldsBeyondTheMostAreLeftOut() {
    let deep = (0..<80).map { "<e\($0)>" }.joined() + "甲" + (0..<80).reversed().map { "</e\($0)>" }.joined()
    #expect(fields("<title>A</title>" + deep).hasPrefix(#"{"title":"A","e62":"甲""#))
    let many = (0..<600).map { "<e\($0)>1</e\($0)>" }.joined()
    let found = fields("<title>A</title>" + many)
    #expect(found.contains("\"e498\"") && !found.contains("\"e499\""))
  }
}
