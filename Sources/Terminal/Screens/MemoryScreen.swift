/// A screen for tests: keeps what it is shown.
public final class MemoryScreen: Screen {
  public var size: Size
  public let colorDepth: ColorDepth
  /// All frames since the start or the last `forget()`, oldest first.
  public private(set) var frames: [Buffer] = []
  public private(set) var cursor: Point?
  /// Number of cells that the last frame changed; all of them in a first frame and after a change of size.
  public private(set) var changedCells = 0

  public init(size: Size, colorDepth: ColorDepth = .trueColor) {
    self.size = size
    self.colorDepth = colorDepth
  }

  public func present(_ buffer: Buffer, cursor: Point?) {
    if let last, last.size == buffer.size {
      changedCells = zip(last.cells, buffer.cells).count { $0 != $1 }
    } else {
      changedCells = buffer.cells.count
    }
    frames.append(buffer)
    self.cursor = cursor
  }

  public var last: Buffer? { frames.last }

  /// The rows of the last frame without trailing blanks.
  public var lines: [String] { last?.lines ?? [] }

  /// Number of frames shown.
  public var presentations: Int { frames.count }

  /// Drops all frames but the last, so that a test can count what one key changes.
  public func forget() {
    frames.removeFirst(max(0, frames.count - 1))
  }
}
