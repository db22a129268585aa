import Foundation
import NewsModel
import NewsStore
import Synchronization
import Testing

@testable import NewsLibrary

/// Saved queries, rules and changes of many articles, as the dashboard and the command line use them.
@Suite struct NewsLibraryOrganisingTests {
  private final class Events: Sendable {
    private let count = Mutex(0)
    func note(_ event: LibraryEvent) { if event == .changed(by: .thisProgram) { count.withLock { $0 += 1 } } }
    /// How many changes were announced since the last look.
    func take() -> Int {
      count.withLock { count in
        defer { count = 0 }
        return count
      }
    }
  }

  @Test func whatChangesIsAnnouncedAndWhatDoesNotIsNot() throws {
    let folder = try TestFolder()
    let events = Events()
    let library = try folder.library { events.note($0) }
    _ = try library.store.save([Item(title: "虚构银行下调利率", published: Timestamp(0), tags: ["银行"])])

    #expect(try library.apply([.read], matching: .tag("锂电")).articles == 0)
    #expect(try library.undo() == nil)
    #expect(events.take() == 0)

    #expect(try library.apply([.read, .tag("待读")], matching: .tag("银行")).articles == 1)
    #expect(try library.undoSteps().map(\.actions) == [[.read, .tag("待读")]])
    _ = try library.undo()
    #expect(events.take() == 2)

    try library.save(SavedQuery(name: "银行", text: "tag:银行"))
    try library.save(Rule(name: "银行", text: "tag:银行", actions: [.star]))
    try library.setRule("银行", isEnabled: false)
    #expect(events.take() == 3)
    #expect(try library.savedQuery("银行").text == "tag:银行" && library.rule("银行").isEnabled == false)
    #expect(throws: LibraryError.name(.unknown("无"))) { try library.removeRule("无") }
    #expect(events.take() == 0)
    try library.close()
  }

  @Test func anImportFollowsRulesAndNamesThoseThatItCannot() throws {
    let folder = try TestFolder()
    let library = try folder.library()
    try library.save(Rule(name: "银行", text: "tag:银行", actions: [.star]))
    try library.save(Rule(name: "坏", text: "(", actions: [.mute]))
    let file = try folder.write(
      #"{"title":"虚构银行下调利率","text":"银行周四下调利率。","published":"2024-02-29 10:00:00","tags":["银行"]}"# + "\n",
      to: "news.jsonl")

    let report = try library.importNews(from: [.path(file)], reading: ReadingOptions(zone: .gmt))

    #expect(report.new == 1 && report.ruled == 1)
    #expect(report.ruleProblems.map(\.name) == ["坏"])
    #expect(try library.count(.starred) == 1)
    try library.close()
  }
}
