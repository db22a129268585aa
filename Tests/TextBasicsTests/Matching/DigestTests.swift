import Testing

@testable import TextBasics

@Suite struct DigestTests {
  /// The values that the authors of FNV-1a give.
  @Test(
    arguments: [
      ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
    ] as [(String, UInt64)])
  func itIsFNV1a(text: String, value: UInt64) {
    #expect(Digest(text.utf8).value == value)
    #expect(Digest(text.utf8.lazy.map { $0 }).value == value)
  }

  @Test func piecesAddUpToTheWhole() {
    var digest = Digest("foo".utf8)
    digest.add(UInt8(ascii: "b"))
    digest.add(Array("ar".utf8))
    #expect(digest == Digest("foobar".utf8))
  }

  @Test(arguments: [1, 24, 32, 52, 63])
  func noMoreBitsAreGivenThanAskedFor(count: Int) {
    for text in ["", "a", "foobar", "证监会"] {
      let bits = Digest(text.utf8).bits(count)
      #expect(bits >= 0 && bits >> Int64(count) == 0)
    }
  }
}
