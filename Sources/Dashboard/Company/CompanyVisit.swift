import Foundation
import NewsModel
import Terminal
import TextAnalysis

/// A company that is looked at: what is known of it, what is selected, and where the reader came from.
struct CompanyVisit: Sendable {
  typealias Section = CompanyPage.Section

  /// Something on the page that leads on.
  enum Item: Hashable, Sendable {
    case article(ArticleKey)
    /// All articles, also those that the page does not list.
    case allNews
    case event(CompanyEvent)
    case week(CompanyWeek)
    case company(String)
    case source(String)
  }

  /// The name under which the store keeps the company.
  let code: String
  /// The page that one came from.
  let origin: Page
  /// Nil until it has been read.
  private(set) var news: CompanyNews?
  private(set) var numbers: CompanyNumbers?
  private(set) var section = Section.news
  /// The part that stands beside the news where there is room for two.
  private(set) var second = Section.events
  private var selected: [Section: Int] = [:]
  /// The first row on screen of each list.
  private var offsets: [Section: Int] = [:]

  init(code: String, origin: Page) {
    self.code = code
    self.origin = origin
  }

  /// How many articles there are; nil until they are counted.
  var total: Int? { numbers?.statistics.overall.articles }

  /// Whether it is known that there is nothing to show.
  var isEmpty: Bool { total == 0 && news?.headlines.isEmpty ?? false }

  // MARK: - What is listed

  func count(in section: Section) -> Int {
    switch section {
    case .news: (news?.headlines.count ?? 0) + (listsAll ? 1 : 0)
    case .events: news?.events.count ?? 0
    case .weeks: numbers?.busyWeeks.count ?? 0
    case .companies: numbers?.companions.count ?? 0
    case .sources: numbers?.statistics.sources.count ?? 0
    }
  }

  /// Whether the list ends with a row that leads to all news.
  private var listsAll: Bool { news.map { !$0.headlines.isEmpty } ?? false }

  func item(_ index: Int, in section: Section) -> Item? {
    guard (0..<count(in: section)).contains(index) else { return nil }
    switch section {
    case .news:
      guard let news, index < news.headlines.count else { return .allNews }
      return .article(news.headlines[index].key)
    case .events: return (news?.events[index]).map { .event($0) }
    case .weeks: return (numbers?.busyWeeks[index]).map { .week($0) }
    case .companies: return (numbers?.companions[index]).map { .company($0.name) }
    case .sources: return (numbers?.statistics.sources[index]).map { .source($0.name) }
    }
  }

  /// The article that is selected: of an event its newest, whose title stands there.
  var selectedHeadline: Headline? {
    let index = selectedIndex(in: section)
    guard let news, index < count(in: section) else { return nil }
    switch section {
    case .news: return news.headlines.indices.contains(index) ? news.headlines[index] : nil
    case .events: return news.events[index].headline
    case .weeks, .companies, .sources: return nil
    }
  }

  /// The nearest unread article of the news above or below the selected one; nil where there is none.
  func unread(step: Int) -> Int? {
    guard let headlines = news?.headlines else { return nil }
    let from = section == .news ? selectedIndex(in: .news) + step : selectedIndex(in: .news)
    return stride(from: from, to: step > 0 ? headlines.count : -1, by: step)
      .first { headlines.indices.contains($0) && !headlines[$0].status.isRead }
  }

  var selectedItem: Item? { item(selectedIndex(in: section), in: section) }

  func selectedIndex(in section: Section) -> Int { min(selected[section] ?? 0, max(0, count(in: section) - 1)) }

  func offset(of section: Section) -> Int { offsets[section] ?? 0 }

  /// The range that was counted, as far as the list does not keep to it by itself.
  func countedRange(_ now: Timestamp) -> [Query] {
    guard let statistics = numbers?.statistics, statistics.inRange.articles < statistics.overall.articles else {
      return []
    }
    let range = statistics.request.range
    return [.since(range.lowerBound)] + (range.upperBound <= now ? [.until(range.upperBound)] : [])
  }

  // MARK: - Changing

  /// What was done to articles is seen before they are read anew. A muted one leaves the list.
  mutating func apply(_ change: StatusChange) {
    guard var news else { return }
    news.apply(change)
    keepSelection(of: [.news, .events]) { $0.news = news }
  }

