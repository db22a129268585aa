public import NewsModel
internal import NewsStore

/// What an import did.
public struct ImportReport: Hashable, Sendable {
  /// Articles that were not there in any form.
  public var new = 0
  /// Articles whose text, time or terms changed.
  public var updated = 0
  /// Stubs that became articles.
  public var completedStubs = 0
  /// Headlines that lists of related news brought.
  public var stubs = 0
  /// Articles that brought nothing new.
  public var unchanged = 0
  /// Articles and headlines to which rules did something.
  public var ruled = 0
  /// The rules that were passed over.
  public private(set) var ruleProblems: [RuleProblem] = []
  /// The first problems, at most `keptProblems`.
  public private(set) var problems: [ImportProblem] = []
  /// How many inputs or records gave no article.
  public private(set) var refused = 0
  /// What was passed over or guessed in records that were read.
  public private(set) var notes = ImportNotes()
  /// How many of the articles have a date that is a guess: the file's time, or one of which a part was missing.
  public private(set) var estimated = 0
  /// How many lines were taken for no part of an article: notices, buttons, credits.
  public private(set) var removedLines = 0
  /// Whether it was stopped before its end.
  public var wasCancelled = false

  /// So many problems are kept with their places; more would only fill the memory.
  public static let keptProblems = 1_000

  public init() {}

  /// Articles read, whatever became of them.
  public var articles: Int { new + updated + completedStubs + unchanged }

  mutating func add(_ saved: SaveReport) {
    new += saved.new
    updated += saved.updated
    completedStubs += saved.completedStubs
    stubs += saved.stubs
    unchanged += saved.unchanged
    ruled += saved.ruled
    ruleProblems += saved.ruleProblems.filter { !ruleProblems.contains($0) }
  }

  mutating func add(_ batch: ImportBatch) {
    add(batch.problems)
    notes.add(batch.notes)
    estimated += batch.estimated
    removedLines += batch.removed.count
  }

  private mutating func add(_ found: [ImportProblem]) {
    refused += found.count
    problems += found.prefix(Self.keptProblems - problems.count)
  }
}

/// A line of an input that was taken for no part of its article.
public struct RemovedLine: Hashable, Sendable {
  public var text: String
  /// The file as it was named, `-` for standard input.
  public var path: String

  public init(text: String, path: String) {
    self.text = text
    self.path = path
  }
}
