import Foundation
import Log
import NewsLibrary
import NewsModel
import NewsStore
import TextBasics
import Wording

/// Shows the progress of long work on standard error: a bar on a terminal, for an import a line now and then elsewhere.
struct ProgressDisplay {
  private let words: Words
  private var output = Output(descriptor: STDERR_FILENO)
  private var isShown = false
  private var isAnnounced = false
  private var lastLine = Duration.zero

  /// Seconds between two lines where no terminal is.
  private static let lineInterval = Duration.seconds(5)

  init(words: Words) { self.words = words }

  mutating func show(_ progress: ImportProgress) {
    if output.isTerminal {
      let bar = progress.fraction.map { Self.bar($0) + " " } ?? ""
      rewrite(bar + words.progress(progress))
      isShown = true
    } else if progress.elapsed - lastLine >= Self.lineInterval {
      lastLine = progress.elapsed
      write(words.progress(progress))
    }
  }

  /// Shows how many articles are in the search index, of those that are to be.
  mutating func showIndexing(_ done: Int, of total: Int) {
    showBar(Double(done) / Double(max(1, total)), words.indexing(done, of: total))
  }

  /// Shows the progress of a change of many articles.
  mutating func show(_ progress: BulkProgress) {
    // One that is done at once needs no bar.
    guard progress.done < progress.total else { return }
    showBar(Double(progress.done) / Double(progress.total), words.progress(progress))
  }

  /// Shows how many articles were written, of those that match.
  mutating func showExport(_ done: Int, of total: Int) {
    guard done < total else { return }
    showBar(Double(done) / Double(total), words.exporting(done, of: total))
  }

  mutating func show(_ progress: RefreshProgress) {
    let (done, total) =
      progress.pagesTotal > 0 ? (progress.pagesDone, progress.pagesTotal) : (progress.done, progress.total)
    showBar(Double(done) / Double(max(1, total)), words.progress(progress))
  }

  mutating func show(_ progress: CheckProgress) { showBar(progress.fraction, words.checking(progress.part)) }

  mutating func show(_ progress: RepairProgress, of articles: Int) {
    switch progress {
    case .checking(let progress): show(progress)
    case .backingUp(let done): showBar(done, words.backingUp)
    case .reading(let count): showBar(Double(count) / Double(max(1, count, articles)), words.rescuing(count))
    case .writing(let done): showBar(done, words.writingAnew)
    }
  }

  /// Tells of bringing an older store up to date: once where no terminal is.
  mutating func show(_ progress: UpgradeProgress) {
    if !output.isTerminal, !isAnnounced {
      isAnnounced = true
      write("newstape: " + words.upgrading)
    }
    switch progress {
    case .backingUp(let done): showBar(done, words.backingUp)
    case .step(let step, let count): showBar(Double(step - 1) / Double(max(1, count)), words.upgrading)
    }
  }

  mutating func showBackup(_ done: Double) { showBar(done, words.backingUp) }
  mutating func showCompacting(_ done: Double) { showBar(done, words.compacting) }

  private mutating func showBar(_ fraction: Double, _ text: String) {
    guard output.isTerminal else { return }
    rewrite(Self.bar(fraction) + " " + text)
    isShown = true
  }

  /// Puts a line in place of the last one. What cannot be shown does no harm to the work.
  private mutating func rewrite(_ line: String) {
    let line = ColumnWidths().truncate(SafeText(line), to: output.columns - 1)
    Log.attempt("show progress", .debug) { try output.rewriteLine(line) }
  }

  private mutating func write(_ line: String) {
    output.writeLine(line)
    Log.attempt("show progress", .debug) { try output.flush() }
  }

  /// Makes room for the report.
  mutating func end() {
    if isShown { rewrite("") }
    isShown = false
  }

  private static func bar(_ fraction: Double) -> String {
    let columns = 24
    let bar = BarText.bar(Int(fraction * 1_000), of: 1_000, columns: columns)
    return "▕" + bar + String(repeating: " ", count: columns - bar.count) + "▏"
  }
}

/// A display for the several steps of one piece of work.
final class SharedDisplay {
  var bar: ProgressDisplay

  init(_ words: Words) { bar = ProgressDisplay(words: words) }
}
