import Foundation
import NewsLibrary
import NewsModel
import NewsStore
import Testing
import TextBasics

@testable import App
@testable import Dashboard

/// What is followed, looked for and fetched beside the screen. No test asks the network.
@Suite struct EffectRunnerSourcesTests {
  private let world: DashboardWorld

  init() throws { world = try DashboardWorld("云杉动力召回电池") }

  private var store: NewsStore { world.library.store }

  private func made(_ change: SubscriptionChange) throws -> SubscriptionChange {
    world.runner.changeSubscription(change, .byUser)
    world.runner.finish()
    let changes = world.mailbox.takeAll().compactMap { action -> SubscriptionChange? in
      if case .subscriptionChanged(let change, .byUser) = action { change } else { nil }
    }
    #expect(changes.count == 1)
    return try #require(changes.first)
  }

  private func refused(_ change: SubscriptionChange) -> Bool {
    world.runner.changeSubscription(change, .byUser)
    world.runner.finish()
    let actions = world.mailbox.takeAll()
    return actions.count == 1 && actions.contains { if case .subscriptionFailed("不能读取") = $0 { true } else { false } }
  }

  private let source = Subscription(name: "晨报", address: "https://news.example/rss")

  @Test func aSourceGetsItsIDAndAFreeName() throws {
    guard case .add(let first) = try made(.add(source)) else { throw App.ExitStatus.failure }
    #expect(first.id != source.id && first.name == "晨报")
    guard case .add(let second) = try made(.add(Subscription(name: "晨报", address: "https://other.example/rss"))) else {
      throw App.ExitStatus.failure
    }
    #expect(second.name != "晨报" && second.name.contains("晨报"))
    #expect(try store.subscriptions().map(\.name) == [first.name, second.name])
    #expect(refused(.add(source)))
  }

  @Test func aSourceThatIsRemovedIsGone() throws {
    let added = try store.subscribe(source)
    #expect(try made(.remove(added)) == .remove(added))
    #expect(try store.subscriptions() == [])
  }

  /// What a refresh changed meanwhile stays.
  @Test func onlyWhatTheReaderChangedIsChanged() throws {
    let old = try store.subscribe(source)
    var moved = old
    moved.address = "https://moved.example/rss"
    moved.homePage = "https://moved.example/"
    try store.update(moved)
    var new = old
    new.name = "早报"
    new.folders = ["财经"]
    new.tags = ["要闻"]
    new.fetchesArticles = true
    new.interval = 600
    #expect(try made(.replace(old, with: new)) == .replace(old, with: new))
    var expected = new
    expected.address = moved.address
    expected.homePage = moved.homePage
    #expect(try store.subscriptions() == [expected])
    var elsewhere = expected
    elsewhere.address = "https://third.example/rss"
    _ = try made(.replace(expected, with: elsewhere))
    #expect(try store.subscriptions().map(\.address) == ["https://third.example/rss"])
  }

  @Test func aSourceThatIsNotThereCannotBeChanged() throws {
    #expect(refused(.replace(source, with: source)))
  }

  @Test func theSampleGivesWayToTheReadersOwnStore() throws {
    let home = try TemporaryHome()
    let setup = try home.setup()
    let shown = ShownLibrary(try setup.openLibrary(.create)) { try setup.openLibrary(at: setup.writeLocation.path) }
    let runner = EffectRunner(
      library: shown, mailbox: world.mailbox, zone: DashboardWorld.zone, fetching: setup.fetchSettings,
      loadTheme: { _ in LoadedTheme(theme: nil) }, describe: { setup.describe($0) })
    try #require(runner.library.isSample)
    runner.changeSubscription(.add(source), .byUser)
    runner.finish()
    let signs = world.mailbox.takeAll().map { action in
      switch action {
      case .storeChanged(isSample: false): "store"
      case .subscriptionChanged: "subscription"
      default: "other"
      }
    }
    #expect(signs == ["store", "subscription"])
    #expect(!runner.library.isSample)
    #expect(try runner.library.store.subscriptions().map(\.name) == ["晨报"])
    shown.close()
  }

  // MARK: The web

  @Test(arguments: ["", "ftp://news.example/", "javascript:alert(1)"])
  func whatIsNoAddressIsNotAskedFor(address: String) throws {
    let failure = try #require(throws: FeedSearchFailure.self) {
      try world.runner.discover(address, .init())
    }
    #expect(failure.reason == .badAddress && failure.overHTTP == nil)
  }

  @Test func aRefreshWithoutSourcesEndsAtOnce() throws {
    world.runner.refresh(RefreshRequest(.all))
    world.runner.finish()
    let reports = world.mailbox.takeAll().compactMap { action -> RefreshReport? in
      if case .refreshEnded(.done(let report)) = action { report } else { nil }
    }
    #expect(reports.map(\.progress.done) == [0])
    #expect(reports.map(\.isElsewhere) == [false])
  }
}
