package import NewsModel

/// Reads what happened to a company from a title, or from the first sentences where the title tells nothing.
///
/// A few microseconds for a title; at most some 900 bytes of the text are read.
package struct EventReader: Sendable {
  /// More kinds than these are a list of headlines, not an event.
  private static let limit = (title: 4, text: 2)

  private let table: EventTable
  private let figures = FigureReader()

  package init(_ table: EventTable = .shipped) { self.table = table }

  /// Every kind once, in the order of the text.
  package func events(in text: AnalysedText) -> [NewsEvent] {
    if !text.title.isEmpty {
      let events = events(in: text, text.title, limit: Self.limit.title)
      if !events.isEmpty { return events }
    }
    for lead in LeadSentences(text) {
      let events = events(in: text, lead, limit: Self.limit.text)
      if !events.isEmpty { return events }
    }
    return []
  }

  private func events(in text: AnalysedText, _ range: Range<Int>, limit: Int) -> [NewsEvent] {
    let matches = EventScan.matches(of: table, in: text.bytes, range)
    guard !matches.isEmpty else { return [] }
    let events = Array(strongest(matches).prefix(limit))
    let figures = figures.figures(in: text.bytes, range)
    return events.indices.map { index in
      let match = events[index]
      let row = table.rows[match.row]
      let own = Self.figures(of: index, among: events, figures)
      let percentages = own.filter { $0.measure == .percent }
      return NewsEvent(
        kind: row.kind, detail: row.detail, direction: row.direction,
        amount: own.mainAmount(in: match.clause, prefersPrice: row.kind == .rating)?.amount(in: text),
        percentage: (percentages.first { $0.clause == match.clause } ?? percentages.first)?.bounds,
        actor: match.actor.map(text.quote),
        evidence: text.evidence(match.range, rule: row.text))
    }
  }

  /// The figures from an event's clause on until another event's; those before the first event are its own.
  private static func figures(of index: Int, among events: [EventMatch], _ figures: [FoundFigure]) -> [FoundFigure] {
    guard events.count > 1 else { return figures }
    let clause = events[index].clause
    let first = events.allSatisfy { clause <= $0.clause } ? 0 : clause
    let end = events.lazy.map(\.clause).filter { $0 > clause }.min() ?? .max
    return figures.filter { first..<end ~= $0.clause }
  }

  /// The weightiest match of each kind, by their places; weak ones only where nothing else is met.
  private func strongest(_ matches: [EventMatch]) -> [EventMatch] {
    let strong = matches.filter { !table.rows[$0.row].isWeak }
    var best: [EventKind: EventMatch] = [:]
    for match in strong.isEmpty ? matches : strong {
      let kind = table.rows[match.row].kind
      if let other = best[kind], other.weight >= match.weight { continue }
      best[kind] = match
    }
    return best.values.sorted { ($0.range.lowerBound, $0.row) < ($1.range.lowerBound, $1.row) }
  }
}
