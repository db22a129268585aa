package import NewsModel

/// Reads what an article is about from its words. Pure: the same words and tables give the same facets.
package struct TextAnalyser: Sendable {
  package static let shared = TextAnalyser()

  /// Grows with every change of a table or a rule, so that a store can tell that its facets are old.
  package static let version: Int64 = 1

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
    let companies = companies.mentions(in: read)
    let about = topics.topics(of: read, companies: companies)
    let events = events.events(in: read, isPublicAffair: about.isPublicAffair)
    let namesCompany = companies.contains { $0.evidence.isInTitle }
    let keywords = keywords.keywords(of: read)
    return Facets(
      companies: companies, events: events, topics: about.topics,
      tone: about.isPublicAffair ? nil : tone.tone(of: read, namesCompany: namesCompany, events: events),
      keywords: keywords, summary: summary.summary(of: read, keywords: keywords), figures: figures.figures(in: read))
  }
}
