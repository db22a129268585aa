import NewsModel
import Terminal
import TextBasics
import Wording

/// The article reader: what it shows, and where in it the reader is.
struct Reader: Feature {
  enum Event: Sendable {
    /// Shows an article beside the list, marking nothing read.
    case preview(ArticleKey)
    /// Opens an article on purpose.
    case open(ArticleKey)
    /// The store has changed: the article is read anew.
    case reload
    /// Nil where there is no such article any more.
    case loaded(Article?, ArticleCompanies)
    /// The keys go to another pane.
    case leave
    case close
    /// There is nothing to show any more; what was opened on purpose stays.
    case listEmptied
    /// An article was open so long that it counts as read.
    case markReadDue(ArticleKey)
    /// The reader has come to the end of the article, and goes on to another.
    case finished
    case changed(StatusChange)
    /// Everything else is up to date: the text is laid out in its area, with what the list's search looks for marked.
    ///
    /// - Parameter foot: what stands below the text; nil where nothing does.
    case settle(Highlights, foot: SafeText?, in: Rect)

    /// - Parameter height: the rows of text on screen.
    case move(Movement, height: Int)
    /// Finds a text everywhere in the article as it is typed.
    case search(String, height: Int)
    case endSearch
    case step(Int, height: Int)
    /// A step to a match of an article that is being opened.
    case stepWhenLoaded(Int)
    /// The article that is being opened is shown where the list's search first meets it.
    case revealMatchWhenLoaded

    /// Does something with an article: at once where it is the one on show, else when it is read.
    case use(ArticleUse, of: ArticleKey)
    /// Nil where there is no such article any more.
    case readToUse(Article?, ArticleUse)
    /// Lists what the source of an article changed of it.
    case showHistory(of: ArticleKey)
    case historyRead(ArticleHistory)
  }

  private(set) var article: Article?
  /// Those that the article speaks of.
  private var companies = ArticleCompanies()
  /// The article that is wanted; differs from `article` while it is being loaded.
  private(set) var wantedKey: ArticleKey?
  /// As of when the wanted article is shown; nil for now.
  private var moment: Timestamp?
  /// Opened on purpose, not only shown beside the selection.
  private var isOpen = false
  private(set) var document: Document?
  /// Whether the document shows the article as it is.
  private var isLaidOut = false
  /// The first line on screen.
  private(set) var offset = 0
  /// What stands below the text.
  private(set) var foot: SafeText?
  /// Where other articles were left.
  private var places: ReadingPlaces
  /// What is marked in the text; nil where nothing is looked for.
  private(set) var find: ReaderMatches?
  /// What the reader looks for in this text, and else the search that found it.
  private var ownSearch: Highlights?
  private var listSearch = Highlights(.all)
  /// A step to a match that waits for its article.
  private var pendingStep: Int?
  /// Whether the first match is to be shown when the article is there.
  private var revealsMatch = false

  /// - Parameter places: where articles were left when the program last ended.
  init(resuming places: [ReadingPlaces.Place] = []) { self.places = ReadingPlaces(places) }

  mutating func update(_ event: Event, in environment: Environment) -> [Outcome] {
    switch event {
    case .preview(let key):
      guard shownKey != key else { break }
      isOpen = false
      return load(key, environment)
    case .open(let key): return open(key, environment)
    case .reload: return shownKey.map { load($0, environment) } ?? []
    case .loaded(let article?, let companies):
      self.companies = companies
      return show(article, environment)
    case .loaded(nil, _): return showNone(environment)
    case .leave: isOpen = false
    case .close:
      isOpen = false
      endSearch()
    case .listEmptied: if !isOpen { clear() }
    case .markReadDue(let key): return markRead(key)
    case .finished: if let key = shownKey { return markRead(key) }
    case .changed(let change): apply(change)
    case .settle(let search, let foot, let area):
      // Another moment: what is shown may not have been known then, or said something else.
      if moment != environment.filter.asOf, let wantedKey { return load(wantedKey, environment) }
      self.foot = foot
      mark(search)
      layOut(width: area.width, environment.presentation)
      clampOffset(height: area.height)
      return pendingOutcomes(height: max(1, area.height), environment.words)
    case .move(let movement, let height): move(movement, height: height)
    case .search(let text, let height):
      search(text)
      revealMatch(height: height)
    case .endSearch: endSearch()
    case .step(let direction, let height): return step(direction, height: height, environment.words)
    case .stepWhenLoaded(let direction): pendingStep = direction
    case .revealMatchWhenLoaded: revealsMatch = true
    case .use(let use, let key):
      guard shownKey == key else {
        return [.ask(ArticleUseRequest(key: key, moment: environment.filter.asOf, use: use))]
      }
      return article?.outcomes(of: use, environment.presentation) ?? []
    case .readToUse(let article, let use): return article?.outcomes(of: use, environment.presentation) ?? []
    case .showHistory(let key): return [.ask(HistoryRequest(key: key, moment: environment.filter.asOf))]
    case .historyRead(let history):
      return [history.outcome(environment.presentation, isOfThen: environment.filter.asOf != nil)]
    }
    return []
  }
}

