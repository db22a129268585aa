import NewsModel
import Terminal
import Testing

@testable import Dashboard

@Suite struct CommandSessionTests {
  @Test func marksChangeAndAreUndone() {
    var session = Session()
    session.type("m s")
    #expect(session.state.timeline.headlines[0].status == ArticleStatus(isRead: true, isStarred: false))
    session.type("u")
    #expect(session.text.contains("恢复星标"))
    session.type("u")
    #expect(session.text.contains("恢复为未读"))
    #expect(session.state.timeline.headlines[0].status == ArticleStatus(isRead: false, isStarred: true))
    session.type("u")
    #expect(session.text.contains("没有可撤销的操作"))
  }

  @Test func panesAreCycledAndZoomed() {
    var session = Session()
    session.type("Tab")
    #expect(session.state.focus == .reader)
    session.type("Tab")
    #expect(session.state.focus == .statistics)
    session.type("S-Tab S-Tab +")
    #expect(session.state.navigation.isZoomed)
    #expect(session.state.arrangement.panes.count == 1)
    session.type("_")
    #expect(session.state.arrangement.panes.count == 3)
  }

  @Test func qQuitsAtTheTopOnlyAndSavesThePlace() {
    var session = Session()
    session.type("j Enter q")
    #expect(!session.outside.contains(.quit))
    session.type("Esc")
    #expect(!session.outside.contains(.quit))
    session.type("q")
    #expect(session.outside.suffix(2).contains(.quit))
    #expect(
      session.outside.contains { if case .save(let saved) = $0 { saved.selected == ArticleKey(2) } else { false } })
  }

  @Test func bigQQuitsFromAnywhere() {
    var session = Session()
    session.type("Enter Q")
    #expect(session.outside.last == .quit)
  }

  @Test func theArticleAndItsPlaceOnScreenAreTakenUpAgain() {
    var first = Session(height: 24)
    first.type("G k k k")
    let second = Session(height: 24, restoring: first.state.session)
    #expect(second.state.timeline.selected?.key == first.state.timeline.selected?.key)
    #expect(second.state.timeline.topIndex == first.state.timeline.topIndex)
    #expect(second.state.timeline.topIndex > 0)
  }

  @Test func aSearchEndsWithTheProgram() {
    var first = Session()
    first.type("U /")
    first.enter("公司")
    first.type("Enter")
    let second = Session(restoring: first.state.session)
    #expect(second.state.filter == .all)
    #expect(second.state.timeline.selected?.key == first.state.timeline.selected?.key)
  }

  @Test func aSavedQueryIsTakenUpAgainWithItsName() {
    let collection = SavedCollection(queries: [SavedQuery(name: "央行", text: "tag:央行 is:unread")])
    var first = Session(collection: collection)
    first.type("2 Enter")
    #expect(first.state.filter == .and([.tag("央行"), .unread]))
    let second = Session(collection: collection, restoring: first.state.session)
    #expect(second.state.filter == .and([.tag("央行"), .unread]))
    #expect(second.state.filterName == "央行")
  }

  @Test func noStartShowsAnEmptyList() {
    let collection = SavedCollection(queries: [SavedQuery(name: "空", text: "tag:没有")])
    var first = Session(collection: collection)
    first.type("2 Enter")
    #expect(first.state.filter == .tag("没有"))
    let second = Session(collection: collection, restoring: first.state.session)
    #expect(second.state.filter == .all)
    #expect(!second.state.timeline.headlines.isEmpty)
  }

  @Test func aThemeThatCannotBeUsedIsToldAndNotRemembered() {
    var session = Session()
    session.type("C-t")
    session.enter("broken")
    session.type("Enter")
    #expect(session.text.contains("broken.toml:1:2: a name is missing here"))
    #expect(session.state.presentation.theme == .plain && session.state.themes.chosen == nil)
    session.type(":")
    session.enter("theme nothing")
    session.type("Enter")
    #expect(session.text.contains("没有配色“nothing”"))
  }

  @Test func aTerminalOfFewColorsKeepsTheThemeThatIsMadeForIt() {
    var session = Session(hasFewColors: true)
    session.type("C-t")
    #expect(session.text.contains("终端不足 256 色"))
    #expect(session.state.overlays.shown == nil)
    session.type(":")
    session.enter("theme broken")
    session.type("Enter")
    #expect(session.text.contains("终端不足 256 色"))
    #expect(session.state.presentation.theme == .plain && session.state.themes.chosen == nil)
  }

  @Test func themesAreReadBesideTheScreen() {
    var session = Session()
    session.isLibrarySlow = true
    session.type("C-t Up")
    #expect(session.waiting(ThemePreviewRequest.self) == [ThemePreviewRequest(name: "broken")])
    session.type("Esc")
    #expect(!session.hasWaitingRequests)
  }

  @Test func tabCompletesThenStepsThroughTheNames() {
    func typed(_ session: Session) -> String? {
      if case .prompt(let prompt) = session.state.overlays.shown { prompt.field.text } else { nil }
    }
    var session = Session()
    session.type(":")
    session.enter("filt")
    session.type("Tab")
    #expect(typed(session) == "filter")
    session.type("Tab Tab")
    #expect(typed(session) == "filter.as-of")
    session.type("S-Tab S-Tab")
    #expect(typed(session) == "filter.until")
    session.type("C-u")
    session.enter("theme p")
    session.type("Tab")
    #expect(typed(session) == "theme plain")
    session.type("C-u")
    session.enter("zzz")
    session.type("Tab")
    #expect(typed(session) == "zzz")
  }

  @Test func helpIsSearchedAndRunsWhatIsChosen() {
    var session = Session()
    session.type("?")
    session.enter("星标或")
    #expect(session.text.contains("加星标或取消"))
    session.type("Enter")
    #expect(session.state.overlays.shown == nil)
    #expect(session.state.timeline.headlines[0].status.isStarred == false)
  }

  @Test func helpListsEveryCommandWithAKeyInThisPane() {
    var session = Session()
    session.type("?")
    guard case .picker(let picker)? = session.state.overlays.shown else {
      Issue.record("help is not open")
      return
    }
    let expected = Command.all.filter {
      $0.contexts.contains(.feed) || $0.contexts.contains(.everywhere)
    }
    #expect(Set(picker.items.map(\.value)) == Set(expected.map { .command($0) }))
  }

  @Test func commandsAreRunByWhatEarlierVersionsCalledThem() {
    var session = Session()
    for (name, page) in [("自选", Page.saved), ("要闻", .news), ("关注", .saved), ("资讯", .news), ("订阅", .sources)] {
      session.type(":")
      session.enter(name)
      session.type("Enter")
      #expect(session.state.page == page, "\(name)")
    }
  }

  @Test func commandLineCompletesRunsAndRefuses() {
    var session = Session()
    session.type(":")
    session.enter("page.st")
    session.type("Tab Enter")
    #expect(session.state.page == .statistics)
    session.type(":")
    session.enter("no-such-thing")
    session.type("Enter")
    #expect(session.text.contains("没有命令"))
    session.type(":")
    session.enter("q")
    session.type("Enter")
    #expect(session.outside.last == .quit)
  }

  @Test func paletteFindsByTitleAndByName() {
    var session = Session()
    session.type("C-p")
    session.enter("pane.zoom")
    session.type("Enter")
    #expect(session.state.navigation.isZoomed)
  }

  @Test func languageSwitchesWhileRunning() {
    var session = Session()
    session.pass(milliseconds: 200)
    session.send(.command(.switchLanguage))
    #expect(session.text.contains("News 1/120"))
    #expect(session.text.contains("Related"))
    #expect(!session.text.contains("资讯"))
  }

  @Test func logKeepsMessages() {
    var session = Session()
    session.send(.notice("磁盘已满", isError: true))
    session.pass(milliseconds: 20_000)
    #expect(!session.text.contains("磁盘已满"))
    session.type("L")
    #expect(session.text.contains("!  磁盘已满"))
  }

  @Test func everyCommandRunsOnEveryPageWithoutNewsToo() {
    let preludes = ["", "Enter", "Tab Tab", "2", "2 Tab", "3", "t", "b", "T", "w", "/", ":"]
    for (articles, preludes) in [(SampleNews.articles(30), preludes), ([], ["", "2", "3"])] {
      for command in Command.all {
        for prelude in preludes {
          var session = Session(width: 60, height: 20, articles: articles)
          session.type(prelude)
          session.send(.command(command))
          session.type("j Enter Esc")
          session.pass(milliseconds: 500)
          #expect(!session.lines.isEmpty)
        }
      }
    }
  }

  @Test(arguments: [(1, 1), (2, 1), (1, 40), (20, 5), (24, 5), (39, 9), (40, 10), (79, 23), (300, 100)])
  func everySizeDraws(width: Int, height: Int) {
    var session = Session()
    for keys in ["", "Enter", "Esc Tab Tab", "2", "Tab", "3", "1 t", "Esc ?", "Esc :", "Esc Esc b", "Esc Esc z"] {
      session.type(keys)
      session.resize(width: width, height: height)
      #expect(session.frame.size == Size(width: width, height: height))
      session.resize(width: 120, height: 40)
    }
  }
}
