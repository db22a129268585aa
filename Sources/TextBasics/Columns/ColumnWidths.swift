/// How many terminal columns text takes.
///
/// The widths are those of glibc's `wcwidth` for Unicode 14 (general category and East_Asian_Width, UAX #11), which is
/// what curses moves the cursor by.
public struct ColumnWidths: Hashable, Sendable {
  /// The version of Unicode that the table of widths knows.
  package static let unicodeVersion = ScalarRanges.unicodeVersion

  /// Columns of characters whose East-Asian width is ambiguous (box drawing, ●, “”, …): 1 or 2.
  package var ambiguous: Int

  public init(ambiguous: Int = 1) { self.ambiguous = ambiguous }

  /// 0, 1 or 2; a line break counts as the blank that it is shown as.
  public func columns(_ scalar: Unicode.Scalar) -> Int {
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

extension ColumnWidths {
  /// The text, cut so that it fits into `limit` columns; a cut text ends in `ellipsis`. Never splits a cluster.
  ///
  /// Blanks before the ellipsis are dropped. Where not even the ellipsis fits the text is cut without it; a limit of
  /// zero or less gives no text. Linear in the limit.
  package func truncate(_ text: SafeText, to limit: Int, ellipsis: String = "…") -> SafeText {
    // No scalar takes more columns than it has bytes.
    if text.string.utf8.count <= limit || limit >= 0 && columns(text, upTo: limit + 1) <= limit { return text }
    let ending = SafeText(ellipsis)
    let endingColumns = columns(ending)
    guard endingColumns <= limit else { return prefix(of: text, fitting: limit) }
    return prefix(of: text, fitting: limit - endingColumns).withoutTrailingBlanks + ending
  }

  /// Columns of the text, or some number of at least `bound` where it has that many.
  private func columns(_ text: SafeText, upTo bound: Int) -> Int {
    text.string.withBytes { bytes in
      var (index, sum) = (0, 0)
      while index < bytes.count, sum < bound {
        let cluster = cluster(of: bytes, at: index)
        index = cluster.end
        sum += cluster.columns
      }
      return sum
    }
  }

  private func prefix(of text: SafeText, fitting limit: Int) -> SafeText {
    text.string.withBytes { bytes in
      var (index, sum) = (0, 0)
      while index < bytes.count {
        let cluster = cluster(of: bytes, at: index)
        guard sum + cluster.columns <= limit else { break }
        index = cluster.end
        sum += cluster.columns
      }
      return SafeText(trusted: String(bytes, 0..<index))
    }
  }
}

extension SafeText {
  fileprivate var withoutTrailingBlanks: SafeText {
    string.withBytes { bytes in
      var end = bytes.count
      while end > 0, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      return end == bytes.count ? self : SafeText(trusted: String(bytes, 0..<end))
    }
  }
}

extension ColumnWidths {
  /// Where text stands in a field that is wider.
  package enum Alignment: Hashable, Sendable {
    case left, center, right
  }

  /// The text in a field of exactly `columns` columns: filled up with blanks, or truncated where it is too long.
  ///
  /// Of an odd number of blanks around a centred text the one more stands after it. A number below zero counts as zero.
  package func pad(_ text: SafeText, to columns: Int, alignment: Alignment = .left) -> SafeText {
    let text = truncate(text, to: columns)
    let blanks = max(0, columns - self.columns(text))
    let before =
      switch alignment {
      case .left: 0
      case .center: blanks / 2
      case .right: blanks
      }
    return .blanks(before) + text + .blanks(blanks - before)
  }
}

extension SafeText {
  fileprivate static func blanks(_ count: Int) -> SafeText {
    SafeText(trusted: String(repeating: " ", count: count))
  }
}
