/// How many terminal columns text takes.
///
/// The widths are those of glibc's `wcwidth` for Unicode 14 (general category and East_Asian_Width, UAX #11), which is
/// what curses moves the cursor by.
package struct ColumnWidths: Hashable, Sendable {
  /// The version of Unicode that the table of widths knows.
  package static let unicodeVersion = ScalarRanges.unicodeVersion

  /// Columns of characters whose East-Asian width is ambiguous (box drawing, ●, “”, …): 1 or 2.
  package var ambiguous: Int

  package init(ambiguous: Int = 1) { self.ambiguous = ambiguous }

  /// 0, 1 or 2; a line break counts as the blank that it is shown as.
  package func columns(_ scalar: Unicode.Scalar) -> Int {
    columns(ScalarTable.shared.traits(scalar.value))
  }

  /// Columns of a line of text. Linear in its length; allocates nothing.
  package func columns(_ text: SafeText) -> Int {
    text.string.withBytes { bytes in
      let table = ScalarTable.shared
      var index = 0
      var sum = 0
      while index < bytes.count {
        if bytes[index] < 0x80 {
          index += 1
          sum += 1
        } else if bytes.isIdeograph(at: index) {
          index += 3
          sum += 2
        } else {
          let (scalar, end) = bytes.scalar(at: index)
          sum += columns(table.traits(scalar))
          index = end
        }
      }
      return sum
    }
  }

  @inline(__always)
  func columns(_ traits: ScalarTraits) -> Int {
    traits.isAmbiguous ? ambiguous : traits.columns
  }
}
