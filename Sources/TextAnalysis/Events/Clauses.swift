/// Where the clauses of a piece of text end: at marks of punctuation, and at a blank between Chinese characters, with which headlines
/// part what they report.
struct Clauses {
  /// Behind the last byte of each clause, in order.
  private(set) var ends: [Int] = []

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    bytes.withUnsafeBufferPointer { bytes in
      var index = range.lowerBound
      while index < range.upperBound {
        if bytes[index].beginsIdeograph {
          index &+= 3
          continue
        }
        if Self.isEnd(bytes, index, range), !Self.goesOn(bytes, index + 1, range) { ends.append(index) }
        index &+= 1
      }
    }
    ends.append(range.upperBound)
  }

  /// 同比 and 环比 tell more of the clause before them.
  private static func goesOn(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, _ range: Range<Int>) -> Bool {
    guard place + 5 < range.upperBound, bytes[place + 3] == 0xE6, bytes[place + 4] == 0xAF, bytes[place + 5] == 0x94
    else {
      return false
    }
    let first = (bytes[place], bytes[place + 1], bytes[place + 2])
    return first == (0xE5, 0x90, 0x8C) || first == (0xE7, 0x8E, 0xAF)
  }

  @inline(__always)
  private static func isEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ range: Range<Int>) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "\n"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): true
    // Not within 1,286.
    case UInt8(ascii: ","):
      index + 1 == range.upperBound || !bytes[index + 1].isDigit || index == range.lowerBound
        || !bytes[index - 1].isDigit
    case UInt8(ascii: "."): index + 1 == range.upperBound || bytes[index + 1] == UInt8(ascii: " ")
    case UInt8(ascii: " "):
      index > range.lowerBound && index + 1 < range.upperBound && isClosing(bytes[index - 1])
        && bytes[index + 1] >= 0x80
    // 。 and the brackets of 【 】.
    case 0xE3:
      index + 2 < range.upperBound && bytes[index + 1] == 0x80
        && (bytes[index + 2] == 0x82 || bytes[index + 2] == 0x90 || bytes[index + 2] == 0x91)
    default: false
    }
  }

  /// What Chinese words end with: a character, `30%`, `(600000)`.
  private static func isClosing(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "%") || byte == UInt8(ascii: ")")
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