  mutating func show(_ news: CompanyNews) {
    guard news.code == code else { return }
    keepSelection(of: [.news, .events]) { $0.news = news }
  }

  mutating func show(_ numbers: CompanyNumbers) {
    guard numbers.code == code else { return }
    keepSelection(of: [.weeks, .companies, .sources]) { $0.numbers = numbers }
  }

  /// Changes what is listed; what was selected stays so wherever it stands then.
  private mutating func keepSelection(of sections: [Section], _ body: (inout CompanyVisit) -> Void) {
    let before = sections.map { ($0, item(selectedIndex(in: $0), in: $0)) }
    body(&self)
    for (section, item) in before {
      guard let item, selected[section] != nil else { continue }
      let places = 0..<count(in: section)
      selected[section] = places.first { self.item($0, in: section) == item } ?? selectedIndex(in: section)
    }
  }

  mutating func select(_ index: Int, in section: Section) {
    self.section = section
    if section != .news { second = section }
    selected[section] = min(max(0, index), max(0, count(in: section) - 1))
  }

  mutating func move(_ movement: Movement) {
    let index = selectedIndex(in: section)
    switch movement {
    case .lines(let rows): select(index + rows, in: section)
    case .halfPages(let pages), .pages(let pages): select(index + 10 * pages, in: section)
    case .toStart: select(0, in: section)
    case .toEnd: select(count(in: section) - 1, in: section)
    }
  }

  /// Goes to the next part that has something to show; around the end.
  mutating func moveToSection(step: Int) {
    let all = Section.allCases
    var place = all.firstIndex(of: section) ?? 0
    for _ in all {
      place = (place + step + all.count) % all.count
      guard count(in: all[place]) > 0 else { continue }
      return select(selectedIndex(in: all[place]), in: all[place])
    }
  }

  /// Scrolls lists as little as is needed to show their selections.
  mutating func scroll(in room: Rect) {
    for (section, frame) in CompanyArrangement(self, in: room).sections {
      let (index, height) = (selectedIndex(in: section), max(1, frame.body.height))
      let top = min(max(offset(of: section), index - height + 1), index)
      offsets[section] = max(0, min(top, count(in: section) - height))
    }
  }
}

/// Where the parts of the page stand.
struct CompanyArrangement: Hashable {
  let title: Rect
  /// Rows that tell of the company as a whole; none where there is no room.
  let head: Rect
  /// Beside each other, or two above each other, or one alone.
  private(set) var sections: [CompanyPage.Section: Arrangement.Frame] = [:]
  private(set) var vertical: Rect?

  /// Pure: the same input gives the same places.
  init(_ visit: CompanyVisit, in rect: Rect) {
    let (title, below) = rect.splitTop(1)
    let (head, rest) = below.splitTop(rect.height >= 30 ? 2 : rect.height >= 12 ? 1 : 0)
    self.title = title
    self.head = head
    if rest.width >= 100, rest.height >= 18 {
      placeColumns(in: rest)
    } else if rest.height >= 12 {
      let (top, bottom) = rest.splitTop(rest.height / 2)
      sections = [.news: Self.frame(top), visit.second: Self.frame(bottom)]
    } else {
      sections[visit.section] = Self.frame(rest)
    }
  }

  private mutating func placeColumns(in rect: Rect) {
    let (left, others) = rect.splitLeft(rect.width * 11 / 20)
    let right = others.inset(left: 1)
    let (news, weeks) = left.splitTop(left.height - max(7, left.height * 2 / 5))
    let (events, counts) = right.splitTop(right.height - max(7, right.height * 2 / 5))
    let (companies, sources) = counts.splitTop(counts.height / 2)
    sections = [
      .news: Self.frame(news), .weeks: Self.frame(weeks), .events: Self.frame(events),
      .companies: Self.frame(companies), .sources: Self.frame(sources),
    ]
    vertical = others.splitLeft(1).left
  }

  private static func frame(_ rect: Rect) -> Arrangement.Frame {
    let (title, body) = rect.splitTop(1)
    return Arrangement.Frame(title: title, body: body)
  }
}

// MARK: - Reading

/// The newest news of a company, and what the tables know of it.
struct CompanyNews: Hashable, Sendable {
  let code: String
  /// Nil where no table knows the company.
  let profile: CompanyTable.Entry?
  private(set) var headlines: [Headline]
  /// Whether there are older ones.
  let hasMore: Bool
  private(set) var events: [CompanyEvent]