// MARK: - What is shown

extension Reader {
  /// The article that the reader shows. The optimiser of Swift 6.3.1 aborts where this is inlined.
  var shownKey: ArticleKey? { @inline(never) get { article?.headline.key } }

  /// The lines of the text, and below them the foot.
  var lineCount: Int { document.map { $0.lines.count + (foot == nil ? 0 : 1) } ?? 0 }

  /// Whether something is looked for in this text alone.
  var isSearching: Bool { ownSearch != nil }

  /// Whether the end of the text is on screen; not while another article is on its way.
  func isAtEnd(height: Int) -> Bool { document != nil && shownKey == wantedKey && offset + height >= lineCount }

  /// The screenful on show and how many there are, both from 1.
  func pages(height: Int) -> (current: Int, count: Int) {
    let height = max(1, height)
    let count = max(1, (lineCount + height - 1) / height)
    // The nearest one: a page key leaves a line of the screenful before.
    return (isAtEnd(height: height) ? count : min(count, (offset + height / 2) / height + 1), count)
  }

  /// The places for the next start, with that in the article on show.
  var savedPlaces: [ReadingPlaces.Place] {
    var places = places
    if let shownKey { places.leave(shownKey, at: place) }
    return places.saved
  }

  private mutating func load(_ key: ArticleKey, _ environment: Environment) -> [Outcome] {
    wantedKey = key
    moment = environment.filter.asOf
    return [.ask(ArticleRequest(key: key, moment: moment))]
  }

  /// What is wanted is not there: what is on show stays, unless it is that, and had not arrived by the moment.
  private mutating func showNone(_ environment: Environment) -> [Outcome] {
    defer { wantedKey = shownKey }
    guard moment != nil else { return [] }
    guard wantedKey == shownKey else { return [.notify(SafeText(environment.words.notKnownThen), isError: false)] }
    clear()
    return []
  }

  private mutating func open(_ key: ArticleKey, _ environment: Environment) -> [Outcome] {
    isOpen = true
    guard shownKey == key else { return load(key, environment) }
    wantedKey = key
    return markReadLater(environment)
  }

  private mutating func show(_ article: Article, _ environment: Environment) -> [Outcome] {
    if article.headline.key != shownKey {
      if let shownKey { places.leave(shownKey, at: place) }
      offset = 0
      ownSearch = nil
      document = nil
    }
    self.article = article
    wantedKey = article.headline.key
    isLaidOut = false
    return isOpen ? markReadLater(environment) : []
  }

  private mutating func clear() {
    if let shownKey { places.leave(shownKey, at: place) }
    let (search, places, moment) = (listSearch, self.places, self.moment)
    self = Reader()
    listSearch = search
    self.moment = moment
    self.places = places
  }

  /// Whoever reads what an article said once has not read what it says now.
  private func markReadLater(_ environment: Environment) -> [Outcome] {
    guard moment == nil, let headline = article?.headline, !headline.status.isRead else { return [] }
    return [.wake(.markRead(headline.key), afterMilliseconds: environment.presentation.markReadMilliseconds)]
  }

  private func markRead(_ key: ArticleKey) -> [Outcome] {
    guard isOpen, moment == nil, let headline = article?.headline, headline.key == key, !headline.status.isRead else {
      return []
    }
    return [.effect(.change(StatusChange(.read, of: [key]), .byReading))]
  }

  private mutating func apply(_ change: StatusChange) {
    guard var shown = article, change.keys.contains(shown.headline.key) else { return }
    let tags = shown.headline.tags
    shown.headline.apply(change.action)
    article = shown
    if shown.headline.tags != tags { isLaidOut = false }
  }

  /// Wraps the article for a width, where that has not been done, keeping the place in the text.
  private mutating func layOut(width: Int, _ presentation: Presentation) {
    guard let article, width > 0 else { return }
    let basis = Document.Basis(article, width: width, presentation)
    guard document?.basis != basis || !isLaidOut else { return }
    isLaidOut = true
    let place = document == nil ? places.place(of: article.headline.key) : place
    let laidOut = Document(article, companies, words: presentation.words, basis: basis)
    document = laidOut
    offset = Int(place * Double(laidOut.lines.count))
    find = nil
    markMatches()
  }

  /// How far in the text the first line on screen is, 0 … 1.
  private var place: Double { document.map { Double(offset) / Double(max(1, $0.lines.count)) } ?? 0 }
}

// MARK: - Moving

extension Reader {
  private mutating func move(_ movement: Movement, height: Int) {
    switch movement {
    case .lines(let count): offset += count
    case .halfPages(let count): offset += count * max(1, height / 2)
    case .pages(let count): offset += count * max(1, height - 1)
    case .toStart: offset = 0
    case .toEnd: offset = lineCount
    }
  }

