import ParsingSupport
import Testing

@testable import Decoding

@Suite struct CharsetGuessTests {
  /// Sentences in one set each, as Base64.
  @Test(arguments: [
    (
      "EUC-JP",
      "sfPIwbOksb+kz729uN7G/KGivuXIvrT8pM6y38qqzsykrMGwx6/GsbT8pMvI5qTZpMbPu6XRobylu6XzpcjB/aSopL+kyMiv"
        + "yb2kt6S/oaM="
    ),
    (
      "Shift_JIS",
      "iZOUv4pDiV6CzY9cjNyT+oFBj+OUvIr6gsyJ3ZWol8qCqpFPlE6Tr4r6gsmU5ILXgsSYWoNwgVuDWoOTg2eRnYKmgr2CxpSt"
        + "lVyCtYK9gUI="
    ),
    (
      "EUC-KR",
      "v/i5/MfYv+7AuiC787ndseIgyK25sLeuwMwgwfazrcfYILCwwLogseKwo7q4tNkgwLAgxtu8vsauILTDvvq02bDtILngx/u0"
        + "2S4gyLi757TCIMfPud2x4r+hILv1t86/7iDH17fOuKYgv60gsOjIucDMtNku"
    ),
    (
      "KOI8-R",
      "68/N0MHOydEg08/Pwt3JzMEsIN7UzyDPwt+jzSDQxdLF18/az8sg2sEg0M/M1cfPxMnFINfZ0s/TIM7BINvF09TYINDSz8PF"
        + "ztTP1yDJINDSxdfZ08nMIM/WycTBzsnRINLZzsvBLg=="
    ),
    (
      "WINDOWS-1251",
      "yu7s7+Dt6P8g8e7u4fno6+AsIPfy7iDu4fq47CDv5fDl4u7n7uog5+Ag7+7r8+Pu5OjlIOL78O7xIO3gIPjl8fL8IO/w7vbl"
        + "7fLu4iDoIO/w5eL78ejrIO7m6OTg7ej/IPD77ergLg=="
    ),
    (
      "WINDOWS-1252",
      "TGEgY29tcGHx7WEgYW51bmNp8yBxdWUgZWwgdHLhZmljbyBjcmVjafMgbeFzIGRlIGxvIHF1ZSBzZSBlc3BlcmFiYTsgYXPt"
        + "IGxvIHNl8WFs8yBlbCBh8W8gcGFzYWRvLg=="
    ),
  ])
  func eachScriptGivesItsSetAway(name: String, coded: String) throws {
    let bytes = try #require(Base64.bytes(Array(coded.utf8)))
    #expect(bytes.withUnsafeBytes { CharsetGuess.likeliest($0) } == CharsetLabel(name))
  }

  @Test(arguments: [TextEncoding.gb18030, .big5]) func chineseIsToldByItsCommonestCharacters(encoding: TextEncoding)
    throws
  {
    let text =
      encoding == .big5
      ? "公司表示,下半年將會增加新的航線,對業績有積極影響。" : "公司表示,下半年将会增加新的航线,对业绩有积极影响。"
    let bytes = try encoded(text, encoding)
    #expect(bytes.withUnsafeBytes { CharsetGuess.likeliest($0) } == CharsetLabel(encoding.rawValue))
  }
}

@Suite struct MixedTextTests {
  private func mixed(_ bytes: [UInt8], _ labels: [CharsetLabel] = []) -> MixedText? {
    bytes.withUnsafeBytes { MixedText($0, UTF8Validity($0), labels) }
  }

  @Test func eachTextBetweenTagsHasItsSet() throws {
    let sentence = "公司表示,下半年将会增加新的航线,对业绩有积极影响。"
    let bytes =
      Array("<a>远帆航运货量</a><b>".utf8) + (try encoded(sentence, .gb18030)) + Array("</b>".utf8)
    let read = try #require(mixed(bytes))
    #expect(String(decoding: read.text, as: UTF8.self) == "<a>远帆航运货量</a><b>\(sentence)</b>")
    #expect(read.other == CharsetLabel("gbk"))
    #expect(read.invalid == 0)
  }

