import Foundation
import NewsModel
import NewsStore
import Wording

/// How a store is while the work on it is not done.
enum TortureStart {
  case sound
  /// As another program left it that folded otherwise: answers are right, and what is folded waits to be made anew.
  case old
  /// Neither do answers hold all, nor does it check clean.
  case damaged
}

/// A kind of work that is killed again and again: what is there before it, and what must hold whenever it ends.
protocol TorturedWork {
  /// What a second program may do meanwhile.
  var companions: [TortureCompanion.Habit] { get }
  /// How the store is until the work is done.
  var start: TortureStart { get }
  /// Whether the store is as it was when somebody has looked what is in it.
  var mayBeLookedAt: Bool { get }
  /// How often it is killed before it has caught up.
  var killsInARow: ClosedRange<Int> { get }
  /// Makes what the work begins with, in an empty home folder.
  func prepare(_ run: CommandLineRun) throws
  /// What is started and killed, and started again to go on.
  func arguments(_ run: CommandLineRun) -> [String]
  /// What is wrong after a kill, with what is in the store now and was before.
  func findings(after killed: KilledRun, _ now: TortureAudit, before: TortureAudit) -> [String]
  /// What is wrong after a kill with other files than the store.
  func findings(inFilesOf run: CommandLineRun) throws -> [String]
  /// What is wrong once the work has ended by itself.
  func findingsAtEnd(_ run: CommandLineRun, _ end: TortureAudit) throws -> [String]
}

extension TorturedWork {
  var companions: [TortureCompanion.Habit] { TortureCompanion.Habit.allCases }
  var start: TortureStart { .sound }
  var mayBeLookedAt: Bool { true }
  var killsInARow: ClosedRange<Int> { mayBeLookedAt ? 1...4 : 1...1 }

  func findings(inFilesOf run: CommandLineRun) throws -> [String] { [] }

  func compare(_ numbers: Set<Int>, with wanted: Range<Int>, _ what: String) -> [String] {
    let missing = wanted.filter { !numbers.contains($0) }
    return missing.isEmpty ? [] : ["\(missing.count) articles are not \(what), the first \(missing[0])"]
  }
}

extension CommandLineRun {
  /// Fills the store as a program of this process would, and leaves the search index to whoever comes next.
  func fillStore(_ numbers: Range<Int>, then change: (NewsStore) throws -> Void = { _ in }) throws {
    let store = try NewsStore.open(at: InventedNews.storePath(in: self))
    for start in stride(from: numbers.lowerBound, to: numbers.upperBound, by: 500) {
      _ = try store.save((start..<min(start + 500, numbers.upperBound)).map(TortureNews.item))
    }
    try change(store)
    try store.close()
  }
}

/// `newstape import` of files of two formats, into a store that is not there yet.
struct ImportTorture: TorturedWork {
  let articles: Int

  func prepare(_ run: CommandLineRun) throws {
    let half = articles / 2
    try run.write((0..<half).map(TortureNews.jsonLine).joined(), to: "in/1.jsonl")
    try run.write(TortureNews.csvHeader + (half..<articles).map(TortureNews.csvRow).joined(), to: "in/2.csv")
  }

  func arguments(_ run: CommandLineRun) -> [String] { ["import", run.home + "/in"] }

  func findings(after killed: KilledRun, _ now: TortureAudit, before: TortureAudit) -> [String] {
    let announced = killed.announced(#/  (\d+) articles  /#)
    // Files are read in order, so what is there has no gap.
    return compare(now.numbers, with: 0..<max(announced, before.ofTheWork.count), "there, although they were announced")
      + compare(now.numbers, with: 0..<now.ofTheWork.count, "there, although later ones are")
  }

  func findingsAtEnd(_ run: CommandLineRun, _ end: TortureAudit) throws -> [String] {
    let again = try run("import", run.home + "/in").output
    let isKnown = again.hasPrefix("0 new, \(Words(language: .en).number(articles)) unchanged")
    return compare(end.numbers, with: 0..<articles, "imported")
      + (isKnown ? [] : ["a second import is told as: \(again)"])
  }
}

/// Indexing, which an import of one article goes on with where it was left.
struct IndexingTorture: TorturedWork {
  let articles: Int

  func prepare(_ run: CommandLineRun) throws {
    try run.fillStore(1..<articles)
    try run.write(TortureNews.jsonLine(0), to: "one.jsonl")
  }

