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
