import Foundation
import NewsModel
import Testing
import TextBasics

@testable import JSON

struct JSONLineTests {
  private struct Sample: Encodable {
    var z: String?
    var a: Int?
    var list: [Inner] = []
    var inner: Inner?
    struct Inner: Encodable {
      var yes: Bool
      var x: Double
    }
  }

  @Test func keysKeepTheirOrderAndWhatIsMissingIsNull() throws {
    #expect(try JSONLine.string(Sample()) == #"{"z":null,"a":null,"list":[],"inner":null}"#)
    let full = Sample(
      z: "末", a: -3, list: [Sample.Inner(yes: true, x: 0.5), Sample.Inner(yes: false, x: 2)],
      inner: Sample.Inner(yes: true, x: 1))
    #expect(
      try JSONLine.string(full)
        == #"{"z":"末","a":-3,"list":[{"yes":true,"x":0.5},{"yes":false,"x":2.0}],"inner":{"yes":true,"x":1.0}}"#)
  }

  @Test func membersThatAreWrittenOneByOneLookAsEncodedOnesDo() throws {
    var bytes = Array("[".utf8)
    JSONLineWriter.append(to: &bytes) { line in
      line.member("z", "末\"\\\n\u{1b}\u{202e}")
      line.member("a", -3)
      line.member("none", nil)
      line.member("words", ["a", "b"])
      line.member("list", objects: 0..<2) { place, line in
        line.member("yes", place == 0)
        line.member("x", place == 0 ? 0.5 : 2)
      }
      line.member("inner") { $0.member("x", 1.0) }
      line.member("empty", [])
    }
    struct Encoded: Encodable {
      let z = "末\"\\\n\u{1b}\u{202e}"
      let a = -3
      let none: String? = nil
      let words = ["a", "b"]
      let list = [Sample.Inner(yes: true, x: 0.5), Sample.Inner(yes: false, x: 2)]
      let inner = ["x": 1.0]
      let empty: [String] = []
    }
    #expect(try String(decoding: bytes, as: UTF8.self) == "[" + JSONLine.string(Encoded()))
  }

  @Test func aValueThatAsksTwiceAddsToTheSameObject() throws {
    struct Longer: Encodable {
      private enum Key: CodingKey { case more }
      func encode(to encoder: any Encoder) throws {
        try Sample(inner: Sample.Inner(yes: true, x: 1)).encode(to: encoder)
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(true, forKey: .more)
      }
    }
    #expect(
      try JSONLine.string([Longer()])
        == #"[{"z":null,"a":null,"list":[],"inner":{"yes":true,"x":1.0},"more":true}]"#)
  }

  @Test(arguments: [
    "", "新闻\n\t\"引号\" \\ /", "\u{0}\u{1B}[31m\u{7F}", "\u{9B}31m", "a\u{202E}b\u{200B}c\u{FEFF}d\u{2028}",
    "😀é中“”…—。，、《》",
    "\u{AD}\u{34F}\u{61C}\u{115F}\u{180E}\u{2066}\u{3164}\u{FE0F}\u{FFA0}\u{FFF9}\u{FFFE}\u{1D173}\u{E0041}\u{10FFFF}x",
  ])
  func everyStringComesBackAndNothingMisleadsATerminal(text: String) throws {
    let json = try JSONLine.string([text])
    let back = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String]
    #expect(back == [text])
    #expect(SafeText(json).string == json)
  }

  @Test(arguments: ["", "x\"y", "a\\b\n", "\u{1B}[31m", "新闻"])
  func everyKeyComesBack(key: String) throws {
    let json = try JSONLine.string([key: 1])
    #expect(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Int] == [key: 1])
    #expect(SafeText(json).string == json)
  }

  @Test func whatIsSeenStaysAsItIs() throws {
    let text = "新闻：“涨”…—。，、《》ＡＢ 😀 é ① 한국어"
    #expect(try JSONLine.string(text) == "\"\(text)\"")
  }

  @Test func topLevelValuesAndNestedListsWork() throws {
    #expect(try JSONLine.string([[1, 2], []]) == "[[1,2],[]]")
    #expect(try JSONLine.string(Block.table([["甲", "乙"], ["丙"]])).hasSuffix(#""rows":[["甲","乙"],["丙"]]}"#))
    #expect(try JSONLine.string("x") == #""x""#)
    #expect(try JSONLine.string([Int?.none, 1]) == "[null,1]")
  }
}

/// What values ask of an encoder, beside what the compiler writes for them.
@Suite struct JSONLineEncodingTests {
  private struct Empty: Encodable {}

  private enum Key: CodingKey { case a, b, inner, list }

  private struct Failing: Encodable {
    struct Reason: Error {}
    func encode(to encoder: any Encoder) throws {
      var object = encoder.container(keyedBy: Key.self)
      try object.encode("begun", forKey: .a)
      throw Reason()
    }
  }

  @Test func nothingIsAppendedWhereAValueFails() {
    var bytes = Array("before".utf8)
    #expect(throws: Failing.Reason.self) { try JSONLine.append(Failing(), to: &bytes) }
    #expect(throws: Failing.Reason.self) { try JSONLine.append([[Failing()]], to: &bytes) }
    #expect(String(decoding: bytes, as: UTF8.self) == "before")
  }

  @Test func aLineIsAppendedToWhatIsThere() throws {
    var bytes = Array("[".utf8)
    try JSONLine.append(1, to: &bytes)
    try JSONLine.append("a", to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "[1\"a\"")
  }

