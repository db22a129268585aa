/// Finds a name by some of its letters or by how its characters begin to be read: `cqyh` finds 重庆银行, as 银行 and `重qyh` do.
///
/// Letters may have others between them, as `FuzzyMatcher` has it. Readings must follow each other, but may begin anywhere:
/// `yh` finds every bank. Of a character with several readings each will do. Where a name matches in both ways the better one
/// counts; a reading counts a little less than the character itself.
package struct NameMatcher: Hashable, Sendable {
  /// What a character found by its reading loses against the character itself: less than any difference of place.
  private static let readingCost = 1

  private let letters: FuzzyMatcher
  private let pattern: [UInt32]
  /// The bits of the letters; none where the pattern has another sign.
  private let bits: [UInt32]

  package init(_ typed: String) {
    letters = FuzzyMatcher(typed)
    pattern = letters.pattern
    bits = pattern.map(PinyinTable.bit)
  }

  /// How well the name matches, or nil where it does not. Everything matches an empty pattern.
  ///
  /// Time and memory by the product of the lengths for what matches, linear for ordinary names that do not.
  package func score(_ name: String) -> FuzzyMatcher.Match? {
    let byLetters = letters.score(name)
    guard let byReading = scoreByReading(name) else { return byLetters }
    guard let byLetters, byLetters.score >= byReading.score else { return byReading }
    return byLetters
  }

  private func scoreByReading(_ name: String) -> FuzzyMatcher.Match? {
    guard bits.contains(where: { $0 != 0 }), name.utf8.count >= pattern.count else { return nil }
    return name.withBytes { bytes in
      // Most names do not match: for those nothing is allocated.
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: bytes.count * FoldingTable.mostScalarsOfByte) { room in
        var count = 0
        var units = FoldingUnits(bytes)
        while units.advance() {
          units.forEachScalar {
            room[count] = $0
            count += 1
          }
        }
        return bestRun(in: room[..<count], of: name)
      }
    }
  }

  private func bestRun(in folded: Slice<UnsafeMutableBufferPointer<UInt32>>, of name: String) -> FuzzyMatcher.Match? {
    guard folded.count >= pattern.count else { return nil }
    var best: FuzzyMatcher.Match?
    var letters: FoldedLetters?
    for start in 0...(folded.count - pattern.count) {
      let part = folded[start..<start + pattern.count]
      guard let readings = readings(in: part), readings > 0 else { continue }
      let candidate = letters ?? FoldedLetters(name)
      letters = candidate
      let alignment = FuzzyAlignment(pattern: Array(part), candidate: candidate)
      guard var match = alignment.bestMatch() else { continue }
      match.score -= readings * Self.readingCost
      if match.score > best?.score ?? .min { best = match }
    }
    return best
  }

  /// How many of the characters match by their reading; nil where one does not match at all.
  private func readings(in part: Slice<UnsafeMutableBufferPointer<UInt32>>) -> Int? {
    var count = 0
    for (offset, letter) in pattern.enumerated() {
      let scalar = part[part.startIndex + offset]
      if scalar == letter { continue }
      guard PinyinTable.shared.initials(of: scalar) & bits[offset] != 0 else { return nil }
      count += 1
    }
    return count
  }
}

/// The letters with which the readings of an ideograph begin.
///
/// Lives as long as the program, in plain memory: an array would be retained and released at every look.
struct PinyinTable {
  // Safe because the memory is written before anyone sees the pointer, and never again.
  nonisolated(unsafe) static let shared = PinyinTable()

  private static let first: UInt32 = 0x4E00
  private static let count = 0x9FFF - 0x4E00 + 1

  /// A set of letters for each ideograph.
  private let letters: UnsafePointer<UInt32>

  /// The letters as a set of bits, `a` the lowest; none for what is no ideograph of the basic block.
  func initials(of scalar: UInt32) -> UInt32 {
    let index = Int(scalar) - Int(Self.first)
    return 0..<Self.count ~= index ? letters[index] : 0
  }

  /// The bit of a letter; none for what is no small letter of ASCII.
  static func bit(of letter: UInt32) -> UInt32 {
    0x61...0x7A ~= letter ? 1 << (letter - 0x61) : 0
  }

  private init() {
    let table = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.count)
    table.initialize(repeating: 0, count: Self.count)
    PinyinInitials.ofIdeographs.withUTF8Buffer { bytes in
      var index = -1
      for byte in bytes {
        let isFirst = byte < 0x61
        if isFirst { index += 1 }
        table[index] |= Self.bit(of: UInt32(byte) | 0x20)
      }
    }
    letters = UnsafePointer(table)
  }
}
