import Dashboard

/// The timers that the dashboard waits for. While a key is held down they are hundreds: each step sets one for its preview and one
/// for the place that is to be remembered.
struct TimerQueue {
  /// Latest first, so that those that are due are taken off the end; of one moment the one that was set last stands first.
  private var entries: [(deadline: ContinuousClock.Instant, tag: TimerTag)] = []

  /// When the next one is due; nil where none is set.
  var deadline: ContinuousClock.Instant? { entries.last?.deadline }

  mutating func set(_ tag: TimerTag, at deadline: ContinuousClock.Instant) {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].deadline > deadline { low = middle + 1 } else { high = middle }
    }
    entries.insert((deadline, tag), at: low)
  }

  /// Takes out those that are due, earliest first.
  mutating func removeDue(at now: ContinuousClock.Instant) -> [TimerTag] {
    var due: [TimerTag] = []
    while let next = entries.last, next.deadline <= now {
      due.append(next.tag)
      entries.removeLast()
    }
    return due
  }
}
