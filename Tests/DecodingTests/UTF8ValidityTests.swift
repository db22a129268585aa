import SeededRandom
import Testing

@testable import Decoding

struct UTF8ValidityTests {
  private func validity(_ bytes: [UInt8]) -> UTF8Validity { bytes.withUnsafeBytes { UTF8Validity($0) } }

  @Test func sequencesAreCountedByLength() {
    let validity = validity(Array("plain text é и 远帆 🚢 and more plain text".utf8))
    #expect((validity.short, validity.long, validity.invalid) == (2, 3, 0))
    #expect(self.validity(Array("nothing but ASCII in it".utf8)).isASCII)
  }

  /// Unicode, table 3-7: overlong forms, surrogates, what is beyond the last plane, and what is cut short.
  @Test(
    arguments: [
      [0xc0, 0xaf], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80], [0xf0, 0x80, 0x80, 0x80], [0xf4, 0x90, 0x80, 0x80], [0x80],
      [0xff], [0xe8, 0xbf], [0xe8, 0xbf, 0x41], [0xf0, 0x9f, 0x9a],
    ] as [[UInt8]])
  func invalidForms(bytes: [UInt8]) {
    #expect(validity(bytes).invalid > 0)
    #expect(validity(Array("text ".utf8) + bytes + Array(" text".utf8)).invalid > 0)
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
