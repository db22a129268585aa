import NewsModel
import Terminal
import TextAnalysis
import TextBasics
import Wording

/// The page of a company: its news, what happened to it, its weeks, who is named with it, and who reports.
///
/// One company leads to another, and back: what was looked at before stays as it was left.
struct CompanyPage: Feature {
  enum Event: Sendable {
    /// Shows the page of a company, by the name under which the store keeps it.
    case open(String)
    /// Looks for the company that was typed; asks where there are several.
    case find(String)
    /// Shows the page of one of the companies that an article names; asks where there are several.
    case choose(among: [String])
    /// The companies that were typed; nil where an article names them.
    case found([CompanyTable.Entry], typed: String?)
    /// Shows the page of a company again, as it was left.
    case returned(to: String)
    /// Leaves the company for what was looked at before.
    case back
    /// The page is shown from now on.
    case shown
    /// What was read is no longer so.
    case outdated
    case reloadDue
    case changed(StatusChange)
    case listed(CompanyNews)
    case counted(CompanyNumbers)
    /// Everything else is up to date: lists scroll to their selections within the room that the page has.
    case settle(in: Rect)

    case move(Movement)
    case moveToUnread(step: Int)
    case moveToSection(step: Int)
    /// Goes to a later or earlier week.
    case moveInTime(by: Int)
    case changeSpan(by: Int)
    /// Goes to what is selected.
    case enter
    case mouse(MouseEvent, in: Rect)
  }

  /// The parts of the page, in the order in which the keys go through them.
  enum Section: Hashable, Sendable, CaseIterable {
    case news
    case events
    case weeks
    case companies
    case sources
  }

  /// Companies that lead back to each other.
  private static let mostVisits = 32
  /// What changed is read again after this rest, so that a burst of changes is read once.
  private static let reloadDelay = 1_000
  /// The newest articles that are read: those beyond are counted, and listed on the page of news.
  private static let newsLimit = 500
  /// The spans that have weeks to show.
  private static let spans: [StatisticsSpan] = [.quarter, .year, .everything]

  /// The companies that were gone through, the last one shown.
  private var visits: [CompanyVisit] = []
  private(set) var span = StatisticsSpan.year
  private var isReloadDue = false

  /// The company that is shown.
  var visit: CompanyVisit? { visits.last }

  mutating func update(_ event: Event, in environment: Environment) -> [Outcome] {
    switch event {
    case .open(let code): return open(code, environment)
    case .find(let typed): return [.ask(CompanySearchRequest(search: .typed(typed)))]
    case .choose(let codes):
      guard let only = codes.first, codes.count == 1 else { return [.ask(CompanySearchRequest(search: .codes(codes)))] }
      return open(only, environment)
    case .found(let companies, let typed): return offer(companies, typed, environment)
    case .returned(let code):
      while let last = visits.last, last.code != code { visits.removeLast() }
      if visits.isEmpty { visits = [CompanyVisit(code: code, origin: .news)] }
      return [.show(.company)]
    case .back: return back(environment)
    case .shown: return visits.isEmpty ? [.show(.news)] : requests(environment)
    case .outdated: return outdate(environment)
    case .reloadDue:
      isReloadDue = false
      return environment.page == .company ? requests(environment) : []
    case .changed(let made):
      for index in visits.indices { visits[index].apply(made) }
      return outdate(environment)
    case .listed(let news): change { $0.show(news) }
    case .counted(let numbers): change { $0.show(numbers) }
    case .settle(let room): change { $0.scroll(in: room) }
    case .move(let movement): change { $0.move(movement) }
    case .moveToUnread(let step):
      guard let unread = visit?.unread(step: step) else {
        return [.notify(SafeText(environment.words.noUnread), isError: false)]
      }
      change { $0.select(unread, in: .news) }
    case .moveToSection(let step): change { $0.moveToSection(step: step) }
    case .moveInTime(let steps): change { $0.move(.lines(-steps)) }
    case .changeSpan(let steps): return changeSpan(by: steps, environment)
    case .enter: return enter(environment)
    case .mouse(let mouse, let room): return handle(mouse, in: room, environment)
    }
    return []
  }

  private mutating func change(_ body: (inout CompanyVisit) -> Void) {
    guard var visit = visits.popLast() else { return }
    body(&visit)
    visits.append(visit)
  }
}

