import Testing

@testable import ArticleFields

@Suite struct HTMLTextTests {
  private func collected(_ pieces: String...) -> String {
    var text = HTMLText()
    for piece in pieces { text.append(piece.utf8) }
    return text.take()
  }

  @Test(arguments: [
    ("  甲 \n\t 乙  ", "甲 乙"), ("甲\u{a0}\u{a0}乙", "甲 乙"), ("　　甲　乙　", "甲 乙"), ("\u{feff}甲\u{feff}乙", "甲 乙"),
    ("甲\u{0}乙", "甲 乙"), ("", ""), (" \u{a0}　", ""),
  ])
  func aRunOfBlanksCountsAsOne(text: String, expected: String) { #expect(collected(text) == expected) }

  /// They begin with the bytes of blanks, or with the first two.
  @Test(arguments: [
    "©", "£5", "、", "。", "あ", "ー", "㐀", "：", "！", "Ａ", "ﻁ", "ﺀ", "é", "😀", "\u{3001}\u{3002}", "\u{c2}",
  ])
  func charactersThatBeginLikeBlanksStay(text: String) {
    #expect(collected(text) == text)
    #expect(collected("x" + text + "x") == "x" + text + "x")
    #expect(collected("　" + text + "\u{a0}" + text) == text + " " + text)
  }

  @Test func piecesRunTogetherUnlessABlankStandsBetween() {
    #expect(collected("甲", "乙") == "甲乙")
    #expect(collected("甲 ", "乙") == "甲 乙")
    #expect(collected("甲", "　", "乙", " ") == "甲 乙")
  }

  @Test func aBlankThatIsAskedForComesBeforeMoreTextOnly() {
    var text = HTMLText()
    text.appendBlank()
    text.append("甲".utf8)
    text.appendBlank()
    #expect(text.bytes == Array("甲".utf8))
    text.append("乙".utf8)
    text.appendBlank()
    #expect(text.take() == "甲 乙")
  }

  @Test func takingBeginsAnew() {
    var text = HTMLText()
    #expect(text.isEmpty)
    text.append("甲 ".utf8)
    #expect(!text.isEmpty)
    #expect(text.take() == "甲")
    #expect(text.isEmpty)
    text.append("乙".utf8)
    #expect(text.take() == "乙")
    #expect(text.take().isEmpty)
  }

  @Test func bytesThatAreCutAreKept() {
    for bytes in [
      [0xc2], [0xe3, 0x80], [0xef, 0xbb], [0xe3], [0xc2, 0x41], [0xe3, 0x80, 0x41], [0xa0], [0x80, 0x80],
    ] as [[UInt8]] {
      var text = HTMLText()
      text.append(bytes)
      #expect(text.bytes == bytes)
    }
  }
}
