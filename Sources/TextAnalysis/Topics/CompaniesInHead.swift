import NewsModel
import TextBasics

/// The listed companies that the head of an article names, as far as they tell its topics.
struct CompaniesInHead {
  /// Where the first one stands.
  private(set) var first: Range<Int>?
  private(set) var count = 0
  private(set) var regions: Set<Topic> = []

  /// No head names more that count.
  private static let limit = 8

  init(_ companies: [CompanyMention], _ text: AnalysedText, _ lead: TopicLead) {
    for company in companies.prefix(Self.limit) {
      guard let place = text.bytes.place(of: Folding.fold(company.evidence.quote), lead.range.lowerBound..<lead.headEnd)
      else { continue }
      count += 1
      regions.insert(company.listing.exchange.region)
      if place.lowerBound < (first?.lowerBound ?? .max) { first = place }
    }
  }
}

extension StockExchange {
  fileprivate var region: Topic {
    switch self {
    case .nasdaq, .newYork, .american: .foreign
    case .shanghai, .shenzhen, .beijing, .hongKong, .none: .china
    }
  }
}

extension [UInt8] {
  /// Where a word stands first. Quadratic at worst, in ranges of a headline's size.
  fileprivate func place(of word: String, _ range: Range<Int>) -> Range<Int>? {
    let word = Array(word.utf8)
    guard let first = word.first, range.count >= word.count else { return nil }
    return (range.lowerBound...(range.upperBound - word.count)).first { place in
      self[place] == first && self[place..<place + word.count].elementsEqual(word)
    }.map { $0..<$0 + word.count }
  }
}
