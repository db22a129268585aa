import Testing

@testable import PageDumps

@Suite struct ScatteredDateTests {
  private func read(_ pieces: [String]) -> String? {
    ScatteredDate.read(lines(pieces)[...]).map { "\($0.text)|\($0.count)" }
  }

  @Test(arguments: [
    (["2031年", "6月15日", "05:42"], "2031年6月15日05:42|3"), (["2031", "06/15", "05:42"], "2031/06/15 05:42|3"),
    (["2031", "06-15"], "2031-06-15|2"), (["2031 06", ".", "15"], "2031.06.15|3"),
    (["2031", "年", "6", "月", "15", "日"], "2031年6月15日|6"),
  ])
  func piecesThatTogetherAreADateAreOne(_ pieces: [String], _ expected: String) {
    #expect(read(pieces) == expected)
  }

  @Test func theLongestDateIsTaken() {
    #expect(read(["2031-06-15", "05:42", "330"]) == "2031-06-15 05:42|2")
    #expect(read(["2031-06-15", "330", "12"]) == nil)
  }

  @Test(arguments: [
    [], ["2031-06-15"], ["2031", "港口"], ["12", "30"], ["06-15", "05:42"], ["330", "57"], ["2031", "13/45"],
    ["1", "2", "3"],
    ["2031-06-15 05:42 发布", "12"],
  ])
  func otherNumbersAreNone(_ pieces: [String]) {
    #expect(read(pieces) == nil)
  }

  @Test func piecesAreShortAndFew() {
    let long = "2031年06月15日05时"
    #expect(read([long, "42分"]) == nil)
    let ten = ["2031", "年", "06", "月", "15", "日", "05", "时", "42", "分"]
    #expect(read(ten)?.hasSuffix("|10") == false)
  }
}
