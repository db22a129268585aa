import NewsModel
import Testing

@testable import Dashboard

@Suite struct RulesSessionTests {
  private static let kept = SavedCollection(rules: [
    Rule(name: "去广告", text: "/推广|广告/", actions: [.mute]),
    Rule(name: "央行", text: "央行", actions: [.tag("货币政策"), .star]),
  ])

  @Test func aRuleIsMadeInThreeQuestions() {
    var session = Session()
    session.type("2 a")
    session.enter("央行 -预期")
    session.type("Enter")
    #expect(session.text.contains("标为已读"))
    session.type("Down Tab Enter")
    #expect(session.text.contains("规则名称：央行 -预期 加星标"))
    session.type("C-u")
    session.enter("央行")
    session.type("Enter")
    #expect(session.library.kept.rules == [Rule(name: "央行", text: "央行 -预期", actions: [.star])])
    #expect(session.text.contains("规则已保存"))
    #expect(session.line("▶ ✓ 央行", "› 加星标 │"))
  }

  @Test func aRuleCanGiveATagThatThereIsNotYet() {
    var session = Session()
    session.type("2 a")
    session.enter("央行")
    session.type("Enter")
    session.enter("加标签")
    session.type("Enter")
    session.enter("货币政策")
    #expect(session.text.contains("新标签：货币政策"))
    session.type("Enter Enter")
    #expect(session.library.kept.rules.map(\.actions) == [[.tag("货币政策")]])
  }

  @Test func theQuestionBeginsWithTheFilter() {
    var session = Session()
    session.type("U 2 a")
    #expect(session.text.contains("规则条件：状态：未读"))
    session.type("Esc")
    #expect(session.library.kept.rules.isEmpty)
  }

  @Test func aMistakeIsToldBeforeTheNextQuestion() {
    var session = Session()
    session.type("2 a")
    session.enter("is:new")
    session.type("Enter")
    #expect(session.text.contains("没有状态“new”"))
  }

  @Test func rulesRestAndWorkAgain() {
    var session = Session(collection: Self.kept)
    session.type("2 Tab x")
    #expect(session.library.kept.rules[0].isEnabled == false)
    #expect(session.line("▶   去广告"))
    session.type("u")
    #expect(session.library.kept == Self.kept)
  }

  @Test func rulesAreChangedMovedAndDeletedWithUndo() {
    var session = Session(collection: Self.kept)
    session.type("2 Tab j e")
    #expect(session.text.contains("规则条件：央行"))
    session.enter(" OR 逆回购")
    session.type("Enter Enter C-u")
    session.enter("央行动态")
    session.type("Enter")
    let changed = Rule(name: "央行动态", text: "央行 OR 逆回购", actions: [.star, .tag("货币政策")])
    #expect(session.library.kept.rules[1] == changed)
    session.type("K d")
    #expect(session.library.kept.rules == [Self.kept.rules[0]])
    session.type("u u u")
    #expect(session.library.kept == Self.kept)
  }

  @Test func aRuleIsAppliedToWhatIsStored() {
    var session = Session(collection: Self.kept)
    session.type("2 Tab j b")
    #expect(session.text.contains("对“央行”的10条新闻执行：加标签“货币政策”、加星标？  y 确定"))
    session.type("y")
    #expect(session.library.articles.count { $0.headline.ownTags == ["货币政策"] && $0.headline.status.isStarred } == 10)
    #expect(session.text.contains("已更改10条：加标签“货币政策”、加星标，按 u 撤销"))
    session.type("u")
    #expect(!session.library.articles.contains { $0.headline.ownTags == ["货币政策"] })
  }

  @Test func aRulesQueryCanBeLookedAt() {
    var session = Session(collection: Self.kept)
    session.type("2 Tab j Enter")
    #expect(session.state.filter == .text("央行"))
  }
}
