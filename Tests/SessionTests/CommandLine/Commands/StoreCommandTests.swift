import Foundation
import Testing

/// `newstape store`: check, backup, repair and compact as a reader uses them.
struct StoreCommandTests {
  private let run: CommandLineRun
  private var store: String { run.home + "/.local/share/newstape/newstape.db" }

  init() throws {
    run = try CommandLineRun()
    let lines = (0..<20).map {
      #"{"title":"晨星日报第\#($0)期","text":"正文\#($0)","published":"2024-03-01T12:\#($0 + 10):00Z"}"#
    }
    try run.write(lines.joined(separator: "\n"), to: "news.jsonl")
    #expect(try run("import", run.home + "/news.jsonl").status == 0)
  }

  @Test func aSoundStoreIsCalledSo() throws {
    let result = try run("store", "check")
    #expect(result.status == 0)
    #expect(result.output == "\(store): sound, 20 articles\n")
    #expect(try run("store", "repair").output == "\(store): sound, 20 articles\n")
    #expect(!FileManager.default.fileExists(atPath: store + "-before-repair"))
  }

  @Test func aSoundStoreIsSaidToHoldItsMutedArticlesToo() throws {
    #expect(try run("mark", "正文7", "--mute", "--yes").status == 0)
    #expect(try run("store", "check").output == "\(store): sound, 20 articles, 1 of them hidden\n")
  }

  @Test func withoutTheTableOfItsStateAStoreIsReadAndMended() throws {
    try run.changeStore("DROP TABLE state")

    #expect(try run("list").lines.count == 20)
    #expect(try run("search", "正文7", "--count").output == "1\n")
    #expect(try run("export", "--format", "jsonl").lines.count == 20)
    #expect(try run("store", "check").status == 65)
    let repair = try run("store", "repair")
    #expect(repair.status == 0, "\(repair.errors)")
    #expect(try run("store", "check").output == "\(store): sound, 20 articles\n")
  }

  @Test func textsWithoutAnArticleComeBackAndAreTold() throws {
    try run.changeStore("PRAGMA foreign_keys = OFF; DELETE FROM article WHERE key > 15")

    let export = try run("export", "--format", "jsonl")
    #expect(export.status == 65 && export.lines.count == 15)
    let repair = try run("store", "repair")
    #expect(repair.status == 65)
    #expect(repair.output.contains("articles of which only the text is left"))
    #expect(try run("export", "--format", "jsonl").lines.count == 20)
  }

  @Test func anEmptiedSearchIndexIsToldAndSearchesFindAllTheSame() throws {
    try run.changeStore("DELETE FROM search_page")

    let search = try run("search", "正文7", "--count")
    #expect(search.output == "1\n")
    let list = try run("search", "正文7")
    #expect(list.status == 0 && list.lines.count == 1)
    #expect(list.errors.contains("the search index is damaged"))
    let check = try run("store", "check")
    #expect(check.status == 65)
    #expect(check.output.contains("parts of the search index that cannot be read"))
    #expect(check.errors.contains("newstape store repair"))
  }

  @Test func oneBadTextEndsNeitherAnExportNorAList() throws {
    try run.changeStore("UPDATE body SET blocks = zeroblob(30) WHERE key = 5")

    let export = try run("export", "--format", "jsonl")
    #expect(export.status == 65)
    #expect(export.lines.count == 19)
    #expect(export.errors == "newstape: 1 article cannot be read and was left out; run newstape store repair\n")
    #expect(try run("list").status == 0)
    #expect(try run("show", "5").status == 65)
  }

  @Test func aRepairNamesTheBackupAndWhatWasLost() throws {
    try run.changeStore(
      "UPDATE body SET blocks = zeroblob(30) WHERE key = 5; DELETE FROM identity; DELETE FROM search_page")

    let repair = try run("store", "repair")

    #expect(repair.status == 65)
    #expect(repair.errors.contains("some of it could not be brought back"))
    #expect(repair.lines.first == "the store as it was: \(store)-before-repair")
    #expect(repair.output.contains("texts that are missing or cut short: 1 (5 晨星日报第4期)"))
    #expect(repair.lines.last == "repaired, 20 articles; the search index is made anew")
    #expect(try run("store", "check").output == "\(store): sound, 20 articles\n")
    #expect(try run("import", run.home + "/news.jsonl").output.hasPrefix("0 new"))
    #expect(try run("store", "check", "--store", store + "-before-repair").status == 65)
  }

  @Test func aBackupIsAStoreAndReplacesNothingUnasked() throws {
    let copy = run.home + "/copy.db"
    #expect(try run("store", "backup", copy).status == 0)
    #expect(try run("list", "--store", copy).lines.count == 20)
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try run("store", "backup", copy).status == 73)
    #expect(try run("store", "backup", "--force", copy).status == 0)
  }

  @Test func aBackupNeverReplacesTheStoreItself() throws {
    let link = run.home + "/link.db"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: store)
    for path in [store, link] {
      let result = try run("store", "backup", "--force", path)
      #expect(result.status == 73)
      #expect(result.errors.contains("is the store itself"))
    }
    #expect(try run("store", "check").status == 0)
  }

  @Test func compactingSaysWhatItGaveBack() throws {
    let result = try run("store", "compact")
    #expect(result.status == 0)
    #expect(result.output.contains("given back"))
    #expect(try run("store", "check").status == 0)
  }

  @Test(arguments: ["check", "repair", "compact"])
  func whereNoStoreIsNothingIsDone(command: String) throws {
    let path = run.home + "/none.db"
    let result = try run("store", command, "--store", path)
    #expect(result.status == 66)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func anOlderStoreIsBroughtUpToDateAndSaysSo() throws {
    let path = run.home + "/old.db"
    let sql = try String(
      contentsOfFile: CommandLineRun.checkout + "/Tests/Fixtures/stores/version-1.sql", encoding: .utf8)
    try run.changeStore(sql, at: path)
    let result = try run("list", "--store", path)
    #expect(result.lines.count == 3)
    #expect(result.errors == "newstape: the store was written by an older newstape and is brought up to date\n")
    #expect(try run("list", "--store", path).errors.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: path + "-before-5"))
  }
}
