import Dashboard

/// The timers that the dashboard waits for. A handful at most, so an array serves.
struct TimerQueue {
  private var entries: [(deadline: ContinuousClock.Instant, tag: TimerTag)] = []

  /// When the next one is due; nil where none is set.
  var deadline: ContinuousClock.Instant? { entries.lazy.map(\.deadline).min() }

  mutating func set(_ tag: TimerTag, at deadline: ContinuousClock.Instant) {
    entries.append((deadline, tag))
  }

  /// Takes out those that are due, earliest first.
  mutating func takeDue(at now: ContinuousClock.Instant) -> [TimerTag] {
    guard entries.contains(where: { $0.deadline <= now }) else { return [] }
    let due = entries.filter { $0.deadline <= now }.sorted { $0.deadline < $1.deadline }
    entries.removeAll { $0.deadline <= now }
    return due.map(\.tag)
  }
}
