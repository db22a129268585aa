import Testing
import WebAddresses

@Suite struct WebAddressCanonicalTests {
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
    ("https://news.example/#/article/7", "https://news.example#/article/7"),
    ("https://news.example/app?a=1#!/7", "https://news.example/app?a=1#!/7"),
    ("https://news.example/a#/", "https://news.example/a"),
    ("urn:example:1", "urn:example:1"),
    ("://", "://"), ("", ""),
  ])
  func addressesOfOnePageBecomeEqual(url: String, canonical: String) {
    #expect(WebAddress.canonical(url) == canonical)
    #expect(WebAddress.canonical(canonical) == canonical)
  }

  @Test(arguments: [
    "about:blank", "javascript:;", "mailto:a@news.example", "https://news.example",
    "HTTP://news.example:80/?utm_source=x#top", "https://news.example/Index.html", "https://news.example/home/",
  ])
  func whatLeadsToNoArticleIsNoAddressOfOne(url: String) {
    #expect(WebAddress.canonicalOfArticle(url) == nil)
  }

  @Test(arguments: [
    "https://news.example/a", "https://news.example?p=1", "https://news.example/index.php?id=1",
    "https://news.example#/article/7", "/2024/a.html", "urn:example:1", "https://news.example/homes/1",
  ])
  func whatLeadsFurtherIsOne(url: String) {
    #expect(WebAddress.canonicalOfArticle(url) == url)
  }
}
