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