  @Test func valuesWithoutAnythingAreEmptyObjects() throws {
    #expect(try JSONLine.string(Empty()) == "{}")
    #expect(try JSONLine.string([Empty(), Empty()]) == "[{},{}]")
    #expect(try JSONLine.string([String: Int]()) == "{}")
    #expect(try JSONLine.string([Int]()) == "[]")
  }

  @Test func numbersOfEveryWidthAreWritten() throws {
    #expect(try JSONLine.string(Int8.min) == "-128")
    #expect(try JSONLine.string(Int16.min) == "-32768")
    #expect(try JSONLine.string(Int32.min) == "-2147483648")
    #expect(try JSONLine.string(Int64.min) == "-9223372036854775808")
    #expect(try JSONLine.string(Int.max) == "9223372036854775807")
    #expect(try JSONLine.string(UInt8.max) == "255")
    #expect(try JSONLine.string(UInt16.max) == "65535")
    #expect(try JSONLine.string(UInt32.max) == "4294967295")
    #expect(try JSONLine.string(UInt64.max) == "18446744073709551615")
    #expect(try JSONLine.string(UInt.max) == "18446744073709551615")
    #expect(try JSONLine.string(0.1) == "0.1")
    #expect(try JSONLine.string(Float(0.5)) == "0.5")
    #expect(try JSONLine.string(true) == "true")
    #expect(try JSONLine.string(Int?.none) == "null")
  }

  private struct Wide: Encodable {
    var long: Int64 = -5
    var small: UInt8 = 7
    var optional: Double?
    var flag: Bool? = false
    var word: String? = "甲"
    var count: Int? = 3
    var many: [Int8] = [1, -1]
  }

  @Test func membersOfEveryKindStandInTheirOrder() throws {
    #expect(
      try JSONLine.string(Wide())
        == #"{"long":-5,"small":7,"optional":null,"flag":false,"word":"甲","count":3,"many":[1,-1]}"#)
    #expect(
      try JSONLine.string(Wide(optional: 2.5, flag: nil, word: nil, count: nil))
        == #"{"long":-5,"small":7,"optional":2.5,"flag":null,"word":null,"count":null,"many":[1,-1]}"#)
  }

  /// Containers are asked for one in another, and none is told when it ends.
  private struct Nesting: Encodable {
    func encode(to encoder: any Encoder) throws {
      var object = encoder.container(keyedBy: Key.self)
      var inner = object.nestedContainer(keyedBy: Key.self, forKey: .inner)
      try inner.encode(1, forKey: .a)
      try inner.encodeNil(forKey: .b)
      var list = object.nestedUnkeyedContainer(forKey: .list)
      try list.encode("x")
      var first = list.nestedContainer(keyedBy: Key.self)
      try first.encode(2, forKey: .a)
      var second = list.nestedUnkeyedContainer()
      try second.encodeNil()
      try second.encode(3)
      #expect(second.count == 2)
      try list.encode(Empty())
      #expect(list.count == 4)
      try object.encode(true, forKey: .b)
    }
  }

  @Test func containersCloseWhereTheNextMemberBegins() throws {
    #expect(try JSONLine.string(Nesting()) == #"{"inner":{"a":1,"b":null},"list":["x",{"a":2},[null,3],{}],"b":true}"#)
    #expect(try JSONLine.string([Nesting(), Nesting()]).hasPrefix(#"[{"inner""#))
    #expect(try JSONLine.string([Nesting(), Nesting()]).hasSuffix(#""b":true}]"#))
  }

  private class Base: Encodable { let a = 1 }

  private final class Derived: Base {
    override func encode(to encoder: any Encoder) throws {
      var object = encoder.container(keyedBy: Key.self)
      try super.encode(to: object.superEncoder(forKey: .inner))
      try object.encode(2, forKey: .b)
    }
  }

  private struct ListOfBase: Encodable {
    func encode(to encoder: any Encoder) throws {
      var list = encoder.unkeyedContainer()
      try Base().encode(to: list.superEncoder())
      try list.encode(2)
    }
  }

  @Test func whatAValueInheritsIsAValueOfItsOwn() throws {
    #expect(try JSONLine.string(Derived()) == #"{"inner":{"a":1},"b":2}"#)
    #expect(try JSONLine.string(ListOfBase()) == #"[{"a":1},2]"#)
  }

  /// A mark that must be escaped is looked for in eight bytes at once.
  @Test func marksAreEscapedAtEveryPlace() throws {
    for length in 0...18 {
      for filler in ["a", "!", "#", "[", "]", "金"] {
        let text = String(repeating: filler, count: length)
        #expect(try JSONLine.string(text + "\"" + text) == "\"\(text)\\\"\(text)\"")
        #expect(try JSONLine.string(text + "\\" + text) == "\"\(text)\\\\\(text)\"")
      }
    }
  }

  @Test(arguments: [
    ("\u{0}", "\\u0000"), ("\u{1b}", "\\u001b"), ("\u{7f}", "\\u007f"), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"),
    ("\u{202e}", "\\u202e"), ("\u{e0041}", "\\udb40\\udc41"),
  ])
  func whatMayMisleadATerminalIsEscaped(text: String, escape: String) throws {
    #expect(try JSONLine.string("甲\(text)乙") == "\"甲\(escape)乙\"")
  }
}
