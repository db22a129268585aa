import JSON
import NewsModel

/// A line of `newstape analyse`: what an article is about.
struct FacetsObject {
  let facets: Facets
  /// As the input has it; null where it has none.
  let id: ArticleLine.ID?
  /// Whether the words that decided and the rules that they met are told, in the order of the values.
  let explains: Bool

  func write(to line: inout JSONLineWriter) {
    switch id {
    case .number(let number)?: line.member("id", number)
    case .text(let text)?: line.member("id", text)
    case nil: line.member("id", nil)
    }
    line.member("companies", objects: facets.companies.indices) { Self.write(facets.companies[$0], to: &$1) }
    line.member("events", objects: facets.events.indices) { Self.write(facets.events[$0], to: &$1) }
    line.member("topics", facets.topics.map(\.topic.rawValue))
    // `positive`, `negative` or `neutral`.
    line.member("tone", facets.tone?.tone.rawValue ?? "neutral")
    line.member("keywords", facets.keywords)
    // Pieces of the text, a line each.
    line.member("summary", facets.summary.joined(separator: "\n"))
    line.member("figures", objects: facets.figures.indices) { Self.write(facets.figures[$0], to: &$1) }
    if explains { line.member("why") { writeReasons(to: &$0) } }
  }

  private static func write(_ company: CompanyMention, to line: inout JSONLineWriter) {
    write(company.listing, to: &line)
    line.member("name", company.name)
    // The other companies that the name may mean.
    line.member("others", objects: company.others.indices) { write(company.others[$0], to: &$1) }
  }

  private static func write(_ listing: Listing, to line: inout JSONLineWriter) {
    line.member("code", listing.code)
    line.member("exchange", listing.exchange.rawValue)
  }

  private static func write(_ event: NewsEvent, to line: inout JSONLineWriter) {
    line.member("kind", event.kind.rawValue)
    line.member("detail", event.detail)
    line.member("direction", event.direction?.rawValue)
    if let amount = event.amount {
      line.member("amount") { line in
        write(amount.range, to: &line)
        // A code of ISO 4217, `shares`, a price as `CNY/share`, or the word of the text.
        line.member("unit", amount.unit.name)
      }
    } else {
      line.member("amount", nil)
    }
    if let percentage = event.percentage {
      line.member("percentage") { write(percentage, to: &$0) }
    } else {
      line.member("percentage", nil)
    }
    line.member("actor", event.actor)
  }

  private static func write(_ figure: Figure, to line: inout JSONLineWriter) {
    write(figure.range, to: &line)
    line.member("unit", figure.measure.unitName)
    line.member("quote", figure.quote)
  }

  /// Both bounds are equal where one number stands.
  private static func write(_ bounds: ClosedRange<Double>, to line: inout JSONLineWriter) {
    line.member("from", bounds.lowerBound)
    line.member("to", bounds.upperBound)
  }

  private func writeReasons(to line: inout JSONLineWriter) {
    write(facets.companies.map(\.evidence), as: "companies", to: &line)
    write(facets.events.map(\.evidence), as: "events", to: &line)
    write(facets.topics.map(\.evidence), as: "topics", to: &line)
    write(facets.tone?.evidence ?? [], as: "tone", to: &line)
  }

  private func write(_ reasons: [Evidence], as key: StaticString, to line: inout JSONLineWriter) {
    line.member(key, objects: reasons.indices) { Self.write(reasons[$0], to: &$1) }
  }

  private static func write(_ evidence: Evidence, to line: inout JSONLineWriter) {
    line.member("quote", evidence.quote)
    line.member("rule", evidence.rule)
    line.member("isInTitle", evidence.isInTitle)
    // Whether the rule is one of the reader's own.
    line.member("isOwn", evidence.isOwn)
  }
}

extension Figure.Measure {
  /// As that of a sum, or `%`, or `percentage points`.
  fileprivate var unitName: String {
    switch self {
    case .amount(let unit): unit.name
    case .percent: "%"
    case .percentagePoints: "percentage points"
    }
  }
}
