import Configuration
import NewsModel
import TextBasics
import Wording

/// A step through a list or a text, forward (1) or back (-1).
enum Movement: Hashable, Sendable {
  case lines(Int)
  case halfPages(Int)
  case pages(Int)
  case toStart
  case toEnd
}

extension State {
  /// Runs a command, or says why it cannot be run now.
  mutating func run(_ command: Command, _ effects: inout [Effect]) {
    if let reason = command.disabledReason(self) {
      notify(words: presentation.words(reason), &effects)
    } else {
      command.run(&self, &effects)
    }
  }

  // MARK: - Movement

  mutating func move(_ movement: Movement, _ effects: inout [Effect]) {
    switch context {
    case .reader: send(.reader(.move(movement, height: readerHeight)), &effects)
    case .saved: send(.saved(.move(movement)), &effects)
    case .sources: send(.sources(.move(movement, in: arrangement.page)), &effects)
    case .statistics: send(.charts(.move(movement)), &effects)
    case .company: send(.company(.move(movement)), &effects)
    case .feed, .table, .everywhere:
      send(.feed(.move(movement, height: max(1, arrangement.panes[.feed]?.body.height ?? 1))), &effects)
    }
  }

  /// Where articles are listed or read; elsewhere nothing is unread.
  mutating func moveToNextUnread(_ step: Int, _ effects: inout [Effect]) {
    if context == .company { send(.company(.moveToUnread(step: step)), &effects) }
    if context.withBase.contains(.feed) || context == .reader { send(.feed(.moveToUnread(step: step)), &effects) }
  }

  /// `Enter`: opens what is selected, or goes on in what is read.
  mutating func openSelection(_ effects: inout [Effect]) {
    switch context {
    case .feed, .table, .everywhere: openSelected(&effects)
    case .reader: send(.reader(.move(.pages(1), height: readerHeight)), &effects)
    case .saved: send(.saved(.open), &effects)
    case .sources: send(.sources(.open), &effects)
    case .statistics: send(.charts(.open), &effects)
    case .company: send(.company(.enter), &effects)
    }
  }

  /// `h` and `l`: a step on a time axis, which neither leaves. On bars `l` opens what is selected, and `h` says which key goes back.
  mutating func moveInTime(_ step: Int, _ effects: inout [Effect]) {
    if charts.shown(onPage: page == .statistics).selection.chart.stepInTime != nil {
      send(.charts(.moveInTime(by: step)), &effects)
    } else if step > 0 {
      openSelection(&effects)
    } else {
      hint(presentation.words.movesInTimeAlone, &effects)
    }
  }

  /// Longer or shorter statistics.
  mutating func changeSpan(by steps: Int, _ effects: inout [Effect]) {
    if page == .company {
      send(.company(.changeSpan(by: steps)), &effects)
    } else {
      send(.charts(.changeSpan(by: steps)), &effects)
    }
  }

  /// `n` and `N` step through what was found in the article, in the preview beside the list too. Where no article is on
  /// screen the selected one is opened at its match.
  mutating func stepFind(_ direction: Int, _ effects: inout [Effect]) {
    let isShown = arrangement.panes[.reader] != nil
    let isSelected = focus == .reader || reader.article?.headline.key == timeline.selected?.key
    if isShown, isSelected {
      send(.reader(.step(direction, height: readerHeight)), &effects)
    } else if timeline.selected != nil, !feed.highlights.isEmpty {
      send(.reader(.stepWhenLoaded(direction)), &effects)
      if isShown { preview(&effects) } else { openSelected(&effects) }
    } else {
      notify(words: presentation.words.noMatch, &effects)
    }
  }

  // MARK: - The article

  /// `C`: the page of the company that is selected in a chart or that the article names; which one is asked where it names several.
  mutating func openCompany(_ effects: inout [Effect]) {
    let companies = selectedCompany.map { [$0] } ?? concernedHeadline?.facets.companies ?? []
    if companies.isEmpty {
      notify(words: presentation.words.namesNoCompany, &effects)
    } else {
      send(.company(.choose(among: companies)), &effects)
    }
  }

  /// The company whose bar is selected in the charts.
  var selectedCompany: String? {
    let board = charts.shown(onPage: page == .statistics)
    guard context == .statistics, board.selection.chart == .companies,
      let companies = board.contents?.terms(of: .companies), companies.indices.contains(board.selection.index)
    else { return nil }
    return companies[board.selection.index].name
  }

  /// `T`: the reader's own tags of the article.
  mutating func tagArticle(_ effects: inout [Effect]) {
    if let key = concernedKey { openTagChooser(.article(key), &effects) }
  }

