package import Archives
package import ArticleFields
package import NewsModel
import NewsStore
package import SourceForms

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
  /// Articles in words that were older than what stands, and that no version has: they were passed over.
  package var outdated = 0
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
  /// How many of the articles have a guessed date: the file's time, or a date with a part missing.
  package private(set) var estimated = 0
  /// How many lines were taken for no part of an article: notices, buttons, credits.
  package private(set) var removedLines = 0
  /// Whether it was stopped before its end.
  package var wasCancelled = false

  /// So many problems are kept with their places; more would only fill the memory.
  package static let keptProblems = 1_000

  package init() {}

  /// Articles read, whatever became of them.
  package var articles: Int { new + updated + completedStubs + unchanged + outdated }

  mutating func add(_ saved: SaveReport) {
    new += saved.new
    updated += saved.updated
    completedStubs += saved.completedStubs
    stubs += saved.stubs
    unchanged += saved.unchanged
    outdated += saved.outdated
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

/// How far an import has come.
package struct ImportProgress: Hashable, Sendable {
  /// Bytes read, of compressed files as they lie on disk.
  package var bytesRead: Int
  /// Bytes to read in all; nil where standard input or a pipe is among them.
  package var bytesInAll: Int?
  /// Articles saved or found unchanged.
  package var articles: Int
  package var elapsed: Duration

  package init(bytesRead: Int, bytesInAll: Int?, articles: Int, elapsed: Duration) {
    self.bytesRead = bytesRead
    self.bytesInAll = bytesInAll
    self.articles = articles
    self.elapsed = elapsed
  }

  /// 0 … 1; nil where the whole is unknown.
  package var fraction: Double? {
    bytesInAll.map { $0 > 0 ? min(1, Double(bytesRead) / Double($0)) : 1 }
  }

  /// Articles a second, over the whole time.
  package var rate: Double { elapsed > .zero ? Double(articles) / (elapsed / .seconds(1)) : 0 }

  /// The time left at the speed so far; nil before there is any.
  package var remaining: Duration? {
    guard let fraction, fraction > 0 else { return nil }
    return elapsed * ((1 - fraction) / fraction)
  }
}

/// What was passed over or guessed in all inputs of an import: each kind, and each column or key, once.
package struct ImportNotes: Hashable, Sendable {
  package struct Entry: Hashable, Sendable {
    package var kind: ParseNote.Kind
    /// How many records, of all inputs.
    package var count: Int
    /// The first value of the kind, and where it stood.
    package var example: String?
    package var path: String
    package var line: Int?
  }

  /// In the order in which they came up.
  package private(set) var entries: [Entry] = []
  private var places: [ParseNote.Kind: Int] = [:]

  /// So many kinds are kept; an import with more names of columns has made them up.
  private static let mostEntries = 2_000

  package init() {}

  mutating func add(_ notes: [ParseNote], of path: String) {
    for note in notes {
      if let place = places[note.kind] {
        entries[place].count += note.count
      } else if entries.count < Self.mostEntries {
        places[note.kind] = entries.count
        entries.append(
          Entry(kind: note.kind, count: note.count, example: note.example, path: path, line: note.line))
      }
    }
  }

  /// Adds what was noted of further inputs.
  package mutating func add(_ other: ImportNotes) {
    for entry in other.entries {
      add([ParseNote(entry.kind, count: entry.count, example: entry.example, line: entry.line)], of: entry.path)
    }
  }

  /// The names of the reader's own that stand in none of the inputs.
  package func unused(of map: FieldMap) -> [String] {
    map.paths.filter { places[.mappedName($0)] == nil }
  }
}

/// Some input that gave no article, its place and the reason. Words for people are made where it is shown.
package struct ImportProblem: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    case notFound
    /// The system refused to read.
    case unreadable(SystemProblem)
    case refused(ParseRefusal.Reason)
    /// An archive could not be read, or not to its end.
    case archive(ArchiveFailure)
  }

  package var reason: Reason
  /// The file as it was named, `-` for standard input.
  package var path: String
  /// Counted from 1; nil where the whole file is meant.
  package var line: Int?

  package init(_ reason: Reason, path: String, line: Int? = nil) {
    self.reason = reason
    self.path = path
    self.line = line
  }

  init(_ refusal: ParseRefusal, path: String) {
    self.init(.refused(refusal.reason), path: refusal.path ?? path, line: refusal.line)
  }
}

/// Something to import from.
package enum ImportInput: Hashable, Sendable {
  /// A file, a folder with all that is in it, or any other thing that can be read, such as a pipe.
  case path(String)
  case standardInput
}
