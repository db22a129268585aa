import Testing

@testable import Decoding

@Suite struct CharsetLabelTests {
  @Test(
    arguments: [
      ("utf-8", "UTF-8"), ("GB2312", "GB18030"), ("gbk", "GB18030"), ("iso-8859-1", "WINDOWS-1252"),
      ("x-unknown.set", "x-unknown.set"), ("us-ascii", nil), ("", nil), ("a/b//TRANSLIT", nil),
    ] as [(String, String?)])
  func aLabelMeansTheSetThatItsUsersNeed(label: String, name: String?) {
    #expect(CharsetLabel(label)?.name == name)
  }

  @Test(
    arguments: [
      ([0xef, 0xbb, 0xbf, 0x3c], "UTF-8", 3), ([0xff, 0xfe, 0x3c, 0x00], "UTF-16LE", 2),
      ([0x00, 0x3c, 0x00, 0x3f], "UTF-16BE", 0), ([0x4c, 0x6f, 0xa7, 0x94], "IBM037", 0), ([0x3c, 0x3f], nil, 0),
    ] as [([UInt8], String?, Int)])
  func theFirstBytesTellWideSets(bytes: [UInt8], name: String?, length: Int) {
    var mark = 0
    #expect(bytes.withUnsafeBytes { CharsetLabel(signatureOf: $0, markLength: &mark) }?.name == name)
    #expect(mark == length)
  }

  @Test func bytesWithoutMeaningAreCounted() throws {
    let label = try #require(CharsetLabel("gbk"))
    let bytes: [UInt8] = [0xb2, 0xc6, 0xff, 0x61]
    let (text, invalid) = try #require(bytes.withUnsafeBytes { label.convert($0) })
    #expect(String(decoding: text, as: UTF8.self) == "财\u{fffd}a")
    #expect(invalid == 1)
    #expect(CharsetLabel("no-such-set").flatMap { label in bytes.withUnsafeBytes { label.convert($0) } } == nil)
  }
}

@Suite struct UTF16TranscoderTests {
  @Test(arguments: [1, 2, 3, 5, 100]) func piecesOfAnySizeGiveTheWhole(size: Int) throws {
    let text = "甲𠀀b"
    let bytes = text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
    var transcoder = try #require(UTF16Transcoder(.utf16LittleEndian))
    var output: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      let end = min(start + size, bytes.count)
      bytes[start..<end].withUnsafeBytes { output += transcoder.convert($0, isLast: end == bytes.count) }
    }
    #expect(String(decoding: output, as: UTF8.self) == text)
    #expect(UTF16Transcoder(.utf8) == nil)
  }
}

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
