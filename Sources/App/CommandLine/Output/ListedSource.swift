import Foundation
import NewsModel
import TextBasics
import WebAddresses
import Wording

/// A source with its counts, and how it is doing where the reader follows it.
struct ListedSource {
  var term: TermCount
  var overview: SubscriptionOverview?

  /// A line for scripts.
  func fields(zone: TimeZone) -> [SafeText] {
    var fields = [term.name, String(term.count), String(term.unread)]
    if let overview {
      let state = overview.state
      fields += [
        state.health.rawValue, overview.articlesADay.tenths, state.lastSuccess?.iso8601(in: zone) ?? "",
        state.isGone ? "" : state.nextCheck?.iso8601(in: zone) ?? "",
        AddressSecrets.masked(overview.subscription.address),
      ]
    }
    return fields.map { SafeText($0) }
  }
}

/// How a source that is followed is doing, in a word for scripts.
enum FetchHealth: String, Encodable {
  case ok
  case failing
  case gone
  case new
}

extension FetchState {
  var health: FetchHealth { isGone ? .gone : failure != nil ? .failing : lastSuccess == nil ? .new : .ok }
}

extension Double {
  /// With one decimal.
  var tenths: String {
    let tenths = Int((self * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// A line of `newstape sources --json` for a source that is followed.
struct SourceObject: Encodable {
  let name: String
  let count: Int
  let unread: Int
  let feed: Feed

  struct Feed: Encodable {
    let address: String
    let homePage: String?
    let folders: [String]
    let tags: [String]
    let fullText: Bool
    let interval: Int?
    let health: FetchHealth
    let failure: String?
    let failures: Int
    let articlesADay: Double
    let lastSuccess: String?
    let lastTry: String?
    let nextTry: String?
    let note: String?
  }

  init(_ term: TermCount, _ overview: SubscriptionOverview, zone: TimeZone) {
    name = term.name
    count = term.count
    unread = term.unread
    let (subscription, state) = (overview.subscription, overview.state)
    feed = Feed(
      address: AddressSecrets.masked(subscription.address),
      homePage: subscription.homePage.map(AddressSecrets.masked), folders: subscription.folders,
      tags: subscription.tags, fullText: subscription.fetchesArticles, interval: subscription.interval,
      health: state.health, failure: state.failure.map { Words(language: .en).describe($0) },
      failures: state.failures, articlesADay: (overview.articlesADay * 10).rounded() / 10,
      lastSuccess: state.lastSuccess?.iso8601(in: zone), lastTry: state.lastAttempt?.iso8601(in: zone),
      nextTry: state.isGone ? nil : state.nextCheck?.iso8601(in: zone), note: state.note.map(AddressSecrets.masked))
  }
}

/// Sources with counts and bars, and below each that is followed how it is doing, for a terminal.
struct SourceTable {
  private let setup: Setup

  init(setup: Setup) { self.setup = setup }

  func write(_ sources: [ListedSource], now: Timestamp = .now, to output: inout Output) throws {
    guard sources.contains(where: { $0.overview != nil }) else {
      return try TermTable(setup: setup).write(sources.map(\.term), to: &output)
    }
    let rows = sources.map { source in
      [source.term.name, String(source.term.count), unread(source), daily(source), doing(source, now)]
    }
    try NamedTable(setup: setup).write(rows, to: &output)
  }

  private func unread(_ source: ListedSource) -> String {
    source.term.unread > 0 ? setup.words.unreadCount(source.term.unread) : ""
  }

  private func daily(_ source: ListedSource) -> String {
    source.overview.map { setup.words.articlesADay($0.articlesADay) } ?? ""
  }

  private func doing(_ source: ListedSource, _ now: Timestamp) -> String {
    guard let state = source.overview?.state else { return "" }
    switch state.health {
    case .new: return setup.words.notFetchedYet
    case .gone: return setup.words.goneForGood
    case .failing:
      let reason = state.failure.map { setup.words.describe($0) } ?? ""
      return setup.words.failing(reason, times: state.failures) + next(state, now, isRetry: true)
    case .ok:
      return (state.lastSuccess.map { setup.words.fetched(ago: now - $0) } ?? "") + next(state, now, isRetry: false)
    }
  }

  private func next(_ state: FetchState, _ now: Timestamp, isRetry: Bool) -> String {
    guard let next = state.nextCheck, next > now else { return "" }
    return setup.words.nextTry(in: next - now, isRetry: isRetry)
  }
}
