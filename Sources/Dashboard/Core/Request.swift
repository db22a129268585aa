package import Configuration
package import NewsModel
package import TextAnalysis
package import TextBasics

/// A question to the library, together with what becomes of its answer: a value, asked beside the screen.
///
/// The response belongs to the request by its type: whoever asks for a number cannot be handed a list.
protocol Request: Hashable, Sendable {
  associatedtype Response: Sendable

  static var slot: RequestSlot { get }

  /// Reads the response; blocks until the library has it.
  func response(from library: some Library) throws -> Response

  /// What the response means for the dashboard.
  func event(for response: Response) -> DashboardEvent
}

/// What a request is for. Of each slot only the newest request counts: responses to older ones are dropped.
package enum RequestSlot: Hashable, Sendable, CaseIterable {
  /// A list, from one of its ends or around an article.
  case feed
  /// Headlines next to those that are loaded, fetched before the reader gets there.
  case feedMargin
  case feedUpdate
  case feedTotal
  case feedPosition
  /// What a search has to look through article by article.
  case unindexed
  /// What lies beyond the calendar by which a list is filtered.
  case beyondCalendar
  /// Finds an article of the list outside of what is loaded.
  case target
  case reader
  /// An article that something is done with.
  case articleUse
  case statisticsPane
  case statisticsPage
  /// Whether the news of the companies on the page is good or bad.
  case companyTones
  case calendar
  case picker
  /// How many articles the choice in a list would show.
  case pickerCount
  case completion
  case saved
  case savedTotals
  case savedPreview
  /// The number of articles that a question is about.
  case confirmation
  case undo
  case sources
  case discovery
  /// The newest news of the company that is shown.
  case companyNews
  /// What is counted of its news.
  case companyNumbers
  /// The companies that a name or a code means.
  case companySearch
  /// What saved queries list that are noticed.
  case desktopNotices
  /// How many articles have arrived since the last visit.
  case newCount
  /// Of how many articles as of a moment the arrival is not known.
  case unknownArrivals
  /// A theme that is looked at or chosen.
  case theme
  /// What is read of one article.
  case facets
}

/// Tells one request from the others of its slot.
package struct RequestNumber: Hashable, Sendable {
  package let slot: RequestSlot
  let value: Int
}

/// A request on its way to the library.
package struct AskedRequest: Sendable {
  package let number: RequestNumber
  let request: any Request

  package var slot: RequestSlot { number.slot }

  /// Reads the response; blocks until the library has it.
  ///
  /// - Throws: what the library throws.
  package func response(from library: some Library) throws -> Response { try response(to: request, from: library) }

  private func response(to request: some Request, from library: some Library) throws -> Response {
    Response(try request.response(from: library), to: request, number)
  }
}

extension AskedRequest: Hashable {
  package static func == (a: AskedRequest, b: AskedRequest) -> Bool {
    a.number == b.number && AnyHashable(a.request) == AnyHashable(b.request)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(number)
    hasher.combine(request)
  }
}

/// What the library has answered to a request of the same number, as the event that it is for the dashboard.
package struct Response: Sendable {
  let number: RequestNumber
  let event: DashboardEvent

  init<Asked: Request>(_ response: Asked.Response, to request: Asked, _ number: RequestNumber) {
    self.number = number
    event = request.event(for: response)
  }
}

