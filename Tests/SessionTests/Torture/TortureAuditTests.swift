import Foundation
import Testing

/// What looks for losses after a kill finds them: here somebody takes things away on purpose.
@Suite struct TortureAuditTests {
  private let run: CommandLineRun
  private var path: String { InventedNews.storePath(in: run) }

  init() throws {
    run = try CommandLineRun()
    try run.fillStore(0..<20)
  }

  private func killed(announcing text: String) -> KilledRun {
    KilledRun(exit: .signal(SIGKILL), text: text, duration: .zero)
  }

  @Test func aStoreThatLacksNothingHasNoFindings() throws {
    let audit = try TortureAudit(path)
    #expect(audit.findings.isEmpty && audit.numbers == Set(0..<20))
    let work = ImportTorture(articles: 20)
    #expect(work.findings(after: killed(announcing: "99%  20 articles  9 a second"), audit, before: audit).isEmpty)
  }

  @Test func anArticleThatWasAnnouncedAndIsNotThereIsFound() throws {
    try run.changeStore("PRAGMA foreign_keys = OFF; DELETE FROM article WHERE title LIKE '第7号%'")
    let audit = try TortureAudit(path, searches: false)
    let killed = killed(announcing: "40%  5 articles  9 a second\r80%  12 articles  9 a second")
    let findings = ImportTorture(articles: 20).findings(after: killed, audit, before: TortureAudit())
    #expect(findings.contains("1 articles are not there, although they were announced, the first 7"), "\(findings)")
  }

  @Test func aTextThatIsAnotherIsFound() throws {
    try run.changeStore("UPDATE body SET blocks = CAST('p1:x' AS BLOB) WHERE key = 3")
    let findings = try TortureAudit(path).findings
    #expect(findings.contains { $0.contains("has another text: x") }, "\(findings)")
    #expect(findings.contains { $0.hasPrefix("a search for") }, "\(findings)")
  }

  @Test func aChangeThatIsHalfDoneOrCannotBeUndoneIsFound() throws {
    try run.changeStore("UPDATE article SET is_read = 1 WHERE key <= 4")
    let audit = try TortureAudit(path)
    let killed = killed(announcing: "8 of 20 articles")
    #expect(
      MarkTorture(articles: 20).findings(after: killed, audit, before: TortureAudit()) == [
        "4 articles are read, 0 tagged", "4 articles are marked after 8 were announced", "undo knows of 0 of 4 changes",
      ])
  }
}
