package import NewsModel
package import TextBasics
import Wording

/// Writing articles into a file, one file at a time.
struct Export: Feature {
  enum Event: Sendable {
    /// Asks for the file that articles go into; while one is being written, whether that is to stop.
    case open(ExportSelection)
    /// - Parameter title: of a list; an article has its own.
    case write(ExportSelection, to: String, title: String)
    /// The reader agrees that a file which is there already be replaced.
    case replace(ExportRequest)
    case ended(ExportEnd)
  }

  /// A file is being written.
  private(set) var isRunning = false
  /// The files that were last asked for.
  private var path = "newstape.md"
  private var tablePath = "newstape.csv"

  mutating func update(_ event: Event, in environment: Environment) -> [Outcome] {
    var outcomes: [Outcome] = []
    switch event {
    case .open(let selection):
      if isRunning {
        outcomes.append(.present(.confirmation(Confirmation(.stopExport))))
      } else {
        let path = selection.isTable ? tablePath : path
        outcomes.append(.present(.prompt(Prompt(.export(selection), proposing: path))))
      }
    case .write(let selection, let path, let title):
      guard !path.isEmpty else { break }
      if selection.isTable { tablePath = path } else { self.path = path }
      write(ExportRequest(selection, to: path, title: title), environment, &outcomes)
    case .replace(var request):
      request.replaces = true
      write(request, environment, &outcomes)
    case .ended(let end): finish(end, environment, &outcomes)
    }
    return outcomes
  }

  private mutating func write(_ request: ExportRequest, _ environment: Environment, _ outcomes: inout [Outcome]) {
    isRunning = true
    outcomes.append(.effect(.export(request, label: SafeText(environment.words(Command.export.title)))))
  }

  private mutating func finish(_ end: ExportEnd, _ environment: Environment, _ outcomes: inout [Outcome]) {
    isRunning = false
    outcomes.append(.progressEnded)
    let words = environment.words
    switch end {
    case .written(let count, let request): outcomes.notify(words.exported(count, to: request.path))
    case .exists(let request):
      // What the reader does at the moment goes first; the file stays as it is.
      if environment.hasOverlay {
        outcomes.notify(words.fileExists(request.path), isError: true)
      } else {
        outcomes.append(.present(.confirmation(Confirmation(.replaceFile(request)))))
      }
    case .unknownFormat(let request):
      let isTable = request.selection.isTable
      outcomes.notify(
        isTable ? words.unknownTableFormat(request.path) : words.unknownFormat(request.path), isError: true)
      if !environment.hasOverlay {
        outcomes.append(.present(.prompt(Prompt(.export(request.selection), text: request.path))))
      }
    case .cancelled: outcomes.notify(words.exportStopped)
    case .failed(let reason): outcomes.append(.notify(reason, isError: true))
    }
  }
}

extension ExportSelection {
  fileprivate var isTable: Bool { if case .table = self { true } else { false } }
}

/// A file that articles are to be written into, as the reader asks for it.
package struct ExportRequest: Hashable, Sendable {
  package var selection: ExportSelection
  /// As it was typed; its end says the format.
  package var path: String
  /// The document's title; empty where the article's own is enough.
  package var title: String
  /// Whether the reader has agreed that a file which is there already be replaced.
  package var replaces: Bool

  package init(_ selection: ExportSelection, to path: String, title: String, replaces: Bool = false) {
    self.selection = selection
    self.path = path
    self.title = title
    self.replaces = replaces
  }
}

/// How an export ended.
package enum ExportEnd: Hashable, Sendable {
  /// So many articles are in the file.
  case written(Int, ExportRequest)
  /// There is such a file already; nothing was written.
  case exists(ExportRequest)
  /// The file's name does not say the format.
  case unknownFormat(ExportRequest)
  case cancelled
  /// The text says why.
  case failed(SafeText)
}
