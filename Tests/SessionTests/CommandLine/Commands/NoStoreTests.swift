import Foundation
import Testing

/// Commands where there is no store: what shows news shows the sample, everything else says so, and nothing makes a store in vain.
struct NoStoreTests {
  private let run: CommandLineRun

  init() throws { run = try CommandLineRun() }

  private var hasStore: Bool { FileManager.default.fileExists(atPath: InventedNews.storePath(in: run)) }

  @Test(arguments: [
    "export", "export --output x.opml", "export --format jsonl", "store check", "sources", "refresh", "refresh 晨报",
    "remove 晨报",
    "mark 银行 --read --yes", "undo", "undo --list", "watch", "saved", "saved show 甲", "saved remove 甲", "rules",
    "rules test 甲", "rules apply 甲 --yes", "rules disable 甲",
  ])
  func itIsSaidAndNothingIsDone(command: String) throws {
    let result = try run.start(command.split(separator: " ").map(String.init), in: run.home).wait()
    #expect(result.status == 66)
    #expect(result.output.isEmpty)
    #expect(
      result.errors
        == "newstape: there is no store at \(InventedNews.storePath(in: run)); fill one with newstape import\n")
    #expect(!hasStore)
    #expect(try FileManager.default.contentsOfDirectory(atPath: run.home).allSatisfy { !$0.hasSuffix("opml") })
  }

  @Test(arguments: ["list --limit 3", "search 公司 --limit 3", "show 5", "stats", "tags --limit 3"])
  func theSampleIsMarkedAsSuch(command: String) throws {
    let words = command.split(separator: " ").map(String.init)
    let sample = try run.start(words + ["--json"]).wait()
    #expect(sample.status == 0)
    #expect(sample.errors.hasPrefix("newstape: this is the bundled sample"))
    let objects = try sample.objects
    #expect(!objects.isEmpty && objects.allSatisfy { $0["sample"] as? Bool == true })
    #expect(!hasStore)

    _ = try run("import", "-", input: CommandLineNews.many(8))
    let own = try run.start(words + ["--json"]).wait()
    #expect(own.errors == "")
    #expect(try own.objects.allSatisfy { $0["sample"] == nil })
  }

  @Test func whatIsRefusedMakesNoStore() throws {
    try run.write("\u{1}\u{2}\u{0}", to: "picture.bin")
    try run.write("<opml version=\"2.0\"><body></body></opml>", to: "empty.opml")
    for name in ["picture.bin", "empty.opml"] {
      #expect(try run("import", "\(run.home)/\(name)").status == 65, "\(name)")
      #expect(!hasStore, "\(name)")
    }
    #expect(try run("add", "ftp://news.example/").status == 64)
    #expect(try run("rules", "add", "", "银行", "--star").status == 64)
    #expect(!hasStore)
    #expect(try run("list").errors.contains("bundled sample"))
  }

  @Test func whatIsKeptMakesOne() throws {
    #expect(try run("saved", "add", "甲", "银行").status == 0)
    #expect(hasStore)
    #expect(try run("saved").output == "甲\t银行\n")
  }
}
