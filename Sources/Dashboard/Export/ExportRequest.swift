package import NewsModel
package import TextBasics

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
