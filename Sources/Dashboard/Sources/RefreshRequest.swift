public import NewsModel
public import TextBasics

/// A refresh of sources, as the dashboard asks for it.
public struct RefreshRequest: Hashable, Sendable {
  public var scope: RefreshScope
  /// Whether it is made because the time has come, not because the reader asks.
  public var isAutomatic: Bool

  public init(_ scope: RefreshScope, isAutomatic: Bool = false) {
    self.scope = scope
    self.isAutomatic = isAutomatic
  }
}

/// How a refresh ended.
public enum RefreshEnd: Hashable, Sendable {
  case done(RefreshReport)
  /// It could not be made at all; the text says why.
  case failed(SafeText)
}

/// A refresh that is going on.
struct RefreshRun: Hashable, Sendable {
  var request: RefreshRequest
  var progress = RefreshProgress()
  /// New articles that the screen knows of.
  var announced = 0
  /// The reader does not want the rest.
  var isStopping = false
}
