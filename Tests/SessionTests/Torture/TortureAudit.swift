import Foundation
import NewsModel
import NewsStore

/// What a store holds once the programs on it are gone: read in full, and held against what its articles must be.
struct TortureAudit {
  /// The numbers of all articles.
  private(set) var numbers: Set<Int> = []
  private(set) var read: Set<Int> = []
  private(set) var starred: Set<Int> = []
  private(set) var tagged: Set<Int> = []
  private(set) var unindexed = 0
  private(set) var undoSteps: [UndoStep] = []
  private(set) var sources: [(subscription: Subscription, state: FetchState)] = []
  private(set) var findings: [String] = []

  /// What the killed program tags articles with.
  static let tag = "旧闻"

  /// Nothing is there.
  init() {}

  /// Opens the store and closes it again; one that is not there yet is empty.
  ///
  /// - Parameter searches: whether searches find all, as they do unless the store is damaged.
  init(_ path: String, searches: Bool = true) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let store = try NewsStore.open(at: path, .existing)
    let headlines = try store.headlines(matching: .all, from: .start, limit: 1_000_000).headlines
    for headline in headlines { take(headline) }
    // Every text of a small store; of a large one as many as say the same.
    let step = max(1, headlines.count / 300)
    for index in stride(from: 0, to: headlines.count, by: step) { try compare(headlines[index], in: store) }
    if searches { try search(store) }
    unindexed = try store.unindexedCount()
    undoSteps = try store.undoSteps()
    sources = try store.subscriptionStates()
    try store.close()
  }

  /// The numbers of the articles that the killed program works with.
  var ofTheWork: Set<Int> { numbers.filter { $0 < TortureNews.firstOfCompanion } }

  /// How many articles still wait for the index that the work should have taken in. What the second program saved after the work had
  /// ended may wait.
  var overdue: Int { max(0, unindexed - (numbers.count - ofTheWork.count)) }

  private mutating func take(_ headline: Headline) {
    guard let number = TortureNews.number(ofTitle: headline.title) else {
      return findings.append("there is an article that nobody wrote: \(headline.title)")
    }
    if !numbers.insert(number).inserted { findings.append("article \(number) is there twice") }
    if headline.status.isRead { read.insert(number) }
    if headline.status.isStarred { starred.insert(number) }
    if headline.ownTags.contains(Self.tag) { tagged.insert(number) }
  }

  private mutating func compare(_ headline: Headline, in store: NewsStore) throws {
    guard let number = TortureNews.number(ofTitle: headline.title) else { return }
    let text = try store.article(headline.key)?.blocks.plainText
    if text != TortureNews.text(number) { findings.append("article \(number) has another text: \(text ?? "none")") }
  }

  /// Every word must find its articles, all of them and no others.
  private mutating func search(_ store: NewsStore) throws {
    for word in TortureNews.words {
      let found = try store.headlines(matching: .text(word), from: .start, limit: 1_000_000).headlines
      let wanted = numbers.filter { TortureNews.text($0).contains(word) }
      if Set(found.compactMap { TortureNews.number(ofTitle: $0.title) }) != wanted {
        findings.append("a search for \(word) finds \(found.count) of \(wanted.count)")
      }
    }
    // The titles have the colon of full width.
    let titles = try store.count(.title("公告:"))
    if titles != numbers.count {
      findings.append("\(titles) of \(numbers.count) titles are found by their folded form")
    }
  }
}