  @Test func textOfOneSetIsNotMixed() throws {
    #expect(mixed(Array("<a>远帆航运货量</a>".utf8)) == nil)
    #expect(mixed(try encoded("<a>远帆航运货量</a>", .gb18030)) == nil)
    #expect(mixed(Array("<a>plain</a>".utf8)) == nil)
  }
}

@Suite struct MixedTextBorderTests {
  private func mixed(_ bytes: [UInt8], _ labels: [CharsetLabel] = []) -> MixedText? {
    bytes.withUnsafeBytes { MixedText($0, UTF8Validity($0), labels) }
  }

  private func text(_ read: MixedText?) -> String? { read.map { String(decoding: $0.text, as: UTF8.self) } }
  private let foreign = "公司表示下半年将会增加新的航线"

  @Test func fourCharactersOfEachSetAreEnough() throws {
    let other = try encoded("公司表示", .gb18030)
    #expect(text(mixed(Array("<a>云杉动力</a><b>".utf8) + other + Array("</b>".utf8))) == "<a>云杉动力</a><b>公司表示</b>")
    #expect(mixed(Array("<a>云杉动</a><b>".utf8) + other + Array("</b>".utf8)) == nil)
    #expect(mixed(Array("<a>云杉动力</a><b>".utf8) + other.dropLast(2) + Array("</b>".utf8)) == nil)
  }

  @Test func textsOfJSONStandBetweenQuotationMarks() throws {
    let bytes =
      Array(" {\"a\":\"云杉动力<公告>\",\"b\":\"".utf8) + (try encoded(foreign + "<b>" + foreign, .gb18030))
      + Array("\"}".utf8)
    #expect(text(mixed(bytes)) == " {\"a\":\"云杉动力<公告>\",\"b\":\"\(foreign)<b>\(foreign)\"}")
  }

  @Test func aDeclaredSetThatReadsAllGoesBeforeAGuess() throws {
    let bytes = Array("<a>云杉动力</a><b>".utf8) + (try encoded("鑫淼犇鑫淼犇鑫", .big5)) + Array("</b>".utf8)
    let big5 = try #require(CharsetLabel("big5"))
    let read = try #require(mixed(bytes, [.utf8, big5]))
    #expect(read.other == big5)
    #expect(text(read) == "<a>云杉动力</a><b>鑫淼犇鑫淼犇鑫</b>")
  }

  @Test func aTextThatWasCutWithinACharacterIsUTF8() throws {
    let cut = Array("云杉动力".utf8).dropLast()
    let bytes =
      Array("<a>云杉动力</a><i>".utf8) + cut + Array("</i><b>".utf8) + (try encoded(foreign, .gb18030)) + Array("</b>".utf8)
    let read = try #require(mixed(bytes))
    #expect(text(read) == "<a>云杉动力</a><i>云杉动\u{fffd}</i><b>\(foreign)</b>")
  }

  @Test func bytesThatMeanNothingInTheOtherSetAreCounted() throws {
    let bytes = Array("<a>云杉动力</a><b>".utf8) + (try encoded(foreign, .gb18030)) + [0xff] + Array("</b>".utf8)
    let read = try #require(mixed(bytes))
    #expect(read.invalid == 1)
    #expect(text(read) == "<a>云杉动力</a><b>\(foreign)\u{fffd}</b>")
  }

  @Test func bytesThatNoSetReadsAreNotMixed() {
    // Bytes that stand alone are Western letters, and this one is none.
    let noise = [UInt8]((0..<12).flatMap { _ in [0x61, 0x81] as [UInt8] })
    #expect(mixed(Array("<a>云杉动力</a><b>".utf8) + noise + Array("</b>".utf8)) == nil)
  }
}
