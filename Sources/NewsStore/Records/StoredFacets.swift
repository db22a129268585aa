import NewsModel

/// What was read from an article's words, by the numbers of the terms: what it is counted by, and the figures of its events.
///
/// Written as words with blanks between them: a letter for the kind and a number, of an event also the number of its finer kind, a sign
/// where it is good or bad, and its figures, as in `c12 e40.41-=50000000~100000000CNY%-30 t7 n5 k900`. Most articles need some forty
/// bytes.
struct StoredFacets: Equatable {
  struct Value: Equatable {
    var kind: TermKind
    var term: Int64
    /// The finer kind of an event, a term as well.
    var detail: Int64?
    var direction: Tone?
    var figures: Figures?
  }

  /// Of an event.
  struct Figures: Equatable {
    var amount: ClosedRange<Double>?
    /// The code of a currency; `shares`, or what else is counted.
    var unit = ""
    var percentage: ClosedRange<Double>?
  }

  private let text: String

  private static let blank = UInt8(ascii: " ")
  /// Read anew each time: most rows are counted and listed without a look at them.
  ///
  /// Words that mean nothing are left out, as they may be of a newer program. Linear.
  var values: [Value] { text.utf8.split(separator: Self.blank).compactMap { Value($0) } }

  /// - Parameter text: as a row has it, with the blanks that fill it up.
  init(_ text: String = "") { self.text = text }

  init(_ values: [Value]) { text = values.map(\.text).joined(separator: " ") }

  /// What a row keeps: filled up with blanks to the length that the facets of most articles have.
  ///
  /// Rows are written before anybody looks at their words. A row that grew then would be moved, and the pages of the table, which are
  /// filled to the brim by an import, would be left a third empty.
  ///
  /// - Parameter hasTags: whether the page brought tags, so that the article needs no keywords.
  func text(hasTags: Bool) -> String {
    let filling = hasTags ? Self.shortFilling : Self.longFilling
    // Those of articles that come in, which nobody has looked at, are all blank.
    if text.isEmpty { return filling }
    return text.utf8.count < filling.utf8.count ? text + filling.dropFirst(text.utf8.count) : text
  }

  private static let shortFilling = String(repeating: " ", count: 24)
  private static let longFilling = String(repeating: " ", count: 48)

  /// Blanks at the end make no difference.
  static func == (a: StoredFacets, b: StoredFacets) -> Bool { a.words.elementsEqual(b.words) }

  private var words: Substring.UTF8View {
    var words = text[...].utf8
    while words.last == Self.blank { words.removeLast() }
    return words
  }

  /// Every term with its kind, each once.
  var terms: [(kind: TermKind, id: Int64)] {
    var result: [(kind: TermKind, id: Int64)] = []
    for value in values {
      for term in [value.term] + (value.detail.map { [$0] } ?? []) where !result.contains(where: { $0.id == term }) {
        result.append((value.kind, term))
      }
    }
    return result
  }

  func terms(of kind: TermKind) -> [Int64] { terms.filter { $0.kind == kind }.map(\.id) }

  func hasFigure(_ condition: FigureCondition) -> Bool {
    values.contains { value in
      switch condition.measure {
      case .change: value.figures?.percentage.map(condition.holds) ?? false
      case .amount(let unit):
        value.figures?.amount.map { value.figures?.unit == unit.name && condition.holds($0) } ?? false
      }
    }
  }

  /// Puts a term in the place of another one.
  mutating func replace(_ term: Int64, with other: Int64) {
    self = StoredFacets(
      values.map { value in
        var value = value
        if value.term == term { value.term = other }
        if value.detail == term { value.detail = other }
        return value
      })
  }
}

extension StoredFacets.Figures {
  /// Nil where an event has no figures.
  init?(_ event: EventValue) {
    guard event.amount != nil || event.percentage != nil else { return nil }
    amount = event.amount?.range
    percentage = event.percentage
    // Whatever a text counts, its word ends where a figure or a word does.
    unit = (event.amount?.unit.name ?? "").filter { $0 != "%" && $0 != " " }
  }

