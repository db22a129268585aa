import NewsModel
import NewsParsing
import ParsingSupport
import Testing

@testable import SourceForms

@Suite struct LongAnswerTests {
  /// An answer that is longer than any object may be, on one line.
  private func answer(count: Int) -> [UInt8] {
    let text = String(repeating: "上半年货量同比回升百分之六。", count: 40)
    let articles = (0..<count).map { #"{"title":"第\#($0)条消息","content":"\#(text)","source":{"name":"港口日报"}}"# }
    return Array(
      (#"{"status":"ok","meta":[{"page":1}],"data":{"list":["# + articles.joined(separator: ",")
        + #"],"total":9},"next":{"page":2}}"#).utf8)
  }

  @Test func theArticlesOfALongAnswerAreReadAsTheyPass() {
    var small = context()
    small.sizeLimit = 1_200_000
    let bytes = answer(count: 2_000)
    var stream = RecordStream(format: .jsonLines, context: small)
    var titles: [String] = []
    var refusals: [ParseRefusal] = []
    var firstSeenAt: Int?
    for start in stride(from: 0, to: bytes.count, by: 100_000) {
      let piece = bytes[start..<min(bytes.count, start + 100_000)]
      piece.withUnsafeBytes { piece in
        stream.feed(piece, isLast: start + 100_000 >= bytes.count) { record in
          firstSeenAt = firstSeenAt ?? start
          switch record {
          case .item(let item): titles.append(item.title)
          case .refused(let refusal): refusals.append(refusal)
          }
        }
      }
    }
    #expect(titles == (0..<2_000).map { "第\($0)条消息" })
    #expect(refusals.isEmpty)
    #expect(firstSeenAt.map { $0 < bytes.count / 2 } ?? false)
  }
}
