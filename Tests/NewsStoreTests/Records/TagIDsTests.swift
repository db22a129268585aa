import Testing

@testable import NewsStore

@Suite struct TagIDsTests {
  @Test(arguments: ["", "7", "12 7", "12 7 +31", "+3 +4", "5 +5"])
  func textIsReadAndWritten(text: String) {
    #expect(TagIDs(text).text == text)
  }

  @Test func ownTagsComeBehindThePagesAndEachOnce() {
    #expect(TagIDs("12 7 +31 +12").all == [12, 7, 31])
    #expect(TagIDs("12 7 +31 +12").own == [31, 12])
  }
}
