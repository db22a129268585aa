import Foundation
import Glibc
import NewsModel
import NewsStore
import Testing
import Wording

/// `newstape import`, as a shell calls it.
struct ImportCommandTests {
  private let run: CommandLineRun

  init() throws { run = try CommandLineRun() }

  @Test func theReportCountsAndNamesWhatWasRefused() throws {
    let page = try run.write(CommandLineNews.page, to: "in/page.txt")
    try run.write(CommandLineNews.lines + "{\"title\":\n", to: "in/news.jsonl")
    let result = try run("import", run.home + "/in")
    #expect(result.status == 0)
    #expect(result.lines.first == "4 new, 1 not imported")
    #expect(result.lines.last == "not imported \(run.home)/in/news.jsonl:4: bad JSON (cut short)")
    #expect(result.errors.isEmpty)

    let again = try run("--language", "zh-Hans", "import", page)
    #expect(again.lines == ["新增0，未变1"])
  }

  @Test func standardInputIsReadByNameOrFromAPipe() throws {
    #expect(try run("import", "-", input: CommandLineNews.lines).lines.first?.hasPrefix("3 new") == true)
    #expect(try run("import", input: CommandLineNews.page).lines.first?.hasPrefix("1 new") == true)
    #expect(try run("list").lines.count == 4)
  }

  @Test func aFeedThatIsReadAgainMakesNoSecondArticle() throws {
    let feed = try run.write(CommandLineNews.feed, to: "feed.xml")
    #expect(try run("import", feed).lines.first?.hasPrefix("2 new") == true)
    #expect(try run("import", feed).lines.first?.hasPrefix("0 new") == true)
  }

  @Test func aMissingFileIsAnErrorAndMakesNoStore() throws {
    let result = try run("import", run.home + "/nowhere.txt")
    #expect(result.status == 66)
    #expect(result.errors == "newstape: not imported \(run.home)/nowhere.txt: there is no such file or folder\n")
    #expect(result.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: run.home + "/.local/share/newstape/newstape.db"))
  }

  @Test func linesLeftOutOfPagesAreCountedAndListedOnRequest() throws {
    let page = try run.write(CommandLineNews.page + "\n\n未经授权不得转载，违者必究。\n", to: "page.txt")
    #expect(try run("import", page).lines.last == "1 line around the articles left out; --verbose lists them")
    let listed = try run("import", "--verbose", page).lines
    #expect(listed.first == "left out of \(page): 未经授权不得转载，违者必究。")
    #expect(listed.last == "1 line around the articles left out")
  }

  @Test func aFormThatIsNotReadIsNamedWithWhatHelps() throws {
    let dump = try run.write("%PDF-1.7\n1 0 obj\n", to: "news.pdf")
    let result = try run("import", dump)
    #expect(result.status == 65)
    #expect(result.lines.last == "not imported \(dump): is a PDF document, which is not read; convert it to text first")
    let chinese = try run("--language", "zh-Hans", "import", dump)
    #expect(chinese.lines.last == "未导入 \(dump)：是PDF 文档，无法直接读取；请先转为文本")
  }

  @Test func nothingButRefusedInputIsAnError() throws {
    let bad = try run.write("{\"title\":\n", to: "bad.jsonl")
    #expect(try run("import", bad).status == 65)
  }

  @Test func theNamedStoreIsUsed() throws {
    let page = try run.write(CommandLineNews.page, to: "page.txt")
    let store = run.home + "/other/news.db"
    #expect(try run("import", page, "--store", store).status == 0)
    #expect(try run("list", environment: ["NEWSTAPE_STORE": store]).lines.count == 1)
    #expect(try run("--store", store, "list").lines.count == 1)
  }

  @Test func programsThatBeginTogetherShareANewStore() throws {
    let programs = try (0..<4).map { number in
      let file = try run.write(
        CommandLineNews.lines.replacing("Harbour", with: "Harbour \(number)"), to: "\(number).jsonl")
      return try run.start(["import", file])
    }
    for program in programs { #expect(try program.wait().status == 0) }
    #expect(try run("list").lines.count == 2 + 4)
  }

  /// Starts the import of many articles and waits until some of them are in the store.
  private func startLongImport(_ count: Int) throws -> (program: RunningProgram, file: String, store: String) {
    let file = try run.write(CommandLineNews.many(count), to: "many.jsonl")
    let path = run.home + "/killed.db"
    let program = try run.start(["import", file, "--store", path])
    let deadline = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < deadline {
      if let store = try? NewsStore.open(at: path, .existing) {
        let saved = (try? store.count(.all)) ?? 0
        try store.close()
        if saved > 0 { return (program, file, path) }
      }
      usleep(2_000)
    }
    Issue.record("the import never began")
    return (program, file, path)
  }

  /// As messages write it.
  private func number(_ count: Int) -> String { Words(language: .en).number(count) }

  @Test func anImportThatIsKilledGoesOnTheNextTime() throws {
    let count = 3_000
    let (program, file, path) = try startLongImport(count)
    program.send(SIGKILL)
    #expect(try program.wait().status == SIGKILL)

    let store = try NewsStore.open(at: path, .existing)
    let saved = try store.count(.all)
    try store.close()
    #expect(saved > 0 && saved < count)
    #expect(
      try run("import", file, "--store", path).lines == [
        "\(number(count - saved)) new, \(number(saved)) unchanged"
      ])
    let check = try run("store", "check", "--store", path)
    #expect(check.status == 0)
    #expect(check.output == "\(path): sound, \(number(count)) articles\n")
  }

  @Test func noMomentLosesAControlC() throws {
    let file = try run.write(CommandLineNews.many(20_000), to: "news.jsonl")
    for delay in stride(from: 0, through: 90, by: 10) {
      let program = try run.start(["import", file, "--store", "\(run.home)/\(delay).db"])
      usleep(UInt32(delay) * 1_000)
      program.send(SIGINT)
      // Before anything was begun the signal itself ends it.
      #expect([SIGINT, 130].contains(try program.wait().status), "\(delay) ms")
    }
  }

  @Test func controlCStopsAfterTheBatchAndTheNextRunGoesOn() throws {
    let count = 3_000
    let (program, file, path) = try startLongImport(count)
    program.send(SIGINT)
    let result = try program.wait()
    #expect(result.status == 130)
    #expect(result.lines.last == "stopped; what was imported is saved, run the same command again to go on")
    let saved = try #require(result.lines.first.flatMap { Int($0.replacing(",", with: "").prefix { $0.isNumber }) })
    #expect(saved > 0 && saved < count)
    #expect(
      try run("import", file, "--store", path).lines == [
        "\(number(count - saved)) new, \(number(saved)) unchanged"
      ])
  }

  @Test func aBarIsDrawnOnATerminal() throws {
    let program = try #require(BuiltProgram.path)
    let file = try run.write(CommandLineNews.lines, to: "news.jsonl")
    let terminal = try PseudoTerminal()
    try terminal.spawn(program, ["import", file], environment: ["HOME": run.home, "LANG": "en_US.UTF-8"])
    #expect(terminal.wait { $0.text.contains("3 new") })
    let bytes = String(decoding: terminal.rawBytes, as: UTF8.self)
    #expect(bytes.contains("▕████████████████████████▏ 100%  3 articles"))
    #expect(terminal.screen.lines[0].hasPrefix("3 new"))
  }
}
