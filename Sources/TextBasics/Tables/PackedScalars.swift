/// Reads the sets and mappings of scalars that generated tables hold as text: numbers in hexadecimal, entries separated by blanks.
enum PackedScalars {
  /// `300-36F 5BF`: calls `body` for each range.
  @inline(__always)
  static func forEachRange(in packed: StaticString, _ body: (ClosedRange<UInt32>) -> Void) {
    var reader = Reader(packed)
    while !reader.isAtEnd {
      let first = reader.number()
      body(first...(reader.takes("-") ? reader.number() : first))
      reader.skip()
    }
  }

  /// `100-12E/2>101 2E80=6BCD`: calls `body` for each source and its target. Behind `/2` every second scalar of the range is a
  /// source; behind `>` the targets go up with the sources, behind `=` they are all the same.
  static func forEachRun(in packed: StaticString, _ body: (_ source: UInt32, _ target: UInt32) -> Void) {
    var reader = Reader(packed)
    while !reader.isAtEnd {
      let first = reader.number()
      let last = reader.takes("-") ? reader.number() : first
      let step: UInt32 = reader.takes("/") ? reader.number() : 1
      let goesUp = reader.takes(">")
      if !goesUp { reader.skip() }
      let target = reader.number()
      for source in stride(from: first, through: last, by: Int(step)) {
        body(source, goesUp ? target + (source - first) : target)
      }
      reader.skip()
    }
  }

  /// `DF>73,73`: calls `body` for each source and its targets.
  static func forEachList(in packed: StaticString, _ body: (_ source: UInt32, _ targets: [UInt32]) -> Void) {
    var reader = Reader(packed)
    var targets: [UInt32] = []
    while !reader.isAtEnd {
      let source = reader.number()
      targets.removeAll(keepingCapacity: true)
      repeat {
        reader.skip()
        targets.append(reader.number())
      } while reader.isAt(",")
      body(source, targets)
      reader.skip()
    }
  }

  /// `301:61>E1,65>E9`: calls `body` for each pair behind a key.
  static func forEachPair(in packed: StaticString, _ body: (_ key: UInt32, _ source: UInt32, _ target: UInt32) -> Void)
  {
    var reader = Reader(packed)
    while !reader.isAtEnd {
      let key = reader.number()
      repeat {
        reader.skip()
        let source = reader.number()
        reader.skip()
        body(key, source, reader.number())
      } while reader.isAt(",")
      reader.skip()
    }
  }

  private struct Reader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    // A static string's bytes live as long as the program.
    init(_ packed: StaticString) {
      bytes = UnsafeBufferPointer(start: packed.utf8Start, count: packed.utf8CodeUnitCount)
    }

    var isAtEnd: Bool { index >= bytes.count }

    func isAt(_ sign: Unicode.Scalar) -> Bool { index < bytes.count && UInt32(bytes[index]) == sign.value }

    mutating func skip() { index += 1 }

    mutating func takes(_ sign: Unicode.Scalar) -> Bool {
      guard isAt(sign) else { return false }
      index += 1
      return true
    }

    mutating func number() -> UInt32 {
      var value: UInt32 = 0
      while index < bytes.count {
        switch bytes[index] {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(bytes[index] & 0x0F)
        case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(bytes[index] & 0x0F) + 9
        default: return value
        }
        index += 1
      }
      return value
    }
  }
}
