import NewsModel
import TextBasics
import WebAddresses

/// What is told of one source, line by line, in the order of its claim on the room.
struct SourceDetails {
  /// What a line is about, which decides how it looks.
  enum Role: Hashable, Sendable {
    case health(SourceHealth)
    case advice
    case field
    case link
    case tags
  }

  struct Entry: Hashable, Sendable {
    /// Stands before the text, in a column of its own; empty where the text has the whole row.
    var label = ""
    var text: String
    var role = Role.field
  }

  private(set) var entries: [Entry] = []

  init(_ overview: SubscriptionOverview, now: Timestamp, presentation: Presentation) {
    let words = presentation.words
    let (subscription, state) = (overview.subscription, overview.state)
    func key(_ command: Command) -> String { presentation.keys(for: command).first ?? command.name }
    // The clock of the screen goes by minutes, so that what has just been may seem to be ahead of it.
    func time(_ moment: Timestamp?, isPast: Bool = true) -> String {
      guard let moment else { return words.never }
      let civil = CivilTime(moment, in: presentation.zone)
      let date = civil.year == CivilTime(now, in: presentation.zone).year ? civil.monthAndDay : civil.isoDate
      let distance = isPast ? words.ago(now - moment) : words.ahead(moment - now)
      return date + " " + civil.clock + words.text("（\(distance)）", " (\(distance))")
    }
    func add(_ label: String, _ text: String, _ role: Role = .field) {
      entries.append(Entry(label: label, text: text, role: role))
    }

    addHealth(overview, now: now, words)
    add(words.name(of: .address), AddressSecrets.masked(subscription.address), .link)
    if let homePage = subscription.homePage { add(words.homePage, AddressSecrets.masked(homePage), .link) }
    add(words.articles, words.articleCounts(overview))
    add(words.lastSuccess, time(state.lastSuccess))
    if state.lastAttempt != state.lastSuccess { add(words.lastTry, time(state.lastAttempt)) }
    if !state.isGone {
      add(words.nextTry, state.nextCheck.map { $0 > now ? time($0, isPast: false) : words.ahead(0) } ?? words.ahead(0))
    }
    if !subscription.folders.isEmpty {
      add(
        words.name(of: SourceField.folder),
        subscription.folders.joined(separator: " \(presentation.symbols.breadcrumb) "))
    }
    if !subscription.tags.isEmpty {
      add(words.tags, subscription.tags.map { "#" + $0 }.joined(separator: " "), .tags)
    }
    add(words.fullText, words.fetchesArticles(subscription.fetchesArticles, key: key(.toggleFullText)))
    if let interval = subscription.interval { add(words.everyInterval, words.minutes(interval / 60)) }
    if let note = state.note, !note.isEmpty { add(words.remark, AddressSecrets.masked(note)) }
  }

  private mutating func addHealth(_ overview: SubscriptionOverview, now: Timestamp, _ words: Words) {
    let (health, state) = (overview.health, overview.state)
    guard let failure = state.failure else {
      entries.append(Entry(text: words.health(health), role: .health(health)))
      return
    }
    let text =
      health == .gone
      ? words.health(health)
      : words.failing(failure, sinceSeconds: state.failingSince.map { now - $0 }, times: state.failures)
    entries.append(Entry(text: text, role: .health(health)))
    entries.append(Entry(text: failure.advice(in: words.language), role: .advice))
  }
}
