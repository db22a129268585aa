import Dispatch
import Foundation
import NewsLibrary
import NewsModel
import NewsStore
import Testing
import TextAnalysis
import TextBasics

@testable import App
@testable import Dashboard

/// Changes of many articles, and files of them, beside the screen.
@Suite struct EffectRunnerWorkTests {
  private let world: DashboardWorld

  init() throws { world = try DashboardWorld("云杉动力召回电池", "远帆航运扩大船队", "青禾乳业净利润下滑") }

  private var store: NewsStore { world.library.store }

  /// What comes of work that goes on: to finish would stop it.
  private func answer<T>(_ find: (Action) -> T?) throws -> T {
    let patience = ContinuousClock.now + .seconds(120)
    while ContinuousClock.now < patience {
      if let found = world.mailbox.takeAll().compactMap(find).first { return found }
      Thread.sleep(forTimeInterval: 0.001)
    }
    return try #require(nil as T?)
  }

  private func bulkEnd() throws -> BulkEnd { try answer { if case .bulkEnded(let end) = $0 { end } else { nil } } }

  @Test func aChangeOfManyIsAnsweredWithWhatUndoesIt() throws {
    let request = BulkRequest([.star, .tag("自选")], matching: .not(.title("乳业")))
    world.runner.change(request, label: "更改")
    let end = try bulkEnd()
    let step = try #require(try store.undoSteps().first?.id)
    #expect(end == .changed(request, BulkOutcome(articles: 2, undoStep: step)))
    #expect(try store.count(.and([.starred, .tag("自选")])) == 2)
    world.runner.undo(step, label: "撤销")
    #expect(try bulkEnd() == .undone(BulkOutcome(articles: 2)))
    #expect(try store.count(.starred) == 0)
    world.runner.undo(step, label: "撤销")
    #expect(try bulkEnd() == .nothingToUndo)
  }

  @Test func whatIsWrongInAnArticleIsKeptAndTakenBack() throws {
    let key = try #require(try store.headlines(matching: .title("召回"), from: .start, limit: 1).headlines.first?.key)
    let read = TextAnalyser.builtIn.facets(title: "云杉动力召回电池", text: "")
    let kind = try #require(read.events.first?.kind)
    let lesson = Lesson.wrong(FacetTerm(.event, kind.rawValue), in: key)
    func taught() throws -> Lesson { try answer { if case .taught(let lesson, _, _) = $0 { lesson } else { nil } } }
    world.runner.teach(lesson, about: key, .byUser)
    #expect(try taught() == lesson)
    #expect(try store.wrongFacets(of: key) == [FacetTerm(.event, kind.rawValue)])
    #expect(try store.count(.term(.event, kind.rawValue)) == 0)
    world.runner.teach(lesson.inverse, about: key, .undo)
    #expect(try taught() == lesson.inverse)
    #expect(try store.count(.term(.event, kind.rawValue)) == 1)
  }

  @Test func nothingToChangeHasNothingToUndo() throws {
    let request = BulkRequest([.unstar], matching: .all)
    world.runner.change(request, label: "更改")
    #expect(try bulkEnd() == .changed(request, BulkOutcome(articles: 0)))
  }

  @Test func whatTheStoreRefusesIsToldInWords() throws {
    world.runner.change(BulkRequest([.tag(" ")], matching: .all), label: "更改")
    #expect(try bulkEnd() == .failed("不能读取"))
  }

