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
    try folder.write(TestNews.page, to: "pages/1.txt")
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
    #expect((0..<300).contains(now - newest))
  }

  @Test func whatWasReadStaysReadUntilItIsOld() throws {
    try withSample(at: now) { _ = try $0.store.markRead(matching: .all) }
    #expect(try withSample(at: now + 20 * day) { try $0.store.count(.unread) } == 0)
    let (unread, newest) = try withSample(at: now + 31 * day) {
      (try $0.store.count(.unread), try $0.newestPublished())
    }
    #expect(unread == 1)
    #expect(now + 31 * day - newest < 300)
  }

  @Test func newPagesMakeItAnew() throws {
    #expect(try withSample(at: now) { try $0.store.count(.all) } == 1)
    try folder.write(TestNews.page.replacing("云岭电池", with: "海港物流"), to: "pages/2.txt")
    #expect(try withSample(at: now) { try $0.store.count(.all) } == 2)
  }

  @Test func whereNothingCanBeWrittenItIsMadeElsewhereForOnce() throws {
    // A file stands where the folder would have to be.
    try folder.write("", to: "data")
    let (path, count) = try withSample(at: now) { ($0.store.path, try $0.store.count(.all)) }
    #expect(count == 1)
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
    try #require(try store.headlines(matching: .all, from: .newest, limit: 1).headlines.first).published
  }
}
