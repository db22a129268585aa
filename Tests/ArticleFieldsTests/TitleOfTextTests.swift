import NewsModel
import Testing

@testable import ArticleFields

@Suite struct TitleOfTextTests {
  private let long = String(repeating: "货量", count: 40)

  @Test func bracketsAtTheStartHoldTheHeadline() {
    #expect(TitleOfText.title(of: [.paragraph("【降准0.5个百分点】央行今日宣布。")]) == "降准0.5个百分点")
    #expect(TitleOfText.title(of: [.paragraph("【快讯】央行今日宣布。")]) == "【快讯】央行今日宣布。")
  }

  @Test func aShortTextIsItsHeadline() {
    #expect(TitleOfText.title(of: [.paragraph(""), .paragraph("央行今日\n宣布")]) == "央行今日 宣布")
    #expect(TitleOfText.title(of: []) == nil)
  }

  @Test func aLongTextIsCutBehindItsFirstSentence() {
    #expect(TitleOfText.title(of: [.paragraph("央行今日宣布降准。" + long)]) == "央行今日宣布降准。")
    #expect(TitleOfText.title(of: [.paragraph(long)]) == long.prefix(60) + "…")
    #expect(TitleOfText.title(of: [.paragraph("短句。" + long)]) == ("短句。" + long).prefix(60) + "…")
  }
}

/// Where the headline of a text without one begins and ends.
@Suite struct TitleRuleTests {
  private func title(_ text: String) -> String? { TitleOfText.title(of: [.paragraph(text)]) }

  @Test(arguments: [
    ("【货量回升】远帆航运宣布。", "货量回升"), ("【 货量 回升 】远帆航运", "货量 回升"), ("  【货量回升】", "货量回升"), ("【货量回】远帆航运", "【货量回】远帆航运"),
    ("【】远帆航运", "【】远帆航运"), ("[货量回升]远帆航运", "[货量回升]远帆航运"), ("远帆【货量回升】", "远帆【货量回升】"), ("【货量回升", "【货量回升"),
    ("【【货量回升】", "【货量回升"),
  ])
  func bracketsHoldAHeadlineOfFourCharacters(text: String, expected: String) { #expect(title(text) == expected) }

  @Test func bracketsHoldAtMostSixtyCharacters() {
    let longest = String(repeating: "货", count: 60)
    #expect(title("【\(longest)】远帆航运") == longest)
    #expect(title("【\(longest)货】远帆航运") == "【" + longest.dropLast() + "…")
  }

  @Test func sixtyCharactersAreNotCut() {
    let longest = String(repeating: "货", count: 60)
    #expect(title(longest) == longest)
    #expect(title(longest + "量") == longest + "…")
  }

  @Test(arguments: ["。", "！", "？"]) func aSentenceOfEightCharactersIsAHeadline(mark: String) {
    let rest = String(repeating: "货量", count: 40)
    #expect(title("货量同比回升了\(mark)" + rest) == "货量同比回升了\(mark)")
    #expect(title("货量同比回升\(mark)" + rest)?.hasSuffix("…") == true)
    #expect(title("货量. 同比; 回升" + rest)?.hasSuffix("…") == true)
    let late = String(repeating: "货", count: 59)
    #expect(title(late + mark + rest) == late + mark)
    #expect(title(late + "货" + mark + rest) == late + "货…")
  }

  @Test func theFirstBlockWithATextCounts() {
    #expect(TitleOfText.title(of: [.list([]), .paragraph(""), .heading("货量", level: 2), .paragraph("回升")]) == "货量")
    #expect(TitleOfText.title(of: [.table([["年", "额"], ["2031", "3"]])]) == "年 额 2031 3")
    #expect(TitleOfText.title(of: [.paragraph("")]) == nil)
  }
}