  /// Who quits does not wait for a change of many; what was done until then can be undone.
  @Test func theEndStopsWhatGoesOn() throws {
    let held = DispatchSemaphore(value: 0)
    world.runner.bulk.async { held.wait() }
    world.runner.exports.async { held.wait() }
    let file = request("a.md")
    world.runner.change(BulkRequest([.star], matching: .all), label: "更改")
    world.runner.export(file, label: "导出")
    DispatchQueue.global().async { [runner = world.runner] in
      // Nothing begins before both are told to stop.
      while runner.bulkCancellation.withLock({ $0?.isCancelled }) != true
        || runner.exportCancellation.withLock({ $0?.isCancelled }) != true
      {
        Thread.sleep(forTimeInterval: 0.001)
      }
      for _ in 0..<2 { held.signal() }
    }
    world.runner.finish()
    let actions = world.mailbox.takeAll()
    #expect(
      actions.contains { if case .bulkEnded(.changed(_, let outcome)) = $0 { outcome.wasCancelled } else { false } })
    #expect(actions.contains { if case .exportEnded(.cancelled) = $0 { true } else { false } })
    #expect(try store.count(.starred) == 0 && !FileManager.default.fileExists(atPath: file.path))
  }

  // MARK: Files

  private func request(
    _ name: String, _ selection: ExportSelection = .matching(.all), replaces: Bool = false
  ) -> ExportRequest {
    ExportRequest(selection, to: world.folder.appending(path: name).path, title: "要闻", replaces: replaces)
  }

  private func end(of request: ExportRequest) throws -> ExportEnd {
    world.runner.export(request, label: "导出")
    return try answer { if case .exportEnded(let end) = $0 { end } else { nil } }
  }

  @Test(arguments: [("a.jsonl", "\"title\""), ("a.md", "要闻"), ("a.csv", "title"), ("a.html", "<html")])
  func theEndOfTheNameSaysTheForm(name: String, sign: String) throws {
    let request = request(name, .matching(.not(.title("乳业"))))
    #expect(try end(of: request) == .written(2, request))
    let text = try String(contentsOfFile: request.path, encoding: .utf8)
    #expect(text.contains(sign) && text.contains("云杉动力召回电池") && !text.contains("青禾乳业"))
  }

  @Test(arguments: [
    ("t.csv", "published,company,code,"), ("t.tsv", "published\tcompany\tcode\t"), ("t.json", "[\n{\""),
    ("t.jsonl", "{\""),
  ])
  func aTableHasFormsOfItsOwn(name: String, sign: String) throws {
    let table = request(name, .table(.not(.title("乳业"))))
    #expect(try end(of: table) == .written(2, table))
    let text = try String(contentsOfFile: table.path, encoding: .utf8)
    #expect(text.contains(sign) && text.contains("云杉动力召回电池") && !text.contains("青禾乳业"))
  }

  @Test func aTableIsNoPageToRead() throws {
    let page = request("t.md", .table(.all))
    #expect(try end(of: page) == .unknownFormat(page))
    #expect(!FileManager.default.fileExists(atPath: page.path))
  }

  @Test func oneArticleIsWrittenAlone() throws {
    let key = try #require(try store.headlines(matching: .title("航运"), from: .start, limit: 1).headlines.first?.key)
    let request = request("a.md", .article(key))
    #expect(try end(of: request) == .written(1, request))
    #expect(try String(contentsOfFile: request.path, encoding: .utf8).contains("远帆航运扩大船队"))
  }

  @Test func aFileIsReplacedOnlyWhereThatIsAgreed() throws {
    let first = request("a.md")
    try "own".write(toFile: first.path, atomically: false, encoding: .utf8)
    #expect(try end(of: first) == .exists(first))
    #expect(try String(contentsOfFile: first.path, encoding: .utf8) == "own")
    let agreed = request("a.md", replaces: true)
    #expect(try end(of: agreed) == .written(3, agreed))
    #expect(try String(contentsOfFile: first.path, encoding: .utf8).contains("云杉动力"))
  }

  @Test(arguments: ["a", "a.docx", "md"]) func aNameThatSaysNoFormIsRefused(name: String) throws {
    let request = request(name)
    #expect(try end(of: request) == .unknownFormat(request))
    #expect(!FileManager.default.fileExists(atPath: request.path))
  }

  /// Not even where the reader agrees to replace it.
  @Test func aStoreIsNeverOverwritten() throws {
    let copy = world.folder.appending(path: "copy.md").path
    let other = try NewsStore.open(at: copy)
    _ = try other.save([Item(title: "另一份", published: Timestamp(1_557_100_800))])
    try other.close()
    #expect(try end(of: request("copy.md", replaces: true)) == .failed("不能读取"))
    #expect(try NewsStore.open(at: copy, .existing).count(.all) == 1)
  }

  @Test func aFolderThatIsNotThereIsAFailure() throws {
    #expect(try end(of: request("none/a.md")) == .failed("不能读取"))
  }
}