  func arguments(_ run: CommandLineRun) -> [String] { ["import", run.home + "/one.jsonl"] }

  func findings(after killed: KilledRun, _ now: TortureAudit, before: TortureAudit) -> [String] {
    let done = killed.announced(/search  (\d+)\//)
    let total = killed.announced(/search  \d+\/(\d+)/)
    let new = now.numbers.count - before.numbers.count
    let isLost = total > 0 && now.unindexed > total - done + new
    return compare(now.numbers, with: 1..<articles, "there any more")
      + (isLost ? ["\(now.unindexed) articles wait for the index after \(done) of \(total) were announced"] : [])
  }

  func findingsAtEnd(_ run: CommandLineRun, _ end: TortureAudit) throws -> [String] {
    compare(end.numbers, with: 0..<articles, "there any more")
      + (end.overdue == 0 ? [] : ["\(end.overdue) articles still wait for the index"])
  }
}

/// `newstape mark` of all articles, with two actions that go together.
struct MarkTorture: TorturedWork {
  let articles: Int

  func prepare(_ run: CommandLineRun) throws { try run.fillStore(0..<articles) }

  func arguments(_ run: CommandLineRun) -> [String] { ["mark", "()", "--read", "--tag", TortureAudit.tag, "--yes"] }

  func findings(after killed: KilledRun, _ now: TortureAudit, before: TortureAudit) -> [String] {
    let announced = killed.announced(/(\d+) of \d+ articles/)
    // What was marked before is gone through again.
    let isLost = now.read.count < max(announced, before.read.count)
    return unequal(now) + compare(now.numbers, with: 0..<articles, "there any more")
      + (isLost ? ["\(now.read.count) articles are marked after \(announced) were announced"] : [])
      + (remembered(now) == now.read.count ? [] : ["undo knows of \(remembered(now)) of \(now.read.count) changes"])
  }

  func findingsAtEnd(_ run: CommandLineRun, _ end: TortureAudit) throws -> [String] {
    let wanted = end.numbers.subtracting(end.read).filter { $0 < TortureNews.firstOfCompanion }
    return unequal(end) + (wanted.isEmpty ? [] : ["\(wanted.count) articles were never marked"])
      + (remembered(end) == end.read.count ? [] : ["undo knows of \(remembered(end)) of \(end.read.count) changes"])
  }

  private func unequal(_ audit: TortureAudit) -> [String] {
    audit.read == audit.tagged ? [] : ["\(audit.read.count) articles are read, \(audit.tagged.count) tagged"]
  }

  private func remembered(_ audit: TortureAudit) -> Int { audit.undoSteps.reduce(0) { $0 + $1.articles } }
}

/// `newstape undo` of three changes of many articles, one after the other.
struct UndoTorture: TorturedWork {
  let articles: Int

  func prepare(_ run: CommandLineRun) throws {
    try run.fillStore(0..<articles) { store in
      for company in ["澄湖锂业", "远望航运", "青石银行"] {
        _ = try store.apply([.read, .tag(TortureAudit.tag)], matching: .title(company))
      }
    }
  }

  func arguments(_ run: CommandLineRun) -> [String] { ["undo"] }

  func findings(after killed: KilledRun, _ now: TortureAudit, before: TortureAudit) -> [String] {
    var findings = compare(now.numbers, with: 0..<articles, "there any more")
    // The two actions of a step are undone one after the other.
    for (now, before) in [(now.read, before.read), (now.tagged, before.tagged)] {
      if !now.isSubset(of: before) { findings.append("an undo has marked articles") }
    }
    // All but the newest step are whole.
    let whole = now.undoSteps.dropFirst().reduce(0) { $0 + $1.articles }
    let left = now.read.intersection(now.tagged).count
    if left < whole { findings.append("\(left) articles are marked, \(whole) of them by older steps") }
    if now.undoSteps.isEmpty, left > 0 { findings.append("nothing undoes \(left) changes") }
    return findings
  }

  func findingsAtEnd(_ run: CommandLineRun, _ end: TortureAudit) throws -> [String] {
    for _ in end.undoSteps { _ = try run("undo") }
    let all = try TortureAudit(InventedNews.storePath(in: run))
    return all.findings + (all.read.isEmpty && all.tagged.isEmpty && all.undoSteps.isEmpty ? [] : ["not all is undone"])
  }
}
