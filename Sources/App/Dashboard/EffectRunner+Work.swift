import Dashboard
import Foundation
import Log
import NewsLibrary
import NewsModel
import NewsStore
import NewsWriting
import Synchronization
import TextAnalysis
import TextBasics
import Wording

extension EffectRunner {
  /// Changes many articles beside the screen, in steps so short that nothing else waits for them.
  func change(_ request: BulkRequest, label: SafeText) {
    runBulk(label) { store, cancellation, progress in
      let done = try store.apply(
        request.actions, matching: TextAnalyser.tagNames.expanded(request.query), cancellation: cancellation,
        progress: progress)
      return .changed(request, BulkOutcome(done))
    }
  }

  func undo(_ step: UndoStep.ID, label: SafeText) {
    runBulk(label) { store, cancellation, progress in
      guard let done = try store.undo(step, cancellation: cancellation, progress: progress) else {
        return .nothingToUndo
      }
      return .undone(BulkOutcome(done))
    }
  }

  func stopBulk() {
    bulkCancellation.withLock { $0 }?.cancel()
  }

  private func runBulk(
    _ label: SafeText,
    _ body: @escaping @Sendable (NewsStore, Cancellation, (BulkProgress) -> Void) throws -> BulkEnd
  ) {
    let cancellation = Cancellation()
    bulkCancellation.withLock { $0 = cancellation }
    bulk.async { [self] in
      var told = ContinuousClock.now
      do {
        let end = try body(library.store, cancellation) { progress in
          // The screen is drawn for each of these.
          guard ContinuousClock.now - told > .milliseconds(100), progress.total > 0 else { return }
          told = .now
          mailbox.post(.progress(label, Double(progress.done) / Double(progress.total)))
        }
        mailbox.post(.bulkEnded(end))
      } catch {
        mailbox.post(.bulkEnded(.failed(words(for: error, in: "change articles"))))
      }
    }
  }
}

extension EffectRunner {
  /// Writes a file of articles beside the screen; what is stopped, or fails, leaves none.
  func export(_ request: ExportRequest, label: SafeText) {
    let cancellation = Cancellation()
    exportCancellation.withLock { $0 = cancellation }
    exports.async { [self] in
      mailbox.post(.exportEnded(write(request, label: label, cancellation)))
    }
  }

  func stopExport() {
    exportCancellation.withLock { $0 }?.cancel()
  }

  private func write(_ request: ExportRequest, label: SafeText, _ cancellation: Cancellation) -> ExportEnd {
    let path = (request.path as NSString).expandingTildeInPath
    guard let document = ExportDocument(request, path) else { return .unknownFormat(request) }
    // Not even asked for.
    guard !library.isStore(atPath: path) else {
      return .failed(words(for: ReplacedFile.Failure.store(path: path), in: "export articles"))
    }
    guard request.replaces || !ReplacedFile.exists(path) else { return .exists(request) }
    do {
      let total = max(1, try library.count(of: request.selection, cancellation: cancellation))
      var told = ContinuousClock.now
      let count = try library.write(document, zone: zone, toFile: path, replaces: request.replaces, cancellation) {
        done in
        // The screen is drawn for each of these.
        guard ContinuousClock.now - told > .milliseconds(100) else { return }
        told = .now
        mailbox.post(.progress(label, min(1, Double(done) / Double(total))))
      }
      return .written(count, request)
    } catch StoreError.cancelled {
      return .cancelled
    } catch {
      return .failed(words(for: error, in: "export articles"))
    }
  }
}

/// What is written into a file, in the format that its name says.
private enum ExportDocument {
  case articles(ExportSelection, ExportFormat, title: String)
  case table(Query, TableFormat)

  /// Nil where the name says none.
  init?(_ request: ExportRequest, _ path: String) {
    switch request.selection {
    case .matching, .article:
      guard let format = ExportFormat(fileName: path) else { return nil }
      self = .articles(request.selection, format, title: request.title)
    case .table(let query):
      guard let format = TableFormat(fileName: path) else { return nil }
      self = .table(query, format)
    }
  }
}

extension NewsLibrary {
  fileprivate func write(
    _ document: ExportDocument, zone: TimeZone, toFile path: String, replaces: Bool, _ cancellation: Cancellation,
    progress: (Int) -> Void
  ) throws -> Int {
    switch document {
    case .articles(let selection, let format, let title):
      try export(
        selection, as: format, title: title, zone: zone, toFile: path, replaces: replaces, cancellation: cancellation,
        progress: progress)
    case .table(let query, let format):
      try exportTable(
        of: query, as: format, zone: zone, toFile: path, replaces: replaces, cancellation: cancellation,
        progress: progress)
    }
  }
}

/// What the reader teaches the analysis.
extension EffectRunner {
  /// Writes a lesson into the reader's own tables or into the store, reads the article anew at once, and then, beside the screen, the
  /// others that it touches.
  func teach(_ lesson: Lesson, about key: ArticleKey?, _ purpose: ChangePurpose) {
    write("teach the analysis") { [self] store in
      switch lesson {
      case .add(let row): try changeTables(store, about: key) { OwnTables.text($0, adding: row) }
      case .remove(let row): try changeTables(store, about: key) { OwnTables.text($0, removing: row) }
      case .wrong(let term, let key): try store.correct(term, of: key, isWrong: true)
      case .right(let term, let key): try store.correct(term, of: key, isWrong: false)
      }
      return .taught(lesson, about: key, purpose)
    }
  }

  private func changeTables(_ store: NewsStore, about key: ArticleKey?, _ change: (String) -> String) throws {
    guard let ownTables else { return }
    TextAnalyser.use(try ownTables.change(change).joined(behind: ownTables.besides()))
    // A store that cannot be written keeps its facets; the list of one article shows what the tables say now.
    guard store.obstacle == nil else { return }
    if let key { try store.analyse(key) }
    analyses.async { [self] in
      do throws(StoreError) {
        while !ending.isCancelled, try store.analyseNext(cancellation: ending) > 0 {}
        // The store tells of facets that came; those that went are told here.
        mailbox.post(.libraryChanged)
      } catch {
        if case .cancelled = error { return }
        Log.warning("cannot read anew what a lesson touches", error)
      }
    }
  }
}