// MARK: - From one company to the next

extension CompanyPage {
  private mutating func open(_ code: String, _ environment: Environment) -> [Outcome] {
    if environment.page == .company, visit?.code == code { return [] }
    visits.append(CompanyVisit(code: code, origin: environment.page))
    if visits.count > Self.mostVisits { visits.removeFirst() }
    return environment.page == .company ? requests(environment) : [.show(.company)]
  }

  private mutating func back(_ environment: Environment) -> [Outcome] {
    let origin = visits.popLast()?.origin ?? .news
    guard origin == .company, !visits.isEmpty else {
      return [.drop([.companyNews, .companyNumbers]), .show(origin == .company ? .news : origin)]
    }
    return requests(environment)
  }

  private func requests(_ environment: Environment) -> [Outcome] {
    guard let code = visit?.code else { return [] }
    let (moment, zone) = (environment.filter.asOf, environment.presentation.zone)
    return [
      .ask(CompanyNewsRequest(code: code, moment: moment, zone: zone, limit: Self.newsLimit)),
      .ask(CompanyNumbersRequest(code: code, moment: moment, zone: zone, span: span)),
    ]
  }

  /// However many changes come meanwhile, what is shown is read once.
  private mutating func outdate(_ environment: Environment) -> [Outcome] {
    guard environment.page == .company, !isReloadDue else { return [] }
    isReloadDue = true
    return [.wake(.companyDue, afterMilliseconds: Self.reloadDelay)]
  }

  private mutating func offer(
    _ companies: [CompanyTable.Entry], _ typed: String?, _ environment: Environment
  ) -> [Outcome] {
    guard let first = companies.first else {
      return [.notify(SafeText(environment.words.unknownCommandOrCompany(typed ?? "")), isError: true)]
    }
    guard companies.count > 1 else { return open(first.code, environment) }
    let items = companies.map { company in
      Picker.Item(
        text: company.name, detail: company.listings.map(\.name).joined(separator: " "),
        keywords: (company.listings.map(\.name) + company.otherNames).joined(separator: " "),
        value: .company(company.code))
    }
    let title = environment.words.name(of: TermField.company)
    return [.present(.picker(Picker(.companies, title: title, items: items)))]
  }

  private mutating func changeSpan(by steps: Int, _ environment: Environment) -> [Outcome] {
    let place = (Self.spans.firstIndex(of: span) ?? 0) + steps
    guard Self.spans.indices.contains(place) else { return [] }
    span = Self.spans[place]
    return requests(environment)
  }

  /// `90天 [1年] 全部`
  func spanNames(_ words: Words) -> String {
    Self.spans.map { $0 == span ? "[\(words.name(of: $0))]" : words.name(of: $0) }.joined(separator: " ")
  }
}

// MARK: - From the company to its news

extension CompanyPage {
  private mutating func enter(_ environment: Environment) -> [Outcome] {
    guard let visit, let item = visit.selectedItem else { return [] }
    let company = Query.term(.company, visit.code)
    switch item {
    case .article(let key): return [.read(key, of: company)]
    case .allNews: return [.filter(company)]
    case .event(let event):
      return [.filter(.and([company, .term(.event, event.name)]), selecting: event.headline.key)]
    case .week(let week):
      return [.filter(.and([company, .since(week.range.lowerBound), .until(week.range.upperBound)]))]
    case .company(let code): return open(code, environment)
    case .source(let name): return [.filter(.allOf([company, .source(name)] + visit.countedRange(environment.now)))]
    }
  }

  /// A click selects, a second one opens.
  private mutating func handle(_ mouse: MouseEvent, in room: Rect, _ environment: Environment) -> [Outcome] {
    switch mouse.kind {
    case .wheelDown: change { $0.move(.lines(1)) }
    case .wheelUp: change { $0.move(.lines(-1)) }
    case .click, .doubleClick:
      let view = CompanyPageView(page: self, presentation: environment.presentation, now: environment.now)
      guard let place = view.place(at: mouse.position, in: room) else { break }
      let wasSelected = visit?.section == place.section && visit?.selectedIndex(in: place.section) == place.index
      change { $0.select(place.index, in: place.section) }
      if wasSelected || mouse.kind == .doubleClick { return enter(environment) }
    case .drag: break
    }
    return []
  }
}
