import NewsModel
import Testing

@testable import ArticleFields
@testable import SubscriptionLists

/// What an outline says; `OPMLReaderTests` has whole lists.
@Suite struct OPMLOutlineTests {
  private func read(_ text: String) -> SubscriptionList { read(Array(text.utf8)) }

  private func read(_ bytes: [UInt8]) -> SubscriptionList {
    bytes.withUnsafeBytes { OPMLReader.read($0, context: ParsingContext(fileName: "f.opml")) }
  }

  private func outline(_ attributes: String, own: Bool = false) -> Subscription? {
    let opml = own ? "<opml xmlns:newstape=\"https://newstape.example/opml\">" : "<opml>"
    return read("\(opml)<outline xmlUrl=\"https://a.example/f\" \(attributes)/></opml>").subscriptions.first
  }

  @Test(arguments: [
    ("text=\"甲\"", "甲"), ("title=\"甲\"", "甲"), ("text=\"甲\" title=\"乙\"", "乙"), ("title=\"乙\" text=\"甲\"", "乙"),
    ("text=\"甲\" title=\"\"", "甲"),
    ("text=\" 甲\n\"", "甲"), ("TEXT='甲'", "甲"), ("text=\"R&amp;D\"", "R&D"), ("text=\"R&amp;amp;D\"", "R&D"),
    ("text=\"&#30002;\"", "甲"),
    ("", "a.example"), ("text=\"  \"", "a.example"),
  ])
  func aTitleComesBeforeAText(_ attributes: String, _ name: String) {
    #expect(outline(attributes)?.name == name)
  }

  @Test func ourOwnExportWritesNamesAsTheyAre() {
    #expect(outline("text=\"R&amp;amp;D\"", own: true)?.name == "R&amp;D")
    #expect(outline("newstape:tags=\"R&amp;amp;D&#10;航运, 港口\"", own: true)?.tags == ["R&amp;D", "航运, 港口"])
  }

  @Test(
    arguments: [
      ("category=\"航运,港口\"", ["航运", "港口"]), ("category=\"/财经/航运, /财经/港口\"", ["航运", "港口"]),
      ("category=\"航运,航运,\"", ["航运"]),
      ("category=\"/\"", []), ("category=\"航运\" newstape:tags=\"港口\"", ["港口"]),
      ("newstape:tags=\"\" category=\"航运\"", []),
    ] as [(String, [String])])
  func categoriesAreTags(_ attributes: String, _ tags: [String]) {
    #expect(outline(attributes)?.tags == tags)
  }

  @Test func namesAndTagsHaveALimit() {
    #expect(outline("text=\"\(String(repeating: "甲", count: 600))\"")?.name.count == 500)
    #expect(outline("category=\"\((1...150).map(String.init).joined(separator: ","))\"")?.tags.count == 100)
  }

  @Test func settingsOfOurOwnAreRead() {
    #expect(outline("newstape:articles=\"whole\" newstape:interval=\"30\"")?.fetchesArticles == true)
    #expect(outline("newstape:articles=\"part\"")?.fetchesArticles == false)
    #expect(outline("newstape:interval=\"30\"")?.interval == 30)
    #expect(outline("newstape:interval=\"0\"")?.interval == nil)
    #expect(outline("newstape:interval=\"soon\"")?.interval == nil)
  }

  @Test func theHomePageIsAWebAddress() {
    #expect(outline("htmlUrl=\"https://a.example/\"")?.homePage == "https://a.example/")
    #expect(outline("htmlUrl=\"javascript:alert(1)\"")?.homePage == nil)
  }

  // MARK: Folders

  @Test func foldersAreThoseAroundAFeed() {
    let list = read(
      """
      <opml><body><outline text="财经"><outline text=""><outline text="航运"><outline text="甲" xmlUrl="https://a.example/f"/></outline></outline>
      <outline text="乙" xmlUrl="https://b.example/f"/></outline><outline text="丙" xmlUrl="https://c.example/f"/></body></opml>
      """)
    #expect(list.subscriptions.map(\.folders) == [["财经", "航运"], ["财经"], []])
  }

  @Test func aFeedIsNoFolderOfThoseWithinIt() {
    let list = read(
      "<opml><outline text=\"甲\" xmlUrl=\"https://a.example/f\"><outline text=\"乙\" xmlUrl=\"https://b.example/f\"/></outline>"
        + "<outline text=\"丙\" xmlUrl=\"https://c.example/f\"/></opml>")
    #expect(list.subscriptions.map(\.folders) == [[], [], []])
  }

  @Test func deeperFoldersAreThoseAroundThem() {
    let open = (1...20).map { "<outline text=\"\($0)\">" }.joined()
    let close = String(repeating: "</outline>", count: 20)
    let list = read(
      "<opml>\(open)<outline xmlUrl=\"https://a.example/f\"/>\(close)<outline xmlUrl=\"https://b.example/f\"/></opml>")
    #expect(list.subscriptions.map(\.folders.count) == [16, 0])
    #expect(list.refusals == [])
  }

  @Test func moreEndsThanStartsDoNoHarm() {
    let list = read("<opml></outline></outline><outline text=\"甲\" xmlUrl=\"https://a.example/f\"/></opml>")
    #expect(list.subscriptions.map(\.name) == ["甲"])
  }

  @Test func aFolderThatIsNotClosedEndsWithinAnEntry() {
    let list = read("<opml><outline text=\"财经\"><outline text=\"甲\" xmlUrl=\"https://a.example/f\"/></opml>")
    #expect(list.subscriptions.map(\.folders) == [["财经"]])
    #expect(list.refusals.map(\.reason) == [.endsWithinEntry])
  }

  @Test func outlinesInCommentsAreNone() {
    #expect(
      read("<opml><!-- <outline xmlUrl=\"https://a.example/f\"/> --></opml>").refusals.map(\.reason) == [
        .holdsNothing(.subscriptions)
      ])
  }

  @Test func textThatCannotBeDecodedIsRefused() {
    let bytes = Array("<opml><outline text=\"甲\"/>".utf8) + (0..<400).map { _ in UInt8(0xff) }
    #expect(read(bytes).refusals.map(\.reason) == [.binary])
  }

  @Test func aListInItsCharacterSetIsRead() {
    // 财经 in GB 18030.
    let name: [UInt8] = [0xb2, 0xc6, 0xbe, 0xad]
    let bytes =
      Array("<?xml version=\"1.0\" encoding=\"GB18030\"?><opml><outline xmlUrl=\"https://a.example/f\" text=\"".utf8)
      + name
      + Array("\"/></opml>".utf8)
    #expect(read(bytes).subscriptions.map(\.name) == ["财经"])
  }
}
