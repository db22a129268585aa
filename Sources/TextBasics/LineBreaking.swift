extension ColumnWidths {
  /// The text in lines of at most `limit` columns, broken by the rules of Chinese and English typography.
  public func wrap(_ text: SafeText, columns limit: Int) -> [SafeText] {
    [text]
  }
}
