/// Folds the bytes of a string: runs that stay as they are get copied whole, ASCII is folded by eight bytes.
struct FoldingScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let table = FoldingTable.shared

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// The offset of a place before which nothing changes, or nil where nothing changes at all.
  func firstChange() -> Int? {
    var index = 0
    while index < bytes.count {
      if let word = asciiWord(at: index) {
        guard word.lowercasedASCII == word else { return index }
        index += 8
      } else {
        let (scalar, end) = bytes.scalar(at: index)
        let target = table.target(scalar)
        guard target == scalar else { return startOfUnit(with: target, at: index) }
        index = end
      }
    }
    return nil
  }

  /// Writes the folded text, of which the bytes before `start` are known to stay; nil where `output` is too small.
  func fold(from start: Int, into output: UnsafeMutableBufferPointer<UInt8>) -> Int? {
    fold(from: start, into: output) { _, _ in }
  }

  /// As `fold`, and calls `replaced` with each range of the text that takes another number of bytes in the folded one, or that is folded
  /// together, and where its folded form stands. A later call may take the place of the end of one before.
  @inline(__always)
  func fold(
    from start: Int, into output: UnsafeMutableBufferPointer<UInt8>,
    _ replaced: (_ original: Range<Int>, _ folded: Range<Int>) -> Void
  ) -> Int? {
    var writer = FoldedWriter(bytes, output)
    var unit = FoldingUnits(bytes)
    var index = start
    while index < bytes.count {
      if let word = asciiWord(at: index) {
        let folded = word.lowercasedASCII
        if folded != word {
          guard writer.takeRun(upTo: index, andRoomFor: 8) else { return nil }
          writer.append(folded, skippingTo: index + 8)
        }
        index += 8
      } else if index &+ 2 < bytes.count, table.staysIdeograph(bytes, index) {
        repeat { index &+= 3 } while index &+ 2 < bytes.count && table.staysIdeograph(bytes, index)
      } else {
        let (scalar, end) = bytes.scalar(at: index)
        let target = table.target(scalar)
        if target == scalar {
          index = end
        } else if target < FoldingTable.firstSpecial {
          guard writer.takeRun(upTo: index, andRoomFor: 4) else { return nil }
          let folded = writer.count
          writer.append(target, skippingTo: end)
          if writer.count - folded != end - index { replaced(index..<end, folded..<writer.count) }
          index = end
        } else {
          guard writer.takeRun(upTo: index, andRoomFor: 0) else { return nil }
          let start = startOfUnit(with: target, at: index)
          if start < index { writer.removeLast(foldedWidth(ofScalarAt: start)) }
          unit.goBack(to: start)
          let folded = writer.count
          guard unit.advance(), writer.append(unit) else { return nil }
          replaced(unit.range, folded..<writer.count)
          index = unit.range.upperBound
        }
      }
    }
    return writer.takeRun(upTo: bytes.count, andRoomFor: 0) ? writer.count : nil
  }

  /// Where the unit begins that has a special scalar at `index`: the scalar before it, where it joins that.
  private func startOfUnit(with target: UInt32, at index: Int) -> Int {
    index > 0 && target >= FoldingTable.firstSpecial && table.special(target).joinsBefore
      ? bytes.startOfScalar(before: index) : index
  }

  /// The bytes that a scalar takes once it is folded by itself.
  private func foldedWidth(ofScalarAt index: Int) -> Int {
    let target = table.target(bytes.scalar(at: index).value)
    guard target >= FoldingTable.firstSpecial else { return UTF8.width(of: target) }
    return table.scalars(table.special(target)).reduce(0) { $0 + UTF8.width(of: $1) }
  }

  /// The eight bytes from `index` on, if they are there and all ASCII.
  @inline(__always)
  private func asciiWord(at index: Int) -> UInt64? {
    guard bytes[index] < 0x80, index + 8 <= bytes.count, let base = bytes.baseAddress else { return nil }
    let word = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    return word & 0x8080_8080_8080_8080 == 0 ? word : nil
  }
}

/// Folded text as it is written: runs of the text that stay, and what takes the place of others.
private struct FoldedWriter {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let output: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0
  /// Where the text begins that was not written yet.
  private var runStart = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ output: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = bytes
    self.output = output
  }

  /// Copies the text up to `end`; false where there is no room for it and `more` bytes.
  @inline(__always)
  mutating func takeRun(upTo end: Int, andRoomFor more: Int) -> Bool {
    let length = end - runStart
    guard count + length + more <= output.count else { return false }
    if length > 0 {
      UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(output)[count...])
        .copyMemory(from: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[runStart..<end]))
      count += length
      runStart = end
    }
    return true
  }

  /// Appends eight bytes of ASCII, for which there is room.
  @inline(__always)
  mutating func append(_ word: UInt64, skippingTo end: Int) {
    UnsafeMutableRawBufferPointer(output).storeBytes(of: word, toByteOffset: count, as: UInt64.self)
    count += 8
    runStart = end
  }

  /// Appends a scalar, for which there is room.
  @inline(__always)
  mutating func append(_ scalar: UInt32, skippingTo end: Int) {
    count = output.write(scalar: scalar, at: count)
    runStart = end
  }

  /// Appends a folded unit; false where there is no room for it.
  mutating func append(_ unit: FoldingUnits) -> Bool {
    guard count + unit.foldedWidth <= output.count else { return false }
    unit.forEachScalar { count = output.write(scalar: $0, at: count) }
    runStart = unit.range.upperBound
    return true
  }

  mutating func removeLast(_ bytes: Int) { count -= bytes }
}

extension UInt64 {
  /// Eight ASCII bytes with A–Z in lower case: a carry into the high bit of a byte tells whether it lies in the range.
  @inline(__always)
  fileprivate var lowercasedASCII: UInt64 {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let fromA = self &+ ones &* (0x80 - 0x41)
    let beyondZ = self &+ ones &* (0x80 - 0x5B)
    return self | (fromA & ~beyondZ & (ones &* 0x80)) >> 2
  }
}

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

  /// Goes on over units of one scalar each, as nearly all are, up to the one whose folded form holds the byte at `target`.
  ///
  /// - Parameter foldedEnd: where the folded form of the unit ends.
  /// - Returns: where that of the last one ends.
  mutating func passSingles(from foldedEnd: Int, upTo target: Int) -> Int {
    guard foldedEnd <= target, range.upperBound < bytes.count else { return foldedEnd }
    var folded = foldedEnd
    var (start, passed) = (range.upperBound, range)
    var (scalar, end) = bytes.scalar(at: start)
    var current = table.target(scalar)
    while current < FoldingTable.firstSpecial, folded <= target {
      let last = current
      let next = end
      if next < bytes.count {
        (scalar, end) = bytes.scalar(at: next)
        current = table.target(scalar)
        // What follows may join it.
        guard current < FoldingTable.firstSpecial else { break }
      }
      folded += UTF8.width(of: last)
      (passed, single) = (start..<next, last)
      guard next < bytes.count else { break }
      start = next
    }
    range = passed
    return folded
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
