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
