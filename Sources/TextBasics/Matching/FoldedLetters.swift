/// A text as letters to be matched one by one: folded, each with the scalar that it came from.
struct FoldedLetters {
  let scalars: [UInt32]
  private(set) var folded: [UInt32] = []
  /// For each folded letter, the offset of its scalar; of a letter with marks, that of the letter.
  private(set) var origins: [Int] = []

  init(_ text: String) {
    scalars = text.unicodeScalars.map(\.value)
    text.withBytes { bytes in
      var units = FoldingUnits(bytes)
      var (origin, last) = (0, 0)
      while units.advance() {
        origin += bytes[last..<units.range.lowerBound].count { $0 & 0xC0 != 0x80 }
        last = units.range.lowerBound
        units.forEachScalar {
          folded.append($0)
          origins.append(origin)
        }
      }
    }
  }
}
