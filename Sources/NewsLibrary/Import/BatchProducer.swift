import FeedParsing
import Foundation
import NewsModel
import NewsStore
import SourceForms
import Synchronization
import TextBasics

/// Some articles for one transaction, and what was met on the way to them.
struct ImportBatch: Sendable {
  var drafts: [ItemDraft] = []
  /// The places in `drafts` before which an input ends.
  var ends: [Int] = []
  var problems: [ImportProblem] = []
  var notes = ImportNotes()
  /// How many of the drafts have a date that is a guess.
  var estimated = 0
  var removed: [RemovedLine] = []
  /// Bytes that were read for it.
  var bytes = 0
}

/// The reading half of an import: reads and parses inputs in order, and puts batches of what is ready to be saved into a queue.
struct BatchProducer {
  private let queue: BoundedQueue<ImportBatch>
  private let size: BatchSize
  private let options: ReadingOptions
  private var batch = ImportBatch()
  private var isStopped = false
  private var lastPut = ContinuousClock.now

  init(queue: BoundedQueue<ImportBatch>, size: BatchSize, options: ReadingOptions) {
    self.queue = queue
    self.size = size
    self.options = options
  }

  /// Reads everything; ends early where the queue of batches is closed.
  mutating func run(_ inputs: [ImportInput]) {
    var walker = FileWalker()
    for input in inputs where !isStopped {
      switch input {
      case .standardInput: parse(.standardInput)
      case .path(let path):
        var problems: [ImportProblem] = []
        _ = walker.walk(
          path,
          visit: { file in
            open(file.path)
            return !isStopped
          }, problem: { problems.append($0) })
        batch.problems += problems
      }
    }
    put()
    queue.close()
  }

  private mutating func open(_ path: RawPath) {
    do throws(FileInput.Failure) {
      try FileInput.withFile(path) { input throws(FileInput.Failure) in
        if input.isDatabase { readCache(input.path) } else { parse(input) }
      }
    } catch {
      report(error, path.text)
    }
  }

  private mutating func parse(_ input: FileInput) {
    do throws(FileInput.Failure) {
      try input.parse(
        options, onBytes: { read($0) }, emit: { add($0, from: input.path) },
        onEnd: { notes, name in
          batch.notes.add(notes, of: name)
          batch.ends.append(batch.drafts.count)
        })
    } catch {
      report(error, input.path)
      batch.ends.append(batch.drafts.count)
    }
  }

  private mutating func readCache(_ path: String) {
    var count = 0
    do throws(StoreError) {
      try NewsboatCache.read(path) { entry in
        count += 1
        add(.item(Item(entry)), from: path)
        return !isStopped
      }
      if count == 0 { batch.problems.append(ImportProblem(.refused(.holdsNothing(.cache)), path: path)) }
    } catch {
      let reason: ImportProblem.Reason =
        switch error {
        case .notAStore, .damaged: .refused(.otherDatabase)
        case .cannotOpen(_, let problem): .unreadable(problem)
        default: .unreadable(SystemProblem(code: EIO))
        }
      batch.problems.append(ImportProblem(reason, path: path))
    }
    batch.ends.append(batch.drafts.count)
  }

  private mutating func read(_ count: Int) -> Bool {
    // What trickles in must not wait for a full batch.
    if lastPut.duration(to: .now) > .milliseconds(500) { put() }
    batch.bytes += count
    return !isStopped
  }

  private mutating func add(_ record: ParsedRecord, from path: String) {
    guard !isStopped else { return }
    switch record {
    case .item(let item):
      batch.drafts.append(
        ItemDraft(item, arrivesAsPublished: options.arrivesAsPublished, zone: options.zone))
      if item.isDateEstimated { batch.estimated += 1 }
      for line in item.removed { batch.removed.append(RemovedLine(text: line, path: path)) }
    case .refused(let refusal): batch.problems.append(ImportProblem(refusal, path: path))
    }
    if batch.drafts.count >= size.current || batch.problems.count >= ImportReport.keptProblems { put() }
  }

  private mutating func report(_ failure: FileInput.Failure, _ path: String) {
    batch.problems.append(ImportProblem(failure, path: path))
  }

  private mutating func put() {
    let full = batch
    batch = ImportBatch()
    lastPut = .now
    if !isStopped, !queue.put(full) { isStopped = true }
  }
}

extension ImportProblem {
  init(_ failure: FileInput.Failure, path: String) {
    switch failure {
    case .system(ENOENT): self.init(.notFound, path: path)
    case .system(let code): self.init(.unreadable(SystemProblem(code: code)), path: path)
    case .corruptGzip: self.init(.refused(.corruptGzip), path: path)
    case .noMemory, .archive(.noMemory): self.init(.unreadable(SystemProblem(code: ENOMEM)), path: path)
    case .archive(.unreadable): self.init(.unreadable(SystemProblem(code: EIO)), path: path)
    case .archive(let failure): self.init(Reason.archive(failure), path: path)
    }
  }
}

/// How many articles go into one transaction: as many as are written in about the time that a reader may wait.
final class BatchSize: Sendable {
  private static let range = 50...1_000
  private static let target = Duration.milliseconds(40)
  private let size = Atomic(250)

  var current: Int { size.load(ordering: .relaxed) }

  /// Learns from a batch; moves half of the way, as single batches differ.
  func learn(_ count: Int, took time: Duration) {
    guard count > 0, time > .zero else { return }
    let fitting = Double(count) * (Self.target / time)
    let next = Int((Double(current) + min(fitting, 100_000)) / 2)
    size.store(min(max(next, Self.range.lowerBound), Self.range.upperBound), ordering: .relaxed)
  }
}

extension Item {
  /// An article out of newsboat's cache, as its feed would have brought it. What was read there is read here, and what bore a flag is
  /// starred.
  init(_ entry: NewsboatCache.Entry) {
    let item = FeedItem(
      id: entry.guid, title: entry.title.isEmpty ? nil : KeptText(entry.title).string, link: entry.link,
      published: entry.published, author: entry.author.map { KeptText($0).string }, content: entry.content)
    self = item.item(source: KeptText(entry.feedTitle ?? entry.feedAddress).string)
    marks = (entry.isRead ? [.read] : []) + (entry.isFlagged ? [.star] : [])
  }
}
