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
