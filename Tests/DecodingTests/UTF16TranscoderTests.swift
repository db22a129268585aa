import Testing

@testable import Decoding

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
