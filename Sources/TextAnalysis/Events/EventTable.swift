import NewsModel

/// A row of patterns: what happened where its elements are met.
struct EventRow: Sendable {
  var kind: EventKind
  var detail: String?
  var direction: Tone?
  /// How many elements must be met, in their order.
  var elements: Int
  /// Whether the row counts only where no other row is met.
  var isWeak: Bool
  /// Whether the row has a direction of its own.
  var isSpecial = false
}

/// The patterns of events, ready to be looked for. The form of the rows stands at the head of `data/events/patterns.txt`.
///
/// Tables are values: those of a reader are added to the shipped rows and win over them, as later rows do over equal ones.
package struct EventTable: Sendable {
  /// What a word means to a row.
  struct Use: Sendable {
    var row: Int32
    /// The number of the element that the word stands for; -1 where it must not stand in the clause.
    var element: Int32
  }

  enum Role: Sendable {
    case pattern
    /// Hides the words within it.
    case idle
    case actor
  }

  private(set) var rows: [EventRow] = []
  private(set) var matcher = WordMatcher(capacity: 6_000, bytes: 80_000)
  /// By word.
  private var uses: [[Use]] = []
  private var roles: [Role] = []
  /// `uses` one after the other, and where those of each word end: what the scan reads.
  private var allUses: [Use] = []
  private var useEnds: [Int] = []
  /// The first row of the reader's own.
  private(set) var firstOwn = 0
  private var exclusions = EventExclusions()

  package static let shipped = EventTable(rows: EventPatternRows.rows.parts(","))

  /// The finer kind of a name, in any case; nil where no row has it.
  package func detail(named name: String) -> String? {
    let name = name.lowercased()
    return rows.lazy.compactMap(\.detail).first { $0.lowercased() == name }
  }

  /// A row that says nothing, such as one without a head, is left out.
  ///
  /// - Parameter own: the reader's own tables, whose patterns win over others of their kind.
  package init(rows: some Sequence<Substring>, own: OwnTables = OwnTables()) {
    var head = Head.none
    for row in rows {
      if row.hasPrefix("= ") {
        head = Head(row.dropFirst(2))
      } else {
        add(row, under: head)
      }
    }
    firstOwn = self.rows.count
    add(own)
    for uses in uses {
      // The last element first, so that one word is not two elements in a row.
      allUses += uses.sorted { $0.element > $1.element }
      useEnds.append(allUses.count)
    }
    uses = []
  }

  @inline(__always)
  func forEachUse(of word: Int, _ body: (Use) -> Void) {
    for index in (word == 0 ? 0 : useEnds[word - 1])..<useEnds[word] { body(allUses[index]) }
  }

  @inline(__always)
  func role(of word: Int) -> Role { roles[word] }

  /// Whether the reader's own tables leave a match in place.
  func allow(_ matches: [EventMatch], in bytes: [UInt8], _ range: Range<Int>) -> [EventMatch] {
    exclusions.isEmpty ? matches : exclusions.allowed(matches, in: bytes, range) { rows[$0.row].kind }
  }

  private mutating func add(_ own: OwnTables) {
    for row in own.rows {
      switch row {
      case .event(let pattern, let kind, let detail, let direction):
        add(pattern[...], under: .event(kind, detail: detail, direction: direction))
      case .notEvent(let word, nil): add(word[...], under: .idle)
      case .notEvent(let word, let kind?): exclusions.add(word, kind)
      case .company, .alias, .notCompany, .notTopic, .tone, .notKeyword, .tag, .notTag: continue
      }
    }
  }
}

/// Words on which no rule of a kind fires.
private struct EventExclusions: Sendable {
  private var matcher = WordMatcher()
  /// By word.
  private var kinds: [Set<EventKind>] = []

  var isEmpty: Bool { kinds.isEmpty }

  mutating func add(_ word: String, _ kind: EventKind) {
    guard let number = matcher.add(word) else { return }
    while kinds.count <= number { kinds.append([]) }
    kinds[number].insert(kind)
  }

  func allowed(
    _ matches: [EventMatch], in bytes: [UInt8], _ range: Range<Int>, kind: (EventMatch) -> EventKind
  ) -> [EventMatch] {
    let words = matcher.matches(in: bytes, range)
    return matches.filter { match in
      !words.contains { $0.range.overlaps(match.range) && kinds[$0.word].contains(kind(match)) }
    }
  }
}

extension EventTable {
  private enum Head {
    case none
    case idle
    case actor
    case event(EventKind, detail: String?, direction: Tone?)

    init(_ text: Substring) {
      let parts = text.parts(" ")
      switch parts.first {
      case "idle": self = .idle
      case "actor": self = .actor
      case .some(let name):
        guard let kind = EventKind(rawValue: String(name)) else { fallthrough }
        let detail = parts.count > 1 && parts[1] != "*" ? String(parts[1]) : nil
        self = .event(kind, detail: detail, direction: parts.last.flatMap(Self.direction))
      case nil: self = .none
      }
    }

    static func direction(_ sign: Substring) -> Tone? {
      switch sign.last {
      case "+": .positive
      case "-": .negative
      default: nil
      }
    }
  }

  private mutating func add(_ text: Substring, under head: Head) {
    switch head {
    case .none: return
    case .idle: for word in words(of: text) { roles[word] = .idle }
    case .actor: for word in words(of: text) { roles[word] = .actor }
    case .event(let kind, let detail, let direction):
      var row = EventRow(kind: kind, detail: detail, direction: direction, elements: 0, isWeak: false)
      let number = Int32(rows.count)
      for part in text.parts(" ") {
        switch part.first {
        case "?" where part.count == 1: row.isWeak = true
        case "@":
          row.direction = Head.direction(part)
          row.isSpecial = true
        case "!": note(part.dropFirst(), Use(row: number, element: -1))
        default:
          note(part, Use(row: number, element: Int32(row.elements)))
          row.elements += 1
        }
      }
      if row.elements > 0 { rows.append(row) }
    }
  }

  private mutating func note(_ alternatives: Substring, _ use: Use) {
    for word in words(of: alternatives) { uses[word].append(use) }
  }

  private mutating func words(of alternatives: Substring) -> [Int] {
    alternatives.parts("|").compactMap { word in
      guard let number = matcher.add(word.withBlanks) else { return nil }
      while roles.count <= number {
        roles.append(.pattern)
        uses.append([])
      }
      return number
    }
  }
}
