import Foundation
import Glibc
import Testing

/// The dashboard over a store that cannot be written, or whose file goes away.
@Suite struct LostStoreTests {
  private let run: CommandLineRun

  init() throws { run = try CommandLineRun.withNews() }

  private var store: String { InventedNews.storePath(in: run) }

  @Test func aStoreThatIsMovedAwayIsTold() throws {
    let session = try DashboardSession(in: run)
    try session.see(InventedNews.title(1))
    #expect(rename(store, store + ".away") == 0)
    try session.see("已被移走或删除")
    #expect(session.quit() == .code(0))
    #expect(!FileManager.default.fileExists(atPath: store))
  }

  @Test func aStoreThatIsReplacedIsToldAndNotWritten() throws {
    let other = run.home + "/other.db"
    try FileManager.default.copyItem(atPath: store, toPath: other)
    let session = try DashboardSession(in: run)
    try session.see(InventedNews.title(1))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: other))
    #expect(rename(other, store) == 0)
    try session.see("已被另一个文件取代")
    session.press("s")
    #expect(session.quit() == .code(0))
    #expect(try Data(contentsOf: URL(fileURLWithPath: store)) == bytes)
  }

  @Test func aStoreThatIsCutShortIsToldAndTheProgramGoesOn() throws {
    let session = try DashboardSession(in: run)
    try session.see(InventedNews.title(1))
    #expect(truncate(store, 50_000) == 0)
    session.press("jjjjG")
    try session.see("已被截短")
    #expect(session.quit() == .code(0))
    #expect(session.isTerminalGivenBack)
  }

  @Test(.enabled(if: Unprivileged.launcher != nil, "the program lies where only root may run it"))
  func aStoreThatCannotBeWrittenIsShownAndMarksAreRefusedInWords() throws {
    let launcher = try #require(Unprivileged.launcher)
    let folder = run.home + "/protected"
    let files = FileManager.default
    try files.createDirectory(atPath: folder, withIntermediateDirectories: false)
    try files.copyItem(atPath: store, toPath: folder + "/news.db")
    try files.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder + "/news.db")
    try files.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    defer { try? files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder) }
    let session = try DashboardSession(in: run, arguments: ["--store", folder + "/news.db"], by: launcher)
    try session.see(InventedNews.title(1), "只能阅读")
    session.press("/第7号\r")
    try session.seeNoMore(InventedNews.title(1), "只能阅读")
    session.press("s")
    try session.see("只能阅读")
    #expect(session.quit() == .code(0))
    #expect(try files.contentsOfDirectory(atPath: folder) == ["news.db"])
  }
}
