import Terminal
import TextBasics

extension ColumnWidths {
  /// The cells that a part of a text takes where the text begins at the left of `row`; what lies outside is cut off.
  func place(of range: Range<String.Index>, in text: SafeText, row: Rect) -> Rect {
    let start = columns(SafeText(String(text.string[..<range.lowerBound])))
    let length = columns(SafeText(String(text.string[range])))
    return Rect(x: row.x + start, y: row.y, width: length, height: 1).intersection(row)
  }
}
