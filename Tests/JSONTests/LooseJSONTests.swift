import Testing

@testable import JSON

@Suite struct LooseJSONTests {
  private static func read(_ text: String) -> JSONReader.Value? {
    Array(text.utf8).withUnsafeBufferPointer { LooseJSON.read($0) }
  }

  @Test(
    "small faults of pages do not matter",
    arguments: [
      #"{"a": ["x", "y"]}"#, #"{"a": ["x", "y",],}"#, "//<![CDATA[\n{\"a\": [\"x\", \"y\"]};\n//]]>",
      "<!-- {\"a\": [\"x\", \"y\" , ] \n, } -->",
    ])
  func faults(text: String) {
    #expect(Self.read(text) == .object(["a": .array([.string("x"), .string("y")])]))
  }

  @Test("commas within texts stay, and what is no JSON is none")
  func texts() {
    #expect(Self.read(#"{"a": "x,]", }"#) == .object(["a": .string("x,]")]))
    #expect(Self.read("no data") == nil)
    #expect(Self.read("{{}") == nil)
  }
}

@Suite struct LooseJSONRuleTests {
  private func read(_ text: String) -> JSONReader.Value? {
    Array(text.utf8).withUnsafeBufferPointer { LooseJSON.read($0) }
  }

  @Test(arguments: [
    "{\"a\":1}", "\u{feff}{\"a\":1}", "var x = {\"a\":1};", "{\"a\":1}</script><p>[2]",
    "/* <![CDATA[ */{\"a\":1}/* ]]> */", "{\"a\":1,,}", "{\"a\":1\n ,\n }",
  ])
  func anObjectIsReadWhateverStandsAroundIt(text: String) { #expect(read(text) == .object(["a": .number("1")])) }

  @Test func aListIsReadToo() {
    #expect(read("<!-- [1, 2,] -->") == .array([.number("1"), .number("2")]))
    #expect(read("[{\"a\":[1,],},]") == .array([.object(["a": .array([.number("1")])])]))
  }

  /// A mark of CDATA stands before the text, not within it.
  @Test func theMarkOfCDATACountsAtTheStartAlone() {
    let text = "{\"a\":\"" + String(repeating: "甲", count: 30) + "<![CDATA[ {} ]]>\"}"
    #expect(read(text) == .object(["a": .string(String(repeating: "甲", count: 30) + "<![CDATA[ {} ]]>")]))
  }

  @Test(arguments: [
    (#"{"a":"x,}",}"#, "x,}"), (#"{"a":"\",}",}"#, "\",}"), (#"{"a":"\\",}"#, "\\"), (#"{"a":"[,]",}"#, "[,]"),
  ])
  func whatStandsWithinTextsIsNotMended(text: String, expected: String) {
    #expect(read(text) == .object(["a": .string(expected)]))
  }

  @Test(arguments: ["", "no data", "}", "{", "[1,", "{\"a\":1", "{a:1}", "{\"a\":'x'}", "{\"a\":1 \"b\":2}", "]["])
  func whatIsNoValueIsNone(text: String) { #expect(read(text) == nil) }

  @Test func onlyCommasBeforeABracketAreSpare() {
    #expect(read("[,1]") == nil)
    #expect(read("[1,,2]") == nil)
    #expect(read("[,]") == .array([]))
  }
}
