import Dashboard
import NewsLibrary
import NewsModel
import Synchronization
import TextBasics

extension EffectRunner {
  /// Changes many articles beside the screen, in steps so short that nothing else waits for them.
  func change(_ request: BulkRequest, label: SafeText) {
    runBulk(label) { library, cancellation, progress in
      let done = try library.apply(
        request.actions, matching: request.query, cancellation: cancellation, progress: progress)
      return .changed(request, BulkOutcome(done))
    }
  }

  func undo(_ step: UndoStep.ID, label: SafeText) {
    runBulk(label) { library, cancellation, progress in
      guard let done = try library.undo(step, cancellation: cancellation, progress: progress) else {
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
    _ body: @escaping @Sendable (NewsLibrary, LibraryCancellation, (BulkProgress) -> Void) throws -> BulkEnd
  ) {
    let cancellation = LibraryCancellation()
    bulkCancellation.withLock { $0 = cancellation }
    bulk.async { [self] in
      var told = ContinuousClock.now
      do {
        let end = try body(library, cancellation) { progress in
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
