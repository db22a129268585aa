import Testing

@testable import NewsStore

@Suite struct CanonicalURLTests {
  @Test(arguments: [
    ("http://News.Example/a", "https://news.example/a"),
    ("HTTPS://news.example:443/a/", "https://news.example/a"),
    ("https://news.example/", "https://news.example"),
    ("https://news.example?b=2&a=1", "https://news.example?b=2&a=1"),
    ("https://news.example/a?utm_source=x&id=1&utm_medium=y#part", "https://news.example/a?id=1"),
    ("https://news.example/a?utm_source=x", "https://news.example/a"),
    ("https://news.example/2024/a-1.html", "https://news.example/2024/a-1.html"),
    ("https://news.example/银行//", "https://news.example/银行"),
    ("https://新闻.example:8080/a", "https://新闻.example:8080/a"),
    ("ftp://news.example/A", "ftp://news.example/A"),
    ("urn:example:1", "urn:example:1"),
    ("://", "://"), ("", ""),
  ])
  func addressesOfOnePageBecomeEqual(url: String, canonical: String) {
    #expect(CanonicalURL.make(url) == canonical)
    #expect(CanonicalURL.make(canonical) == canonical)
  }
}
