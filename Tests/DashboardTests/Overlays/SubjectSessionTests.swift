import NewsModel
import Testing

@testable import Dashboard

/// `t` lists what articles are about: tags, and beside them what is read from the words.
@Suite struct SubjectSessionTests {
  private func session(hasTags: Bool = false) -> Session { Session(articles: SampleFacets.articles(hasTags: hasTags)) }

  private func picker(_ session: Session) -> Picker? {
    if case .picker(let picker)? = session.state.overlays.shown { picker } else { nil }
  }

  @Test func companiesStandFirstInGroupsWhereThereAreNoTags() throws {
    var session = session()
    session.type("t")
    let items = try #require(picker(session)).items
    #expect(items.first?.text == "云杉动力 699001.SH" && items.first?.detail == "20")
    let groups = items.map(\.group).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
    #expect(groups == ["公司", "事件", "分类", "关键词 · 自动"])
  }

  @Test func tagsStandFirstWhereThereAreSome() throws {
    var session = session(hasTags: true)
    session.type("t")
    #expect(try #require(picker(session)).items.first?.group == "标签")
  }

  @Test func tagsAloneHaveNoGroups() throws {
    var session = Session()
    session.type("t")
    #expect(try #require(picker(session)).items.allSatisfy { $0.group.isEmpty })
  }

  @Test(arguments: [
    ("ysdl", Query.term(.company, "699001.SH")), ("699002", .term(.company, "699002.SH")),
    ("inquiry", .term(.event, "问询")), ("wenxun", .term(.event, "问询")), ("bonds", .term(.topic, "债券")),
    ("固态", .term(.keyword, "固态电池")),
  ])
  func entriesAreFoundByNamesCodesAndReadings(typed: String, query: Query) {
    var session = session()
    session.type("t")
    session.enter(typed)
    session.type("Enter")
    #expect(session.state.filter == query)
  }

  @Test func whatIsTypedShowsTheGroupBeside() {
    var session = session()
    session.type("t")
    session.enter("云杉")
    #expect(session.text.contains("公司 20"))
    session.type("C-u")
    session.enter("固态")
    #expect(session.text.contains("自动 10"))
  }

  @Test func aCompanyGoesBeforeAKeywordOfItsName() throws {
    var articles = SampleFacets.articles()
    for index in articles.indices { articles[index].headline.facets.keywords = ["云杉动力"] }
    var session = Session(articles: articles)
    session.type("t")
    session.enter("ysdl")
    session.type("Enter")
    #expect(session.state.filter == .term(.company, "699001.SH"))
  }

  @Test func theFilterNamesACompanyThatTheTablesKnow() {
    var articles = SampleFacets.articles(12)
    for index in articles.indices { articles[index].headline.facets.companies = ["600519.SH"] }
    var session = Session(articles: articles)
    session.type("t Enter")
    #expect(session.state.filter == .term(.company, "600519.SH"))
    #expect(session.text.contains("筛选：公司：贵州茅台"))
  }

  @Test func anotherFieldNarrowsAndTheSameFieldReplaces() {
    var session = session()
    session.type("t")
    session.enter("云杉")
    session.type("Enter t")
    session.enter("召回")
    session.type("Enter")
    #expect(session.state.filter == .and([.term(.company, "699001.SH"), .term(.event, "召回")]))
    session.type("t")
    session.enter("IPO")
    session.type("Enter")
    #expect(session.state.filter == .and([.term(.company, "699001.SH"), .term(.event, "IPO")]))
  }

  @Test func countsSayWhatAChoiceWouldList() throws {
    var session = session()
    session.send(.command(.pickEvent))
    session.enter("召回")
    session.type("Enter t")
    let items = try #require(picker(session)).items
    // Companies within the event, and all events.
    #expect(items.first { $0.text.hasPrefix("云杉动力") }?.detail == "10")
    #expect(items.contains { $0.text == "问询" })
  }

  @Test func marksOfSeveralFieldsAreAskedForTogether() throws {
    var session = session()
    session.type("t Tab")
    session.enter("IPO")
    session.type("Tab")
    #expect(session.text.contains("须同时具备 · 共10条"))
    session.type("Enter")
    #expect(session.state.filter == .and([.term(.company, "699001.SH"), .term(.event, "IPO")]))
    session.type("t")
    #expect(try #require(picker(session)).marked.count == 2)
  }

  @Test func thePickerOpensBeforeAnythingIsCounted() {
    var session = session()
    session.isLibrarySlow = true
    session.type("t")
    #expect(session.text.contains("按内容筛选"))
    session.answerWaiting()
    #expect(session.text.contains("云杉动力 699001.SH"))
  }

  @Test func theMenuLeadsToEachField() {
    var session = session()
    session.type("F")
    session.enter("倾向")
    session.type("Enter")
    session.enter("fumian")
    session.type("Enter")
    #expect(session.state.filter == .term(.tone, "negative"))
  }
}