  fileprivate mutating func apply(_ change: StatusChange) {
    let keys = Set(change.keys)
    for index in headlines.indices where keys.contains(headlines[index].key) { headlines[index].apply(change.action) }
    for index in events.indices where keys.contains(events[index].headline.key) {
      events[index].headline.apply(change.action)
    }
    if change.action == .mute { headlines.removeAll { keys.contains($0.key) } }
  }
}

struct CompanyNewsRequest: Request {
  static let slot = RequestSlot.companyNews
  let code: String
  let moment: Timestamp?
  let zone: TimeZone
  let limit: Int

  func response(from library: some Library) throws -> CompanyNews {
    let query = Query.term(.company, code).known(at: moment)
    let page = try library.headlines(matching: query, from: .start, limit: limit)
    return CompanyNews(
      code: code, profile: library.company(code), headlines: page.headlines, hasMore: page.hasMore,
      events: page.headlines.companyEvents(in: zone))
  }

  func event(for news: CompanyNews) -> DashboardEvent { .company(.listed(news)) }
}

/// What is counted of a company's news.
struct CompanyNumbers: Hashable, Sendable {
  let code: String
  let counts: CompanyCounts
  /// Oldest first.
  let weeks: [CompanyWeek]
  /// Those that have news, newest first.
  let busyWeeks: [CompanyWeek]
  let companions: [TermCount]
  /// How many articles nobody has read for facets yet.
  let waiting: Int

  var statistics: Statistics { counts.statistics }

  init(code: String, counts: CompanyCounts, waiting: Int, zone: TimeZone) {
    self.code = code
    self.counts = counts
    self.waiting = waiting
    weeks = counts.weeks(in: zone)
    busyWeeks = weeks.reversed().filter { $0.count > 0 }
    companions = counts.companions(of: code)
  }
}

struct CompanyNumbersRequest: Request {
  static let slot = RequestSlot.companyNumbers
  let code: String
  let moment: Timestamp?
  let zone: TimeZone
  let span: StatisticsSpan

  func response(from library: some Library) throws -> CompanyNumbers {
    CompanyNumbers(
      code: code, counts: try library.companyCounts(of: code, asOf: moment, over: span),
      waiting: try library.unanalysedCount(), zone: zone)
  }

  func event(for numbers: CompanyNumbers) -> DashboardEvent { .company(.counted(numbers)) }
}

/// The companies that may be meant by a text that is still being typed.
struct KnownCompanies: Hashable, Sendable {
  let typed: String
  /// Each a code with the name behind it, best first.
  let lines: [String]
}

struct CompanyNamesRequest: Request {
  static let slot = RequestSlot.completion
  let typed: String

  func response(from library: some Library) -> KnownCompanies {
    let found = library.companies(completing: typed)
    return KnownCompanies(
      typed: typed, lines: found.map { $0.code == $0.name ? $0.name : $0.code + " " + $0.name })
  }

  func event(for companies: KnownCompanies) -> DashboardEvent { .overlays(.companiesFound(companies)) }
}

/// Looks companies up: the tables are large, so that it is done beside the screen.
struct CompanySearchRequest: Request {
  enum Search: Hashable, Sendable {
    /// A code, a name, or how a name is read.
    case typed(String)
    /// The names under which the store keeps them.
    case codes([String])
  }

  static let slot = RequestSlot.companySearch
  let search: Search

  func response(from library: some Library) -> [CompanyTable.Entry] {
    switch search {
    case .typed(let text): companies(typed: text, library)
    case .codes(let codes): codes.map { library.company($0) ?? CompanyTable.Entry(name: $0) }
    }
  }

  /// What completion puts into the line is a code with the name behind it.
  private func companies(typed text: String, _ library: some Library) -> [CompanyTable.Entry] {
    let code = text.prefix { $0 != " " }
    if let entry = library.company(String(code)), text.dropFirst(code.count + 1) == entry.name { return [entry] }
    return library.companies(meant: text)
  }

  func event(for companies: [CompanyTable.Entry]) -> DashboardEvent {
    if case .typed(let text) = search { return .company(.found(companies, typed: text)) }
    return .company(.found(companies, typed: nil))
  }
}
