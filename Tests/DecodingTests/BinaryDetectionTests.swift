import Testing

@testable import Decoding

@Suite struct BinaryDetectionTests {
  private func isBinary(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBytes { BinaryDetection.isBinary($0) } }
  private let text = Array("星海财经: gold closed higher.\r\n\t\u{c}".utf8)

  @Test func textIsNone() {
    #expect(!isBinary([]))
    #expect(!isBinary(text))
    #expect(!isBinary([0xb2, 0xc6, 0xff, 0x80]))
  }

  @Test func aNULNearTheStartIsASignOfIt() {
    #expect(isBinary([0]))
    #expect(isBinary([0] + text))
    #expect(isBinary(text + [0] + text))
  }

  @Test func aNULBehindTheStartIsNone() {
    let long = [UInt8](repeating: 0x61, count: 1_024)
    #expect(!isBinary(long + [0] + text))
    #expect(isBinary(long.dropLast() + [0] + text))
  }

  @Test func whatFillsUpTheEndDoesNotCount() {
    #expect(!isBinary(text + [0]))
    #expect(!isBinary(text + [UInt8](repeating: 0, count: 4_096)))
    #expect(isBinary([UInt8](repeating: 0, count: 4_096)))
    #expect(isBinary([UInt8](repeating: 0x61, count: 48) + [0x01] + [UInt8](repeating: 0, count: 50)))
  }

  @Test func oneControlCharacterInFiftyIsTooMuch() {
    let plain = [UInt8](repeating: 0x61, count: 49)
    #expect(!isBinary(plain + [0x01]))
    #expect(isBinary(plain.dropLast() + [0x01]))
  }

  @Test(arguments: [0x09, 0x0a, 0x0d, 0x0c, 0x1b] as [UInt8]) func charactersOfTextMayBeMany(byte: UInt8) {
    #expect(!isBinary([UInt8](repeating: byte, count: 50)))
  }

  @Test(arguments: [0x01, 0x08, 0x0b, 0x0e, 0x1a, 0x1c, 0x1f] as [UInt8]) func otherControlCharactersMayNot(byte: UInt8)
  {
    #expect(isBinary([UInt8](repeating: byte, count: 50)))
  }

  @Test func aMarkOfAWideSetExplainsItsNULs() {
    #expect(!isBinary([0xff, 0xfe, 0x61, 0x00]))
    #expect(!isBinary([0xfe, 0xff, 0x00, 0x61]))
    #expect(isBinary([0xef, 0xbb, 0xbf, 0x61, 0x00, 0x61]))
  }
}
