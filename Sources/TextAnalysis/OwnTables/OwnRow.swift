package import NewsModel
import TextBasics

/// One thing that a reader teaches the analysis.
package enum OwnRow: Hashable, Sendable {
  /// A company: one that the tables of the program do not have, or another name to show for one that they have.
  ///
  /// - code: empty for a company that is listed nowhere.
  case company(name: String, code: String, otherNames: [String])
  /// Another name of a company, which is told by a code or by a name.
  case alias(word: String, company: String)
  /// A word or a code that never means a company; where none is named, no company at all.
  case notCompany(word: String, company: String?)
  /// A pattern in the form of `data/events/patterns.txt`.
  case event(pattern: String, kind: EventKind, detail: String?, direction: Tone?)
  /// Words on which no rule of a kind of event fires; none of any kind where no kind is named.
  case notEvent(word: String, kind: EventKind?)
  /// Words that do not speak for a topic; for none where no topic is named.
  case notTopic(word: String, topic: Topic?)
  /// From -3 to 3; 0 for a word that tells no tone.
  case tone(word: String, weight: Int)
  case notKeyword(word: String)
  /// A tag of pages and the name under which it is shown, which may be that of another one.
  case tag(word: String, name: String)
  /// A tag that is not shown.
  case notTag(word: String)

  /// What a row is, as its first column says it.
  package enum Kind: String, CaseIterable, Sendable {
    case company
    case alias
    case notCompany = "not-company"
    case event
    case notEvent = "not-event"
    case notTopic = "not-topic"
    case tone
    case notKeyword = "not-keyword"
    case tag
    case notTag = "not-tag"

    package var chineseName: String {
      switch self {
      case .company: "公司"
      case .alias: "别名"
      case .notCompany: "非公司"
      case .event: "事件"
      case .notEvent: "非事件"
      case .notTopic: "非分类"
      case .tone: "倾向"
      case .notKeyword: "非关键词"
      case .tag: "标签"
      case .notTag: "非标签"
      }
    }

    init?(name: String) {
      let name = name.lowercased()
      guard let kind = Self.allCases.first(where: { $0.rawValue == name || $0.chineseName == name }) else { return nil }
      self = kind
    }

    /// How many columns a row has, its kind included.
    var columns: ClosedRange<Int> {
      switch self {
      case .company: 2...20
      case .alias: 3...3
      case .notCompany: 2...3
      case .event: 3...5
      case .notEvent, .notTopic: 2...3
      case .tone: 3...3
      case .notKeyword, .notTag: 2...2
      case .tag: 3...3
      }
    }
  }

  package var kind: Kind {
    switch self {
    case .company: .company
    case .alias: .alias
    case .notCompany: .notCompany
    case .event: .event
    case .notEvent: .notEvent
    case .notTopic: .notTopic
    case .tone: .tone
    case .notKeyword: .notKeyword
    case .tag: .tag
    case .notTag: .notTag
    }
  }

  /// Whether it is about tags of pages, and nothing that is read of articles follows from it.
  package var isOfTags: Bool {
    switch self {
    case .tag, .notTag: true
    case .company, .alias, .notCompany, .event, .notEvent, .notTopic, .tone, .notKeyword: false
    }
  }

  /// The row as its file has it, without the ends of lines.
  package var text: String {
    var columns = [kind.rawValue]
    switch self {
    case .company(let name, let code, let others): columns += [name, code] + others
    case .alias(let word, let company): columns += [word, company]
    case .notCompany(let word, let company): columns += [word, company ?? ""]
    case .event(let pattern, let kind, let detail, let direction):
      columns += [pattern, kind.rawValue, detail ?? "", direction.map { $0 == .positive ? "+" : "-" } ?? ""]
    case .notEvent(let word, let kind): columns += [word, kind?.rawValue ?? ""]
    case .notTopic(let word, let topic): columns += [word, topic?.rawValue ?? ""]
    case .tone(let word, let weight): columns += [word, weight > 0 ? "+\(weight)" : "\(weight)"]
    case .notKeyword(let word), .notTag(let word): columns += [word]
    case .tag(let word, let name): columns += [word, name]
    }
    while columns.last == "" { columns.removeLast() }
    return columns.joined(separator: "\t")
  }

  /// The row as a message names it.
  package var shown: String { text.split(separator: "\t").joined(separator: " ") }

  /// Words of which an article must have one so that the row can mean something to it.
  package var words: [String] {
    switch self {
    case .company(let name, let code, let others): [name] + others + (code.isEmpty ? [] : [Self.bare(code)])
    case .alias(let word, _), .notCompany(let word, _), .notEvent(let word, _), .notTopic(let word, _),
      .tone(let word, _), .notKeyword(let word):
      [word]
    case .event(let pattern, _, _, _): Self.firstWords(of: pattern)
    case .tag, .notTag: []
    }
  }

  /// A code without the letters of its exchange, as most articles have it.
  private static func bare(_ code: String) -> String { String(code.prefix { $0 != "." }) }

  private static func firstWords(of pattern: String) -> [String] {
    let element = pattern.split(separator: " ").first { !Self.isMark($0) } ?? ""
    return element.split(separator: "|").map { word in
      String(word.map { $0 == "_" ? " " : $0 }).trimmingSuffix("*")
    }
  }

  /// Whether a part of a pattern is no element that must be met.
  static func isMark(_ part: Substring) -> Bool { part == "?" || part.first == "!" || part.first == "@" }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: Character) -> String { last == suffix ? String(dropLast()) : self }
}

