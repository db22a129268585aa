import Testing
import WebAddresses

struct WebAddressSiteTests {
  @Test func theSiteOfAnAddressIsItsHostWithItsPort() {
    #expect(WebAddress.site(of: "https://li:geheim@news.example:8080/f") == "news.example:8080")
    #expect(WebAddress.site(of: "https://news.example/@editor") == "news.example")
    #expect(WebAddress.site(of: "news.example/1") == "news.example")
  }

  @Test(arguments: [
    ("https://www.news.example:8080/f", "news.example"), ("https://li@news.example/", "news.example"),
    ("http://[2001:db8::1]:80/", "[2001:db8::1]:80"), ("news.example", "news.example"),
  ])
  func aSiteWithoutANameIsCalledByItsHost(address: String, name: String) {
    #expect(WebAddress.siteName(of: address) == name)
  }

  @Test func theRootKeepsWhatAServerAsksFor() {
    #expect(WebAddress.root(of: "https://li:geheim@news.example:8080/a?b") == "https://li:geheim@news.example:8080")
    #expect(WebAddress.root(of: "news.example/a") == nil)
  }
}
