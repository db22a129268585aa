import NewsFetching
import NewsModel

/// What feeds answered as they were looked for, by their addresses, so that nobody asks again a moment later.
package struct FeedAnswers: Sendable {
  private struct Answer: Sendable {
    let body: FetchedBody
    let since: Timestamp
  }

  private var answers: [String: Answer] = [:]
  private var size = 0
  /// In bytes: of a site with many feeds the rest is fetched again.
  private static let limit = 16 << 20
  /// In seconds: so long readers may choose among feeds.
  private static let lifetime: Int64 = 600

  package init() {}

  package mutating func merge(_ other: FeedAnswers) {
    for (address, answer) in other.answers { store(answer, of: address) }
  }

  /// Stores the answer of a feed that is to be followed at this address.
  mutating func store(_ body: FetchedBody, of address: String, at now: Timestamp) {
    var body = body
    // It moved before anybody followed it.
    body.movedTo = nil
    store(Answer(body: body, since: now), of: address)
  }

  private mutating func store(_ answer: Answer, of address: String) {
    guard answers[address] == nil, size + answer.body.bytes.count <= Self.limit else { return }
    answers[address] = answer
    size += answer.body.bytes.count
  }

  /// Nil where there is none, or it is old.
  func body(of address: String, at now: Timestamp) -> FetchedBody? {
    guard let answer = answers[address], (0...Self.lifetime).contains(now - answer.since) else { return nil }
    return answer.body
  }
}
