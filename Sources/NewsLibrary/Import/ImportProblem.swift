package import Archives
package import NewsModel
package import NewsParsing

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
