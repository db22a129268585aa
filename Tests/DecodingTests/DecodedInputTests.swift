import ParsingSupport
import SeededRandom
import Testing

@testable import Decoding

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

@Suite struct UTF8ValidityOfAnyBytesTests {
  private func validity(_ bytes: [UInt8]) -> UTF8Validity { bytes.withUnsafeBytes { UTF8Validity($0) } }

  /// Chinese, which is looked at by six bytes at once, with other lengths and damage at every place within eight bytes.
  @Test func agreesWithTheLibraryOnWhatIsValid() {
    var random = SeededGenerator(seed: 17)
    let pieces: [[UInt8]] = [
      Array("a".utf8), Array("é".utf8), Array("金".utf8), Array("퟿".utf8), Array("🚢".utf8), Array("ࠀ".utf8),
      [0xe0, 0x9f, 0x80],
      [0xed, 0xa0, 0x80], [0xe4, 0xb8], [0x80], [0xff], [0xf4, 0x8f, 0xbf, 0xbf], [0xf4, 0x90, 0x80, 0x80],
      [0xc1, 0x81],
    ]
    for _ in 0..<3_000 {
      // Most of the texts are sound, so that long stretches are passed at once.
      let count = Bool.random(using: &random) ? 6 : pieces.count
      let bytes = (0..<Int.random(in: 0...9, using: &random)).flatMap { _ in
        pieces[Int.random(in: 0..<count, using: &random)]
      }
      #expect((validity(bytes).invalid == 0) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
    }
  }

  @Test func everySequenceIsCountedOnce() {
    var random = SeededGenerator(seed: 19)
    let pieces = ["a", "é", "金", "🚢", " abcdefgh "].map { Array($0.utf8) }
    for _ in 0..<1_000 {
      let chosen = (0..<12).map { _ in Int.random(in: 0..<pieces.count, using: &random) }
      let found = validity(chosen.flatMap { pieces[$0] })
      #expect(found.short == chosen.count { $0 == 1 })
      #expect(found.long == chosen.count { $0 == 2 || $0 == 3 })
      #expect(found.invalid == 0)
    }
  }

  @Test func damageIsTellingBelowOneByteInTen() {
    let eleven = Array(String(repeating: "金", count: 11).utf8)
    #expect(validity(eleven + [0xff]).isDamagedUTF8)
    #expect(!validity(eleven.dropLast(3) + [0xff]).isDamagedUTF8)
    #expect(!validity(eleven).isDamagedUTF8)
    #expect(!validity(eleven).isASCII)
    #expect(!validity([0xff]).isASCII)
  }
}

@Suite struct UTF16TranscoderBorderTests {
  private func text(_ pieces: [[UInt8]], _ encoding: TextEncoding = .utf16LittleEndian) throws -> String {
    var transcoder = try #require(UTF16Transcoder(encoding))
    var output: [UInt8] = []
    for (place, piece) in pieces.enumerated() {
      output += piece.withUnsafeBytes { transcoder.convert($0, isLast: place == pieces.count - 1) }
    }
    return String(decoding: output, as: UTF8.self)
  }

  @Test func theOrderOfBytesCounts() throws {
    #expect(try text([[0xd1, 0x91]]) == "金")
    #expect(try text([[0x91, 0xd1]], .utf16BigEndian) == "金")
    #expect(UTF16Transcoder(.gb18030) == nil)
  }

  @Test func aLoneHalfOfAPairIsReplaced() throws {
    #expect(try text([[0x40, 0xd8, 0x61, 0x00]]) == "\u{fffd}a")
    #expect(try text([[0x00, 0xdc, 0x61, 0x00]]) == "\u{fffd}a")
    #expect(try text([[0x40, 0xd8]]) == "\u{fffd}")
  }

  @Test func halvesOfAPairInTwoPiecesBelongTogether() throws {
    #expect(try text([[0x40, 0xd8], [0x00, 0xdc]]) == "𠀀")
    #expect(try text([[0x61, 0x00, 0x40], [0xd8, 0x00], [0xdc]]) == "a𠀀")
    #expect(try text([[0x40, 0xd8], []]) == "\u{fffd}")
  }

  @Test func anOddByteAtTheEndIsLeftOut() throws { #expect(try text([[0x61, 0x00, 0x62]]) == "a") }
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
