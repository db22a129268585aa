import Foundation
import NewsModel
import NewsStore
import Testing

@testable import NewsLibrary

struct SampleLibraryTests {
  private let folder: TestFolder
  private let sample: SampleLibrary
  private let now = Timestamp(1_800_000_000)
  private let day: Int64 = 86_400

  init() throws {
    folder = try TestFolder()
    // One of the last day, which may not have come, and one of a week before.
    try folder.write(TestNews.page, to: "pages/1.txt")
    try folder.write(TestNews.page.replacing("2024-03-01", with: "2024-02-23"), to: "pages/2.txt")
    sample = SampleLibrary(pages: folder.path + "/pages", storePath: folder.path + "/data/sample.db")
  }

  private func withSample<T>(at time: Timestamp, _ body: (NewsLibrary) throws -> T) throws -> T {
    let library = try NewsLibrary.open(sample, now: time, zone: TestNews.shanghai)
    defer { try? library.close() }
    return try body(library)
  }

  @Test func itIsMadeAtTheFirstLookAndLiesInThePresent() throws {
    let (isSample, newest) = try withSample(at: now) { ($0.isSample, try $0.newestPublished()) }
    #expect(isSample)
    #expect((0..<7 * day).contains(now - newest))
  }

  @Test func itHasASavedQueryAndARuleThatWasFollowed() throws {
    try folder.write(TestNews.page.replacing("云岭电池公布", with: "推广云岭电池"), to: "pages/2.txt")
    let (queries, rules, muted) = try withSample(at: now + 7 * day) {
      (try $0.store.savedQueries(), try $0.store.rules(), try $0.store.count(.muted))
    }
    #expect(queries == [SampleLibrary.savedQuery])
    #expect(rules == [SampleLibrary.rule])
    #expect(muted == 1)
  }

  @Test func flashesAndHeadlinesComeFromLines() throws {
    let lines = """
      {"published":"2024-02-22 09:25:03","source":"晨星日报","tags":["股市"],"text":"【虚构指数高开0.3%】成交清淡。"}
      {"published":"2024-02-22 09:26:00","source":"晨星日报","tags":["股市"],"title":"虚构指数为何高开","blocks":[],"stub":true}

      """
    try folder.write(lines, to: "pages/0.jsonl")
    let headlines = try withSample(at: now) {
      try $0.store.headlines(matching: .source("晨星日报"), from: .start, limit: 10).headlines
    }
    #expect(headlines.suffix(2).map(\.title) == ["虚构指数为何高开", "虚构指数高开0.3%"])
    #expect(headlines.suffix(2).map(\.isStub) == [true, false])
  }

  @Test func whatWasReadStaysReadUntilItIsOld() throws {
    try withSample(at: now) { _ = try $0.store.markRead(matching: .all) }
    #expect(try withSample(at: now + 20 * day) { try $0.store.count(.unread) } == 0)
    let (unread, newest) = try withSample(at: now + 31 * day) {
      (try $0.store.count(.unread), try $0.newestPublished())
    }
    #expect(unread > 0)
    #expect(now + 31 * day - newest < 7 * day)
  }

  @Test func newPagesMakeItAnew() throws {
    let count = try withSample(at: now) { try $0.store.count(.all) }
    let page = TestNews.page.replacing("云岭电池", with: "海港物流").replacing("2024-03-01", with: "2024-02-22")
    try folder.write(page, to: "pages/3.txt")
    #expect(try withSample(at: now) { try $0.store.count(.all) } == count + 1)
  }

  @Test func whereNothingCanBeWrittenItIsMadeElsewhereForOnce() throws {
    // A file stands where the folder would have to be.
    try folder.write("", to: "data")
    let (path, count) = try withSample(at: now) { ($0.store.path, try $0.store.count(.all)) }
    #expect(count > 0)
    #expect(!path.hasPrefix(folder.path))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func withoutPagesThereIsNone() throws {
    let sample = SampleLibrary(pages: folder.path + "/nowhere", storePath: folder.path + "/sample.db")
    #expect(throws: StoreError.notFound(path: folder.path + "/nowhere")) {
      try NewsLibrary.open(sample, now: now, zone: TestNews.shanghai)
    }
  }
}

extension NewsLibrary {
  fileprivate func newestPublished() throws -> Timestamp {
    try #require(try store.headlines(matching: .all, from: .start, limit: 1).headlines.first).published
  }
}
