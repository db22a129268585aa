import NewsModel

/// A pattern that a piece of text meets.
struct EventMatch {
  var row: Int
  /// From its first word to its last.
  var range: Range<Int>
  /// Its words, by their numbers in the table.
  var words: [Int32]
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
  /// What a row of its own direction weighs more than any plain one: 终止减持 says more than 减持股份.
  private static let special = 1_000
  /// What a row of the reader's own weighs more than any other.
  private static let own = 100_000

  /// How much of a row is met. The words of a row of four elements and more are not all kept.
  private struct Progress {
    var next: Int32 = 0
    var clause: Int32 = -1
    var start: Int32 = 0
    var end: Int32 = 0
    var weight: Int32 = 0
    var words: (Int32, Int32, Int32) = (-1, -1, -1)

    mutating func add(_ word: WordMatch) {
      switch next {
      case 0: words = (Int32(word.word), -1, -1)
      case 1: words.1 = Int32(word.word)
      default: words.2 = Int32(word.word)
      }
      next += 1
      end = Int32(word.range.upperBound)
      weight += Int32(word.range.count)
    }
  }

  private struct Ban: Hashable {
    var row: Int32
    var clause: Int
  }

  /// Of the rows that were begun, and by row its place there from 1: a text begins few of many rows.
  private var progress: [Progress] = []
  private var places = NumberMap(capacity: 32)
  private var bans: Set<Ban> = []
  private var actors: [(range: Range<Int>, clause: Int)] = []
  private var found: [EventMatch] = []

  /// Every pattern that `range` of a folded text meets, in the order of their ends.
  ///
  /// - Parameter names: where companies are named, in order: 股份 in 长城证券股份 is no share.
  static func matches(
    of table: EventTable, in bytes: [UInt8], _ range: Range<Int>, names: [Range<Int>] = []
  ) -> [EventMatch] {
    var scan = EventScan()
    scan.read(bytes, range, table, names)
    let found =
      scan.bans.isEmpty
      ? scan.found : scan.found.filter { !scan.bans.contains(Ban(row: Int32($0.row), clause: $0.clause)) }
    return table.allow(found, in: bytes, range)
  }

  /// The table is lent to each step: a copy would retain all of its parts.
  private mutating func read(_ bytes: [UInt8], _ range: Range<Int>, _ table: EventTable, _ names: [Range<Int>]) {
    let words = table.matcher.matches(in: bytes, range)
    guard !words.isEmpty else { return }
    var hidden = Hidden(words, table)
    var cursor = ClauseCursor(Clauses(bytes, range))
    var borders = WordBorders()
    var name = names.startIndex
    for word in words {
      guard !hidden.hides(word), borders.isWord(word.range, in: bytes, range) else { continue }
      cursor.move(to: word.range.lowerBound)
      switch table.role(of: word.word) {
      case .idle: continue
      case .actor: note(actor: word.range, cursor.clause)
      case .pattern: break
      }
      while name < names.endIndex, names[name].upperBound <= word.range.lowerBound { name += 1 }
      if name < names.endIndex, names[name].lowerBound <= word.range.lowerBound,
        word.range.upperBound <= names[name].upperBound
      {
        continue
      }
      table.forEachUse(of: word.word) { note($0, word, cursor.clause, table) }
    }
  }

  private mutating func note(_ use: EventTable.Use, _ word: WordMatch, _ clause: Int, _ table: EventTable) {
    guard use.element >= 0 else {
      bans.insert(Ban(row: use.row, clause: clause))
      return
    }
    let row = Int(use.row)
    let place = place(of: row)
    var state = progress[place]
    if use.element == 0 {
      // 终止 within 提前终止 does not begin anew.
      if state.next > 0, state.clause == clause, word.range.upperBound <= Int(state.end) { return }
      state = Progress(clause: Int32(clause), start: Int32(word.range.lowerBound))
    } else {
      let apart = word.range.lowerBound - Int(state.end)
      guard use.element == state.next, state.clause == clause, 0...Self.gap ~= apart else { return }
    }
    state.add(word)
    if Int(state.next) == table.rows[row].elements {
      let range = Int(state.start)..<Int(state.end)
      found.append(
        EventMatch(
          row: row, range: range, words: [state.words.0, state.words.1, state.words.2].filter { $0 >= 0 },
          clause: clause,
          weight: Int(state.weight) + (table.rows[row].isSpecial ? Self.special : 0)
            + (row >= table.firstOwn ? Self.own : 0),
          actor: actor(before: range.lowerBound, clause)))
      state.next = 0
    }
    progress[place] = state
  }

  /// Where the progress of a row is kept.
  private mutating func place(of row: Int) -> Int {
    let next = progress.count
    var place = next
    // Keys are not zero.
    places.update(UInt64(row) + 1) {
      if $0 == 0 { $0 = UInt32(next + 1) }
      place = Int($0) - 1
    }
    if place == next { progress.append(Progress()) }
    return place
  }

  /// The longest of words that lie within one another.
  private mutating func note(actor range: Range<Int>, _ clause: Int) {
    if let last = actors.last?.range, last.lowerBound == range.lowerBound { actors.removeLast() }
    if let last = actors.last?.range, last.upperBound >= range.upperBound { return }
    actors.append((range, clause))
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
