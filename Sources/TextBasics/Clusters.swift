/// What a terminal shows in one place: a character with its combining marks.
public struct Cluster: Hashable, Sendable {
  public var text: String
  /// 1 or 2.
  public var columns: Int

  public init(text: String, columns: Int) {
    self.text = text
    self.columns = columns
  }
}

extension ColumnWidths {
  /// Calls `body` for each cluster of the text in order until it returns false.
  public func forEachCluster(of text: SafeText, _ body: (Cluster) -> Bool) {
    for scalar in text.string.unicodeScalars where !body(Cluster(text: String(scalar), columns: columns(scalar))) {
      return
    }
  }
}