  /// Keeps the offset within the text, for a view of `height` lines.
  private mutating func clampOffset(height: Int) {
    offset = min(max(0, offset), max(0, lineCount - height))
  }
}

// MARK: - Finding

extension Reader {
  /// The first match at or below the view becomes the current one.
  private mutating func search(_ text: String) {
    ownSearch = text.isEmpty ? nil : Highlights(text: text)
    markMatches()
    if ownSearch != nil, find?.current == nil { _ = find?.step(1, from: offset) }
  }

  /// Marks what the list's search looks for, unless the reader looks for something else here.
  private mutating func mark(_ search: Highlights) {
    guard search != listSearch else { return }
    listSearch = search
    markMatches()
  }

  private mutating func endSearch() {
    ownSearch = nil
    markMatches()
  }

  private mutating func markMatches() {
    let wanted = ownSearch ?? listSearch
    guard find?.highlights != wanted else { return }
    find = wanted.isEmpty ? nil : document.map { ReaderMatches(wanted, in: $0) }
  }

  /// Takes the step that waited for its article.
  private mutating func pendingOutcomes(height: Int, _ words: Words) -> [Outcome] {
    guard pendingStep != nil || revealsMatch, let wantedKey, shownKey == wantedKey, document != nil else { return [] }
    defer { (pendingStep, revealsMatch) = (nil, false) }
    if let direction = pendingStep { return step(direction, height: height, words) }
    // Who has read on in the text before stays there.
    if offset == 0, ownSearch == nil, find?.current == nil {
      _ = find?.step(1, from: 0)
      revealMatch(height: height)
    }
    return []
  }

  /// Goes to the next match in a direction, and tells where it went around the end.
  private mutating func step(_ direction: Int, height: Int, _ words: Words) -> [Outcome] {
    guard let found = find, !found.matches.isEmpty else { return [.notify(SafeText(words.noMatch), isError: false)] }
    let isOnward = find?.step(direction, from: offset) ?? true
    revealMatch(height: height)
    return isOnward ? [] : [.notify(SafeText(words.wentAround(direction)), isError: false)]
  }

  /// Scrolls so that the current match is on screen.
  private mutating func revealMatch(height: Int) {
    guard let find, let current = find.current else { return }
    let line = find.matches[current].line
    if line < offset || line >= offset + height { offset = max(0, line - height / 3) }
    clampOffset(height: height)
  }
}

/// Where articles were left, so that each is opened there again; the next start takes up the last of them.
struct ReadingPlaces: Sendable {
  struct Place: Codable, Hashable, Sendable {
    var key: ArticleKey
    /// A part of the text, 0 … 1.
    var share: Double
  }

  static let limit = 500
  /// How many are kept for the next start.
  static let savedLimit = 100

  private var places: [ArticleKey: Double] = [:]
  /// In the order in which they were left; a key may stand there twice.
  private var order: [ArticleKey] = []

  init(_ saved: [Place] = []) {
    for place in saved.suffix(Self.savedLimit) { leave(place.key, at: min(max(0, place.share), 1)) }
  }

  /// The last places within texts, in the order in which they were left.
  var saved: [Place] {
    var seen: Set<ArticleKey> = []
    let last = order.reversed().filter { seen.insert($0).inserted }.prefix(Self.savedLimit)
    return last.reversed().compactMap { key in place(of: key) > 0 ? Place(key: key, share: place(of: key)) : nil }
  }

  /// The place as a part of the text, 0 … 1; its beginning where the article was not opened yet.
  func place(of key: ArticleKey) -> Double { places[key] ?? 0 }

  mutating func leave(_ key: ArticleKey, at place: Double) {
    guard place > 0 || places[key] != nil else { return }
    places[key] = place
    order.append(key)
    guard order.count > 2 * Self.limit else { return }
    order = order.suffix(Self.limit)
    let kept = Set(order)
    places = places.filter { kept.contains($0.key) }
  }
}

/// An article, and the companies that it speaks of.
struct ReadArticle: Sendable {
  let article: Article
  let companies: ArticleCompanies
}

/// The article that the reader shows, with as much of its text as can be laid out between two frames.
struct ArticleRequest: Request {
  static let slot = RequestSlot.reader
  /// A longer article would make the reader wait for each key, as all of its text is laid out for the width of the pane.
  static let textLimit = 512 << 10
  let key: ArticleKey
  /// As of when; nil for now.
  let moment: Timestamp?

  func response(from library: some Library) throws -> ReadArticle? {
    try library.article(key, asOf: moment).map { article in
      let article = article.beginning(upTo: Self.textLimit)
      return ReadArticle(article: article, companies: try library.companies(of: article))
    }
  }

  func event(for read: ReadArticle?) -> DashboardEvent {
    .reader(.loaded(read?.article, read?.companies ?? ArticleCompanies()))
  }
}