/// What the dashboard reads: the store, for feeds at an address the web, for themes their files. Every call blocks, and may be stopped
/// from outside.
package protocol Library {
  /// In the order of the query; what is asked for by relevance by publish time.
  func headlines(matching query: Query, from cursor: PageCursor, limit: Int) throws -> HeadlinePage
  /// The headlines around an article, at most `limit` on either side.
  func headlines(around key: ArticleKey, matching query: Query, limit: Int) throws -> HeadlineWindow
  /// Of the newest articles of a query those that are most about its words, best first.
  func mostRelevant(to query: Query, limit: Int) throws -> [Headline]
  func count(_ query: Query) throws -> Int
  /// How many articles the search index does not hold yet.
  func unindexedCount() throws -> Int
  /// How many articles nobody has read for facets yet.
  func unanalysedCount() throws -> Int
  /// How many articles stand before a place in the list of the query.
  func position(of place: ArticlePlace, in query: Query) throws -> Int
  /// Nil where there is no such article any more, or was none at the moment; without a moment it is that of now.
  func article(_ key: ArticleKey, asOf moment: Timestamp?) throws -> Article?
  /// All that an article said until the moment, oldest first; without a moment until now.
  func history(of key: ArticleKey, asOf moment: Timestamp?) throws -> [KeptVersion]
  /// The companies that an article speaks of.
  func companies(of article: Article) throws -> ArticleCompanies
  /// What the reader called wrong in an article.
  func wrongFacets(of key: ArticleKey) throws -> [FacetTerm]
  /// - Parameters:
  ///   - span: nil for the time that the query itself states.
  ///   - fields: those whose most frequent values are named.
  func statistics(_ query: Query, over span: StatisticsSpan?, fields: [TermField]) throws -> Statistics
  /// How many articles of what was counted are good news for each of the companies, and how many bad.
  func tones(of companies: [String], in request: StatisticsRequest) throws -> [String: ToneCounts]
  /// What is counted of the news of a company, by the name under which the store keeps it.
  func companyCounts(of company: String, asOf moment: Timestamp?, over span: StatisticsSpan) throws -> CompanyCounts
  /// The company of a code, in any of its forms; nil where no table knows it.
  func company(_ code: String) -> CompanyTable.Entry?
  /// The companies that a reader means by a code, a name, or how a name is read.
  func companies(meant typed: String) -> [CompanyTable.Entry]
  /// The companies that may be meant as long as that is still being typed.
  func companies(completing typed: String) -> [CompanyTable.Entry]
  /// The values of fields within a query, with their counts, most frequent first; at most `limit` of each.
  func terms(_ fields: [TermField], matching query: Query, limit: Int) throws -> [TermField: [TermCount]]
  /// What the reader keeps: saved queries and rules.
  /// The hosts of articles' addresses, the most frequent ones first.
  func hosts(limit: Int) throws -> [String]
  func collection() throws -> SavedCollection
  /// The changes of many articles that can be undone, newest first.
  func undoSteps() throws -> [UndoStep]
  /// What the reader follows, and how it is doing.
  func subscriptions() throws -> [SubscriptionOverview]
  /// The feeds at an address, as the reader typed it.
  func feeds(at address: String) throws -> FeedSearchResult
  func theme(named name: String) throws -> LoadedTheme
}

/// The companies that an article speaks of, and how.
package struct ArticleCompanies: Hashable, Sendable {
  /// A text that names a company.
  package struct Naming: Hashable, Sendable {
    package var text: String
    /// The name under which the store keeps the company.
    package var company: String

    package init(_ text: String, _ company: String) {
      self.text = text
      self.company = company
    }
  }

  /// As they are shown, `云杉动力 600000.SH`, those named first before the others.
  package var titles: [Naming]
  /// Every word of title and text that names one, as it is written, in their order.
  package var words: [Naming]

  package init(titles: [Naming] = [], words: [Naming] = []) {
    self.titles = titles
    self.words = words
  }
}

/// What was found at an address that may be that of a feed.
package enum FeedSearchResult: Hashable, Sendable {
  /// Feeds of the address; others than was expected where it answered something else.
  case found([FoundFeed], insteadOf: UnexpectedAnswer? = nil)
  /// Nothing answered over `https`, which was assumed; with why, and the address to try next.
  case unanswered(SafeText, overHTTP: String)
}

/// What the files of a theme hold.
package struct LoadedTheme: Sendable {
  /// Nil where there is none of that name, or none that can be used.
  package var theme: Theme?
  /// What is wrong with it, in words.
  package var problems: [SafeText]

  package init(theme: Theme?, problems: [SafeText] = []) {
    self.theme = theme
    self.problems = problems
  }
}
