import Foundation
import NewsModel
import TextBasics
import Widgets

extension State {
  // A source is added in two steps: what is at the address is looked for beside the screen, and one of the feeds found
  // there is chosen where there are several.

  /// Looks for feeds at what was typed; the prompt stays, so that a wrong address can be mended.
  mutating func lookForFeeds(_ prompt: PromptState, _ effects: inout [Effect]) {
    let text = prompt.field.text.trimmingCharacters(in: .whitespaces)
    guard !text.isEmpty, !prompt.isLooking else { return }
    var prompt = prompt
    prompt.isLooking = true
    prompt.failure = nil
    overlay = .prompt(prompt)
    ask(DiscoveryRequest(address: text), &effects)
  }

  /// The address is being changed, or is not wanted any more: what was looked for is of no use.
  mutating func stopLooking(_ effects: inout [Effect]) {
    drop(.discovery, effects: &effects)
    guard case .prompt(var prompt) = overlay, prompt.kind == .addSource else { return }
    prompt.isLooking = false
    prompt.failure = nil
    overlay = .prompt(prompt)
  }

  mutating func lookingFailed(_ reason: SafeText) {
    guard case .prompt(var prompt) = overlay, prompt.isLooking else { return }
    prompt.isLooking = false
    prompt.failure = reason
    overlay = .prompt(prompt)
  }

  /// Puts the address over `http` into the prompt, so that Enter tries it.
  mutating func offer(overHTTP address: String, _ reason: SafeText) {
    guard case .prompt(let prompt) = overlay, prompt.isLooking else { return }
    lookingFailed(SafeText(presentation.words.tryOverHTTP(reason.string)))
    guard case .prompt(var prompt) = overlay else { return }
    prompt.field = TextField(text: address)
    overlay = .prompt(prompt)
  }

  /// One feed is followed at once, unless it is another than the reader named.
  mutating func feedsFound(
    _ feeds: [FoundFeed], insteadOf unexpected: UnexpectedAnswer?, _ effects: inout [Effect]
  ) {
    guard case .prompt(let prompt) = overlay, prompt.isLooking else { return }
    guard let first = feeds.first else {
      lookingFailed(SafeText(presentation.words.noFeedFound))
      return
    }
    guard feeds.count > 1 || unexpected != nil else {
      overlay = nil
      send(.sources(.subscribe(to: [first])), &effects)
      return
    }
    let items = feeds.map { feed in
      Picker.Item(
        text: feed.shownTitle, detail: presentation.words.itemCount(feed.items),
        keywords: feed.newestTitles.joined(separator: " "), value: .feed(feed))
    }
    let title = unexpected.map(presentation.words.foundInstead) ?? presentation.words.foundFeeds
    overlay = .picker(Picker(.foundFeeds, title: title, items: items))
  }

  /// The marked feeds together, or the selected one where none is marked.
  mutating func acceptFeeds(_ picker: Picker, _ effects: inout [Effect]) {
    let marked = picker.items.filter { picker.marked.contains($0.value) }.compactMap(\.feed)
    let feeds = marked.isEmpty ? [picker.selected?.feed].compactMap(\.self) : marked
    send(.sources(.subscribe(to: feeds)), &effects)
  }
}

extension FoundFeed {
  /// Feeds of one site often have one title, so that the address stands beside it.
  fileprivate var shownTitle: String {
    [title.trimmingCharacters(in: .whitespacesAndNewlines), AddressSecrets.masked(address)].filter { !$0.isEmpty }
      .joined(separator: "  ")
  }
}

extension Picker.Item {
  fileprivate var feed: FoundFeed? { if case .feed(let feed) = value { feed } else { nil } }
}

/// The feeds at an address that the reader typed.
struct DiscoveryRequest: Request {
  static let slot = RequestSlot.discovery
  let address: String

  func response(from library: some Library) throws -> FeedSearchResult { try library.feeds(at: address) }

  func event(for result: FeedSearchResult) -> DashboardEvent { .overlay(.searched(result)) }
}
