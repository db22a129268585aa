import Testing

@testable import Decoding

@Suite struct CharacterConverterTests {
  private func converter(from name: String, to set: TextEncoding = .utf8) throws -> CharacterConverter {
    guard let converter = CharacterConverter(fromName: name, to: set) else { throw UnknownSet() }
    return converter
  }

  private func converted(_ bytes: [UInt8], from name: String) throws -> (text: String, invalid: Int) {
    let converter = try self.converter(from: name)
    var text: [UInt8] = []
    let invalid = bytes.withUnsafeBytes { converter.convert($0, into: &text) }
    return (String(decoding: text, as: UTF8.self), invalid)
  }

  private struct UnknownSet: Error {}

  @Test func aSetThatTheSystemDoesNotKnowHasNoConverter() {
    #expect(throws: UnknownSet.self) { try converted([0x61], from: "no-such-set") }
  }

  @Test(arguments: TextEncoding.allCases) func everySetOfNewsIsKnownBothWays(encoding: TextEncoding) throws {
    let text = "Gold 金價 2,031.50"
    let there = try converter(from: "UTF-8", to: encoding)
    var coded: [UInt8] = []
    let invalid = Array(text.utf8).withUnsafeBytes { there.convert($0, into: &coded) }
    #expect(invalid == 0)
    let back = try converted(coded, from: encoding.rawValue)
    #expect(back.text == text && back.invalid == 0)
  }

  @Test func nothingIsConvertedToNothing() throws {
    let result = try converted([], from: "GB18030")
    #expect(result.text.isEmpty && result.invalid == 0)
  }

  @Test func whatIsConvertedIsAppended() throws {
    let converter = try self.converter(from: "GB18030")
    var output = Array("a".utf8)
    let gold: [UInt8] = [0xbd, 0xf0]
    for _ in 0..<2 { _ = gold.withUnsafeBytes { converter.convert($0, into: &output) } }
    #expect(String(decoding: output, as: UTF8.self) == "a金金")
  }

  /// The room for what comes out holds 32 KB: a character may not get lost where it ends.
  @Test(arguments: [10_921, 10_922, 10_923, 21_846, 40_000]) func longTextsKeepEveryCharacter(count: Int) throws {
    let bytes = (0..<count).flatMap { _ in [0xbd, 0xf0] as [UInt8] }
    let result = try converted([0x61] + bytes, from: "GB18030")
    #expect(result.text == "a" + String(repeating: "金", count: count))
    #expect(result.invalid == 0)
  }

  @Test(
    arguments: [
      ([0xff], "\u{fffd}", 1), ([0xbd, 0xf0, 0xff, 0xff, 0xbd, 0xf0], "金\u{fffd}\u{fffd}金", 2),
      // A character that is cut at the end, with all that is left of it.
      ([0x61, 0xbd], "a\u{fffd}", 1), ([0x61, 0x81, 0x30], "a\u{fffd}0", 1),
    ] as [([UInt8], String, Int)])
  func ofWhatHasNoMeaningTheFirstByteIsReplaced(bytes: [UInt8], text: String, invalid: Int) throws {
    let result = try converted(bytes, from: "GB18030")
    #expect(result.text == text)
    #expect(result.invalid == invalid)
  }

  /// A set with two alphabets begins each text in the first, whatever the text before it ended in.
  @Test func textsAreConvertedIndependently() throws {
    let converter = try self.converter(from: "ISO-2022-JP")
    var output: [UInt8] = []
    let shifted: [UInt8] = [0x1b, 0x24, 0x42, 0x46, 0x7c]
    _ = shifted.withUnsafeBytes { converter.convert($0, into: &output) }
    output = []
    let plain = Array("Fa".utf8)
    let invalid = plain.withUnsafeBytes { converter.convert($0, into: &output) }
    #expect(invalid == 0 && output == plain)
  }
}

/// Signs beyond the standard, which vendors write all the same.
@Suite struct VendorSignTests {
  private func sign(_ bytes: [UInt8], _ set: String) -> (text: String, length: Int)? {
    bytes.withUnsafeBytes { VendorSigns.sign(at: $0, in: set) }
      .map { (String(decoding: $0.text, as: UTF8.self), $0.length) }
  }

  @Test(
    arguments: [
      ([0x80], "GB18030", "€", 1), ([0x80, 0x41], "GB18030", "€", 1), ([0xa3, 0xe1], "BIG5-HKSCS", "€", 2),
      ([0xa2, 0xcc, 0x41], "BIG5-HKSCS", "十", 2), ([0xad, 0xa1], "EUC-JP", "①", 2),
    ] as [([UInt8], String, String, Int)])
  func eachSetHasItsOwn(bytes: [UInt8], set: String, text: String, length: Int) {
    let found = sign(bytes, set)
    #expect(found?.text == text)
    #expect(found?.length == length)
  }

  @Test(
    arguments: [
      ([], "GB18030"), ([0x81], "GB18030"), ([0x80], "BIG5-HKSCS"), ([0xa3], "BIG5-HKSCS"),
      // A row in which the vendor has no more than the standard.
      ([0xa4, 0x40], "BIG5-HKSCS"), ([0xad, 0xa1], "BIG5-HKSCS"), ([0xad], "EUC-JP"), ([0x80], "KOI8-R"),
      ([0xad, 0xa1], "CP949"),
    ] as [([UInt8], String)])
  func otherBytesAreNone(bytes: [UInt8], set: String) { #expect(sign(bytes, set) == nil) }

  @Test(
    arguments: [
      ([0xa3, 0xe1, 0x35], "big5", "€5"), ([0xad, 0xa1, 0xc6, 0xfc], "euc-jp", "①日"),
      ([0x80, 0x35, 0xbd, 0xf0], "gbk", "€5金"),
    ] as [([UInt8], String, String)])
  func theyAreConvertedWithinATextAndCountAsValid(bytes: [UInt8], label: String, text: String) throws {
    let set = try #require(CharsetLabel(label))
    let (output, invalid) = try #require(bytes.withUnsafeBytes { set.convert($0) })
    #expect(String(decoding: output, as: UTF8.self) == text)
    #expect(invalid == 0)
  }
}
