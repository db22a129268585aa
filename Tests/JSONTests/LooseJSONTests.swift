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
