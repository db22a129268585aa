import NewsModel
import SeededRandom
import Testing

@testable import NewsStore

/// Articles that say themselves when they arrived, as the snapshots of a crawl do: what was known when stays so, however often they come.
@Suite struct SnapshotTests {
  private static let published = Timestamp(1_709_520_000)

  private static func snapshot(_ title: String, hours: Int64?) -> Item {
    var item = Item(
      originID: "a1", url: "https://news.example/a1", title: title, source: "云报", published: published,
      blocks: [.paragraph("公司公告称，订单充足。")])
    item.arrived = hours.map { published + $0 * 3_600 }
    return item
  }

  private static let first = snapshot("云杉动力拟回购3.6亿元股份", hours: 2)
  private static let second = snapshot("云杉动力拟回购3.4亿元股份", hours: 20)
  private static let third = snapshot("云杉动力终止回购", hours: 40)

  /// What the article says at the given hours after its publication.
  private func titles(_ store: NewsStore, atHours hours: [Int64]) throws -> [String] {
    try hours.flatMap { try store.titles(.asOf(Self.published + $0 * 3_600)) }
  }

  @Test func thatTheyComeAgainChangesNothing() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    let snapshots = [Self.first, Self.second, Self.third]
    for snapshot in snapshots { _ = try store.save([snapshot]) }
    _ = try store.markRead(matching: .all)
    let known = try titles(store, atHours: [3, 19, 21, 39, 41])
    #expect(known == [0, 0, 1, 1, 2].map { snapshots[$0].title })
    for snapshot in snapshots + snapshots.reversed() {
      let report = try store.save([snapshot])
      #expect(report.updated == 0 && report.unchanged == 1 && report.outdated == 0)
    }
    #expect(try titles(store, atHours: [3, 19, 21, 39, 41]) == known)
    #expect(try store.count(.read) == 1)
    let key = try #require(try store.headlines(matching: .all, from: .start, limit: 1).headlines.first?.key)
    #expect(try store.history(of: key).count == 3)
  }

  @Test func theyMayStandInOneFile() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    let report = try store.save([Self.first, Self.second, Self.third, Self.second])
    #expect(report.new == 1 && report.updated == 2 && report.unchanged == 1)
    #expect(try titles(store, atHours: [3, 21, 41]) == [Self.first, Self.second, Self.third].map(\.title))
  }

  /// A page of flashes has one address, and many of one second.
  @Test func whatHasNoMoreThanAnAddressInCommonIsNoSnapshot() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    var (first, second) = (Self.snapshot("云杉动力拟回购股份", hours: 2), Self.snapshot("央行开展逆回购操作", hours: 3))
    (first.originID, second.originID) = (nil, nil)
    second.blocks = [.paragraph("央行今日开展1000亿元逆回购操作。")]
    #expect(try store.save([first, second]).new == 2)
    #expect(try store.titles().count == 2)
  }

  /// Two items of one body that say different things are different articles, whatever id they share.
  @Test func itemsWithoutMomentsAreNoSnapshots() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    var (first, third) = (Self.snapshot(Self.first.title, hours: nil), Self.snapshot(Self.third.title, hours: nil))
    (first.blocks, third.blocks) = ([.paragraph("公司公告称，拟回购股份。")], [.paragraph("公司公告称，决定不再回购。")])
    #expect(try store.save([first, third]).new == 2)
  }

  @Test func olderWordsTakeTheirPlaceAndReplaceNothing() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save([Self.third])
    _ = try store.markRead(matching: .all)
    for older in [Self.first, Self.second] {
      let report = try store.save([older])
      #expect(report.updated == 1 && report.new == 0 && report.outdated == 0)
    }
    #expect(try store.titles() == [Self.third.title])
    #expect(try titles(store, atHours: [1]) == [])
    #expect(try titles(store, atHours: [3, 21, 41]) == [Self.first, Self.second, Self.third].map(\.title))
    #expect(try store.count(.read) == 1)
    #expect(try store.count(.changed) == 1)
    #expect(try store.check() == [])
  }

  /// In whatever order snapshots come, in one file or in several: at each moment the words of the last one until then stood. Words that
  /// once gave way do not come back here: of those only the first arrival is kept.
  @Test(arguments: 1...8)
  func orderOfSnapshotsChangesNothing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = [Self.first.title, Self.second.title, Self.third.title, "云杉动力：回购完成"]
    let said = (1...7).map { _ in Int.random(in: 0..<4, using: &random) }.sorted()
    let log = said.enumerated().map { Self.snapshot(words[$1], hours: Int64($0 + 1) * 5) }
    let hours = Array(stride(from: Int64(3), to: 42, by: 2))
    let known = hours.compactMap { hour in log.last { ($0.arrived ?? .now) <= Self.published + hour * 3_600 }?.title }
    for _ in 0..<4 {
      let temporary = try TemporaryStore()
      let store = temporary.store
      var rest = log.shuffled(using: &random)[...]
      while !rest.isEmpty {
        let count = Int.random(in: 1...rest.count, using: &random)
        _ = try store.save(Array(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
      #expect(try titles(store, atHours: hours) == known)
      for snapshot in log { #expect(try store.save([snapshot]).unchanged == 1) }
      #expect(try titles(store, atHours: hours) == known)
      #expect(try store.check() == [])
    }
  }

  /// An article whose time, headline and words change one after the other is one, whatever order and however many files they come in.
  @Test(arguments: [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]])
  func timesAndWordsMayChangeBetweenSnapshots(order: [Int]) throws {
    var log = [Self.first, Self.first, Self.first]
    (log[0].arrived, log[1].arrived, log[2].arrived) = (Self.first.arrived, Self.second.arrived, Self.third.arrived)
    log[1].blocks = [.paragraph("公司公告称，回购资金改为自有资金和专项贷款。")]
    log[2] = Self.third
    log[2].blocks = log[1].blocks
    log[2].published = Self.published + 1_800
    for sizes in [[3], [1, 2], [2, 1], [1, 1, 1]] {
      let temporary = try TemporaryStore()
      let store = temporary.store
      var rest = order.map { log[$0] }[...]
      for size in sizes {
        _ = try store.save(Array(rest.prefix(size)))
        rest = rest.dropFirst(size)
      }
      #expect(try store.titles().count == 1, "\(order) \(sizes)")
      #expect(try titles(store, atHours: [3, 21, 41]) == log.map(\.title), "\(order) \(sizes)")
    }
  }

  /// Rows of a crawl may be numbered anew each time.
  @Test func snapshotsWithOtherIDsAreKnownByAddressAndHeadline() throws {
    let temporary = try TemporaryStore()
    var other = Self.snapshot(Self.first.title, hours: 5)
    other.originID = "a2"
    other.blocks = [.paragraph("公司公告称，订单饱满，产能紧张。")]
    #expect(try temporary.store.save([Self.first, other]).new == 1)
  }

  /// What another store kept is taken up beside what this one has.
  @Test func historyOfAnArticleThatIsThereTakesItsPlace() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save([Self.second])
    var export = Self.third
    export.arrived = Self.first.arrived
    export.former = [
      FormerItem(Self.first, until: Self.published + 10 * 3_600),
      FormerItem(Self.snapshot("云杉动力：回购完成", hours: 10), until: Self.published + 40 * 3_600),
    ]
    #expect(try store.save([export]).updated == 1)
    #expect(
      try titles(store, atHours: [3, 11, 21, 41])
        == [Self.first.title, "云杉动力：回购完成", Self.second.title, Self.third.title])
    #expect(try store.save([export]).unchanged == 1)
  }

  /// The same where what it kept is newer than what this one has.
  @Test func historyOfAnArticleThatIsNewerFollows() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save([Self.first])
    var export = Self.third
    export.arrived = Self.first.arrived
    export.former = [
      FormerItem(Self.first, until: Self.published + 20 * 3_600),
      FormerItem(Self.second, until: Self.published + 40 * 3_600),
    ]
    #expect(try store.save([export]).updated == 1)
    #expect(try titles(store, atHours: [3, 21, 41]) == [Self.first, Self.second, Self.third].map(\.title))
    #expect(try store.save([export]).unchanged == 1)
  }

  @Test func wordsWithoutAMomentComeNow() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    _ = try store.save([Self.first])
    _ = try store.save([Self.second])
    let report = try store.save([Self.snapshot(Self.first.title, hours: nil)])
    #expect(report.updated == 1)
    #expect(try store.titles() == [Self.first.title])
    #expect(try titles(store, atHours: [21]) == [Self.second.title])
  }

  @Test func aStubIsCompletedByAnOlderPage() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    var stub = Self.snapshot(Self.first.title, hours: 30)
    (stub.isStub, stub.blocks) = (true, [])
    _ = try store.save([stub])
    #expect(try store.save([Self.first]).completedStubs == 1)
  }

  /// A back-test takes new articles for known since their publication; of a correction that would be a look ahead.
  @Test(arguments: [20, nil])
  func aCorrectionArrivesAtItsOwnMomentInABackTest(hours: Int64?) throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    for item in [Self.first, Self.snapshot(Self.second.title, hours: hours)] {
      var body = ArrivingBody()
      _ = try store.save([ItemDraft(item, arrivesAsPublished: true)], of: &body, endingAt: [1])
    }
    #expect(try titles(store, atHours: [0, 19]) == [Self.first.title, Self.first.title])
    #expect(try titles(store, atHours: [21]) == [hours == nil ? Self.first.title : Self.second.title])
    #expect(try store.titles() == [Self.second.title])
  }

  @Test func aCorrectionInTheSameFileDoesSo() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    var body = ArrivingBody()
    let drafts = [Self.first, Self.third].map { ItemDraft($0, arrivesAsPublished: true) }
    _ = try store.save(drafts, of: &body, endingAt: [2])
    #expect(try titles(store, atHours: [0, 39, 41]) == [Self.first.title, Self.first.title, Self.third.title])
  }

  /// Of a day nobody knows the hour, and of a guess nothing.
  @Test func aDayOfPublicationArrivesAtItsEndInABackTest() throws {
    let temporary = try TemporaryStore()
    let store = temporary.store
    let midnight = CivilTime(year: 2024, month: 3, day: 4).timestamp(in: .gmt)
    var (day, guess) = (Self.snapshot("央行开展逆回购", hours: nil), Self.snapshot("云杉动力年度展望", hours: 50))
    (day.originID, day.url, day.published) = (nil, nil, midnight)
    (guess.originID, guess.url, guess.published, guess.isDateEstimated) = (nil, nil, midnight, true)
    var body = ArrivingBody()
    let drafts = [day, guess].map { ItemDraft($0, arrivesAsPublished: true, zone: .gmt) }
    _ = try store.save(drafts, of: &body, endingAt: [2])
    #expect(try store.titles(.asOf(midnight + 86_398)) == [])
    #expect(try store.titles(.asOf(midnight + 86_399)) == [day.title])
    #expect(try store.titles(.asOf(Self.published + 50 * 3_600)).count == 2)
  }
}
