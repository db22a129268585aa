import Foundation
import SeededRandom
import Testing

@testable import JSON

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws -> [String: JSONReader.Value] {
    try read(Array(text.utf8))
  }

  private func read(_ bytes: [UInt8]) throws -> [String: JSONReader.Value] {
    try bytes.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      var members: [String: JSONReader.Value] = [:]
      try reader.readObject { (key, reader) throws(JSONReader.Failure) in
        if key == "skip" { try reader.skipValue() } else { members[key] = try reader.readValue() }
      }
      return members
    }
  }

  @Test func values() throws {
    let text = #" {"a":"x","b":[1,-2.5e3,true,false,null],"c":{"d":"e"},"skip":{"x":["\"",{}]},"f":""} "#
    #expect(
      try read(text) == [
        "a": .string("x"), "b": .array([.number("1"), .number("-2.5e3"), .bool(true), .bool(false), .null]),
        "c": .object(["d": .string("e")]), "f": .string(""),
      ])
  }

  @Test func escapes() throws {
    let text = #"{"a":"\"\\\/\b\f\n\r\t\u4e2d\ud83d\ude00\ud83dx\udc00"}"#
    #expect(try read(text)["a"] == .string("\"\\/\u{8}\u{c}\n\r\t中😀\u{fffd}x\u{fffd}"))
  }

  @Test func rawControlCharactersAreTaken() throws {
    #expect(try read("{\"a\":\"x\ty\"}")["a"] == .string("x\ty"))
  }

  @Test(
    arguments: [
      ("", .cutShort), ("[]", .notAnObject), ("{", .cutShort), (#"{"a"}"#, .unexpected), (#"{"a":}"#, .unexpected),
      (#"{"a":"x}"#, .cutShort), (#"{"a":"\x"}"#, .badEscape), (#"{"a":"\u12"}"#, .badEscape),
      (#"{"a":1x}"#, .badNumber),
      (#"{"a":1} x"#, .trailing), (#"{"a":1,}"#, .unexpected), (#"{a:1}"#, .unexpected), (#"{"a":tru}"#, .unexpected),
      ("{\"a\":" + String(repeating: "[", count: 100_000), .tooDeep),
      ("{\"skip\":" + String(repeating: "[", count: 100_000), .tooDeep),
    ] as [(String, JSONReader.Problem)])
  func problems(_ text: String, _ problem: JSONReader.Problem) {
    #expect {
      try read(text)
    } throws: { error in
      if case JSONReader.Failure.malformed(problem, _) = error { true } else { false }
    }
  }

  @Test func everyPrefixOfAnObjectIsRefusedInOrder() {
    let bytes = Array(#"{"title":"某\u4e2d\n","n":[1,{"a":null}],"skip":"\\"}"#.utf8)
    for end in 0..<bytes.count { #expect(throws: JSONReader.Failure.self) { try read(Array(bytes[..<end])) } }
  }

  @Test func bytesOfAnotherSetAreReported() {
    #expect(throws: JSONReader.Failure.notUTF8) {
      try read(Array("{\"a\":\"".utf8) + [0xb7, 0xab] + Array("\"}".utf8))
    }
  }
}

/// The reader rule by rule: scalars, strings, nesting, what is passed over, and where a failure lies.
@Suite struct JSONReaderRuleTests {
  private typealias Failure = JSONReader.Failure

  private func reading<Result>(_ text: String, _ body: (inout JSONReader) throws -> Result) rethrows -> Result {
    try Array(text.utf8).withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      return try body(&reader)
    }
  }

  private func value(_ text: String) throws -> JSONReader.Value { try reading(text) { try $0.readValue() } }

  private func failure(_ text: String, _ body: (inout JSONReader) throws -> Void) -> Failure? {
    do {
      try reading(text, body)
      return nil
    } catch { return error as? Failure }
  }

  // MARK: - Scalars

  @Test(arguments: ["0", "-0", "7", "-12", "3.25", "1e9", "1E-2", "-2.5e+3", "2031"]) func numbersStayAsTheyAreWritten(
    text: String
  ) throws {
    #expect(try value(text + ",") == .number(text))
    #expect(try value("[\(text)]") == .array([.number(text)]))
    #expect(try value("[ \(text)\n]") == .array([.number(text)]))
  }

  @Test(
    arguments: [
      ("1x,", .badNumber, 0), ("1-2,", .badNumber, 0), ("1_0,", .badNumber, 0), ("1{,", .badNumber, 0),
      ("-,", .unexpected, 0),
      ("+1,", .unexpected, 0), (".5,", .unexpected, 0), ("truE,", .unexpected, 0), ("truee,", .unexpected, 0),
      ("nul,", .unexpected, 0),
      ("Null,", .unexpected, 0), ("nan,", .unexpected, 0), ("inf,", .unexpected, 0), ("Inf,", .unexpected, 0),
      (" x ,", .unexpected, 1),
      ("'a',", .unexpected, 0),
    ] as [(String, JSONReader.Problem, Int)])
  func otherWordsAreNoValues(text: String, problem: JSONReader.Problem, offset: Int) {
    #expect(failure(text) { _ = try $0.readValue() } == .malformed(problem, offset: offset))
  }

  @Test(
    arguments: [
      ("true", .bool(true)), ("false", .bool(false)), ("null", .null), ("NaN", .null), ("Infinity", .null),
      ("-Infinity", .null),
    ]
      as [(String, JSONReader.Value)])
  func wordsAreValues(text: String, expected: JSONReader.Value) throws {
    #expect(try value(text + " ") == expected)
    #expect(try value("{\"a\":\(text)}") == .object(["a": expected]))
  }

  /// What touches the end of a piece may go on in the next.
  @Test(arguments: ["1", "-2.5", "true", "null", "tru", "", "  "]) func aScalarAtTheEndIsCutShort(text: String) {
    #expect(failure(text) { _ = try $0.readValue() } == .malformed(.cutShort, offset: text.utf8.count))
    #expect(failure(text) { try $0.skipValue() } == .malformed(.cutShort, offset: text.utf8.count))
  }

  // MARK: - Strings

  /// The end is looked for in eight bytes at once; bytes that differ from it by one bit must not pass for it.
  @Test func aStringEndsAtItsQuotationMarkAtEveryPlace() throws {
    for length in 0...20 {
      for filler in ["a", "#", "!", "[", "]", "é", "金", "\u{7f}"] {
        let text = String(repeating: filler, count: length)
        #expect(try value("\"\(text)\"\"x\"") == .string(text))
        #expect(try value("\"\(text)\\n\(text)\"") == .string("\(text)\n\(text)"))
        #expect(
          try reading("\"\(text)\\\"\(text)\",7]") { reader in
            try reader.skipValue()
            return reader.peek
          } == UInt8(ascii: ","))
      }
    }
  }

  @Test(
    arguments: [
      (#""\u0041\u00e9\u4E2D""#, "Aé中"), (#""\ud83d\ude00""#, "😀"), (#""\uD83D\uDE00!""#, "😀!"),
      (#""\ud83d""#, "\u{fffd}"),
      (#""\ude00""#, "\u{fffd}"), (#""\ud83d\u0041""#, "\u{fffd}A"), (#""\ud83d\ud83d\ude00""#, "\u{fffd}😀"),
      (#""\ud83dx\ude00""#, "\u{fffd}x\u{fffd}"), (#""\u0000""#, "\u{0}"), (#""\ud83d\n""#, "\u{fffd}\n"),
      (#""\/\b\f""#, "/\u{8}\u{c}"),
      (#""\\u0041""#, "\\u0041"),
    ])
  func escapesStandForCharacters(text: String, expected: String) throws {
    #expect(try value(text) == .string(expected))
  }

  @Test(
    arguments: [
      (#""\a""#, .badEscape, 1), (#""ab\U0041""#, .badEscape, 3), (#""\u12g4""#, .badEscape, 3),
      (#""\u-123""#, .badEscape, 3),
      (#""\ud83d\uxxxx""#, .badEscape, 9), (#""\u12"#, .cutShort, 5), (#""\"#, .cutShort, 2), (#""ab"#, .cutShort, 3),
      (#"""#, .cutShort, 1),
    ] as [(String, JSONReader.Problem, Int)])
  func damagedEscapesAreNamedWithTheirPlace(text: String, problem: JSONReader.Problem, offset: Int) {
    #expect(failure(text) { _ = try $0.readValue() } == .malformed(problem, offset: offset))
  }

  @Test func bytesThatAreNoUTF8AreToldInPlainAndInEscapedStrings() {
    for start in ["\"", "\"\\n"] {
      let bytes = Array(start.utf8) + [0xff, UInt8(ascii: "\"")]
      bytes.withUnsafeBufferPointer { bytes in
        #expect(throws: Failure.notUTF8) {
          var reader = JSONReader(bytes)
          _ = try reader.readValue()
        }
      }
    }
  }

  // MARK: - Nesting

  @Test(arguments: ["[", "{\"a\":"]) func sixtyFourLevelsAreReadAndNoMore(opening: String) throws {
    let closing = opening == "[" ? "]" : "}"
    func nested(_ levels: Int) -> String {
      String(repeating: opening, count: levels - 1) + "1 " + String(repeating: closing, count: levels - 1)
    }
    _ = try value(nested(64))
    try reading(nested(64)) { try $0.skipValue() }
    let tooDeep = Failure.malformed(.tooDeep, offset: opening.utf8.count * 64)
    #expect(failure(nested(65)) { _ = try $0.readValue() } == tooDeep)
    #expect(failure(nested(65)) { try $0.skipValue() } == tooDeep)
  }

  @Test(
    arguments: [
      ("[1,]", .unexpected, 3), ("[,1]", .unexpected, 1), ("[1 2]", .unexpected, 3), ("[1}", .unexpected, 2),
      ("{\"a\":1,}", .unexpected, 7),
      ("{\"a\" 1}", .unexpected, 5), ("{\"a\":1 \"b\":2}", .unexpected, 7), ("{1:2}", .unexpected, 1),
      ("{\"a\":1]", .unexpected, 6),
      ("[1,", .cutShort, 3), ("{\"a\":", .cutShort, 5), ("{\"a\"", .cutShort, 4), ("{", .cutShort, 1),
      ("[", .cutShort, 1),
    ] as [(String, JSONReader.Problem, Int)])
  func structureIsHeld(text: String, problem: JSONReader.Problem, offset: Int) {
    #expect(failure(text) { _ = try $0.readValue() } == .malformed(problem, offset: offset))
    #expect(failure(text) { try $0.skipValue() } == .malformed(problem, offset: offset))
  }

  @Test func blanksMayStandAnywhere() throws {
    #expect(
      try value(" { \t\"a\" :\r\n[ 1 , 2 ] , \"b\" : { } , \"c\":[ ] } ")
        == .object(["a": .array([.number("1"), .number("2")]), "b": .object([:]), "c": .array([])]))
    #expect(failure("{\u{b}}") { _ = try $0.readValue() } == .malformed(.unexpected, offset: 1))
  }

  @Test func ofAKeyThatStandsTwiceTheLastCounts() throws {
    #expect(try value(#"{"a":1,"b":2,"a":3}"#) == .object(["a": .number("3"), "b": .number("2")]))
  }

  // MARK: - Objects of records

  @Test func anObjectIsAllThereIs() throws {
    var keys: [String] = []
    try reading(" {\"a\":1,\"b\":[2]} \n") { reader in
      try reader.readObject { (key, reader) throws(Failure) in
        keys.append(key)
        try reader.skipValue()
      }
    }
    #expect(keys == ["a", "b"])
  }

  @Test(
    arguments: [
      ("[1]", .notAnObject, 0), ("\"a\"", .notAnObject, 0), (" ", .cutShort, 1), ("{} {", .trailing, 3),
      ("{}]", .trailing, 2),
    ] as [(String, JSONReader.Problem, Int)])
  func anythingElseIsRefused(text: String, problem: JSONReader.Problem, offset: Int) {
    let found = failure(text) { try $0.readObject { (_, reader) throws(Failure) in try reader.skipValue() } }
    #expect(found == .malformed(problem, offset: offset))
  }

  @Test func whatWasPassedOverCanBeTakenAsBytes() throws {
    let slice = try reading(" [1,{\"a\":\"]\"}] rest") { reader in
      reader.skipBlanks()
      let start = reader.position
      try reader.skipValue()
      return String(decoding: reader.slice(from: start), as: UTF8.self)
    }
    #expect(slice == "[1,{\"a\":\"]\"}]")
  }

  @Test func whoTriesGetsNoError() {
    #expect(reading("{\"a\":1}") { $0.readValueIfAny() } == .object(["a": .number("1")]))
    #expect(reading("{\"a\":") { $0.readValueIfAny() } == nil)
    #expect(reading("[1]") { $0.skipValueIfAny() })
    #expect(!reading("[1") { $0.skipValueIfAny() })
  }

  @Test func behindTheEndStandsNothing() {
    #expect(reading("") { $0.peek } == 0)
    #expect(reading("a") { $0.peek } == UInt8(ascii: "a"))
  }

  // MARK: - Any bytes

  /// Values that Foundation writes are read as they were, and every byte that is changed leaves the place of a failure within the text.
  @Test func readsWhatFoundationWritesAndNeverLeavesTheBytes() throws {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<150 {
      let (object, expected) = Self.invented(depth: 0, &random)
      let bytes = [UInt8](try JSONSerialization.data(withJSONObject: [object]))
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(try value(text) == .array([expected]), "\(text)")
      try reading(text + ",") { reader in
        try reader.skipValue()
        #expect(reader.position == bytes.count)
      }
      for _ in 0..<20 {
        var damaged = bytes
        damaged[Int.random(in: 0..<bytes.count, using: &random)] =
          Array("\"\\[]{},:u0 ".utf8).randomElement(using: &random) ?? 0
        damaged.removeLast(Int.random(in: 0...min(2, bytes.count - 1), using: &random))
        for found in [failed(damaged) { _ = try $0.readValue() }, failed(damaged) { try $0.skipValue() }] {
          if case .malformed(_, let offset) = found, offset > damaged.count { Issue.record("\(offset) of \(damaged)") }
        }
      }
    }
  }

  private func failed(_ bytes: [UInt8], _ body: (inout JSONReader) throws -> Void) -> Failure? {
    bytes.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      do {
        try body(&reader)
        return nil
      } catch { return error as? Failure }
    }
  }

  private static func invented(depth: Int, _ random: inout SeededGenerator) -> (Any, JSONReader.Value) {
    switch Int.random(in: 0..<(depth < 3 ? 6 : 4), using: &random) {
    case 0:
      let number = Int.random(in: -9_999...9_999, using: &random)
      return (number, .number(String(number)))
    case 1: return (true, .bool(true))
    case 2: return (NSNull(), .null)
    case 3:
      let signs = ["a", "\"", "\\", "\n", "金", "/", "\u{1}", "😀", " "]
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in signs.randomElement(using: &random) ?? "" }
        .joined()
      return (text, .string(text))
    case 4:
      let all = (0..<Int.random(in: 0...3, using: &random)).map { _ in invented(depth: depth + 1, &random) }
      return (all.map(\.0), .array(all.map(\.1)))
    default:
      let all = (0..<Int.random(in: 0...3, using: &random)).map { ("k\($0)", invented(depth: depth + 1, &random)) }
      return (
        Dictionary(uniqueKeysWithValues: all.map { ($0, $1.0) }),
        .object(Dictionary(uniqueKeysWithValues: all.map { ($0, $1.1) }))
      )
    }
  }
}

@Suite struct OpenListTests {
  private func open(_ text: String) -> [Int] {
    Array(text.utf8).withUnsafeBufferPointer { JSONReader.openLists(in: $0) }
  }

  @Test func listsOfObjectsThatDoNotEndAreTold() {
    #expect(open("[{\"a\":1},{\"b\":") == [1])
    #expect(open("{\"items\": [ {\"a\": [{") == [12, 19])
    #expect(open("[\n{") == [2])
  }

  @Test(arguments: ["", "[1,2", "{\"a\":{", "[{\"a\":1}]", "[", "[[1],[", "[\"[{", "{\"a\":\"[{\""])
  func otherTextsHaveNone(text: String) {
    #expect(open(text).isEmpty)
  }

  @Test func bracketsWithinStringsAreNone() {
    #expect(open("[{\"a\":\"]\",\"b\":\"}\\\"]\"") == [1])
    #expect(open("[{\"a\":\"\\\\\"}]").isEmpty)
  }

  @Test func aStringThatDoesNotEndHidesNothingBeforeIt() {
    #expect(open("[{\"a\":\"b") == [1])
    #expect(open("[{\"a\":\"b\\") == [1])
  }

  @Test func moreClosingBracketsThanOpenOnesDoNoHarm() { #expect(open("]]}[{") == [4]) }
}
