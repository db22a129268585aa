/// The traits of every scalar: a byte each for the first two planes, ranges for the few blocks above them.
///
/// Lives as long as the program, in plain memory: an array would be retained and released at every look.
struct ScalarTable {
  // Safe because the memory is written before anyone sees the pointer, and never again.
  nonisolated(unsafe) static let shared = ScalarTable()

  private typealias TraitsOfRange = (range: ClosedRange<UInt32>, traits: ScalarTraits)

  private static let tableEnd: UInt32 = 0x20000

  /// As plain bytes, which are set many at once.
  private let traits: UnsafePointer<UInt8>
  private let rangesAbove: UnsafeBufferPointer<TraitsOfRange>

  /// Constant time below U+20000, a look at some dozen ranges above.
  @inline(__always)
  func traits(_ scalar: UInt32) -> ScalarTraits {
    scalar < Self.tableEnd ? ScalarTraits(bits: traits[Int(scalar)]) : traitsAbove(scalar)
  }

  private func traitsAbove(_ scalar: UInt32) -> ScalarTraits {
    rangesAbove.last { $0.range.contains(scalar) }?.traits ?? ScalarTraits()
  }

  private init() {
    let table = UnsafeMutablePointer<UInt8>.allocate(capacity: Int(Self.tableEnd))
    table.initialize(repeating: ScalarTraits().bits, count: Int(Self.tableEnd))
    var above: [TraitsOfRange] = []

    func set(_ range: ClosedRange<UInt32>, to value: ScalarTraits) {
      if range.lowerBound < Self.tableEnd {
        let end = min(range.upperBound, Self.tableEnd - 1)
        (table + Int(range.lowerBound)).update(repeating: value.bits, count: Int(end - range.lowerBound) + 1)
      }
      if range.upperBound >= Self.tableEnd { above.append((range, value)) }
    }
    func set(_ packed: StaticString, to value: ScalarTraits) {
      PackedScalars.forEachRange(in: packed) { set($0, to: value) }
    }

    // In this order: what comes later wins.
    set(ScalarRanges.unassigned, to: ScalarTraits(fate: .replace))
    set(ScalarRanges.ambiguous, to: ScalarTraits(isAmbiguous: true))
    set(ScalarRanges.wide, to: ScalarTraits(columns: 2))
    set(ScalarRanges.zero, to: ScalarTraits(columns: 0))
    let removed = ScalarTraits(columns: 0, fate: .remove)
    set(ScalarRanges.ignorable, to: removed)
    set(0xFFF9...0xFFFB, to: removed)  // interlinear annotations
    let hidden = ScalarTraits(columns: 0, fate: .hide)
    set(0x200C...0x200D, to: hidden)  // joiners
    for selectors in [0x180B...0x180D, 0x180F...0x180F, 0xFE00...0xFE0F, 0xE0100...0xE01EF] as [ClosedRange<UInt32>] {
      set(selectors, to: hidden)
    }
    set(0x1F3FB...0x1F3FF, to: hidden)  // skin tones
    set(0x00...0x1F, to: removed)
    set(0x7F...0x9F, to: removed)
    set(0x09...0x09, to: ScalarTraits(columns: 1, fate: .blank))
    let lineBreak = ScalarTraits(columns: 1, fate: .lineBreak)
    set(0x0A...0x0D, to: lineBreak)
    set(0x85...0x85, to: lineBreak)
    set(0x2028...0x2029, to: lineBreak)

    traits = UnsafePointer(table)
    let ranges = UnsafeMutableBufferPointer<TraitsOfRange>.allocate(capacity: above.count)
    _ = ranges.initialize(from: above)
    rangesAbove = UnsafeBufferPointer(ranges)
  }
}

/// What the screen needs to know of a Unicode scalar, in one byte.
struct ScalarTraits: Hashable {
  /// What becomes of a scalar in safe text; kept text keeps those that are only hidden.
  enum Fate: UInt8 {
    case keep, remove, replace, blank, lineBreak, hide
  }

  let bits: UInt8

  init(bits: UInt8) { self.bits = bits }

  init(columns: UInt8 = 1, isAmbiguous: Bool = false, fate: Fate = .keep) {
    bits = columns | (isAmbiguous ? 4 : 0) | fate.rawValue << 3
  }

  /// 0, 1 or 2, with those of ambiguous width counted as 1.
  var columns: Int { Int(bits & 3) }
  var isAmbiguous: Bool { bits & 4 != 0 }
  var fate: Fate { Fate(rawValue: bits >> 3) ?? .remove }
  /// Kept as it is whatever stands before it: the common case.
  var isPlain: Bool { bits < 8 && bits & 3 != 0 }
  /// Stands in the place of the scalar before it.
  var isMark: Bool { bits & ~4 == 0 }
}
