/// A grid of dots, several to a cell, drawn in braille or, at one dot a cell, in ASCII.
struct DotGrid {
  /// The dots of a cell.
  struct Density: Equatable {
    var across: Int
    var down: Int

    /// Braille: Unicode's eight-dot patterns, U+2800 and above.
    static let braille = Density(across: 2, down: 4)
    static let ascii = Density(across: 1, down: 1)
  }

  let density: Density
  /// In dots.
  let width: Int
  /// In dots.
  let height: Int
  private let cellsAcross: Int
  private var masks: [UInt8]

  /// An empty grid for a number of cells.
  init(cellsAcross: Int, cellsDown: Int, density: Density) {
    self.density = density
    self.cellsAcross = cellsAcross
    width = cellsAcross * density.across
    height = cellsDown * density.down
    masks = Array(repeating: 0, count: cellsAcross * cellsDown)
  }

  /// Sets the dot in a column and a row of dots, counted from the upper left.
  mutating func set(x: Int, y: Int) {
    guard x >= 0, x < width, y >= 0, y < height else { return }
    let bit = Self.bits[y % density.down][x % density.across]
    masks[y / density.down * cellsAcross + x / density.across] |= bit
  }

  /// The dots of a cell, as bits in the order of Unicode's braille patterns.
  func mask(column: Int, row: Int) -> UInt8 { masks[row * cellsAcross + column] }

  /// The bits of the dots in each row of a cell.
  private static let bits: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  /// The sign of each set of dots.
  static let signs: [String] = (0..<256).map { mask in
    Unicode.Scalar(UInt32(0x2800 + mask)).map { String(Character($0)) } ?? " "
  }
}
