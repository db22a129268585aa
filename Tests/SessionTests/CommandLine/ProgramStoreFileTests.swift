import Foundation
import Testing

/// The file of the store on the command line: what it is called, who may do what with it.
struct ProgramStoreFileTests {
  private let run: CommandLineRun

  init() throws {
    run = try CommandLineRun()
    _ = try run("import", "-", input: CommandLineNews.lines)
  }

  private var store: String { InventedNews.storePath(in: run) }

  private func beside(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path)
  }

  @Test(arguments: ["file:odd/uri.db", "file:odd.db?mode=memory", ":memory:", "50% off?#1.db", "-dash.db"])
  func aPathIsAPath(name: String) throws {
    let written = try run.start(["import", "-", "--store", name], input: CommandLineNews.lines, in: run.home).wait()
    #expect(written.status == 0)
    #expect(FileManager.default.fileExists(atPath: "\(run.home)/\(name)"))
    #expect(try run.start(["list", "--store", name], in: run.home).wait().lines.count == 3)
    #expect(try run.start(["--store", "\(run.home)/\(name)", "list"]).wait().lines.count == 3)
  }

  @Test(.enabled(if: Unprivileged.launcher != nil, "the program lies where only root may run it"))
  func aStoreThatCannotBeWrittenIsReadAndEveryChangeRefused() throws {
    let launcher = try #require(Unprivileged.launcher)
    let folder = run.home + "/protected"
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try files.copyItem(atPath: store, toPath: folder + "/news.db")
    try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder + "/news.db")
    try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder) }
    func start(_ words: String) throws -> CommandLineRun.Result {
      let arguments = words.split(separator: " ").map(String.init) + ["--store", folder + "/news.db"]
      return try run.start(arguments, by: launcher).wait()
    }
    for words in ["list", "search 银行", "show 1", "export --format jsonl", "stats", "tags", "sources", "store check"] {
      let result = try start(words)
      #expect(result.status == 0 && !result.output.isEmpty && result.errors.isEmpty, "\(words): \(result.errors)")
    }
    let more = try run.write(CommandLineNews.many(2), to: "more.jsonl")
    for words in ["mark 银行 --star --yes", "saved add 甲 银行", "refresh", "import \(more)"] {
      let result = try start(words)
      #expect(result.status == 73, "\(words)")
      #expect(result.errors.contains("can be read, but not written"), "\(words): \(result.errors)")
    }
    #expect(try beside(folder + "/x") == ["news.db"])
  }

  @Test func whatOthersMayReadIsMentionedByACheck() throws {
    #expect(try run("store", "check").output == "\(store): sound, 3 articles\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: store)
    let result = try run("store", "check")
    #expect(result.status == 0)
    #expect(result.lines.last == "others can get at \(store) (mode 0644); chmod 600 keeps them out")
  }

  @Test func anExportNeverTakesThePlaceOfAStore() throws {
    let files = FileManager.default
    let folder = URL(fileURLWithPath: store).deletingLastPathComponent().path
    try files.createSymbolicLink(atPath: run.home + "/link.jsonl", withDestinationPath: store)
    try files.linkItem(atPath: store, toPath: run.home + "/hard.jsonl")
    try files.copyItem(atPath: store, toPath: run.home + "/other.db")
    for path in [
      store, "\(folder)/./newstape.db", "\(folder)/newstape.db-wal", "link.jsonl", "hard.jsonl", "other.db",
      "other.db-wal",
    ] {
      for format in ["jsonl", "opml"] {
        let arguments = ["export", "--output", path, "--format", format, "--force"]
        let result = try run.start(arguments, in: run.home).wait()
        #expect(result.status == 73, "\(path)")
        #expect(
          result.errors == "newstape: \(path) is a newstape store and was left as it is; name another file\n", "\(path)"
        )
      }
    }
    #expect(try run("list").lines.count == 3)
    #expect(try beside(store).sorted() == ["newstape.db"])
  }

  @Test func theStoreIsNoInputOfItsOwnImport() throws {
    let folder = URL(fileURLWithPath: store).deletingLastPathComponent().path
    try run.write(CommandLineNews.many(2), to: ".local/share/newstape/more.jsonl")
    let result = try run("import", folder)
    #expect(result.output.hasPrefix("2 new"))
    #expect(result.errors.contains("newstape: not imported \(store): cannot be read (it is in use)"))
    #expect(try run("store", "check").status == 0)
  }

  @Test func anUnknownPlaceIsRefusedInTheReadersLanguage() throws {
    let path = try run.write("x", to: "file") + "/news.db"
    let result = try run("import", "-", "--store", path, "--language", "zh-Hans", input: CommandLineNews.lines)
    #expect(result.status == 73)
    #expect(result.errors == "newstape: 无法打开或创建 \(path)（路径中有一部分不是目录）；请检查路径和权限\n")
  }
}
