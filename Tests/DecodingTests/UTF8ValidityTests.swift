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
