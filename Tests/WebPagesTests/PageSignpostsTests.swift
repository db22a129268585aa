import Testing

@testable import WebPages

@Suite struct PageSignpostsTests {
  private func signposts(_ html: String, at address: String = "https://a.example/blog/") -> PageSignposts {
    Array(html.utf8).withUnsafeBytes { PageSignposts(in: $0, address: address) }
  }

  @Test(
    arguments: [
      ("0; url=/feed.xml", "https://a.example/feed.xml"), ("0;URL='feed.xml'", "https://a.example/blog/feed.xml"),
      (" 5 ; Url = \"https://b.example/\"", "https://b.example/"), ("10;url=/x", "https://a.example/x"),
      ("11;url=/x", nil), ("0", nil),
      ("0;url=", nil), ("url=/x", nil), ("0; /x=y", nil), ("-1;url=/x", nil), ("", nil), ("0;url=javascript:x", nil),
    ] as [(String, String?)])
  func aPageMaySendOn(content: String, target: String?) {
    #expect(
      signposts("<meta http-equiv=Refresh content=\"\(content.replacing("\"", with: "&quot;"))\">").refresh == target)
  }

  @Test func theFirstThatIsMeantCounts() {
    #expect(
      signposts(
        "<meta http-equiv=refresh content=60><meta http-equiv=refresh content='0;url=/a'><meta http-equiv=refresh content='0;url=/b'>"
      ).refresh == "https://a.example/a")
    #expect(signposts("<meta name=refresh content='0;url=/a'><meta http-equiv=refresh>").refresh == nil)
  }

  @Test func linksToFeedsAreListedOnceInTheirOrder() {
    let html =
      "<a href=/rss/finance.xml>a</a><A HREF='feed'>b</A><a href=/feed>c</a><a href=feed>d</a><a href=/about>e</a><link href=/x.rss><a>f</a>"
    #expect(
      signposts(html).listedFeeds == [
        "https://a.example/rss/finance.xml", "https://a.example/blog/feed", "https://a.example/feed",
      ])
  }

  @Test func addressesAreRelativeToTheBaseBeforeThem() {
    #expect(
      signposts("<a href=feed>a</a><base href=/new/><a href=feed>b</a>").listedFeeds == [
        "https://a.example/blog/feed", "https://a.example/new/feed",
      ])
  }

  @Test func twoHundredAreEnough() {
    let html = (0..<250).map { "<a href=/\($0)/feed>x</a>" }.joined()
    #expect(signposts(html).listedFeeds.count == 200)
  }

  @Test func aLongAddressIsNone() {
    let long = "/" + String(repeating: "a", count: 4_091)
    #expect(signposts("<a href=\(long)/feed>x</a>").listedFeeds.isEmpty)
    #expect(signposts("<a href=\(long.dropLast())/rss>x</a>").listedFeeds.count == 1)
  }

  @Test func theFirstOfTwoAttributesCounts() {
    #expect(signposts("<a href=/feed href=/rss>x</a>").listedFeeds == ["https://a.example/feed"])
  }

  @Test func bytesThatAreNoPageNameNothing() {
    let bytes = [UInt8](repeating: 0xff, count: 40)
    #expect(bytes.withUnsafeBytes { PageSignposts(in: $0, address: "https://a.example/") } == signposts(""))
    #expect(signposts("").refresh == nil && signposts("").listedFeeds.isEmpty)
  }
}
