/// Where the clauses of a piece of text end: at marks of punctuation, and at a blank between Chinese characters, with which headlines
/// part what they report.
struct Clauses {
  /// Behind the last byte of each clause, in order.
  private(set) var ends: [Int] = []

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      if Self.isEnd(bytes, index, range) { ends.append(index) }
      index += 1
    }
    ends.append(range.upperBound)
  }

  @inline(__always)
  private static func isEnd(_ bytes: [UInt8], _ index: Int, _ range: Range<Int>) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): true
    // Not within 1,286.
    case UInt8(ascii: ","):
      index + 1 == range.upperBound || !bytes[index + 1].isDigit || index == range.lowerBound
        || !bytes[index - 1].isDigit
    case UInt8(ascii: "."): index + 1 == range.upperBound || bytes[index + 1] == UInt8(ascii: " ")
    case UInt8(ascii: " "):
      index > range.lowerBound && index + 1 < range.upperBound && bytes[index - 1] >= 0x80 && bytes[index + 1] >= 0x80
    // 。 and the brackets of 【 】.
    case 0xE3:
      index + 2 < range.upperBound && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0x82 || bytes[index + 2] == 0x90 || bytes[index + 2] == 0x91)
    default: false
    }
  }
}

/// The clause in which a place lies, for places that come in order.
struct ClauseCursor {
  private let ends: [Int]
  private(set) var clause = 0

  init(_ clauses: Clauses) { ends = clauses.ends }

  mutating func move(to place: Int) {
    while clause + 1 < ends.count, ends[clause] <= place { clause += 1 }
  }
}

extension UInt8 {
  @inline(__always)
  var isDigit: Bool { self &- UInt8(ascii: "0") < 10 }
}
