import NewsModel
import Terminal
import TextBasics
import WebAddresses
import Widgets
import Wording

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
    // The clock of the screen goes by minutes, so that what has just been may seem to be ahead of it.
    func time(_ moment: Timestamp?, isPast: Bool = true) -> String {
      guard let moment else { return words.never }
      let civil = CivilTime(moment, in: presentation.zone)
      let date = civil.year == CivilTime(now, in: presentation.zone).year ? civil.monthAndDay : civil.isoDate
      let distance = isPast ? words.ago(now - moment) : words.ahead(moment - now)
      return words.withDistance(date + " " + civil.clock, distance)
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
    add(words.fullText, words.fetchesArticles(subscription.fetchesArticles))
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
    entries.append(Entry(text: words.counsel(failure), role: .advice))
  }
}

/// Draws what is known of the selected source: labels at the left, texts wrapped beside them.
struct SourceDetailsView {
  /// Nil where no source is selected.
  let overview: SubscriptionOverview?
  let now: Timestamp
  let presentation: Presentation

  private var styles: Styles { presentation.styles }
  private var widths: ColumnWidths { presentation.widths }

  func draw(in frame: Arrangement.Frame, isFocused: Bool, into buffer: inout Buffer) {
    Divider(
      title: SafeText(overview?.subscription.name ?? presentation.words.details), symbols: presentation.symbols,
      style: isFocused ? styles.borderFocused : styles.border,
      titleStyle: isFocused ? styles.titleFocused : styles.title
    ).draw(in: frame.title, into: &buffer)
    guard let overview else { return }
    let entries = SourceDetails(overview, now: now, presentation: presentation).entries
    let labels = entries.map { widths.columns(SafeText($0.label)) }.max() ?? 0
    var room = frame.body.inset(left: 1, right: 1)
    for entry in entries {
      guard room.height > 0 else { break }
      room = room.inset(top: draw(entry, labels: labels, in: room, &buffer))
    }
  }

  /// Returns the rows used.
  private func draw(
    _ entry: SourceDetails.Entry, labels: Int, in rect: Rect, _ buffer: inout Buffer
  ) -> Int {
    var room = rect
    var style = style(of: entry.role)
    if case .health(let health) = entry.role {
      buffer.write(SafeText(presentation.mark(of: health)), in: rect, style: style)
      room = rect.inset(left: 2)
      if health == .good { style = styles.text }
    } else if !entry.label.isEmpty {
      buffer.write(SafeText(entry.label), in: rect, style: styles.muted)
      room = rect.inset(left: labels + 2)
    } else {
      room = rect.inset(left: 2)
    }
    let lines = widths.wrap(SafeText(entry.text), columns: max(2, room.width)).prefix(rect.height)
    for (row, line) in lines.enumerated() { buffer.write(line, in: room.row(row), style: style) }
    return max(1, lines.count)
  }

  private func style(of role: SourceDetails.Role) -> Style {
    switch role {
    case .health(let health): styles.health(health)
    case .advice, .field: styles.text
    case .link: styles.link
    case .tags: styles.tag
    }
  }
}

/// How a source is doing, in the order of the list: what asks for the reader's eye comes first.
enum SourceHealth: Int, Comparable, Sendable {
  /// The last fetch failed; it is tried again.
  case failing
  /// The server said that it is gone for good, so that it is not tried again by itself.
  case gone
  /// It has not been fetched yet.
  case untried
  case good

  init(_ state: FetchState) {
    if state.isGone {
      self = .gone
    } else if state.failure != nil {
      self = .failing
    } else {
      self = state.lastSuccess == nil ? .untried : .good
    }
  }

  static func < (a: SourceHealth, b: SourceHealth) -> Bool { a.rawValue < b.rawValue }
}

extension SubscriptionOverview {
  var health: SourceHealth { SourceHealth(state) }
}
