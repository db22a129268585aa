import Testing

@testable import TextScanning

@Suite struct HTMLEntitiesTests {
  @Test(
    arguments: [
      ("A&amp;B", "A&B"), ("&lt;p&gt;", "<p>"), ("&#20013;&#x6587;", "中文"), ("&ldquo;x&rdquo;", "“x”"),
      ("a&nbsp;b", "a b"),
      ("&#150;", "–"), ("&#128;", "€"), ("AT&T", "AT&T"), ("&unknown;", "&unknown;"), ("&;", "&;"), ("&#;", "&#;"),
      ("&", "&"),
      ("&#xd800;", "\u{fffd}"), ("&#99999999;", "\u{fffd}"), ("&amp;lt;", "<"), ("&amp;ldquo;x", "“x"),
      ("&amp;#39;", "'"),
      ("a&nbsp乙", "a 乙"), ("a&nbspx", "a&nbspx"), ("x &amp", "x &amp"),
      ("&yen;5", "¥5"),
    ])
  func references(_ text: String, _ expected: String) {
    #expect(HTMLEntities.decode(text) == expected)
  }
}
