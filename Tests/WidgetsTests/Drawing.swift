import Terminal
import TextBasics
import Widgets

extension Widget {
  /// The buffer that holds nothing but this widget.
  func buffer(_ width: Int, _ height: Int = 1, widths: ColumnWidths = ColumnWidths()) -> Buffer {
    var buffer = Buffer(size: Size(width: width, height: height), widths: widths)
    draw(in: buffer.bounds, into: &buffer)
    return buffer
  }

  /// The rows of text that this widget draws, without trailing blanks.
  func lines(_ width: Int, _ height: Int = 1, widths: ColumnWidths = ColumnWidths()) -> [String] {
    buffer(width, height, widths: widths).lines
  }
}
