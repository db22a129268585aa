import Dispatch
package import Foundation
package import NewsModel
package import NewsStore

extension NewsLibrary {
  /// Reads articles from files, folders and standard input into the store.
  ///
  /// One thread reads and parses, this one writes; both take about as long, and memory stays flat however large the
  /// input. A batch that is written stays: what is stopped, or killed, goes on when it is begun again.
  ///
  /// - Parameters:
  ///   - options: how the inputs are read.
  ///   - rulesZone: the zone of dates in the queries of rules: the reader's. Left out, that of times.
  ///   - cancellation: cancelled, it stops after the running batch.
  ///   - progress: told how far it is, on this thread, about ten times a second.
  ///   - removed: told of every line that is taken for no part of an article, on this thread.
  package func importNews(
    from inputs: [ImportInput], reading options: ReadingOptions, rulesZone: TimeZone? = nil,
    cancellation: Cancellation = Cancellation(), progress: (ImportProgress) -> Void = { _ in },
    removed: (RemovedLine) -> Void = { _ in }
  ) throws(StoreError) -> ImportReport {
    try refoldAll { cancellation.isCancelled }
    let queue = BoundedQueue<ImportBatch>(capacity: 4)
    let size = BatchSize()
    let reader = Thread {
      var producer = BatchProducer(queue: queue, size: size, options: options)
      producer.run(inputs)
    }
    reader.name = "newstape import"
    reader.stackSize = 4 << 20
    reader.start()
    // Whatever ends the writing, the reader must not wait for it for ever.
    defer { queue.close() }
    var writer = ImportWriter(
      store: store, size: size, zone: rulesZone ?? options.zone, bytesInAll: Self.size(of: inputs))
    while true {
      if cancellation.isCancelled {
        writer.report.wasCancelled = true
        return writer.report
      }
      switch queue.next(within: .milliseconds(100)) {
      case .end:
        progress(writer.progress)
        return writer.report
      case .nothing: progress(writer.progress)
      case .element(let batch):
        try writer.write(batch)
        for line in batch.removed { removed(line) }
        if writer.isProgressDue { progress(writer.progress) }
      }
    }
  }

  /// The bytes of all inputs together; nil where one of them has no size.
  private static func size(of inputs: [ImportInput]) -> Int? {
    var sum = 0
    var walker = FileWalker()
    for input in inputs {
      guard case .path(let path) = input else { return nil }
      let isKnown = walker.walk(
        path,
        visit: { file in
          sum += file.size ?? 0
          return file.size != nil
        }, problem: { _ in })
      if !isKnown { return nil }
    }
    return sum
  }
}

/// The writing half of an import: saves batches and keeps the report.
private struct ImportWriter {
  let store: NewsStore
  let size: BatchSize
  let zone: TimeZone
  let bytesInAll: Int?
  var report = ImportReport()
  /// What has come so far of the input that is being read.
  private var body = ArrivingBody()
  private var bytesRead = 0
  private let start = ContinuousClock.now
  private var lastProgress = ContinuousClock.now

  init(store: NewsStore, size: BatchSize, zone: TimeZone, bytesInAll: Int?) {
    self.store = store
    self.size = size
    self.zone = zone
    self.bytesInAll = bytesInAll
  }

  var progress: ImportProgress {
    ImportProgress(
      bytesRead: bytesRead, bytesInAll: bytesInAll, articles: report.articles, elapsed: start.duration(to: .now))
  }

  /// Whether a tenth of a second has passed; begins the next.
  var isProgressDue: Bool {
    mutating get {
      guard lastProgress.duration(to: .now) >= .milliseconds(100) else { return false }
      lastProgress = .now
      return true
    }
  }

  mutating func write(_ batch: ImportBatch) throws(StoreError) {
    report.add(batch)
    bytesRead += batch.bytes
    guard !batch.drafts.isEmpty || body.hasWaitingItems else {
      if !batch.ends.isEmpty { body = ArrivingBody() }
      return
    }
    let begin = ContinuousClock.now
    let saved: SaveReport
    do throws(StoreError) {
      saved = try store.save(batch.drafts, of: &body, endingAt: batch.ends, zone: zone)
    } catch {
      throw error.after(report.articles)
    }
    size.learn(batch.drafts.count, took: begin.duration(to: .now))
    report.add(saved)
  }
}
