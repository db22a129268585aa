/// What a terminal shows in one place: a character with its combining marks.
public struct Cluster: Hashable, Sendable {
  public var glyph: Glyph
  /// 1 or 2.
  public var columns: Int

  public init(_ glyph: Glyph, columns: Int) {
    self.glyph = glyph
    self.columns = columns
  }
}

extension ColumnWidths {
  /// Calls `body` for each cluster of the text in order until it returns false.
  ///
  /// Simpler than the grapheme clusters of UAX #29, because safe text has no joiners and selectors left: a scalar that
  /// takes columns and those after it that take none (marks; vowels and finals of Hangul jamo). A line break comes as the blank that
  /// it is shown as, and a flag, which neither curses nor all terminals have in one place, as its two letters: CN for 🇨🇳. The
  /// columns of all clusters add up to those of the text.
  public func forEachCluster(of text: SafeText, _ body: (Cluster) -> Bool) {
    text.string.withBytes { bytes in
      var index = 0
      while index < bytes.count {
        let first = bytes.scalar(at: index)
        if Self.isRegionalIndicator(first.value) {
          let end = endOfMarks(in: bytes, from: first.end)
          let letter = 0x41 + first.value - Self.firstRegionalIndicator
          guard body(Cluster(Glyph(scalar: letter, marks: bytes, first.end..<end), columns: 1)) else { return }
          index = end
          continue
        }
        let cluster = cluster(of: bytes, at: index)
        let isLineBreak = bytes[index] == UInt8(ascii: "\n")
        let shown = isLineBreak ? .blank : Glyph(bytes, index..<cluster.end)
        guard body(Cluster(shown, columns: cluster.columns)) else { return }
        index = cluster.end
      }
    }
  }

  /// The end of the cluster of safe text that begins at `index`, and its columns.
  @inline(__always)
  func cluster(of bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (end: Int, columns: Int) {
    let table = ScalarTable.shared
    var (scalar, end) = bytes.scalar(at: index)
    var columns = scalar < 0x80 ? 1 : columns(table.traits(scalar))
    if Self.isRegionalIndicator(scalar), end < bytes.count {
      let next = bytes.scalar(at: end)
      if Self.isRegionalIndicator(next.value) {
        columns += 1
        end = next.end
      }
    }
    return (endOfMarks(in: bytes, from: end), max(1, columns))
  }

  /// Where the scalars end, from `start` on, that take no column.
  @inline(__always)
  private func endOfMarks(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let table = ScalarTable.shared
    var end = start
    while end < bytes.count, bytes[end] >= 0x80, !bytes.isIdeograph(at: end) {
      let next = bytes.scalar(at: end)
      guard table.traits(next.value).columns == 0 else { break }
      end = next.end
    }
    return end
  }

  private static let firstRegionalIndicator: UInt32 = 0x1F1E6

  @inline(__always)
  private static func isRegionalIndicator(_ scalar: UInt32) -> Bool { scalar &- firstRegionalIndicator < 26 }
}

/// What a terminal shows in one place, held without an allocation, so that a screen full of them is plain memory.
///
/// At most six scalars: safe text has no more in one place than a character with four marks, and ncurses takes five.
/// Of longer runs, as of Hangul jamo, the rest is left out.
///
/// It is `public`, as are `Cell` and `Buffer`, though only our modules use it: across modules the compiler inlines public
/// declarations alone, and a frame compares thousands of cells.
public struct Glyph: Hashable, Sendable {
  /// Three scalars each of 21 bits, the first one lowest; 0 is none.
  private var first: UInt64 = 0
  private var second: UInt64 = 0

  /// The most scalars that it can hold.
  public static let capacity = 6
  private static let bits: UInt64 = 21
  private static let mask: UInt64 = 1 << bits - 1

  /// Nothing, as in the right half of a wide character.
  public init() {}

  public init(_ text: String) {
    for (index, scalar) in text.unicodeScalars.prefix(Self.capacity).enumerated() { set(index, scalar.value) }
  }

  @inline(__always)
  private init(scalar: UInt32) { first = UInt64(scalar) }

  /// A scalar with the marks that some bytes of a string hold.
  init(scalar: UInt32, marks bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    self.init(scalar: scalar)
    var (count, index) = (1, range.lowerBound)
    while index < range.upperBound, count < Self.capacity {
      let mark = bytes.scalar(at: index)
      set(count, mark.value)
      (count, index) = (count + 1, mark.end)
    }
  }

  /// The scalars of some bytes of a string, cut between scalars.
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var (scalar, end) = bytes.scalar(at: range.lowerBound)
    first = UInt64(scalar)
    var count = 1
    while end < range.upperBound, count < Self.capacity {
      (scalar, end) = bytes.scalar(at: end)
      set(count, scalar)
      count += 1
    }
  }

  public static var blank: Glyph { Glyph(scalar: 0x20) }

  public var isEmpty: Bool { first == 0 }

  /// The code point of the scalar at a place below `capacity`; 0 where there is none.
  public subscript(index: Int) -> UInt32 {
    let word = index < 3 ? first : second
    return UInt32(truncatingIfNeeded: word >> (UInt64(index % 3) * Self.bits) & Self.mask)
  }

  private mutating func set(_ index: Int, _ scalar: UInt32) {
    let shifted = UInt64(scalar) << (UInt64(index % 3) * Self.bits)
    if index < 3 { first |= shifted } else { second |= shifted }
  }

  public var text: String {
    var text = String.UnicodeScalarView()
    for index in 0..<Self.capacity {
      guard self[index] != 0, let scalar = Unicode.Scalar(self[index]) else { break }
      text.append(scalar)
    }
    return String(text)
  }
}
