/// How many terminal columns text takes.
public struct ColumnWidths: Hashable, Sendable {
  /// Columns of characters whose East-Asian width is ambiguous (box drawing, ●, “”, …): 1 or 2.
  public var ambiguous: Int

  public init(ambiguous: Int = 1) { self.ambiguous = ambiguous }

  /// 0, 1 or 2.
  public func columns(_ scalar: Unicode.Scalar) -> Int {
    scalar.value >= 0x1100 ? 2 : 1
  }

  /// Columns of a line of text.
  public func columns(_ text: SafeText) -> Int {
    text.string.unicodeScalars.reduce(0) { $0 + columns($1) }
  }
}
