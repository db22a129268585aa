import Foundation
import SeededRandom

/// How much is killed, and how large the work is.
struct TortureSize {
  /// Of each kind of work.
  var kills: Int
  var articles: Int
  var seed: UInt64

  /// Nil where the long form is not asked for (`make torture`).
  static let long: TortureSize? = {
    let environment = ProcessInfo.processInfo.environment
    guard let kills = environment["NEWSTAPE_TORTURE"].flatMap({ Int($0) }) else { return nil }
    let kinds = TortureKind.allCases.count
    return TortureSize(
      kills: (kills + kinds - 1) / kinds, articles: BuiltProgram.isReleased ? 6_000 : 1_000,
      seed: environment["NEWSTAPE_SEED"].flatMap { UInt64($0) } ?? 1)
  }()

  static let short = TortureSize(kills: 2, articles: 400, seed: 1)
}

enum TortureKind: String, CaseIterable, Sendable {
  case importing = "import"
  case refresh, indexing, mark, undo, migration, refolding, compact, backup, repair

  func work(_ articles: Int) throws -> any TorturedWork {
    switch self {
    case .importing: ImportTorture(articles: articles)
    case .refresh: try RefreshTorture(feeds: max(6, articles / 100), size: min(60, articles / 20))
    case .indexing: IndexingTorture(articles: articles)
    case .mark: MarkTorture(articles: articles)
    case .undo: UndoTorture(articles: articles)
    case .migration: MigrationTorture(articles: articles)
    case .refolding: RefoldingTorture(articles: articles)
    case .compact: CompactTorture(articles: articles)
    case .backup: BackupTorture(articles: articles)
    case .repair: RepairTorture(articles: articles)
    }
  }
}

/// What came of killing one kind of work.
struct TortureTally {
  var kills = 0
  /// Kills before the work had announced anything, or done anything that can be seen.
  var early = 0
  /// Runs that were faster than their kill.
  var escaped = 0
  /// Reads of a second program meanwhile.
  var reads = 0
  /// Changes that a second program made and was told of as done.
  var writes = 0
  var findings: [String] = []
}

/// Kills one kind of work at moments that follow from a seed, and looks after each whether anything was lost.
struct Torturer {
  private let work: any TorturedWork
  private let size: TortureSize
  private let kind: TortureKind
  private var random: SeededGenerator
  private var tally = TortureTally()
  private var companions = 0

  init(_ kind: TortureKind, _ size: TortureSize) throws {
    self.kind = kind
    self.size = size
    work = try kind.work(size.articles)
    random = SeededGenerator(seed: size.seed &* 31 &+ UInt64(TortureKind.allCases.firstIndex(of: kind) ?? 0))
  }

  /// Kills as often as is asked for; whatever is found comes back with the seed that finds it again.
  mutating func run() throws -> TortureTally {
    var start = try TortureStage()
    try work.prepare(start.run)
    if work.mayBeLookedAt { start.audit = try TortureAudit(start.store, searches: work.start != .damaged) }
    let undisturbed = try TortureStage(copying: start)
    let whole = try KilledRun(work.arguments(undisturbed.run), in: undisturbed.run, killedAfter: nil)
    try finish(undisturbed, whole)
    var attempts = 0
    while tally.kills < size.kills, attempts < size.kills * 5 {
      var stage = try TortureStage(copying: start)
      // What was killed goes on, and is killed again: some work is never left alone until it is done.
      for _ in 0..<Int.random(in: work.killsInARow, using: &random) where !stage.isDone && tally.kills < size.kills {
        attempts += 1
        try kill(&stage, within: whole.duration)
      }
      if !stage.isDone { try finish(stage, try KilledRun(work.arguments(stage.run), in: stage.run, killedAfter: nil)) }
    }
    if tally.kills < size.kills { note("only \(tally.kills) of \(attempts) runs could be killed") }
    return tally
  }

  private mutating func kill(_ stage: inout TortureStage, within whole: Duration) throws {
    let moment = Double.random(in: 0..<1, using: &random)
    let habit = work.companions.randomElement(using: &random) ?? .none
    let companion = TortureCompanion(
      habit, on: stage.store, firstNumber: TortureNews.firstOfCompanion + companions * 10_000, seed: random.next())
    companions += 1
    let killed = try KilledRun(work.arguments(stage.run), in: stage.run, killedAfter: whole * moment)
    let account = companion.end()
    tally.reads += account.reads
    tally.writes += account.starred.count + account.saved.count
    account.findings.forEach { note($0, at: moment, habit) }
    stage.starred.formUnion(account.starred)
    stage.saved.formUnion(account.saved)
    guard killed.wasKilled else {
      tally.escaped += 1
      stage.isDone = true
      return try finish(stage, killed)
    }
    tally.kills += 1
    if killed.text.isEmpty { tally.early += 1 }
    let now = try audit(stage)
    let findings = try work.findings(after: killed, now, before: stage.audit) + work.findings(inFilesOf: stage.run)
    for finding in findings { note(finding, at: moment, habit) }
    stage.audit = now
  }

  /// Looks at what a run left that nobody killed.
  private mutating func finish(_ stage: TortureStage, _ ended: KilledRun) throws {
    guard ended.exit == .code(0) else { return note("the program ended with \(ended.exit): \(ended.text)") }
    let end = try audit(stage, isDone: true)
    for finding in try work.findingsAtEnd(stage.run, end) { note(finding) }
  }

  /// What every store must stand, whatever was done to it: it opens, checks clean, and holds what the second program was told of.
  private mutating func audit(_ stage: TortureStage, isDone: Bool = false) throws -> TortureAudit {
    if isDone || work.start == .sound, FileManager.default.fileExists(atPath: stage.store) {
      let check = try stage.run("store", "check")
      if check.status != 0 { note("store check says: \(check.output)\(check.errors)") }
    }
    let audit = try TortureAudit(stage.store, searches: isDone || work.start != .damaged)
    audit.findings.forEach { note($0) }
    let (unsaved, unstarred) = (stage.saved.subtracting(audit.numbers), stage.starred.subtracting(audit.starred))
    if !unsaved.isEmpty { note("\(unsaved.count) articles of the second program are gone") }
    if !unstarred.isEmpty { note("\(unstarred.count) stars of the second program are gone") }
    return audit
  }

  private mutating func note(_ finding: String, at moment: Double? = nil, _ habit: TortureCompanion.Habit? = nil) {
    let place =
      moment.map { " (killed at \(Int($0 * 100)) %, second program: \(habit.map { "\($0)" } ?? "none"))" } ?? ""
    tally.findings.append("\(kind.rawValue), seed \(size.seed), kill \(tally.kills): \(finding)\(place)")
  }
}

/// A home folder in which one piece of work goes on until it is done, however often it is killed.
struct TortureStage {
  let run: CommandLineRun
  /// Before the next start.
  var audit: TortureAudit
  /// What a second program was told of as done.
  var starred: Set<Int> = []
  var saved: Set<Int> = []
  var isDone = false

  var store: String { InventedNews.storePath(in: run) }

  init() throws {
    run = try CommandLineRun()
    audit = TortureAudit()
  }

  init(copying other: TortureStage) throws {
    run = try CommandLineRun()
    for name in try FileManager.default.contentsOfDirectory(atPath: other.run.home) {
      try FileManager.default.copyItem(atPath: "\(other.run.home)/\(name)", toPath: "\(run.home)/\(name)")
    }
    audit = other.audit
  }
}
