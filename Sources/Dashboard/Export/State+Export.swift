import NewsModel
import TextBasics
import Widgets

extension State {
  /// `e`: asks for the file that what is shown goes into, in the reader the article, else the list; while one is being written, whether
  /// that is to stop.
  mutating func startExport() {
    guard !isExporting else {
      overlay = .confirmation(Confirmation(subject: .stopExport))
      return
    }
    let article = context == .reader ? reader.article?.headline.key : nil
    askForExportPath(exportPath, of: article.map { .article($0) } ?? .matching(filter))
  }

  private mutating func askForExportPath(_ path: String, of selection: ExportSelection) {
    overlay = .prompt(PromptState(kind: .export(selection), field: TextField(text: path)))
  }

  mutating func export(_ selection: ExportSelection, to path: String, _ effects: inout [Effect]) {
    guard !path.isEmpty else { return }
    exportPath = path
    let title =
      switch selection {
      case .article: ""
      case .matching(.all): presentation.words.news
      case .matching: filterText
      }
    export(ExportRequest(selection, to: path, title: title), &effects)
  }

  mutating func export(_ request: ExportRequest, _ effects: inout [Effect]) {
    isExporting = true
    effects.append(.export(request, label: SafeText(presentation.words(Command.export.title))))
  }

  mutating func exportEnded(_ end: ExportEnd, _ effects: inout [Effect]) {
    isExporting = false
    show(nil)
    let words = presentation.words
    switch end {
    case .written(let count, let request): notify(words: words.exported(count, to: request.path), &effects)
    case .exists(let request):
      // What the reader does at the moment goes first; the file stays as it is.
      guard overlay == nil else { return notify(words: words.fileExists(request.path), isError: true, &effects) }
      overlay = .confirmation(Confirmation(subject: .replaceFile(request)))
    case .unknownFormat(let request):
      notify(words: words.unknownFormat(request.path), isError: true, &effects)
      if overlay == nil { askForExportPath(request.path, of: request.selection) }
    case .cancelled: notify(words: words.exportStopped, &effects)
    case .failed(let reason): notify(reason, isError: true, &effects)
    }
  }
}