  /// The article that marks, links and lists of related news concern: the open one, else the selected one.
  var concernedKey: ArticleKey? { concernedHeadline?.key }

  var concernedHeadline: Headline? {
    if page == .company { return company.visit?.selectedHeadline }
    return focus == .reader ? reader.article?.headline : timeline.selected
  }

  /// What is listed where the reader is: what is done to all articles concerns these.
  var listedQuery: Query {
    guard page == .company, let code = company.visit?.code else { return filter }
    return Query.term(.company, code).known(at: filter.asOf)
  }

  /// What that list is called: a saved query, a company; nil where it has no name.
  var listName: String? { page == .company ? company.visit?.news?.profile?.name : filterName }

  var listsNothing: Bool {
    page == .company ? company.visit?.news?.headlines.isEmpty ?? true : timeline.headlines.isEmpty
  }

  /// Rows of text that the reader shows.
  var readerHeight: Int {
    guard let frame = arrangement.panes[.reader] else { return 1 }
    return max(1, ReaderPane.textArea(in: frame.body, presentation).height)
  }

  mutating func use(_ use: ArticleUse, _ effects: inout [Effect]) {
    if let key = concernedKey { send(.reader(.use(use, of: key)), &effects) }
  }

  mutating func copyTitle(_ effects: inout [Effect]) {
    guard let title = concernedHeadline?.title else { return }
    effects.append(.copy(SafeText(title), notice: SafeText(presentation.words.titleCopied)))
  }

  // MARK: - Other programs

  mutating func handOff(to target: HandoffTarget, _ effects: inout [Effect]) {
    if let key = concernedKey { send(.handoff(.start(target, with: key)), &effects) }
  }

  mutating func offerPrograms(for use: ArticleProgram.Use, _ effects: inout [Effect]) {
    if let key = concernedKey { send(.handoff(.offer(use, of: key)), &effects) }
  }

  // MARK: - All that is listed

  /// What can be done to all that the list shows, or to all that the selected saved query or rule finds.
  mutating func openBulkMenu(_ effects: inout [Effect]) {
    guard !bulk.isRunning else {
      send(.bulk(.offerToStop), &effects)
      return
    }
    guard page == .saved else {
      let title = presentation.briefTitle(of: listedQuery)
      let name = listName ?? (title.isEmpty ? presentation.words.everything : title)
      send(.bulk(.open(for: listedQuery, named: name, length: page == .company ? companyLength : length)), &effects)
      return
    }
    do throws(QueryError) {
      if let rule = saved.selectedRule {
        let request = BulkRequest(rule.actions, matching: try notation.parse(rule.text))
        send(.bulk(.confirm(request)), &effects)
      } else if let query = saved.selectedQuery {
        let length = saved.totals[query.text].map { presentation.words.number($0.articles) }
        send(.bulk(.open(for: try notation.parse(query.text), named: query.name, length: length)), &effects)
      }
    } catch {
      notify(words: presentation.words.mistake(error.kind), isError: true, &effects)
    }
  }

  /// How many articles the company of the page has; nil where they are not counted yet.
  private var companyLength: String? {
    guard let visit = company.visit, let total = visit.total else { return nil }
    return presentation.words.number(total)
  }

  /// `e`: writes what is shown into a file, in the reader the article, else the table or the list.
  mutating func startExport(_ effects: inout [Effect]) {
    let article = context == .reader ? reader.article?.headline.key : nil
    let list = context == .table ? ExportSelection.table(filter) : .matching(listedQuery)
    send(.export(.open(article.map { .article($0, asOf: filter.asOf) } ?? list)), &effects)
  }

  /// `v`: the list as a table, or as a list again; from another page the table of what is listed.
  mutating func toggleTable(_ effects: inout [Effect]) {
    let isOnShow = page == .news || !feed.isTable
    send(.navigation(.goToNews(.feed)), &effects)
    if isOnShow { send(.feed(.toggleTable), &effects) }
  }

  mutating func moveSort(by step: Int, _ effects: inout [Effect]) {
    guard let head = arrangement.panes[.feed]?.head else { return }
    let columns = feed.tablePlaces(rowWidth: head.width, presentation).map(\.column)
    send(.feed(.moveSort(by: step, among: columns)), &effects)
  }

  /// Ranks the list of a search, or puts the newest first again.
  mutating func toggleOrder(_ effects: inout [Effect]) {
    send(.navigation(.goToNews()), &effects)
    send(.feed(.toggleOrder), &effects)
  }

  // MARK: - The program

  mutating func switchLanguage() { use(presentation.language == .en ? .zhHans : .en) }

  mutating func quit(_ effects: inout [Effect]) {
    effects.append(.save(session))
    effects.append(.quit)
  }
}
