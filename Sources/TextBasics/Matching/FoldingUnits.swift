/// Walks through text by what is folded together: a scalar with the marks that follow it, and what is dropped among them.
///
/// The folded text is the folded units, one behind the other: so places in it lead back to the text.
struct FoldingUnits {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let table = FoldingTable.shared
  /// Where the unit lies in the text.
  private(set) var range: Range<Int>
  /// What the unit is folded to, where that is one scalar and no mark was looked at.
  private var single: UInt32?
  /// What it is folded to otherwise.
  private var several: [UInt32] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    range = 0..<0
  }

  /// Lets the walk go on before the unit at an offset, which must be the beginning of one.
  mutating func goBack(to start: Int) { range = start..<start }

  /// Goes on to the next unit; false at the end of the text.
  mutating func advance() -> Bool {
    let start = range.upperBound
    guard start < bytes.count else { return false }
    let (scalar, end) = bytes.scalar(at: start)
    let target = table.target(scalar)
    guard target >= FoldingTable.firstSpecial || isJoined(at: end) else {
      single = target
      range = start..<end
      return true
    }
    single = nil
    several.removeAll(keepingCapacity: true)
    append(target)
    var next = end
    while next < bytes.count, let (target, end) = joining(at: next) {
      append(target)
      next = end
    }
    if next > end { MarkComposition.shared.compose(&several) }
    range = start..<next
    return true
  }

  /// Calls `body` with each scalar that the unit is folded to.
  @inline(__always)
  func forEachScalar(_ body: (UInt32) -> Void) {
    if let single { return body(single) }
    for scalar in several { body(scalar) }
  }

  /// The bytes that the folded unit takes.
  var foldedWidth: Int {
    var width = 0
    forEachScalar { width += UTF8.width(of: $0) }
    return width
  }

  private mutating func append(_ target: UInt32) {
    if target < FoldingTable.firstSpecial {
      several.append(target)
    } else {
      several.append(contentsOf: table.scalars(table.special(target)))
    }
  }

  /// Whether what stands at `index` joins what stands before it.
  private func isJoined(at index: Int) -> Bool {
    index < bytes.count && bytes[index] >= 0x80 && joining(at: index) != nil
  }

  /// The target of the scalar at `index`, and where it ends, if it joins what stands before it.
  private func joining(at index: Int) -> (target: UInt32, end: Int)? {
    let (scalar, end) = bytes.scalar(at: index)
    let target = table.target(scalar)
    return target >= FoldingTable.firstSpecial && table.special(target).joinsBefore ? (target, end) : nil
  }
}
