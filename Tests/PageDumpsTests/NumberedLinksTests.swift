import Testing

@testable import PageDumps

@Suite struct NumberedLinksTests {
  private func areIn(_ text: String) -> Bool { Array(text.utf8).withUnsafeBufferPointer(NumberedLinks.areIn) }

  @Test func sixNumbersThatFollowEachOtherAreLinks() {
    #expect(areIn("[1]首页 [2]财经 [3]股票 [4]基金 [5]期货 [6]外汇"))
    #expect(!areIn("[1]首页 [2]财经 [3]股票 [4]基金 [5]期货"))
  }

  @Test func aTextCutAfterTheFirstLinksCountsOnFromAnyNumber() {
    #expect(areIn("[8]首页 [9]财经 [10]股票 [11]基金 [12]期货 [13]外汇 [14]债券"))
    #expect(areIn("[1]甲 [2]乙 [3]丙 [7]丁 [8]戊 [9]己 [10]庚 [11]辛"))
  }

  @Test(arguments: [
    "[1] [3] [5] [7] [9] [11] [13]", "[1]: a [2]: b [3]: c [4]: d [5]: e [6]: f [7]: g",
    "[1](/a) [2](/b) [3](/c) [4](/d) [5](/e) [6](/f) [7](/g)", "[1 [2 [3 [4 [5 [6 [7", "[a] [b] [c] [d] [e] [f] [g]",
    "", "[",
    "[10001]a [10002]b [10003]c [10004]d [10005]e [10006]f [10007]g", "[1]",
  ])
  func notesAndLinksOfMarkdownAreNot(_ text: String) {
    #expect(!areIn(text))
  }

  @Test func theAddressesAtTheEndAreTakenAway() {
    let list =
      "\nReferences\n\n   Visible links:\n   1. https://port.example/1\n   2. https://port.example/a/long\n/path?x=1\n"
    let parts = NumberedLinks.withoutAddresses("正文。\(list)")
    #expect(parts.text == "正文。")
    #expect(
      parts.removed == [
        "References", "Visible links:", "1. https://port.example/1", "2. https://port.example/a/long", "/path?x=1",
      ])
  }

  @Test(arguments: [
    "正文。\nReferences\n甲公司年报\n", "正文。\nReferences\nPoe, A note on ports\n", "References\n1. https://port.example/1",
  ])
  func otherReferencesAreTheArticles(_ text: String) {
    let parts = NumberedLinks.withoutAddresses(text)
    #expect(parts.text == text)
    #expect(parts.removed == [])
  }
}