// MARK: - Reading

extension OwnRow {
  /// What a column says, with its number; the kind of a row is column 0.
  struct Columns {
    let fields: [String]

    /// The field, or nil where it is missing or empty.
    func optional(_ index: Int) -> String? {
      fields.indices.contains(index) && !fields[index].isEmpty ? fields[index] : nil
    }

    func required(_ index: Int) throws(Refusal) -> String {
      guard let field = optional(index) else { throw Refusal(.columnMissing, column: index) }
      return field
    }
  }

  struct Refusal: Error {
    let reason: OwnTables.Mistake.Reason
    let column: Int

    init(_ reason: OwnTables.Mistake.Reason, column: Int) {
      self.reason = reason
      self.column = column
    }
  }

  init(_ columns: Columns) throws(Refusal) {
    guard let kind = Kind(name: columns.fields[0]) else { throw Refusal(.unknownKind(columns.fields[0]), column: 0) }
    guard columns.fields.count <= kind.columns.upperBound else {
      throw Refusal(.tooManyColumns, column: kind.columns.upperBound)
    }
    switch kind {
    case .company:
      let others = columns.fields.dropFirst(3).filter { !$0.isEmpty }
      self = .company(name: try columns.required(1), code: columns.optional(2) ?? "", otherNames: others)
    case .alias: self = .alias(word: try columns.required(1), company: try columns.required(2))
    case .notCompany: self = .notCompany(word: try columns.required(1), company: columns.optional(2))
    case .event: self = try Self.event(columns)
    case .notEvent: self = .notEvent(word: try columns.required(1), kind: try Self.eventKind(columns, 2))
    case .notTopic: self = .notTopic(word: try columns.required(1), topic: try Self.topic(columns, 2))
    case .tone: self = .tone(word: try columns.required(1), weight: try Self.weight(columns, 2))
    case .notKeyword: self = .notKeyword(word: try columns.required(1))
    case .tag: self = .tag(word: try columns.required(1), name: try columns.required(2))
    case .notTag: self = .notTag(word: try columns.required(1))
    }
  }

  private static func event(_ columns: Columns) throws(Refusal) -> OwnRow {
    let pattern = try columns.required(1)
    guard pattern.split(separator: " ").contains(where: { !isMark($0) }) else {
      throw Refusal(.emptyPattern, column: 1)
    }
    guard let kind = try eventKind(columns, 2) else { throw Refusal(.columnMissing, column: 2) }
    let detail = columns.optional(3)
    if detail?.contains(" ") == true { throw Refusal(.blankInDetail, column: 3) }
    return .event(pattern: pattern, kind: kind, detail: detail, direction: try direction(columns, 4))
  }

  private static func eventKind(_ columns: Columns, _ index: Int) throws(Refusal) -> EventKind? {
    guard let name = columns.optional(index) else { return nil }
    guard let kind = EventKind(name: name) else { throw Refusal(.unknownEvent(name), column: index) }
    return kind
  }

  private static func topic(_ columns: Columns, _ index: Int) throws(Refusal) -> Topic? {
    guard let name = columns.optional(index) else { return nil }
    guard let topic = Topic(name: name) else { throw Refusal(.unknownTopic(name), column: index) }
    return topic
  }

  private static func direction(_ columns: Columns, _ index: Int) throws(Refusal) -> Tone? {
    switch columns.optional(index) {
    case nil, "0": return nil
    case "+": return .positive
    case "-": return .negative
    case let text?:
      guard let tone = Tone(name: text) else { throw Refusal(.badDirection(text), column: index) }
      return tone
    }
  }

  private static func weight(_ columns: Columns, _ index: Int) throws(Refusal) -> Int {
    let text = try columns.required(index)
    switch Tone(name: text) {
    case .positive: return 3
    case .negative: return -3
    case nil:
      if ["neutral", "中性"].contains(text.lowercased()) { return 0 }
      guard let weight = Int(text), -3...3 ~= weight else { throw Refusal(.badTone(text), column: index) }
      return weight
    }
  }
}
