/// What a terminal shows in one place: a character with its combining marks, or a flag of two regional indicators.
public struct Cluster: Hashable, Sendable {
  public var glyph: Glyph
  /// 1 or 2.
  public var columns: Int

  public init(_ glyph: Glyph, columns: Int) {
    self.glyph = glyph
    self.columns = columns
  }
}

extension ColumnWidths {
  /// Calls `body` for each cluster of the text in order until it returns false.
  ///
  /// Simpler than the grapheme clusters of UAX #29, because safe text has no joiners and selectors left: a scalar that
  /// takes columns and those after it that take none (marks; vowels and finals of Hangul jamo), or two regional
  /// indicators. A line break comes as the blank that it is shown as. The columns of all clusters add up to those of
  /// the text.
  public func forEachCluster(of text: SafeText, _ body: (Cluster) -> Bool) {
    text.string.withBytes { bytes in
      var index = 0
      while index < bytes.count {
        let cluster = cluster(of: bytes, at: index)
        let isLineBreak = bytes[index] == UInt8(ascii: "\n")
        let shown = isLineBreak ? .blank : Glyph(bytes, index..<cluster.end)
        guard body(Cluster(shown, columns: cluster.columns)) else { return }
        index = cluster.end
      }
    }
  }

  /// The end of the cluster of safe text that begins at `index`, and its columns.
  @inline(__always)
  func cluster(of bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (end: Int, columns: Int) {
    let table = ScalarTable.shared
    var (scalar, end) = bytes.scalar(at: index)
    var columns = scalar < 0x80 ? 1 : columns(table.traits(scalar))
    if Self.isRegionalIndicator(scalar), end < bytes.count {
      let next = bytes.scalar(at: end)
      if Self.isRegionalIndicator(next.value) {
        columns += 1
        end = next.end
      }
    }
    while end < bytes.count, bytes[end] >= 0x80, !bytes.isIdeograph(at: end) {
      let next = bytes.scalar(at: end)
      guard table.traits(next.value).columns == 0 else { break }
      end = next.end
    }
    return (end, max(1, columns))
  }

  private static func isRegionalIndicator(_ scalar: UInt32) -> Bool {
    scalar &- 0x1F1E6 < 26
  }
}
