import Foundation
import NewsModel
import Testing

@testable import NewsStore

@Suite struct TextLikenessTests {
  private func likeness(_ a: [String], _ b: [String]) -> TextLikeness {
    func body(_ texts: [String]) -> StoredBody { StoredBody(blocks: BodyCoding.encode(texts.map { .paragraph($0) })) }
    return TextLikeness(body(a), body(b))
  }

  private static let first = "甲地今天开工建设一座大桥，全长三公里。"
  private static let second = "乙地今年喜获丰收，产量创下新高。"
  private static let third = "丙公司发布年报，净利润增长一成。"

  @Test func oneTextIsItselfAndARevisionOfItself() {
    let same = likeness([Self.first, Self.second], [Self.first, Self.second])
    #expect(same.isEqual && same.isRevision && same.sharesParagraph && !same.isUnknown)
  }

  @Test(arguments: [
    ([first, second], [first, "短讯"]), ([first], [first + "（更正）"]), ([first], ["更正：" + first]),
    ([first, second, third], [first, "另一段完全不同的话，说的是别的事情。", third]),
    (["净利润增长一成，拟派现两角"], ["净利润增长两成，拟派现两角"]),
  ])
  func aTextOfWhichMostStandsIsARevision(a: [String], b: [String]) {
    #expect(likeness(a, b).isRevision && likeness(b, a).isRevision)
    #expect(!likeness(a, b).isEqual)
  }

  @Test func anotherTextIsNone() {
    let other = likeness([Self.first], [Self.second])
    #expect(!other.isEqual && !other.isRevision && !other.sharesParagraph && !other.isUnknown)
    // A standing paragraph is not most of it, but stands in both.
    let standing = likeness([Self.first, Self.third + Self.first], ["本台消息：" + Self.second, Self.first])
    #expect(!standing.isRevision && standing.sharesParagraph)
    // "（完）" stands in any text.
    #expect(!likeness([Self.first, "（完）"], [Self.second, "（完）"]).sharesParagraph)
  }

  @Test func ofNoTextNothingIsKnown() {
    let none = likeness([], [Self.first])
    #expect(none.isUnknown && !none.isEqual && !none.isRevision && !none.sharesParagraph)
    #expect(!likeness([], []).isEqual)
  }

  @Test func aSummaryIsTheTextWhereThereIsNoOther() {
    let summary = StoredBody(details: ArticleDetails(summary: Self.first))
    let text = StoredBody(details: ArticleDetails(summary: "摘要"), blocks: BodyCoding.encode([.paragraph(Self.first)]))
    #expect(TextLikeness(summary, text).isEqual)
  }
}
