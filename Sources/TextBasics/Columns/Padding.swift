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
