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
