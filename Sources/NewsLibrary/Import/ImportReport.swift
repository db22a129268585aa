package import NewsModel
import NewsStore

/// What an import did.
package struct ImportReport: Hashable, Sendable {
  /// Articles that were not there in any form.
  package var new = 0
  /// Articles whose text, time or terms changed.
  package var updated = 0
  /// Stubs that became articles.
  package var completedStubs = 0
  /// Headlines that lists of related news brought.
  package var stubs = 0
  /// Articles that brought nothing new.
  package var unchanged = 0
  /// Articles and headlines to which rules did something.
  package var ruled = 0
  /// The rules that were passed over.
  package private(set) var ruleProblems: [RuleProblem] = []
  /// The first problems, at most `keptProblems`.
  package private(set) var problems: [ImportProblem] = []
  /// How many inputs or records gave no article.
  package private(set) var refused = 0
  /// What was passed over or guessed in records that were read.
  package private(set) var notes = ImportNotes()
  /// How many of the articles have a date that is a guess: the file's time, or one of which a part was missing.
  package private(set) var estimated = 0
  /// How many lines were taken for no part of an article: notices, buttons, credits.
  package private(set) var removedLines = 0
  /// Whether it was stopped before its end.
  package var wasCancelled = false

  /// So many problems are kept with their places; more would only fill the memory.
  package static let keptProblems = 1_000

  package init() {}

  /// Articles read, whatever became of them.
  package var articles: Int { new + updated + completedStubs + unchanged }

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
package struct RemovedLine: Hashable, Sendable {
  package var text: String
  /// The file as it was named, `-` for standard input.
  package var path: String

  package init(text: String, path: String) {
    self.text = text
    self.path = path
  }
}
