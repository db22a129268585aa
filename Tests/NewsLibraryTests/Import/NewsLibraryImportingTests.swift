import Foundation
import NewsModel
import NewsParsing
import NewsStore
import SourceForms
import Synchronization
import Testing

@testable import NewsLibrary

struct NewsLibraryImportingTests {
  private let folder: TestFolder
  private let library: NewsLibrary

  init() throws {
    folder = try TestFolder()
    library = try folder.library()
  }

  private func run(_ paths: String...) throws -> ImportReport {
    try library.importNews(from: paths.map { .path($0) }, reading: ReadingOptions(zone: TestNews.shanghai))
  }

  private func writeMixedFolder() throws {
    try folder.write(TestNews.page, to: "in/a/page.txt")
    try folder.write(TestNews.lines(0..<3), to: "in/b/lines.jsonl")
    try folder.write(TestNews.csv, to: "in/b/rows.csv")
    try folder.write(TestNews.gzip, to: "in/c/more.jsonl.gz")
    try folder.write(TestNews.lines(9..<10), to: "in/.hidden.jsonl")
    try folder.write("", to: "in/d/empty.txt")
    try folder.write(Data([0, 1, 2, 0, 0xFF]), to: "in/d/picture.png")
    try folder.write("{\"title\":\"断", to: "in/d/torn.jsonl")
    try folder.write(TestNews.gzip.prefix(40), to: "in/d/torn.jsonl.gz")
  }

  @Test func aFolderOfEveryKindIsReadAndWhatIsNotNewsIsNamed() throws {
    try writeMixedFolder()
    let report = try run(folder.path + "/in")
    #expect(report.new == 7)
    #expect(report.refused == 4)
    let places = report.problems.map { String($0.path.dropFirst(folder.path.count + "/in/".count)) }
    #expect(places == ["d/empty.txt", "d/picture.png", "d/torn.jsonl", "d/torn.jsonl.gz"])
    #expect(report.problems[0].reason == .refused(.empty))
    #expect(report.problems[1].reason == .refused(.binary))
    #expect(report.problems[2].line == 1)
    #expect(report.problems[3].reason == .refused(.corruptGzip))
    let titles = try library.titles()
    #expect(titles.first == "云岭电池公布新工厂计划,两年内产能翻番")
    #expect(titles.contains("压缩文件里的新闻"))
    #expect(titles.contains("虚构银行下调利率, 幅度为十年来最大"))
    #expect(titles.contains("虚构公司第2号公告"))
  }

  @Test func arrivalsAreTheRecordsOwnOrThoseOfPublication() throws {
    let line = #"{"title":"云岭电池扩产","published":"2024-03-01T08:00:00+08:00","crawled_at":"2024-03-01T09:00:00+08:00"}"#
    for (arrivesAsPublished, expected) in [(false, Timestamp(1_709_254_800)), (true, Timestamp(1_709_251_200))] {
      let own = try TestFolder()
      let (library, path) = (try own.library(), try own.write(line, to: "a.jsonl"))
      var options = ReadingOptions(zone: TestNews.shanghai)
      options.arrivesAsPublished = arrivesAsPublished
      _ = try library.importNews(from: [.path(path)], reading: options)
      let listed = try library.store.headlines(matching: .all, from: .start, limit: 9).headlines
      #expect(listed.map(\.arrived) == [expected])
    }
  }

  @Test func linesLeftOutOfPagesAreCountedAndTold() throws {
    let file = try folder.write(TestNews.page + "\n\n未经授权不得转载，违者必究。\n\n打印 关闭\n", to: "page.txt")
    var lines: [RemovedLine] = []
    let report = try library.importNews(
      from: [.path(file)], reading: ReadingOptions(zone: TestNews.shanghai), removed: { lines.append($0) })
    #expect(report.removedLines == 2)
    #expect(lines == ["未经授权不得转载，违者必究。", "打印 关闭"].map { RemovedLine(text: $0, path: file) })
  }

