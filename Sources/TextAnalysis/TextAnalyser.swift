package import NewsModel

/// Reads what an article is about from its words. Pure: the same words and tables give the same facets.
package struct TextAnalyser: Sendable {
  package static let shared = TextAnalyser()

  /// Grows with every change of a table or a rule, so that a store can tell that its facets are old.
  package static let version: Int64 = 3

  private let companies = CompanyReader()
  private let events = EventReader()
  private let figures = FigureReader()
  private let topics = TopicReader()
  private let tone = ToneReader()
  private let keywords = KeywordReader()
  private let summary = SummaryReader()

  package init() {}

  /// - Parameters:
  ///   - title: empty where there is none; the first sentences of the text then stand for it.
  ///   - text: the plain text of the body.
  package func facets(title: String, text: String) -> Facets {
    let read = AnalysedText(title: title, text: text)
    var facets = subject(of: read)
    facets.keywords = keywords.keywords(of: read)
    facets.summary = summary.summary(of: read, keywords: facets.keywords)
    facets.figures = figures.figures(in: read)
    return facets
  }

  /// What a store keeps of an article's facets: a company stands under its main listing, whichever the article names.
  ///
  /// - Parameter needsKeywords: false where the article has tags of its own, which say more.
  package func values(title: String, text: String, needsKeywords: Bool) -> FacetValues {
    let read = AnalysedText(title: title, text: text)
    var facets = subject(of: read)
    if needsKeywords { facets.keywords = keywords.keywords(of: read) }
    var values = FacetValues(facets)
    values.companies = values.companies.reduce(into: []) { names, name in
      let main = CompanyTable.shared.entry(code: name)?.listings.first?.name ?? name
      if !names.contains(main) { names.append(main) }
    }
    return values
  }

  /// The words by which an article names companies, as it writes them, in the order of the text.
  package func companyWords(title: String, text: String) -> [String] {
    companies.words(in: AnalysedText(title: title, text: text))
  }

  /// Companies, events, topics and tone, which look at each other.
  private func subject(of read: AnalysedText) -> Facets {
    let companies = companies.mentions(in: read)
    let about = topics.topics(of: read, companies: companies)
    let events = events.events(
      in: read, isPublicAffair: about.isPublicAffair, namesCompany: !companies.isEmpty)
    let namesCompany = companies.contains { $0.evidence.isInTitle }
    return Facets(
      companies: companies, events: events, topics: about.topics,
      tone: about.isPublicAffair ? nil : tone.tone(of: read, namesCompany: namesCompany, events: events))
  }
}
