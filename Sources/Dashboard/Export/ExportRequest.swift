public import NewsModel
public import TextBasics

/// A file that articles are to be written into, as the reader asks for it.
public struct ExportRequest: Hashable, Sendable {
  public var selection: ExportSelection
  /// As it was typed; its end says the format.
  public var path: String
  /// The document's title; empty where the article's own is enough.
  public var title: String
  /// Whether the reader has agreed that a file which is there already be replaced.
  public var replaces: Bool

  public init(_ selection: ExportSelection, to path: String, title: String, replaces: Bool = false) {
    self.selection = selection
    self.path = path
    self.title = title
    self.replaces = replaces
  }
}

/// How an export ended.
public enum ExportEnd: Hashable, Sendable {
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
