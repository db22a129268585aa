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
