import NewsModel
import TextBasics

/// What the reader is told: a short message, the log of messages, and how far an activity beside the screen has come.
struct Notices: Sendable {
  /// Messages that the log keeps.
  private static let logLimit = 500

  /// A short message in the place of the key hints.
  private(set) var toast: Toast?
  private(set) var log: [LogEntry] = []
  private(set) var progress: Progress?

  /// Shows a message, and keeps it in the log.
  mutating func show(_ text: SafeText, isError: Bool, at time: Timestamp) {
    toast = Toast(text: text, isError: isError)
    record(text, isError: isError, at: time)
  }

  /// Shows a message that the log does not keep.
  mutating func showBriefly(_ text: SafeText, isError: Bool = false) { toast = Toast(text: text, isError: isError) }

  mutating func endToast() { toast = nil }

  /// Keeps a message in the log alone.
  mutating func record(_ text: SafeText, isError: Bool, at time: Timestamp) {
    log.append(LogEntry(time: time, text: text, isError: isError))
    if log.count > Self.logLimit { log.removeFirst() }
  }

  /// - Parameter progress: nil at the end of the activity.
  mutating func show(_ progress: Progress?) { self.progress = progress }
}

/// A short message in the place of the key hints.
struct Toast: Sendable, Hashable {
  var text: SafeText
  var isError: Bool
}

/// A message that the log view shows.
struct LogEntry: Sendable, Hashable {
  var time: Timestamp
  var text: SafeText
  var isError: Bool
}

/// A background activity.
struct Progress: Sendable, Hashable {
  var text: SafeText
  /// 0 … 1
  var fraction: Double
}
