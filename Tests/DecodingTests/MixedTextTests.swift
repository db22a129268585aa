import ParsingSupport
import Testing

@testable import Decoding

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
