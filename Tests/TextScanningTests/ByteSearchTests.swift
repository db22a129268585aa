import SeededRandom
import Testing

@testable import TextScanning

@Suite struct ByteSearchTests {
  private func offset(of byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { $0.offset(of: byte, from: start) }
  }

  private func offset(of pattern: String, in text: String) -> Int? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      Array(pattern.utf8).withUnsafeBufferPointer { bytes.offset(of: $0) }
    }
  }

  @Test func aByteIsLookedForFromAPlaceOn() {
    let bytes: [UInt8] = [1, 2, 0xff, 2]
    #expect(offset(of: 2, in: bytes, from: 0) == 1)
    #expect(offset(of: 2, in: bytes, from: 1) == 1)
    #expect(offset(of: 2, in: bytes, from: 2) == 3)
    #expect(offset(of: 0xff, in: bytes, from: 0) == 2)
    #expect(offset(of: 1, in: bytes, from: 1) == nil)
    #expect(offset(of: 2, in: bytes, from: 4) == nil)
    #expect(offset(of: 2, in: bytes, from: 5) == nil)
    #expect(offset(of: 0, in: [], from: 0) == nil)
  }

  @Test func nothingIsFoundInNothing() {
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    #expect(nothing.offset(of: 0) == nil)
    #expect(nothing.offset(of: nothing) == nil)
    #expect(offset(of: "", in: "a") == nil)
    #expect(offset(of: "a", in: "") == nil)
  }

  /// Beginnings that fail late and the end of the text are where a search goes wrong.
  @Test func aPatternIsFoundWhereAPlainSearchFindsIt() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in Bool.random(using: &random) ? "a" : "b" }
        .joined()
      let pattern = (0..<Int.random(in: 1...4, using: &random)).map { _ in Bool.random(using: &random) ? "a" : "b" }
        .joined()
      let places = text.indices.filter { text[$0...].hasPrefix(pattern) }
      let expected = places.first.map { text.utf8.distance(from: text.startIndex, to: $0) }
      #expect(offset(of: pattern, in: text) == expected, "\(pattern) in \(text)")
      #expect(text.holds(pattern) == (expected != nil))
    }
  }

  @Test func aPieceOfATextKnowsItsOwnPlaces() throws {
    let text = "云杉动力：云杉"
    let piece = text.dropFirst(2)
    let found = try #require(piece.range(ofBytes: "云杉"))
    #expect(text[found] == "云杉" && text[..<found.lowerBound] == "云杉动力：")
    #expect(piece.dropLast(2).range(ofBytes: "云杉") == nil)
  }

  /// Comparing bytes is not comparing characters: a letter with its accent behind it is another one.
  @Test func accentsAreComparedAsTheyAreWritten() {
    #expect(!"caf\u{e9}".holds("cafe\u{301}"))
    #expect("cafe\u{301}".holds("cafe"))
  }

  @Test(
    arguments: [("a<b", "<", true), ("甲乙", "<", false), ("", "a", false), ("甲<", "<", true)]
      as [(String, Unicode.Scalar, Bool)])
  func charactersOfASCIIAreFound(text: String, scalar: Unicode.Scalar, holds: Bool) {
    #expect(text.contains(ascii: scalar) == holds)
  }

  @Test func neighboursOfCapitalLettersStayAsTheyAre() {
    #expect("@AZ[`az{ ÀÉ 甲"[...].lowercasedASCII == "@az[`az{ ÀÉ 甲")
    #expect(""[...].lowercasedASCII.isEmpty)
  }

  @Test(arguments: [("", ""), (" \t\r\n", ""), ("\u{0}a b\u{1f}", "a b"), ("\u{7f}a", "\u{7f}a"), ("a", "a")])
  func bytesUpToTheBlankAreTrimmed(text: String, trimmed: String) {
    #expect(Array(text.utf8).trimmed.elementsEqual(trimmed.utf8))
  }

  @Test(arguments: ["é", "金", "🚢"]) func everyPartOfACutCharacterGoes(character: String) {
    let whole = Array(character.utf8)
    let text = Array("a甲".utf8)
    for count in 1..<whole.count { #expect((text + whole.prefix(count)).withoutHalfScalar == text) }
    #expect((text + whole).withoutHalfScalar == text + whole)
  }

  @Test func whatIsNoCharacterAtAllStays() {
    #expect([UInt8]().withoutHalfScalar.isEmpty)
    #expect([0x80, 0x80].withoutHalfScalar == [0x80, 0x80])
    #expect([0x61, 0x80].withoutHalfScalar == [0x61, 0x80])
  }
}