  @Test(arguments: [
    ("<rss><channel><title>晨星日报</title></channel></rss>", "feed.xml", ParseRefusal.Reason.holdsNothing(.feed)),
    ("[]", "list.json", .holdsNothing(.objects)), ("\n\n", "lines.jsonl", .holdsNothing(.objects)),
    ("title,text\n", "rows.csv", .holdsNothing(.rows)),
    ("<rss><channel><item></item></channel></rss>", "feed.xml", .noArticleFields),
    ("%PDF-1.7\n1 0 obj\n", "news.pdf", .foreign(.pdf)),
  ])
  func whatHoldsNoNewsIsNamed(_ text: String, _ name: String, _ reason: ParseRefusal.Reason) throws {
    let report = try run(try folder.write(text, to: name))
    #expect(report.articles == 0)
    #expect(report.problems.map(\.reason) == [.refused(reason)])
  }

  @Test func aFeedThatEndsWithinAnItemIsTakenInAsFarAsItIsWhole() throws {
    let text =
      "<rss><channel><title>晨星日报</title><item><title>甲公司公告</title></item><item><title>乙公司公告</title><link>https://a.ex"
    let report = try run(try folder.write(text, to: "feed.xml"))
    #expect(report.new == 2)
    #expect(report.problems.map(\.reason) == [.refused(.endsWithinEntry)])
  }

  @Test func theSecondTimeNothingChanges() throws {
    try writeMixedFolder()
    _ = try run(folder.path + "/in")
    let before = try library.titles()
    let report = try run(folder.path + "/in")
    #expect(report.new == 0 && report.updated == 0 && report.stubs == 0 && report.completedStubs == 0)
    #expect(report.unchanged == 7)
    #expect(try library.titles() == before)
  }

  @Test func aChangedTextIsAnUpdate() throws {
    let file = try folder.write(TestNews.lines(0..<4), to: "news.jsonl")
    _ = try run(file)
    try folder.write(TestNews.lines(0..<2) + TestNews.lines(2..<5, text: "改过的正文。"), to: "news.jsonl")
    let report = try run(file)
    #expect(report.new == 1)
    #expect(report.updated == 2)
    #expect(report.unchanged == 2)
  }

  @Test func recordsOfOneFileThatShareAnIDStayApartHoweverFarApartTheyStand() throws {
    // More than one batch lies between them.
    let lines = TestNews.lines(0..<1_200).split(separator: "\n").map(String.init)
    let shared = ["云岭电池投产", "海港物流扩建", "虚构银行降息"].map {
      "{\"id\":\"n-same\",\"title\":\"\($0)\",\"text\":\"\($0)的正文。\",\"source\":\"晨星日报\",\"published\":\"2024-03-02 09:00:00\"}"
    }
    let records = [shared[0]] + lines.prefix(600) + [shared[1]] + lines.dropFirst(600) + [shared[2]]
    let file = try folder.write(records.joined(separator: "\n"), to: "news.jsonl")
    #expect(try run(file).new == 1_203)

    try folder.write(records.reversed().joined(separator: "\n"), to: "news.jsonl")
    let again = try run(file)
    #expect(again.unchanged == 1_203 && again.new == 0 && again.updated == 0)
  }

  @Test func anIDOfAnotherFileIsTheArticleWithThatIDChanged() throws {
    let first = try folder.write(TestNews.line(1, text: "云岭电池周五公布新工厂的计划。"), to: "a.jsonl")
    let second = try folder.write(TestNews.line(1, text: "工厂分两期建设，第二期后年完工。"), to: "b.jsonl")
    let report = try run(first, second, first)
    #expect(report.new == 1 && report.updated == 2)
    #expect(try library.store.count(.all) == 1)
  }

