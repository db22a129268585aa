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

@Suite struct CharsetKindTests {
  @Test(arguments: ["gbk", "big5", "euc-kr", "shift_jis", "euc-jp", "EUC-TW"])
  func setsOfEastAsiaAreDoubleByte(label: String) throws {
    let set = try #require(CharsetLabel(label))
    #expect(set.isDoubleByte && !set.isSevenBit && !set.isWide)
  }

  @Test(arguments: ["iso-2022-jp", "ISO-2022-KR", "UTF-7", "hz-gb-2312"])
  func setsOfSevenBitsAreTold(label: String) throws {
    let set = try #require(CharsetLabel(label))
    #expect(set.isSevenBit && !set.isDoubleByte && !set.isWide)
  }

  @Test(arguments: ["utf-16", "UTF-16BE", "utf-32le", "ucs-2", "UCS-4", "unicode", "ISO-10646/UCS2", "UTF16LE"])
  func widthIsToldByTheName(label: String) throws { #expect(try #require(CharsetLabel(label)).isWide) }

  @Test(arguments: ["utf-8", "windows-1252", "koi8-r", "IBM037", "iso-8859-2"])
  func otherSetsAreOfNoSuchKind(label: String) throws {
    let set = try #require(CharsetLabel(label))
    #expect(!set.isDoubleByte && !set.isSevenBit && !set.isWide)
  }

  @Test func aLabelHasAtMostFortyBytesAndNoOptions() {
    #expect(CharsetLabel(String(repeating: "a", count: 40))?.name.count == 40)
    #expect(CharsetLabel(String(repeating: "a", count: 41)) == nil)
    for label in ["a b", "x/y", "a\u{0}", "甲", "a\"", "-_.:"] { #expect(CharsetLabel(label) == nil, "\(label)") }
  }

  @Test(arguments: ["LATIN1", "ISO_8859-1", "cp1252", "l1"]) func theWesternSetIsThatOfWindows(label: String) {
    #expect(CharsetLabel(label) == .windows1252)
  }

  @Test(arguments: ["none", "ANSI_X3.4-1968", "ascii"]) func labelsThatSayNothingAreNone(label: String) {
    #expect(CharsetLabel(label) == nil)
  }

  @Test(
    arguments: [
      ([0x00, 0x00, 0xfe, 0xff], "UTF-32BE", 4), ([0xff, 0xfe, 0x00, 0x00], "UTF-32LE", 4),
      ([0xfe, 0xff, 0x00], "UTF-16BE", 2), ([0x00, 0x00, 0x00, 0x3c], "UTF-32BE", 0),
      ([0x3c, 0x00, 0x00, 0x00], "UTF-32LE", 0), ([0x3c, 0x00, 0x3f, 0x00], "UTF-16LE", 0),
    ] as [([UInt8], String, Int)])
  func marksAndOpeningTagsOfWideSets(bytes: [UInt8], name: String, length: Int) {
    var mark = -1
    #expect(bytes.withUnsafeBytes { CharsetLabel(signatureOf: $0, markLength: &mark) }?.name == name)
    #expect(mark == length)
  }
}
