import NewsModel
import TextBasics

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
    source.term.unread > 0 ? setup.messages.unreadCount(source.term.unread) : ""
  }

  private func daily(_ source: ListedSource) -> String {
    source.overview.map { setup.messages.articlesADay($0.articlesADay.tenths) } ?? ""
  }

  private func doing(_ source: ListedSource, _ now: Timestamp) -> String {
    guard let state = source.overview?.state else { return "" }
    switch state.health {
    case .new: return setup.messages.notFetchedYet
    case .gone: return setup.messages.goneForGood
    case .failing:
      let reason = state.failure.map { setup.messages.describe($0) } ?? ""
      return setup.messages.failing(reason, times: state.failures) + next(state, now)
    case .ok: return (state.lastSuccess.map { setup.messages.fetched(ago: now - $0) } ?? "") + next(state, now)
    }
  }

  private func next(_ state: FetchState, _ now: Timestamp) -> String {
    guard let next = state.nextCheck, next > now else { return "" }
    return setup.messages.nextTry(in: next - now)
  }
}
