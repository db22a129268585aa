import Testing

@testable import Decoding

@Suite struct TextEncodingTests {
  @Test(
    arguments: [
      ("utf-8", .utf8), ("UTF8", .utf8), (" utf_8 ", .utf8), ("utf-16", .utf16LittleEndian),
      ("UTF-16LE", .utf16LittleEndian), ("utf-16be", .utf16BigEndian), ("GB2312", .gb18030), ("gbk", .gb18030),
      ("x-gbk", .gb18030), ("GB18030", .gb18030), ("cp936", .gb18030), ("euc-cn", .gb18030), ("Big5", .big5),
      ("big5-hkscs", .big5), ("x-x-big5", .big5), ("cp950", .big5),
    ] as [(String, TextEncoding)])
  func labelsMeanASet(label: String, encoding: TextEncoding) { #expect(TextEncoding(label: label) == encoding) }

  @Test(arguments: ["", "utf-7", "utf-32", "gb", "big", "latin1", "euc-kr", "utf-8-sig"])
  func otherLabelsMeanNone(label: String) { #expect(TextEncoding(label: label) == nil) }

  @Test(
    arguments: [
      ([0xef, 0xbb, 0xbf, 0x61], .utf8, 3), ([0xff, 0xfe, 0x61, 0x00], .utf16LittleEndian, 2),
      ([0xfe, 0xff, 0x00, 0x61], .utf16BigEndian, 2), ([0xff, 0xfe], .utf16LittleEndian, 2),
    ] as [([UInt8], TextEncoding, Int)])
  func aMarkAnnouncesTheSet(bytes: [UInt8], encoding: TextEncoding, length: Int) {
    let mark = bytes.withUnsafeBytes { TextEncoding.byteOrderMark(of: $0) }
    #expect(mark?.encoding == encoding)
    #expect(mark?.length == length)
  }

  @Test(arguments: [[], [0xef], [0xef, 0xbb], [0xff], [0x61, 0xff, 0xfe], [0xef, 0xbb, 0xbe]] as [[UInt8]])
  func whatIsNoWholeMarkAnnouncesNothing(bytes: [UInt8]) {
    #expect(bytes.withUnsafeBytes { TextEncoding.byteOrderMark(of: $0) } == nil)
  }
}
