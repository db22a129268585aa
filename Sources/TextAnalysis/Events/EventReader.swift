package import NewsModel

/// Reads what happened to a company from a title, or from the first sentences where the title tells nothing.
///
/// A few microseconds for a title; at most some 900 bytes of the text are read.
package struct EventReader: Sendable {
  /// More kinds than these are a list of headlines, not an event.
  private static let limit = (title: 4, text: 2)

  private let table: EventTable

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
    return strongest(matches).prefix(limit).map { match in
      let row = table.rows[match.row]
      return NewsEvent(
        kind: row.kind, detail: row.detail, direction: row.direction,
        actor: match.actor.map(text.quote),
        evidence: text.evidence(match.range, rule: row.text))
    }
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
