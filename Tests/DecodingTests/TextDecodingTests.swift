import ParsingSupport
import Testing

@testable import Decoding

@Suite struct TextDecodingTests {
  private let simplified = "今日热搜:远帆航运发布年度报告,货量回升。公司表示,下半年将会增加新的航线,对业绩有积极影响。"
  private let traditional = "今日熱搜:遠帆航運發布年度報告,貨量回升。公司表示,下半年將會增加新的航線,對業績有積極影響。"

  private func encode(_ text: String, _ encoding: TextEncoding) throws -> [UInt8] {
    try encoded(text, encoding)
  }

  private func decode(_ bytes: [UInt8], declared: String? = nil) -> TextDecoding.Result {
    bytes.withUnsafeBytes { TextDecoding.decode($0, declared: declared) }
  }

  @Test(arguments: [TextEncoding.gb18030, .utf8]) func simplifiedText(_ encoding: TextEncoding) throws {
    let result = decode(try encode(simplified, encoding))
    #expect(result == TextDecoding.Result(text: simplified, encoding: encoding, invalidCount: 0))
  }

  @Test func traditionalTextInBig5() throws {
    let result = decode(try encode(traditional, .big5))
    #expect(result == TextDecoding.Result(text: traditional, encoding: .big5, invalidCount: 0))
  }

  @Test func traditionalTextInGB18030() throws {
    #expect(decode(try encode(traditional, .gb18030)).text == traditional)
  }

  @Test(arguments: [TextEncoding.utf16LittleEndian, .utf16BigEndian]) func utf16WithMark(_ encoding: TextEncoding)
    throws
  {
    let mark: [UInt8] = encoding == .utf16LittleEndian ? [0xff, 0xfe] : [0xfe, 0xff]
    #expect(decode(mark + (try encode(simplified, encoding))).text == simplified)
  }

  @Test func utf8MarkIsDropped() {
    #expect(decode([0xef, 0xbb, 0xbf] + Array(simplified.utf8)).text == simplified)
  }

  @Test func validUTF8OverrulesTheDeclaredSet() {
    #expect(decode(Array(simplified.utf8), declared: "gb2312").encoding == .utf8)
  }

  @Test func declaredSetGoesBeforeTheGuess() throws {
    #expect(decode(try encode("中文", .big5), declared: "big5").text == "中文")
    #expect(decode(try encode("中文", .gb18030), declared: "GB2312").text == "中文")
  }

  @Test func anInvalidSequenceSkipsOneByte() throws {
    var bytes = try encode("远帆", .gb18030)
    bytes.insert(0xff, at: 2)
    #expect(decode(bytes, declared: "gbk").text == "远\u{fffd}帆")
    #expect(decode(bytes, declared: "gbk").invalidCount == 1)
  }

  @Test func windowsEuroSign() throws {
    #expect(decode(try encode("远帆", .gb18030) + [0x80], declared: "gbk").text == "远帆€")
  }

  @Test func aDamagedPlaceDoesNotMakeUTF8AnotherSet() {
    var bytes = Array(simplified.utf8)
    bytes[40] = 0xff
    #expect(decode(bytes).encoding == .utf8)
  }
}

/// The rules of `TextDecoding` that need no whole article to be seen.
@Suite struct DecodedInputTests {
  private func decode(_ bytes: [UInt8], declared: String? = nil) -> TextDecoding.Result {
    bytes.withUnsafeBytes { TextDecoding.decode($0, declared: declared) }
  }

  private func decode(_ bytes: [UInt8], as encoding: TextEncoding) -> TextDecoding.Result {
    bytes.withUnsafeBytes { TextDecoding.decode($0, as: encoding) }
  }

  @Test func nothingIsUTF8() {
    #expect(decode([]) == TextDecoding.Result(text: "", encoding: .utf8, invalidCount: 0))
  }

  @Test func aMarkOverrulesWhatIsDeclared() {
    #expect(decode([0xff, 0xfe, 0x61, 0x00], declared: "utf-8").text == "a")
    #expect(
      decode([0xfe, 0xff, 0x91, 0xd1], declared: "gbk")
        == TextDecoding.Result(text: "金", encoding: .utf16BigEndian, invalidCount: 0))
  }

  @Test func aDeclaredSetOfAnotherKindIsNoHint() throws {
    let bytes = try encoded("公司表示,下半年将会增加新的航线。", .gb18030)
    for label in ["utf-8", "latin1", "no-such-set", ""] {
      #expect(decode(bytes, declared: label).encoding == .gb18030, "\(label)")
    }
  }

  @Test func damagedPlacesOfUTF8AreCounted() {
    let result = decode([0x61, 0xff, 0x62, 0xfe, 0x63], as: .utf8)
    #expect(result == TextDecoding.Result(text: "a\u{fffd}b\u{fffd}c", encoding: .utf8, invalidCount: 2))
    #expect(decode(Array("金".utf8), as: .utf8).invalidCount == 0)
  }

  @Test func tenSoundCharactersOutweighADamagedOneAndNineDoNot() {
    let damage: [UInt8] = [0xff]
    #expect(decode(Array(String(repeating: "金", count: 11).utf8) + damage).encoding == .utf8)
    #expect(decode(Array(String(repeating: "金", count: 10).utf8) + damage).encoding != .utf8)
  }

  @Test func theGuessLooksAtTheStartAlone() throws {
    let simplified = try encoded(String(repeating: "公司表示将会增加航线。", count: 3_200), .gb18030)
    let other = try encoded("公司表示將會增加航線。", .big5)
    #expect(simplified.count > 64 << 10)
    #expect((simplified + other).withUnsafeBytes { TextDecoding.guess($0) } == .gb18030)
  }

  @Test func simplifiedCharactersWinWhereNothingTells() { #expect(decode([0x80]).encoding == .gb18030) }

  @Test func charactersThatAreTellingForOneScriptAreNotForTheOther() {
    for character in "们这说发".unicodeScalars {
      #expect(CommonCharacters.simplified.contains(character) && !CommonCharacters.traditional.contains(character))
    }
    for character in "們這說發".unicodeScalars {
      #expect(CommonCharacters.traditional.contains(character) && !CommonCharacters.simplified.contains(character))
    }
    for character in "的一，。".unicodeScalars {
      #expect(CommonCharacters.traditional.contains(character) && CommonCharacters.simplified.contains(character))
    }
  }
}
