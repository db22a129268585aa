import Testing

@testable import JSON

@Suite struct JSONTextTests {
  private func written(_ body: (inout JSONText) -> Void) -> String {
    var text = JSONText()
    body(&text)
    return String(decoding: text.bytes, as: UTF8.self)
  }

  private func read(_ text: String) -> JSONReader.Value? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      return reader.readValueIfAny()
    }
  }

  @Test(arguments: [
    ("金价", "\"金价\""), ("", "\"\""), ("a\"b\\c", #""a\"b\\c""#), ("a\nb", #""a\nb""#), ("a\tb\r", "\"a\tb\r\""),
  ])
  func aStringIsQuotedAndItsMarksEscaped(text: String, expected: String) {
    #expect(written { $0.append(string: text.utf8) } == expected)
    #expect(read(expected) == .string(text))
  }

  @Test func aLineBreakWithinAStringStaysOne() {
    let text = written { text in
      text.append(UInt8(ascii: "\""))
      for byte in "a\n\"\\".utf8 { text.appendWithinString(byte) }
      text.append(UInt8(ascii: "\""))
    }
    #expect(text == "\"a\n\\\"\\\\\"")
    #expect(read(text) == .string("a\n\"\\"))
  }

  @Test func oneTextIsAStringAndOtherNumbersOfThemAreAList() {
    let text = written { $0.append(object: [("标题", ["云杉动力\"上涨\""]), ("tags", ["a", "b\n"]), ("none", [])]) }
    #expect(text == #"{"标题":"云杉动力\"上涨\"","tags":["a","b\n"],"none":[]}"#)
    #expect(written { $0.append(object: []) } == "{}")
  }

  @Test func rawTextAndLineBreaksAreAppendedAsTheyAre() {
    let text = written { text in
      text.append(raw: "{\"a\":1}".utf8)
      text.append(lineBreaks: 2)
      text.append(lineBreaks: 0)
      text.append(UInt8(ascii: "x"))
    }
    #expect(text == "{\"a\":1}\n\nx")
  }

  @Test func whatIsTakenIsGone() {
    var text = JSONText()
    text.append(raw: "a".utf8)
    #expect(text.takeAll() == Array("a".utf8))
    #expect(text.takeAll().isEmpty)
    text.append(raw: "b".utf8)
    #expect(text.bytes == Array("b".utf8))
  }

  @Test(arguments: [0, 1, 100]) func anObjectThatIsTooLongIsLongerThanTheLimit(limit: Int) {
    let text = written { $0.appendOversized(limit: limit) }
    #expect(text.utf8.count > limit)
    #expect(read(text) == .object(["": .string(String(repeating: " ", count: limit))]))
  }
}
