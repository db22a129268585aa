import Foundation
import NewsModel
import SeededRandom
import Testing

@testable import NewsStore

/// A store that follows a log of what sources did, asked as of moments at random: all answers are those that the log gives.
///
/// `NEWSTAPE_TRUTH=100000` makes as many articles, and asks a thousand times.
@Suite struct TruthLogTests {
  private static let size = ProcessInfo.processInfo.environment["NEWSTAPE_TRUTH"].flatMap { Int($0) } ?? 1_000

  @Test func allAnswersAreThoseOfTheLog() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    var log = TruthLog(articles: Self.size, seed: 16)
    try log.write(to: store)
    while try store.indexNext() > 0 {}

    for _ in 0..<(Self.size >= 100_000 ? 1_000 : 60) {
      let (moment, question) = (log.moment(), log.question())
      let expected = log.answer(question, asOf: moment)
      let query = Query.allOf([question.query, .asOf(moment)])

      let list = try store.headlines(matching: query, from: .start, limit: 60).headlines

      #expect(list.map(\.title) == Array(expected.prefix(60)).map(\.title), "\(question) as of \(moment)")
      #expect(try store.count(query) == expected.count, "\(question) as of \(moment)")
    }
  }
}

/// What sources did: 5 % of the articles were edited one to four times, 1 % withdrawn.
private struct TruthLog {
  struct State {
    var arrived: Timestamp
    var published: Timestamp
    /// Of the article, by which its states follow each other.
    var number: Int
    var edition = 0
    var word: Int
    var tag: Int
    var source: Int
    var isWithdrawn = false

    var title: String { "第\(number)条第\(edition)版\(TruthLog.words[word])" }
  }

  enum Question {
    case everything, tag(Int), source(Int), title(Int), text(Int), withdrawn, since(Timestamp), without(Int)

    var query: Query {
      switch self {
      case .everything: .all
      case .tag(let tag): .tag(TruthLog.tags[tag])
      case .source(let source): .source(TruthLog.sources[source])
      case .title(let word): .title(TruthLog.words[word])
      case .text(let word): .text(TruthLog.words[word] + "正文")
      case .withdrawn: .withdrawn
      case .since(let moment): .since(moment)
      case .without(let word): .not(.title(TruthLog.words[word]))
      }
    }

    func holds(for state: State) -> Bool {
      switch self {
      case .everything: true
      case .tag(let tag): state.tag == tag
      case .source(let source): state.source == source
      case .title(let word), .text(let word): state.word == word
      case .withdrawn: state.isWithdrawn
      case .since(let moment): state.published >= moment
      case .without(let word): state.word != word
      }
    }
  }

  static let words = ["上调", "下调", "减持", "增持", "回购", "终止", "获批", "停牌", "预增", "预减"]
  static let tags = ["银行", "证券", "能源", "芯片"]
  static let sources = ["晨星日报", "远帆投资报", "潮汐周刊"]
  private static let start = Timestamp(1_700_000_000)

  private var random: SeededGenerator
  private var states: [State] = []
  private let end: Timestamp

  init(articles: Int, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    func any(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
    // One article a minute and no more: what stands in one minute is listed in the order in which it came.
    for number in 0..<articles {
      let published = Self.start + Int64(number) * 120
      let first = State(
        arrived: published + Int64(any(7_200)), published: published, number: number, word: any(10), tag: any(4),
        source: any(3))
      states.append(first)
      var last = first
      if any(100) < 5 {
        for _ in 0...any(4) {
          last.arrived = last.arrived + 1 + Int64(any(200_000))
          last.edition += 1
          last.word = any(10)
          if any(5) == 0 { last.tag = any(4) }
          states.append(last)
        }
      }
      if any(100) < 1 {
        last.arrived = last.arrived + 1 + Int64(any(200_000))
        last.isWithdrawn = true
        states.append(last)
      }
    }
    states.sort { ($0.arrived, $0.number, $0.edition) < ($1.arrived, $1.number, $1.edition) }
    end = states.last?.arrived ?? Self.start
    self.random = random
  }

  mutating func write(to store: NewsStore) throws {
    var keys: [Int: ArticleKey] = [:]
    var waiting: [State] = []
    func save() throws {
      let report = try store.save(waiting.map(Self.item), at: end + 1, zone: .gmt)
      for (state, key) in zip(waiting, report.keys) { keys[state.number] = key }
      waiting = []
    }
    for state in states {
      // Two items of one body that say different things are two articles.
      if state.edition > 0 || state.isWithdrawn || waiting.count == 500 { try save() }
      if state.isWithdrawn, let key = keys[state.number] {
        try store.noteWithdrawn(key, at: state.arrived)
      } else {
        waiting.append(state)
        if state.edition > 0 { try save() }
      }
    }
    try save()
  }

  private static func item(_ state: State) -> Item {
    Item(
      originID: "n\(state.number)", title: state.title, source: sources[state.source], published: state.published,
      blocks: [
        .paragraph("开头一段不变，说的是第\(state.number)件事。"), .paragraph("\(words[state.word])正文"), .paragraph("结尾。"),
      ], tags: [tags[state.tag]], arrived: state.arrived)
  }

  mutating func moment() -> Timestamp {
    Self.start + Int64.random(in: 0...(end - Self.start), using: &random)
  }

  mutating func question() -> Question {
    let word = Int.random(in: 0..<10, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .everything
    case 1: return .tag(word % 4)
    case 2: return .source(word % 3)
    case 3: return .title(word)
    case 4: return .text(word)
    case 5: return .withdrawn
    case 6: return .since(moment())
    default: return .without(word)
    }
  }

  /// Newest first.
  func answer(_ question: Question, asOf moment: Timestamp) -> [State] {
    var last: [Int: State] = [:]
    for state in states {
      guard state.arrived <= moment else { break }
      last[state.number] = state
    }
    return last.values.filter(question.holds).sorted { $0.published > $1.published }
  }
}