  var whole: Amount? { amount.map { Amount(range: $0, unit: AmountUnit(name: unit)) } }
}

extension TermKind {
  /// The letter of a facet; nil for what comes with the article.
  fileprivate var letter: UInt8? {
    switch self {
    case .everything, .source, .label, .tag: nil
    case .company: UInt8(ascii: "c")
    case .event: UInt8(ascii: "e")
    case .topic: UInt8(ascii: "t")
    case .tone: UInt8(ascii: "n")
    case .keyword: UInt8(ascii: "k")
    }
  }

  fileprivate static func facet(_ letter: UInt8) -> TermKind? { allCases.first { $0.letter == letter } }
}

extension StoredFacets.Value {
  fileprivate var text: String {
    guard let letter = kind.letter else { return "" }
    var text = String(UnicodeScalar(letter)) + String(term)
    if let detail { text += "." + String(detail) }
    if let direction { text += direction == .positive ? "+" : "-" }
    if let amount = figures?.amount { text += "=" + amount.text + (figures?.unit ?? "") }
    if let percentage = figures?.percentage { text += "%" + percentage.text }
    return text
  }

  fileprivate init?(_ word: Substring.UTF8View) {
    guard let first = word.first, let kind = TermKind.facet(first) else { return nil }
    var rest = word.dropFirst()
    guard let term = rest.takeNumber() else { return nil }
    self.init(kind: kind, term: term)
    if rest.take(UInt8(ascii: ".")) { detail = rest.takeNumber() }
    direction = rest.take(UInt8(ascii: "+")) ? .positive : rest.take(UInt8(ascii: "-")) ? .negative : nil
    guard !rest.isEmpty else { return }
    var figures = StoredFacets.Figures()
    if rest.take(UInt8(ascii: "=")) {
      figures.amount = rest.takeRange()
      figures.unit = String(decoding: rest.prefix { $0 != UInt8(ascii: "%") }, as: UTF8.self)
      rest = rest.drop { $0 != UInt8(ascii: "%") }
    }
    if rest.take(UInt8(ascii: "%")) { figures.percentage = rest.takeRange() }
    self.figures = figures
  }
}

extension ClosedRange<Double> {
  fileprivate var text: String {
    lowerBound == upperBound ? Self.text(lowerBound) : Self.text(lowerBound) + "~" + Self.text(upperBound)
  }

  private static func text(_ number: Double) -> String {
    number.rounded() == number && number.magnitude < 1e18 ? String(Int64(number)) : String(number)
  }
}

extension Substring.UTF8View {
  fileprivate mutating func take(_ byte: UInt8) -> Bool {
    guard first == byte else { return false }
    removeFirst()
    return true
  }

  fileprivate mutating func takeNumber() -> Int64? {
    let digits = prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    self = dropFirst(digits.count)
    return Int64(Substring(digits))
  }

  fileprivate mutating func takeRange() -> ClosedRange<Double>? {
    guard let lower = takeDouble() else { return nil }
    guard take(UInt8(ascii: "~")), let upper = takeDouble(), upper >= lower else { return lower...lower }
    return lower...upper
  }

  private mutating func takeDouble() -> Double? {
    // An exponent has its sign; units are letters other than e.
    let number = prefix { byte in
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "e")
    }
    self = dropFirst(number.count)
    return Double(Substring(number))
  }
}

extension FigureCondition {
  /// For `has_figure`: comparison, number and unit with blanks between them; a change has no unit.
  var encoded: String {
    let unit = if case .amount(let unit) = measure { " " + unit.name } else { "" }
    return comparison.rawValue + " " + String(value) + unit
  }

  init?(encoded text: String) {
    let parts = text.split(separator: " ", maxSplits: 2)
    guard parts.count >= 2, let comparison = Comparison(rawValue: String(parts[0])), let value = Double(parts[1]) else {
      return nil
    }
    self.init(parts.count == 2 ? .change : .amount(AmountUnit(name: String(parts[2]))), comparison, value)
  }
}