  @Test func whatIsMissingIsNamedAndTheRestIsRead() throws {
    let file = try folder.write(TestNews.lines(0..<2), to: "news.jsonl")
    let report = try run(folder.path + "/nowhere", file)
    #expect(report.new == 2)
    #expect(report.problems == [ImportProblem(.notFound, path: folder.path + "/nowhere")])
  }

  @Test func manyBatchesKeepTheOrderAndTheProgressGrows() throws {
    let file = try folder.write(TestNews.lines(0..<2_000), to: "news.jsonl")
    var steps: [ImportProgress] = []
    let report = try library.importNews(from: [.path(file)], reading: ReadingOptions(zone: TestNews.shanghai)) {
      steps.append($0)
    }
    #expect(report.new == 2_000)
    #expect(try library.store.count(.all) == 2_000)
    // Keys are given in the order in which articles are saved, which is that of the file.
    let keys = try library.store.headlines(matching: .all, from: .start, limit: 2_000).headlines
      .sorted { $0.key.rawValue < $1.key.rawValue }
    #expect(keys.map(\.title) == (0..<2_000).map { "虚构公司第\($0)号公告" })
    let last = try #require(steps.last)
    #expect(last.articles == 2_000)
    #expect(last.fraction == 1)
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.articles <= $1.articles && $0.bytesRead <= $1.bytesRead })
  }

  @Test func aStoppedImportKeepsWhatItSavedAndGoesOn() throws {
    let file = try folder.write(TestNews.lines(0..<3_000), to: "news.jsonl")
    let cancellation = Cancellation()
    let report = try library.importNews(
      from: [.path(file)], reading: ReadingOptions(zone: TestNews.shanghai), cancellation: cancellation
    ) {
      if $0.articles > 0 { cancellation.cancel() }
    }
    #expect(report.wasCancelled)
    #expect(report.new > 0 && report.new < 3_000)
    #expect(try library.store.count(.all) == report.new)
    let second = try run(file)
    #expect(!second.wasCancelled)
    #expect(second.new == 3_000 - report.new)
    #expect(second.unchanged == report.new)
  }

  @Test func anImportIsAnnouncedOnceItIsDone() throws {
    let events = Mutex<[StoreEvent]>([])
    let folder = try TestFolder()
    let library = try folder.library { event in events.withLock { $0.append(event) } }
    defer { try? library.close() }
    let file = try folder.write(TestNews.lines(0..<2), to: "news.jsonl")
    _ = try library.importNews(from: [.path(file)], reading: ReadingOptions(zone: TestNews.shanghai))
    #expect(events.withLock { $0.first } == .changed(by: .thisProgram))
    _ = try library.importNews(from: [.path(file)], reading: ReadingOptions(zone: TestNews.shanghai))
    // What the articles are about is told once more, when it has been read beside the import.
    while try library.store.unanalysedCount() > 0 { usleep(10_000) }
    #expect(events.withLock { $0.count } <= 2)
    #expect(events.withLock { $0.dropFirst().allSatisfy { $0 == .facetsRead } })
  }

  @Test func onlySomeProblemsAreKeptButAllAreCounted() throws {
    let file = try folder.write(String(repeating: "{\"url\":\"x\"}\n", count: 1_500), to: "bad.jsonl")
    let report = try run(file)
    #expect(report.refused == 1_500)
    #expect(report.problems.count == ImportReport.keptProblems)
    #expect(report.problems.last?.line == ImportReport.keptProblems)
  }

  @Test func namesThatAreNoUTF8AreReadAsWell() throws {
    // 新闻.txt as an old archive writes it, in GBK.
    let name = RawPath(folder.path).appending([0xD0, 0xC2, 0xCE, 0xC5, 0x2E, 0x74, 0x78, 0x74])
    let descriptor = name.withCString { open($0, O_WRONLY | O_CREAT, 0o600) }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try file.write(contentsOf: Data(TestNews.page.utf8))
    #expect(try run(folder.path).new == 1)
  }
}
