package import NewsModel
import Synchronization
import TextBasics

/// Reads what an article is about from its words. Pure: the same words and tables give the same facets.
package struct TextAnalyser: Sendable {
  /// By the tables of the program alone.
  package static let builtIn = TextAnalyser()

  /// Grows with every change of a table or a rule, so that a store can tell that its facets are old.
  package static let version: Int64 = 4

  /// What the reader taught it.
  package let own: OwnTables
  /// The rows of the reader's own that name what no table knows.
  package let mistakes: [OwnTables.Mistake]
  package let companies: CompanyTable
  let events: EventTable

  private let companyReader: CompanyReader
  private let eventReader: EventReader
  private let figures = FigureReader()
  private let topics: TopicReader
  private let tone: ToneReader
  private let keywords: KeywordReader
  /// Folded words that are no keywords, whatever they weigh.
  private let silent: Set<String>
  private let summary = SummaryReader()

  /// Some milliseconds, where there are rows of the reader's own.
  package init(own: OwnTables = OwnTables()) {
    self.own = own
    var companies = CompanyTable.shared
    var (chinese, english) = (ToneTable.chinese, ToneTable.english)
    // The standard one is made when the first keywords are asked for.
    var keywords = own.rows.contains { $0.kind == .notKeyword } ? KeywordTable.standard : nil
    if !own.isEmpty {
      mistakes = companies.join(own)
      chinese.join(own)
      english.join(own)
      silent = keywords?.join(own) ?? []
    } else {
      (mistakes, silent) = ([], [])
    }
    events = own.isEmpty ? .shipped : EventTable(rows: EventPatternRows.rows.parts(","), own: own)
    self.companies = companies
    companyReader = CompanyReader(companies)
    eventReader = EventReader(events)
    topics = TopicReader(exclusions: TopicExclusions(own))
    tone = ToneReader(chinese: chinese, english: english)
    self.keywords = KeywordReader(table: keywords)
  }

  /// - Parameters:
  ///   - title: empty where there is none; the first sentences of the text then stand for it.
  ///   - text: the plain text of the body.
  package func facets(title: String, text: String) -> Facets {
    let read = AnalysedText(title: title, text: text)
    var facets = subject(of: read)
    facets.keywords = keywords(of: read)
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
    if needsKeywords { facets.keywords = keywords(of: read) }
    var values = FacetValues(facets)
    values.companies = facets.companies.reduce(into: []) { names, mention in
      let main = storedName(of: mention.listing)
      if !names.contains(main) { names.append(main) }
    }
    return values
  }

  /// The words by which an article names companies, as it writes them, in the order of the text, with what a store calls each company.
  package func companyWords(title: String, text: String) -> [(word: String, company: String)] {
    companyReader.words(in: AnalysedText(title: title, text: text)).map { ($0.word, companies.entry($0.company).code) }
  }

  /// What a store calls the company of a listing: by its main one.
  package func storedName(of listing: Listing) -> String {
    companies.entry(code: listing.name)?.listings.first?.name ?? listing.name
  }

  /// Companies, events, topics and tone, which look at each other.
  private func subject(of read: AnalysedText) -> Facets {
    let found = companyReader.found(in: read)
    let companies = found.mentions
    let about = topics.topics(of: read, companies: companies, names: found.names)
    var events = eventReader.events(
      in: read, isPublicAffair: about.isPublicAffair, namesCompany: !companies.isEmpty, names: found.names)
    let namesCompany = companies.contains { $0.evidence.isInTitle }
    let hasSubject = namesCompany || ToneSubjects.areNamed(in: read, events)
    let tone =
      about.isPublicAffair || !hasSubject
      ? nil : tone.tone(of: read, namesCompany: namesCompany, names: found.names, events: events)
    // What the text tells against the words of the headline is background.
    if let tone = tone?.tone {
      events.removeAll { !$0.evidence.isInTitle && !read.title.isEmpty && ($0.direction ?? tone) != tone }
    }
    return Facets(companies: companies, events: events, topics: about.topics, tone: tone)
  }

  private func keywords(of read: AnalysedText) -> [String] {
    let words = keywords.keywords(of: read)
    return silent.isEmpty ? words : words.filter { !silent.contains(Folding.fold($0)) }
  }
}

// MARK: - The analyser that the whole program asks

/// A program has one reader, and what companies are called is asked from many places: queries, titles, the queue of the store. There is
/// therefore one place for it in the process, as there is for the log. The program alone puts a reader's own tables there, so that
/// tests see those of the program.
extension TextAnalyser {
  private struct Place {
    /// Nil where nobody has said where they come from: the reader has none.
    var read: (@Sendable () -> OwnTables)?
    var own: OwnTables?
    var tags: TagNames?
    var analyser: TextAnalyser?

    mutating func tables() -> OwnTables {
      let tables = own ?? read?() ?? OwnTables()
      own = tables
      return tables
    }
  }

  private static let place = Mutex(Place())

  /// Reads the reader's own tables when it is asked the first time.
  package static var current: TextAnalyser {
    place.withLock { place in
      if let analyser = place.analyser { return analyser }
      let own = place.tables()
      let analyser = own.isEmpty ? .builtIn : TextAnalyser(own: own)
      place.analyser = analyser
      return analyser
    }
  }

  /// The reader's own tables. No table of the program is loaded for them.
  package static var ownTables: OwnTables { place.withLock { $0.tables() } }

  /// What the reader calls the tags of pages. No table of the program is loaded for it.
  package static var tagNames: TagNames {
    place.withLock { place in
      let tags = place.tags ?? TagNames(place.tables())
      place.tags = tags
      return tags
    }
  }

  /// Says where the reader's own tables come from. Nothing is read yet.
  package static func takeOwnTables(from read: @escaping @Sendable () -> OwnTables) {
    place.withLock { $0 = Place(read: read) }
  }

  /// Goes on with other tables, which take some milliseconds to be joined: whoever draws calls this on another thread.
  package static func use(_ own: OwnTables) {
    let analyser = TextAnalyser(own: own)
    place.withLock { place in
      place.own = own
      place.tags = TagNames(own)
      place.analyser = analyser
    }
  }
}
