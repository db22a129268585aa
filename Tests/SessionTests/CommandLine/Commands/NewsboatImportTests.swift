import Foundation
import Testing

/// `newstape import` of newsboat's cache.
struct NewsboatImportTests {
  @Test func itsArticlesComeWithWhatWasDoneToThem() throws {
    let run = try CommandLineRun()
    let cache = CommandLineRun.checkout + "/Tests/Fixtures/newsboat/cache.db"
    let before = try Data(contentsOf: URL(fileURLWithPath: cache))
    #expect(try run("import", cache).output.hasPrefix("2 new"))
    let rows = try run("list").lines.map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).dropFirst().prefix(5)
    }
    #expect(
      rows.map { $0.joined(separator: "|") } == [
        "2022-06-15T13:42:09+08:00|晨星日报|starred|云岭电池公布新工厂计划|", "2022-06-15T13:30:00+08:00|晨星日报|unread|A&B 扩建码头|",
      ])
    #expect(try run("show", "1").output.contains("云岭电池周五公布了新工厂的计划。"))
    #expect(try run("import", cache).output.contains("2 unchanged"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: cache)) == before)
    let store = run.home + "/store.db"
    _ = try run("import", cache, "--store", store)
    #expect(try run("import", store).status == 65, "a store of our own is no cache")
  }
}
