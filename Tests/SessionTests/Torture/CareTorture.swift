import Foundation
import NewsModel
import NewsStore

/// `newstape store compact` of a store with gaps.
struct CompactTorture: TorturedWork {
  let articles: Int
  // Who writes without a pause is told to wait, which is another matter.
  let companions: [TortureCompanion.Habit] = [.none, .reads]

  func prepare(_ run: CommandLineRun) throws {
    try run.fillStore(0..<articles)
    try run.changeStore(
      "CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(\(articles * 10_000))); DROP TABLE filler")
  }

  func arguments(_ run: CommandLineRun) -> [String] { ["store", "compact"] }

  func findings(after killed: KilledRun, _ now: TortureAudit, before: TortureAudit) -> [String] {
    compare(now.numbers, with: 0..<articles, "there any more")
  }

  func findingsAtEnd(_ run: CommandLineRun, _ end: TortureAudit) throws -> [String] {
    let size = try FileManager.default.attributesOfItem(atPath: InventedNews.storePath(in: run))[.size] as? Int
    let isSmall = size.map { $0 < articles * 5_000 } ?? false
    return compare(end.numbers, with: 0..<articles, "there any more") + (isSmall ? [] : ["the gaps are still there"])
  }
}

/// `newstape store backup`: the copy is whole, or it is not there.
struct BackupTorture: TorturedWork {
  let articles: Int

  private func copy(_ run: CommandLineRun) -> String { run.home + "/copy.db" }

  func prepare(_ run: CommandLineRun) throws { try run.fillStore(0..<articles) }

  func arguments(_ run: CommandLineRun) -> [String] { ["store", "backup", "--force", copy(run)] }

  func findings(after killed: KilledRun, _ now: TortureAudit, before: TortureAudit) -> [String] {
    compare(now.numbers, with: 0..<articles, "there any more")
  }

  func findings(inFilesOf run: CommandLineRun) throws -> [String] {
    guard FileManager.default.fileExists(atPath: copy(run)) else { return [] }
    let check = try run("store", "check", "--store", copy(run))
    let audit = try TortureAudit(copy(run))
    return audit.findings + compare(audit.numbers, with: 0..<articles, "in the copy")
      + (check.status == 0 ? [] : ["the copy is not sound: \(check.output)"])
  }

  func findingsAtEnd(_ run: CommandLineRun, _ end: TortureAudit) throws -> [String] {
    let isThere = FileManager.default.fileExists(atPath: copy(run))
    return try findings(inFilesOf: run) + (isThere ? [] : ["there is no copy"])
  }
}

/// `newstape store repair` of a store whose counts, identities and index say something else than its articles.
struct RepairTorture: TorturedWork {
  let articles: Int
  let companions: [TortureCompanion.Habit] = [.none]
  let start = TortureStart.damaged

  func prepare(_ run: CommandLineRun) throws {
    try run.fillStore(0..<articles) { store in while try store.indexNext() > 0 {} }
    try run.changeStore(
      """
      UPDATE term SET articles = articles + 1;
      DELETE FROM identity WHERE digest % 3 = 0;
      DELETE FROM search_page;
      DELETE FROM volume WHERE quarter % 2 = 0;
      """)
  }

  func arguments(_ run: CommandLineRun) -> [String] { ["store", "repair"] }

  func findings(after killed: KilledRun, _ now: TortureAudit, before: TortureAudit) -> [String] {
    compare(now.numbers, with: 0..<articles, "there any more")
  }

  func findingsAtEnd(_ run: CommandLineRun, _ end: TortureAudit) throws -> [String] {
    let check = try run("store", "check")
    return try TortureAudit(InventedNews.storePath(in: run)).findings
      + compare(end.numbers, with: 0..<articles, "there any more")
      + (check.status == 0 ? [] : ["after the repair store check says: \(check.output)"])
  }
}
