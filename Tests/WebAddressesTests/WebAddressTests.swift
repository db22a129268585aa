import Testing
import WebAddresses

struct WebAddressTests {
  @Test func anAddressHasParts() {
    let address = WebAddress("https://li:geheim@[2001:db8::1]:80/a/b?c#d")
    #expect(address.host?.elementsEqual("[2001:db8::1]".utf8) == true)
    #expect(
      [address.path, address.query, address.fragment].map {
        $0.map { address.bytes[$0] }.map { String(decoding: $0, as: UTF8.self) }
      } == ["/a/b", "c", "d"])
    #expect(address.isHTTP)
    #expect(address.text == "https://li:geheim@[2001:db8::1]:80/a/b?c#d")
  }

  @Test func aBackslashEndsTheHost() {
    #expect(WebAddress("https://news.example\\@other.example/").host?.elementsEqual("news.example".utf8) == true)
    #expect(WebAddress(forRequest: "https://news.example\\@other.example/")?.hostName == "news.example")
  }

  /// RFC 3986, 5.4
  @Test(arguments: [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
    ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
    ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"),
    ("g;x", "http://a/b/c/g;x"),
    ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
    ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../", "http://a/"),
    ("../../g", "http://a/g"), ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"),
    ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"), ("g..", "http://a/b/c/g.."), ("./../g", "http://a/b/g"),
    ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
    ("g?y/./x", "http://a/b/c/g?y/./x"), ("http:g", "http://a/b/c/g"),
  ])
  func examplesOfTheStandard(reference: String, expected: String) {
    #expect(WebAddress("http://a/b/c/d;p?q").resolving(WebAddress(reference)).text == expected)
  }
}
