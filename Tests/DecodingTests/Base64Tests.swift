import Testing

@testable import Decoding

@Suite struct Base64Tests {
  @Test(arguments: [("6LSi57uP", "财经"), (" 6LSi\n57uP ", "财经"), ("YQ==", "a"), ("YWI", "ab"), ("", "")])
  func textIsDecoded(coded: String, text: String) {
    #expect(Base64.decoded(Array(coded.utf8)).map { String(decoding: $0, as: UTF8.self) } == text)
  }

  @Test(arguments: ["财", "a!", "AAAA", "/w=="]) func whatIsNoTextIsNone(coded: String) {
    #expect(Base64.decoded(Array(coded.utf8)) == nil)
  }

  @Test func bytesNeedNotBeText() { #expect(Base64.bytes(Array("AP8".utf8)) == [0x00, 0xff]) }
}

@Suite struct Base64BorderTests {
  @Test(
    arguments: [
      ("-_-_", [0xfb, 0xff, 0xbf]), ("+/+/", [0xfb, 0xff, 0xbf]), ("Y Q\r\n\t", [0x61]), ("Y=Q", [0x61]), ("Y", []),
      ("AZaz09", [0x01, 0x96, 0xb3, 0xd3]),
    ] as [(String, [UInt8])])
  func bothAlphabetsAreReadWithBlanksBetween(coded: String, bytes: [UInt8]) {
    #expect(Base64.bytes(Array(coded.utf8)) == bytes)
  }

  @Test(arguments: ["@", "[", "`", "{", ":", ".", "YQ\u{7f}", "YQ,"]) func neighboursOfItsSignsAreNone(coded: String) {
    #expect(Base64.bytes(Array(coded.utf8)) == nil)
  }
}
