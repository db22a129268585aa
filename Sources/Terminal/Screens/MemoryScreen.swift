/// A screen for tests: keeps what it is shown.
package final class MemoryScreen: Screen {
  package var size: Size
  package let colorDepth: ColorDepth
  /// All frames since the start or the last `forget()`, oldest first.
  package private(set) var frames: [Buffer] = []
  package private(set) var cursor: Point?
  /// Number of cells that the last frame changed; all of them in a first frame and after a change of size.
  package private(set) var changedCells = 0

  package init(size: Size, colorDepth: ColorDepth = .trueColor) {
    self.size = size
    self.colorDepth = colorDepth
  }

  package func present(_ buffer: Buffer, cursor: Point?) {
    if let last, last.size == buffer.size {
      changedCells = zip(last.cells, buffer.cells).count { $0 != $1 }
    } else {
      changedCells = buffer.cells.count
    }
    frames.append(buffer)
    self.cursor = cursor
  }

  package var last: Buffer? { frames.last }

  /// The rows of the last frame without trailing blanks.
  package var lines: [String] { last?.lines ?? [] }

  /// Number of frames shown.
  package var presentations: Int { frames.count }

  /// Drops all frames but the last, so that a test can count what one key changes.
  package func forget() {
    frames.removeFirst(max(0, frames.count - 1))
  }
}

/// Something that shows frames: a terminal through ncurses, or memory in tests.
package protocol Screen: AnyObject {
  /// The size at present; a `resize` event tells of a change.
  var size: Size { get }
  /// How many colours can be told apart.
  var colorDepth: ColorDepth { get }
  /// Shows the frame, with the cursor at a place or hidden. Only what differs from the last frame is sent.
  func present(_ buffer: Buffer, cursor: Point?)
}
