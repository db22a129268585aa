import Testing
import WebAddresses

@Suite struct WebAddressRequestTests {
  @Test(
    arguments: [
      ("http://a.example/feed.xml", "http://a.example/feed.xml"),
      ("  HTTPS://A.Example:8443/Feed?a=b&c=%20d ", "https://a.example:8443/Feed?a=b&c=%20d"),
      ("http://a.example", "http://a.example/"),
      ("http://a.example?x", "http://a.example/?x"),
      ("http://a.example/x#part", "http://a.example/x"),
      (
        "http://例子.测试/财经/快讯?栏目=宏观",
        "http://xn--fsqu00a.xn--0zwm56d/%E8%B4%A2%E7%BB%8F/%E5%BF%AB%E8%AE%AF?%E6%A0%8F%E7%9B%AE=%E5%AE%8F%E8%A7%82"
      ),
      ("http://ａ.example：80/", nil),
      ("http://例子.测试:8080/", "http://xn--fsqu00a.xn--0zwm56d:8080/"),
      ("http://a.example/a b|c%zz", "http://a.example/a%20b%7Cc%zz"),
      ("http://user:geheim@a.example/", "http://user:geheim@a.example/"),
      ("http://[::1]:80/", "http://[::1]:80/"),
    ] as [(String, String?)])
  func goesOverTheWireAsASCII(_ given: String, _ expected: String?) {
    #expect(WebAddress(forRequest: given)?.text == expected)
  }

  @Test(arguments: [
    "", "a.example", "ftp://a.example/", "file:///etc/passwd", "javascript:alert(1)", "http:/a.example", "http://",
    "http:///path", "http://a.example/\r\nX-Evil: 1", "http://a\u{0}.example/", "http://a|b/", "data:text/xml,<rss/>",
    "http://a.example/" + String(repeating: "x", count: 9_000),
  ])
  func refusesWhatIsNoWebAddress(_ given: String) {
    #expect(WebAddress(forRequest: given) == nil)
  }

  @Test func keepsBytesOfOtherEncodings() {
    let address = WebAddress(forRequest: Array("http://a.example/".utf8) + [0xb2, 0xc6])
    #expect(address?.text == "http://a.example/%B2%C6")
  }

  @Test(
    arguments: [
      ("https://b.example/x", "https://b.example/x"), ("//b.example/x", "http://b.example/x"),
      ("/y", "http://a.example/y"), ("y?z", "http://a.example/news/y?z"), ("?z", "http://a.example/news/feed?z"),
      ("../y/./z", "http://a.example/y/z"), ("..", "http://a.example/"), ("../../../..//y", "http://a.example//y"),
      ("#top", "http://a.example/news/feed?q=1"), ("快 讯", "http://a.example/news/%E5%BF%AB%20%E8%AE%AF"),
      ("file:///y", nil), ("", nil), ("http:", nil), ("a:b", nil),
    ] as [(String, String?)])
  func redirectsLeadSomewhereFromHere(_ reference: String, _ expected: String?) {
    #expect(
      WebAddress(forRequest: "http://a.example/news/feed?q=1")?.redirected(to: Array(reference.utf8))?.text == expected)
  }

  @Test func countsHostsByNameAndPort() {
    #expect(
      WebAddress(forRequest: "http://A.example/1")?.endpoint
        == WebAddress(forRequest: "http://x@a.example:80/2")?.endpoint)
    #expect(
      WebAddress(forRequest: "http://a.example/")?.endpoint != WebAddress(forRequest: "https://a.example/")?.endpoint)
  }
}
