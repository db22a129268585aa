import Foundation
import NewsModel
import Testing

@testable import NewsStore

struct BodyArchiveTests {
  private static var whole: StoredBody {
    var body = StoredBody(
      related: Data("相关 1:".utf8), blocks: Data("p 12:净利润3.6亿元".utf8), feed: 7, links: Data([0, 255, 58, 32]),
      feedText: DeliveredText(blocks: Data("摘要".utf8), links: Data("链接".utf8)))
    for (number, field) in ArticleDetails.Field.allCases.enumerated() { body.details[field] = "第\(number)项 4:冒号" }
    return body
  }

  @Test func bodyComesBackWhole() {
    for body in [Self.whole, StoredBody(), StoredBody(blocks: Data("只有正文".utf8)), StoredBody(links: Data())] {
      #expect(BodyArchive.decode(BodyArchive.encode(body)) == body)
    }
  }

  @Test func partOfALaterProgramIsPassedOver() {
    let archive = Data("mood 4:calm".utf8) + BodyArchive.encode(Self.whole)
    #expect(BodyArchive.decode(archive) == Self.whole)
  }

  @Test(arguments: [
    "blocks", "blocks 4", "blocks 4:abc", "blocks -1:", "blocks x:", " :", "links 99999999999999999999:",
  ])
  func whatIsNoArchiveIsRefused(_ text: String) {
    #expect(BodyArchive.decode(Data(text.utf8)) == nil)
  }

  @Test func archiveThatEndsTooEarlyIsNeverTakenForTheWholeOne() {
    let archive = BodyArchive.encode(Self.whole)
    for count in 0..<archive.count { #expect(BodyArchive.decode(archive.prefix(count)) != Self.whole) }
  }
}
