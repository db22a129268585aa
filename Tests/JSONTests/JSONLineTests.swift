import Foundation
import JSON
import NewsModel
import Testing
import TextBasics

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
