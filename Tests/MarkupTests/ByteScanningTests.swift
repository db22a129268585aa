import SeededRandom
import Testing

@testable import Markup

@Suite struct ByteScanningTests {
  /// Bytes that differ from what is looked for by one, or by the highest bit, are what a search of eight at once mistakes.
  @Test(arguments: [UInt8(ascii: "<"), 0, 0x80, 0xff] as [UInt8])
  func findsAByteAtEveryAlignmentAndLength(wanted: UInt8) {
    var random = SeededGenerator(seed: UInt64(wanted))
    let others = [wanted &- 1, wanted &+ 1, wanted ^ 0x80, wanted ^ 1, 0x20]
    for length in 0...40 {
      let bytes = (0..<length).map { _ in
        Int.random(in: 0..<6, using: &random) == 0 ? wanted : others[Int.random(in: 0..<others.count, using: &random)]
      }
      bytes.withUnsafeBufferPointer { buffer in
        for start in 0...length {
          for end in start...length {
            let expected = bytes[start..<end].firstIndex(of: wanted) ?? end
            #expect(buffer.firstIndex(of: wanted, from: start, to: end) == expected, "\(bytes) \(start)..<\(end)")
          }
        }
      }
    }
  }

  @Test func findsNothingInNothing() {
    let nothing = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    #expect(nothing.firstIndex(of: 0, from: 0, to: 0) == 0)
    #expect(nothing.firstIndex(of: "-->", from: 0) == nil)
    #expect(nothing.byte(at: 0) == 0)
    #expect(!nothing.hasBytes("a", at: 0))
    #expect(nothing.trimmed(0..<0) == 0..<0)
  }

  @Test func findsAPhraseWhereAPlainSearchFindsIt() {
    var random = SeededGenerator(seed: 3)
    let letters = Array("->-]".utf8)
    for length in 0...30 {
      let bytes = (0..<length).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }
      bytes.withUnsafeBufferPointer { buffer in
        for phrase in ["-->", "--", "]]>", ">"] as [StaticString] {
          let wanted = Array(phrase.description.utf8)
          for start in 0...length {
            let expected = (start..<length).first { bytes[$0...].starts(with: wanted) }
            #expect(buffer.firstIndex(of: phrase, from: start) == expected, "\(phrase) from \(start) in \(bytes)")
          }
        }
      }
    }
  }

  @Test func looksNoFurtherThanTheEnd() {
    Array("ab<!--".utf8).withUnsafeBufferPointer { bytes in
      #expect(bytes.hasBytes("<!--", at: 2))
      #expect(!bytes.hasBytes("<!--", at: 3))
      #expect(!bytes.hasBytes("a", at: 6))
      #expect(bytes.byte(at: 5) == UInt8(ascii: "-") && bytes.byte(at: 6) == 0 && bytes.byte(at: 600) == 0)
    }
  }

  @Test(arguments: [
    ("doctype", true), ("DOCTYPE", true), ("DocType", true), ("doctyp", false), ("doctype ", false),
    ("d\u{f}ctype", false),
  ])
  func comparesWithoutRegardToCase(text: String, isEqual: Bool) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      #expect(bytes.isEqual(0..<bytes.count, ignoringCase: "doctype") == isEqual)
      #expect(!bytes.isEqual(bytes.count..<bytes.count + 7, ignoringCase: "doctype"))
    }
  }

  /// `[` and `{` differ by the bit that large and small letters differ by, and so do `@` and the grave accent.
  @Test func takesNoSignForALetterInAnotherCase() {
    Array("[@".utf8).withUnsafeBufferPointer { bytes in
      #expect(!bytes.isEqual(0..<1, ignoringCase: "{"))
      #expect(!bytes.isEqual(1..<2, ignoringCase: "`"))
      #expect(bytes.isEqual(0..<1, ignoringCase: "["))
    }
  }

  @Test(arguments: [
    ("", ""), ("   ", ""), (" a", "a"), ("a\t", "a"), ("\n\r\u{c} a b \t", "a b"), ("\u{b}a\u{b}", "\u{b}a\u{b}"),
    ("\u{a0}a", "\u{a0}a"),
  ])
  func trimsBlanksOfHTMLAlone(text: String, expected: String) {
    Array("x\(text)x".utf8).withUnsafeBufferPointer { bytes in
      let range = bytes.trimmed(1..<bytes.count - 1)
      #expect(String(decoding: bytes[range], as: UTF8.self) == expected)
    }
  }

  @Test func classifiesEveryByte() {
    for byte in UInt8.min...UInt8.max {
      let scalar = Unicode.Scalar(byte)
      let isLetter = scalar.isASCII && scalar.properties.isAlphabetic
      #expect(byte.isLetter == isLetter)
      #expect(byte.isDigit == ("0"..."9").contains(scalar))
      #expect(byte.isBlank == [0x20, 0x09, 0x0a, 0x0c, 0x0d].contains(byte))
      #expect(byte.beginsName == (isLetter || !scalar.isASCII || scalar == "_" || scalar == ":"))
      #expect(byte.smallLetter == (("A"..."Z").contains(scalar) ? byte + 32 : byte))
    }
  }
}
