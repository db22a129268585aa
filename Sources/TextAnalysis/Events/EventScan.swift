import NewsModel

/// A pattern that a piece of text meets.
struct EventMatch {
  var row: Int
  var range: Range<Int>
  var clause: Int
  /// How many bytes the words of the pattern take: the longer match says more.
  var weight: Int
  /// The word of who acts that stands nearest before it.
  var actor: Range<Int>?
}

/// One pass over a piece of text for all patterns. Linear in the length of the text; each word found costs as many steps as rows use it.
struct EventScan {
  /// How far two elements of a pattern may be apart, in bytes: twenty Chinese characters.
  private static let gap = 60

  private struct Progress {
    var next: Int32 = 0
    var clause: Int32 = -1
    var start = 0
    var end = 0
    var weight = 0
  }

  private struct Ban: Hashable {
    var row: Int32
    var clause: Int
  }

  private let table: EventTable
  private var progress: [Progress]
  private var bans: Set<Ban> = []
  private var actors: [(range: Range<Int>, clause: Int)] = []
  private var found: [EventMatch] = []

  private init(_ table: EventTable) {
    self.table = table
    progress = [Progress](repeating: Progress(), count: table.rows.count)
  }

  /// Every pattern that `range` of a folded text meets, in the order of their ends.
  static func matches(of table: EventTable, in bytes: [UInt8], _ range: Range<Int>) -> [EventMatch] {
    var scan = EventScan(table)
    scan.read(bytes, range)
    return scan.found.filter { !scan.bans.contains(Ban(row: Int32($0.row), clause: $0.clause)) }
  }

  private mutating func read(_ bytes: [UInt8], _ range: Range<Int>) {
    let words = table.matcher.matches(in: bytes, range)
    guard !words.isEmpty else { return }
    var hidden = Hidden(words, table)
    var cursor = ClauseCursor(Clauses(bytes, range))
    for word in words {
      guard !hidden.hides(word) else { continue }
      cursor.move(to: word.range.lowerBound)
      switch table.role(of: word.word) {
      case .idle: continue
      case .actor: actors.append((word.range, cursor.clause))
      case .pattern: break
      }
      for use in table.uses(of: word.word).reversed() { note(use, word.range, cursor.clause) }
    }
  }

  private mutating func note(_ use: EventTable.Use, _ word: Range<Int>, _ clause: Int) {
    guard use.element >= 0 else {
      bans.insert(Ban(row: use.row, clause: clause))
      return
    }
    let row = Int(use.row)
    var state = progress[row]
    if use.element == 0 {
      state = Progress(next: 1, clause: Int32(clause), start: word.lowerBound, end: word.upperBound, weight: word.count)
    } else if use.element == state.next, state.clause == clause, word.lowerBound >= state.end,
      word.lowerBound - state.end <= Self.gap
    {
      state.next += 1
      state.end = word.upperBound
      state.weight += word.count
    } else {
      return
    }
    if Int(state.next) == table.rows[row].elements {
      found.append(
        EventMatch(
          row: row, range: state.start..<state.end, clause: clause, weight: state.weight,
          actor: actor(before: state.start, clause)))
      state.next = 0
    }
    progress[row] = state
  }

  private func actor(before place: Int, _ clause: Int) -> Range<Int>? {
    let before = actors.last { $0.range.upperBound <= place && $0.clause == clause }
    return (before ?? actors.first { $0.range.upperBound <= place })?.range
  }
}

/// What lies within words that are no event.
private struct Hidden {
  private let ranges: [Range<Int>]
  private var next = 0
  private var reach = 0..<0

  init(_ words: [WordMatch], _ table: EventTable) {
    ranges = words.filter { table.role(of: $0.word) == .idle }.map(\.range)
  }

  /// For words in the order of their beginnings.
  mutating func hides(_ word: WordMatch) -> Bool {
    while next < ranges.count, ranges[next].lowerBound <= word.range.lowerBound {
      if ranges[next].upperBound > reach.upperBound { reach = ranges[next] }
      next += 1
    }
    return word.range.upperBound <= reach.upperBound
  }
}
