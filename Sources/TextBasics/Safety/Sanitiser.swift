/// Makes text safe: a scan that finds nothing in most texts, and a rewriting of the rest from the first finding on.
struct Sanitiser {
  static let singleLine = Sanitiser(lineBreak: UInt8(ascii: " "))
  static let multiLine = Sanitiser(lineBreak: UInt8(ascii: "\n"))

  /// What stands for a line break in the result.
  let lineBreak: UInt8

  func sanitise(_ raw: String) -> String {
    raw.withBytes { bytes -> String? in
      let offset = endOfPlain(bytes, from: 0)
      return offset == bytes.count ? nil : rewritten(bytes, plainUpTo: offset)
    } ?? raw
  }

  /// The offset of the first scalar from `start` on that is not plain, or the end.
  func endOfPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let table = ScalarTable.shared
    let count = bytes.count
    var index = start
    while index < count {
      if index + 9 < count, bytes.isIdeograph(at: index), bytes.isIdeograph(at: index + 3),
        bytes.isIdeograph(at: index + 6), bytes.isIdeograph(at: index + 9)
      {
        index += 12
      } else if bytes.isIdeograph(at: index) {
        index += 3
      } else if bytes[index] < 0x80 {
        if index + 8 <= count, bytes.isPlainASCII(at: index) {
          index += 8
        } else if bytes[index] &- 0x20 < 0x5F || (bytes[index] == UInt8(ascii: "\n") && lineBreak == bytes[index]) {
          index += 1
        } else {
          return index
        }
      } else {
        let (scalar, end) = bytes.scalar(at: index)
        guard table.traits(scalar).isPlain else { return index }
        index = end
      }
    }
    return count
  }

  /// The safe form of the text, which is plain up to `offset`.
  private func rewritten(_ bytes: UnsafeBufferPointer<UInt8>, plainUpTo offset: Int) -> String {
    var line = SafeLine(lineBreak: lineBreak)
    line.output.reserveCapacity(bytes.count + 8)
    let table = ScalarTable.shared
    var index = 0
    var plainEnd = offset
    while index < bytes.count {
      // The last of a plain run goes by itself: it may be the base of marks, or the emoji before a joiner.
      let last = plainEnd > index ? bytes.startOfScalar(before: plainEnd) : index
      if last > index, line.takesRuns {
        line.append(run: UnsafeBufferPointer(rebasing: bytes[index..<last]))
        index = last
      }
      let (scalar, end) = bytes.scalar(at: index)
      let traits = table.traits(scalar)
      switch traits.fate {
      case .keep where traits.isMark: line.append(mark: scalar)
      case .keep: line.append(base: scalar)
      case .remove, .hide: line.omit(scalar)
      case .replace: line.append(base: scalar, shownAs: 0xFFFD)
      case .blank: line.append(base: 0x20)
      case .lineBreak: line.appendLineBreak(scalar)
      }
      index = end
      if index > plainEnd { plainEnd = endOfPlain(bytes, from: index) }
    }
    return String(decoding: line.output, as: UTF8.self)
  }
}

/// Safe text that grows by a scalar at a time, with what the rules must remember of those before.
private struct SafeLine {
  private static let marksAllowed = 4
  private static let dottedCircle: UInt32 = 0x25CC
  private static let joiner: UInt32 = 0x200D

  let lineBreak: UInt8
  var output: [UInt8] = []
  private var hasBase = false
  private var marks = 0
  private var isAfterEmoji = false
  private var isAfterJoinedEmoji = false
  private var isAfterCarriageReturn = false

  init(lineBreak: UInt8) { self.lineBreak = lineBreak }

  /// Whether nothing before decides what becomes of a plain scalar.
  var takesRuns: Bool { !isAfterJoinedEmoji && !isAfterCarriageReturn }

  /// Takes plain scalars, which another one must follow.
  mutating func append(run: UnsafeBufferPointer<UInt8>) {
    output.append(contentsOf: run)
  }

  mutating func append(base scalar: UInt32, shownAs shown: UInt32? = nil) {
    isAfterCarriageReturn = false
    let isEmoji = Self.isEmoji(scalar)
    defer {
      isAfterEmoji = isEmoji
      isAfterJoinedEmoji = false
    }
    if isAfterJoinedEmoji && isEmoji { return }
    output.append(scalar: shown ?? scalar)
    hasBase = true
    marks = 0
  }

  mutating func append(mark scalar: UInt32) {
    isAfterCarriageReturn = false
    if !hasBase { append(base: Self.dottedCircle) }
    guard marks < Self.marksAllowed else { return }
    output.append(scalar: scalar)
    marks += 1
  }

  mutating func appendLineBreak(_ scalar: UInt32) {
    let endsCRLF = scalar == 0x0A && isAfterCarriageReturn
    isAfterCarriageReturn = scalar == 0x0D
    if endsCRLF { return }
    output.append(lineBreak)
    // A mark may stand on a blank, not on a line break.
    hasBase = lineBreak != UInt8(ascii: "\n")
    marks = 0
    isAfterEmoji = false
    isAfterJoinedEmoji = false
  }

  mutating func omit(_ scalar: UInt32) {
    isAfterCarriageReturn = false
    if scalar == Self.joiner, isAfterEmoji { isAfterJoinedEmoji = true }
  }

  private static func isEmoji(_ scalar: UInt32) -> Bool {
    // Digits and signs below are emoji only together with a keycap.
    scalar >= 0x203C && (Unicode.Scalar(scalar)?.properties.isEmoji ?? false)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the eight bytes from `index` on are all printable ASCII, found in one word (the well-known bit tricks).
  @inline(__always)
  fileprivate func isPlainASCII(at index: Int) -> Bool {
    guard let base = baseAddress else { return false }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let word = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
    let below0x20 = (word &- ones &* 0x20) & ~word
    let distanceToDelete = word ^ (ones &* 0x7F)
    let isDelete = (distanceToDelete &- ones) & ~distanceToDelete
    return (word | below0x20 | isDelete) & (ones &* 0x80) == 0
  }
}
