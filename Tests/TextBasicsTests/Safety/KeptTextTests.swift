import SeededRandom
import Testing

@testable import TextBasics

@Suite struct KeptTextTests {
  @Test(arguments: [
    "👩\u{200D}💻", "👨\u{200D}👩\u{200D}👧 家庭账本 ❤\u{FE0F}", "می\u{200C}خواهد", "好消息👍🏽来了", "🇨🇳🇭🇰", "1\u{FE0F}\u{20E3}",
    "葛\u{E0100}城",
    "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "a\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
    "\u{301}a", "\u{1FAE8}",
    "“引号”——破折号……", "\u{E000}", "", " ",
  ])
  func keepsWhatWasWritten(_ text: String) {
    #expect(KeptText(text).string.unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(KeptText(lines: text).string.unicodeScalars.elementsEqual(text.unicodeScalars))
  }

  @Test(arguments: [
    ("a\u{1B}[31mb\0\u{9B}c\u{7F}", "a[31mbc"), ("甲\u{202E}乙\u{2066}丙\u{200F}\u{61C}", "甲乙丙"),
    ("新\u{200B}股\u{FEFF}\u{2060}", "新股"),
    ("co\u{AD}op", "coop"), ("a\u{E0061}\u{E0062}b", "ab"), ("a\u{FFF9}b\u{FFFB}", "ab"),
    ("🏴x\u{E0067}", "🏴x"), ("\u{200D}\u{FE0F}", ""), ("\u{200B}", ""),
  ])
  func leavesOutWhatCouldMislead(_ text: String, _ kept: String) {
    #expect(KeptText(text).string.unicodeScalars.elementsEqual(kept.unicodeScalars))
  }

  @Test func whatIsNoCharacterIsMarked() throws {
    for value in [0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFF, 0x10FFFF] as [UInt32] {
      let scalar = try #require(Unicode.Scalar(value))
      #expect(KeptText("a\(scalar)").string == "a\u{FFFD}")
    }
  }

  @Test func linesAreOneOrStaySeveral() {
    #expect(KeptText("a\nb\r\nc\rd\te\u{2028}f").string == "a b c d e f")
    #expect(KeptText(lines: "a\nb\r\nc\rd\te\u{2028}f\n").string == "a\nb\nc\nd e\nf\n")
  }

  @Test func theScreenShowsOfItWhatItShowsOfTheSource() {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<500 {
      let text = String.random(using: &random)
      let kept = KeptText(lines: text).string
      #expect(KeptText(lines: kept).string.unicodeScalars.elementsEqual(kept.unicodeScalars))
      #expect(SafeText(lines: SafeText(lines: kept).string) == SafeText(lines: kept))
      // Safe text is safe whatever was kept.
      #expect(SafeText(kept).string.withBytes { SafeText.firstUnsafe(in: $0, from: 0) == nil })
    }
  }
}
