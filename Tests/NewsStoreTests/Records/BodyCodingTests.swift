import Foundation
import NewsModel
import Testing

@testable import NewsStore

@Suite struct BodyCodingTests {
  static let texts = ["", "段落", "7:七", "a\n\u{1F}\u{0}b", "👩‍👩‍👧", "p3:abc"]

  @Test func blocksComeBackAsTheyWere() {
    let blocks: [Block] = Self.texts.flatMap { text -> [Block] in
      [
        .paragraph(text), .heading(text, level: 3), .quote(text), .code(text), .figure(text), .list([text, text]),
        .list([]), .table([[text], [], [text, "8"]]), .table([]),
      ]
    }
    #expect(BodyCoding.blocks(BodyCoding.encode(blocks)) == blocks)
    #expect(BodyCoding.blocks(Data()) == [])
  }

  @Test func relatedEntriesComeBackAsTheyWere() {
    let related = [
      RelatedItem(title: "标题"), RelatedItem(label: "聚焦", title: "8:标题", summary: "摘要", published: noon, isSelf: true),
      RelatedItem(title: "以前", published: Timestamp(-1)),
    ]
    #expect(BodyCoding.related(BodyCoding.encode(related)) == related)
  }

  @Test(arguments: ["x", "p", "p5", "p9:abc", "p-1:abc", "l3:2:a", "t1:1x1:1", "p99999999999999999999:a", "h1:a1:b"])
  func bytesThatMakeNoSenseAreRefused(text: String) {
    #expect(BodyCoding.blocks(Data(text.utf8)) == nil)
  }
}
