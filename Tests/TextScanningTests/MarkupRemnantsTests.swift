import Testing

@testable import TextScanning

@Suite struct MarkupRemnantsTests {
  @Test(
    arguments: [
      ("货量<strong>回升</strong>了", "货量回升了"), ("甲<br/>乙<br>丙", "甲\n乙\n丙"), ("<p class=\"x\">甲</p>", "\n甲\n"),
      ("<a href=\"https://example.org/?a=1\">甲</a>乙", "甲乙"), ("a<b 与 c>d", "a<b 与 c>d"), ("<远帆航运>", "<远帆航运>"),
      ("Phillips <P> rises", "Phillips <P> rises"), ("1 < 2", "1 < 2"), ("<", "<"), ("<p", "<p"), ("<bank>", "<bank>"),
    ])
  func tagsGoAndOtherBracketsStay(_ text: String, _ expected: String) {
    #expect(MarkupRemnants.removed(from: text) == expected)
  }

  @Test func aReferenceToABracketIsMeantToBeRead() {
    #expect(TextLines.cleaned("远帆&lt;p&gt;航运公布数据") == "远帆<p>航运公布数据")
  }
}

@Suite struct TagRemnantRuleTests {
  private func removed(_ text: String) -> String { MarkupRemnants.removed(from: text) }

  @Test(arguments: [
    "p", "br", "div", "h1", "h6", "li", "ul", "ol", "tr", "table", "section", "article", "blockquote", "center",
    "figure", "figcaption",
  ])
  func tagsThatEndALineBreakIt(name: String) {
    #expect(removed("甲<\(name)>乙") == "甲\n乙")
    #expect(removed("甲</\(name)>乙") == "甲\n乙")
  }

  @Test(arguments: [
    "span", "strong", "b", "em", "i", "u", "a", "img", "font", "td", "th", "tbody", "thead", "sup", "sub", "small",
  ])
  func tagsWithinALineDoNot(name: String) { #expect(removed("甲<\(name)>乙</\(name)>丙") == "甲乙丙") }

  @Test(arguments: [
    "<P>", "<STRONG>", "<某某>", "<h7>", "<bold>", "<nav>", "<p", "</p", "< p>", "<p<b", "<//p>", "</ p>", "<pp>", "<b2>",
  ])
  func otherBracketsStay(text: String) { #expect(removed("甲\(text)乙") == "甲\(text)乙") }

  @Test(arguments: [
    "<p class=\"a\">", "<p\tclass = a>", "<p data-x:y.z_1='a'>", "<p/>", "<br />", "<br\n/>", "<p >", "<a href=a b>",
    "<img src=\"a.jpg\" alt='金'/>",
  ])
  func attributesBelongToATag(tag: String) { #expect(!removed("甲\(tag)乙").contains("<")) }

  @Test(arguments: ["<b and c>", "<a is 5>", "<p !x=1>", "<i 甲=1>", "<b =1>"]) func wordsAreNoAttributes(text: String) {
    #expect(removed("甲\(text)乙") == "甲\(text)乙")
  }

  @Test func aTagIsAtMostAThousandBytesLong() {
    let fits = "<p class=\"" + String(repeating: "a", count: 980) + "\">"
    #expect(removed("甲\(fits)") == "甲\n")
    let isTooLong = "<p class=\"" + String(repeating: "a", count: 1_000) + "\">"
    #expect(removed("甲\(isTooLong)") == "甲\(isTooLong)")
  }

  @Test(arguments: [
    "<script>if (a < b) alert('<p>')</script>", "<script src=\"a\">x</script>", "<style>p > a { }</style>",
    "<!-- 注 <p> -->", "<!---->",
  ])
  func scriptsStylesAndCommentsGoWithWhatTheyHold(text: String) { #expect(removed("甲\(text)乙") == "甲乙") }

  @Test(arguments: [
    "<scripted>甲</script>", "<styled>甲</style>", "<!- 甲 -->", "<script 甲", "<!-- 甲", "<SCRIPT>甲</SCRIPT>",
  ])
  func whatIsNoneOrDoesNotEndStays(text: String) { #expect(removed(text) == text) }

  @Test func oneThatDoesNotEndHidesNoOther() {
    #expect(removed("<script>甲<!-- 乙 -->丙<style>丁</style>戊") == "<script>甲丙戊")
    #expect(removed("<!-- 甲<script>乙</script>丙<!-- 丁") == "<!-- 甲丙<!-- 丁")
  }

  @Test func codeKeepsItsTags() {
    #expect(removed("甲<b>乙</b> `<p>` 丙<br>丁") == "甲乙 `<p>` 丙\n丁")
    #expect(removed("甲<b>\n```\n<p>\n```\n<i>乙</i>") == "甲\n```\n<p>\n```\n乙")
    #expect(removed("`<p>`") == "`<p>`")
  }

  /// What stands before code and what stands behind it are texts of their own.
  @Test func noTagReachesOverCode() { #expect(removed("<a href=\"`x`\">甲") == "<a href=\"`x`\">甲") }

  @Test(arguments: [
    (">", true), ("/>", true), (" >", true), (" /", true), (" a=1", true), (" a =1", true), ("", false), ("x>", false),
    (" ", false), (" a>", false), (" a b=1", false),
  ])
  func whatMayFollowAName(rest: String, may: Bool) { #expect(MarkupRemnants.mayFollowName(Array(rest.utf8)) == may) }
}
