extension ColumnWidths {
  /// The text, cut so that it fits into `limit` columns; a cut text ends in `ellipsis`. Never splits a cluster.
  public func truncate(_ text: SafeText, to limit: Int, ellipsis: String = "…") -> SafeText {
    text
  }
}
