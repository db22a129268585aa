import Foundation
import NewsModel
import Testing

@testable import NewsStore

/// What rules do to news as it arrives.
@Suite struct RulesTests {
  private func store(_ rules: Rule...) throws -> TemporaryStore {
    let temporary = try TemporaryStore()
    for rule in rules { try temporary.store.save(rule) }
    return temporary
  }

  @Test func newsThatMatchesIsTaggedStarredMutedAndRead() throws {
    let temporary = try store(
      Rule(name: "电池", text: "title:电池 -来源:广告", actions: [.tag("锂电"), .star]),
      Rule(name: "广告", text: "source:广告社", actions: [.mute, .read]))
    let store = temporary.store

    let report = try store.save([
      .sample("云岭电池公布计划"), .sample("海港物流扩建", minutes: 1), .sample("买房", minutes: 2, source: "广告社"),
    ])

    #expect(report.ruled == 2 && report.new == 3)
    #expect(try store.titles(.and([.tag("锂电"), .starred])) == ["云岭电池公布计划"])
    #expect(try store.titles() == ["海港物流扩建", "云岭电池公布计划"])
    #expect(try store.titles(.and([.muted, .read])) == ["买房"])
    #expect(try store.check() == [])
  }

  @Test func whatTheReaderUndidStaysUndone() throws {
    let temporary = try store(Rule(name: "一", text: "电池", actions: [.star, .tag("锂电")]))
    let store = temporary.store
    let key = try #require(try store.save([.sample("云岭电池公布计划")]).keys.first)
    _ = try store.apply(StatusChange(.unstar, of: [key]))
    _ = try store.apply(StatusChange(.untag("锂电"), of: [key]))

    let report = try store.save([.sample("云岭电池公布计划", body: "改过的正文，还是电池")])

    #expect(report.updated == 1 && report.ruled == 0)
    #expect(try store.headline(key)?.status == ArticleStatus())
    #expect(try store.headline(key)?.tags == [])
  }

  @Test func headlinesOfRelatedListsAndTheirPagesAreNewToo() throws {
    let temporary = try store(
      Rule(name: "标题", text: "title:码头", actions: [.tag("港口")]),
      Rule(name: "正文", text: "起重机", actions: [.star]))
    let store = temporary.store
    _ = try store.save([.sample("别的新闻", related: [.sample("海港物流扩建三号码头", minutes: -5)])])
    #expect(try store.titles(.and([.stub, .tag("港口")])) == ["海港物流扩建三号码头"])
    #expect(try store.titles(.starred) == [])

    _ = try store.save([.sample("海港物流扩建三号码头", minutes: -5, body: "四台起重机周三到港")])

    #expect(try store.titles(.and([.starred, .tag("港口"), .not(.stub)])) == ["海港物流扩建三号码头"])
    #expect(try store.check() == [])
  }

  @Test func rulesAreFollowedInOrderAndSeeWhatOthersDid() throws {
    let temporary = try store(
      Rule(name: "二", text: "tag:要闻", actions: [.star]),
      Rule(name: "一", text: "利率", actions: [.tag("要闻")]),
      Rule(name: "三", text: "利率", actions: [.mute]),
      Rule(name: "四", text: "利率", actions: [.read]))
    let store = temporary.store
    _ = try store.save([.sample("银行下调利率")])
    #expect(try store.titles(.and([.muted, .tag("要闻"), .unread, .not(.starred)])) == ["银行下调利率"])

    try store.moveRule("一", to: 0)
    _ = try store.save([.sample("央行上调利率", minutes: 1)])

    #expect(try store.titles(.and([.muted, .tag("要闻"), .starred])) == ["央行上调利率"])
  }

  @Test func aRuleAtRestDoesNothing() throws {
    let temporary = try store(Rule(name: "一", text: "利率", actions: [.star], isEnabled: false))
    let store = temporary.store
    #expect(try store.save([.sample("银行下调利率")]).ruled == 0)
    try store.setRule("一", isEnabled: true)
    #expect(try store.save([.sample("央行上调利率", minutes: 1)]).ruled == 1)
    #expect(try store.titles(.starred) == ["央行上调利率"])
  }

  @Test(arguments: ["(利率", "labels:red", "since:soon", "/(/"])
  func aRuleThatCannotBeReadIsPassedOverAndNamed(text: String) throws {
    let temporary = try store(
      Rule(name: "坏", text: text, actions: [.mute]), Rule(name: "好", text: "利率", actions: [.star]))

    let report = try temporary.store.save([.sample("银行下调利率")])

    #expect(report.ruleProblems.map(\.name) == ["坏"])
    #expect(report.new == 1)
    #expect(try temporary.store.titles(.starred) == ["银行下调利率"])
  }

  @Test func relativeDatesCountFromWhenTheNewsArrives() throws {
    let temporary = try store(Rule(name: "今天", text: "since:today", actions: [.star]))
    let store = temporary.store
    let zone = try #require(TimeZone(identifier: "Asia/Shanghai"))
    _ = try store.save([.sample("早先的", minutes: -24 * 60), .sample("今天的")], at: noon + 60, zone: zone)
    #expect(try store.titles(.starred) == ["今天的"])
  }

  @Test func rulesAreKeptReplacedRenamedAndRemoved() throws {
    let temporary = try store(
      Rule(name: "甲", text: "a", actions: [.star]), Rule(name: "乙", text: "b", actions: [.tag(" 我的  标签 "), .mute]))
    let store = temporary.store
    #expect(
      try store.rules() == [
        Rule(name: "甲", text: "a", actions: [.star]), Rule(name: "乙", text: "b", actions: [.tag("我的 标签"), .mute]),
      ])
    try store.save(Rule(name: "甲", text: "c", actions: [.read], isEnabled: false))
    try store.renameRule("乙", to: "丙")
    #expect(try store.rules().map(\.name) == ["甲", "丙"])
    #expect(try store.rules()[0] == Rule(name: "甲", text: "c", actions: [.read], isEnabled: false))
    try store.removeRule("甲")
    #expect(try store.rules().map(\.name) == ["丙"])
    #expect(throws: StoreError.name(.unknown("甲"))) { try store.setRule("甲", isEnabled: true) }
    #expect(throws: StoreError.name(.empty)) { try store.save(Rule(name: "丁", text: "", actions: [.tag(" ")])) }
    #expect(throws: StoreError.name(.taken("丙"))) {
      try store.save(Rule(name: "丁", text: "", actions: [.star]))
      try store.renameRule("丁", to: "丙")
    }
  }
}
