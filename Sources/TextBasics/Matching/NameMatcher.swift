/// Finds a name by some of its letters or by how its characters are read: `cqyh` and `chongqing` find 重庆银行, as 银行, `重qyh` and
/// `chongqyh` do.
///
/// Letters may have others between them, as `FuzzyMatcher` has it. Readings must follow each other, but may begin anywhere:
/// `yh` finds every bank. Of a reading its first letter, `zh`, `ch` or `sh`, or the whole is typed, of the last one as much as one likes.
/// Of a character with several readings each will do. Where a name matches in both ways the better one counts; a reading counts a
/// little less than the character itself.
package struct NameMatcher: Hashable, Sendable {
  /// What a character found by its reading loses against the character itself: less than any difference of place.
  private static let readingCost = 1
  /// What each letter of a reading counts beyond the first: as much as a letter right after the one before it.
  private static let furtherLetter = 24
  /// Longer patterns are not looked up by readings.
  private static let longestPattern = 63

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
    // No reading has more letters than twice the bytes of its ideograph.
    guard bits.contains(where: { $0 != 0 }), pattern.count <= Self.longestPattern, name.utf8.count * 2 >= pattern.count
    else { return nil }
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
    var best: FuzzyMatcher.Match?
    var letters: FoldedLetters?
    for start in folded.indices {
      guard let run = run(from: start, in: folded), run.readings > 0 else { continue }
      let part = Array(folded[start..<run.end])
      let candidate = letters ?? FoldedLetters(name)
      letters = candidate
      let alignment = FuzzyAlignment(pattern: part, candidate: candidate)
      guard var match = alignment.bestMatch() else { continue }
      match.score += (pattern.count - part.count) * Self.furtherLetter - run.readings * Self.readingCost
      if match.score > best?.score ?? .min { best = match }
    }
    return best
  }

  /// The shortest run of characters from a place on that the pattern writes, and how many of them by their reading.
  private func run(
    from start: Int, in folded: Slice<UnsafeMutableBufferPointer<UInt32>>
  ) -> (end: Int, readings: Int)? {
    // Bit n says that the characters so far are the first n letters: `xian` goes on behind 西 and behind 先.
    var reached: UInt64 = 1
    var readings = 0
    for index in start..<folded.endIndex {
      let scalar = folded[index]
      var next: UInt64 = 0
      var isLetter = false
      while reached != 0 {
        let place = reached.trailingZeroBitCount
        reached &= reached - 1
        if pattern[place] == scalar {
          next |= 1 << UInt64(place + 1)
          isLetter = true
        }
        next |= ends(ofReading: scalar, from: place)
      }
      if !isLetter { readings += 1 }
      if next & 1 << UInt64(pattern.count) != 0 { return (index + 1, readings) }
      guard next != 0 else { return nil }
      reached = next
    }
    return nil
  }

  /// The places up to which the letters from a place on can be a reading of the character, as a set of bits.
  private func ends(ofReading scalar: UInt32, from place: Int) -> UInt64 {
    guard PinyinTable.shared.initials(of: scalar) & bits[place] != 0 else { return 0 }
    var ends: UInt64 = 0
    PinyinTable.shared.forEachReading(of: scalar) { reading in
      guard reading.letter(0) == pattern[place] else { return }
      let longest = min(reading.count, pattern.count - place)
      var count = 1
      while count < longest, reading.letter(count, isTypedAs: pattern[place + count]) { count += 1 }
      ends |= 1 << UInt64(place + 1)
      if count >= 2, reading.beginsWithTwoConsonants { ends |= 1 << UInt64(place + 2) }
      if count == reading.count || place + count == pattern.count { ends |= 1 << UInt64(place + count) }
    }
    return ends
  }
}

/// A reading of an ideograph, its letters in the bytes of a number, the first one lowest.
struct PinyinReading {
  fileprivate let letters: UInt64

  var count: Int { (64 - letters.leadingZeroBitCount + 7) / 8 }

  func letter(_ index: Int) -> UInt32 { UInt32(truncatingIfNeeded: letters >> UInt64(8 * index)) & 0xFF }

  /// Whether a typed letter stands for the one at a place: ü is typed as v, and the table has it as u.
  func letter(_ index: Int, isTypedAs typed: UInt32) -> Bool {
    let letter = letter(index)
    guard letter != typed else { return true }
    let takesUmlaut = self.letter(0) == 0x6C || self.letter(0) == 0x6E
    return typed == 0x76 && letter == 0x75 && index == 1 && takesUmlaut
  }

  /// zh, ch and sh, which many type for the whole.
  var beginsWithTwoConsonants: Bool { letter(1) == 0x68 }
}

/// How ideographs are read, without tones.
///
/// Lives as long as the program, in plain memory: an array would be retained and released at every look.
struct PinyinTable {
  // Safe because the memory is written before anyone sees the pointers, and never again.
  nonisolated(unsafe) static let shared = PinyinTable()

  private static let first: UInt32 = 0x4E00
  private static let count = 0x9FFF - 0x4E00 + 1
  private static let firstSign: UInt8 = 0x23

  /// The letters with which the readings of each ideograph begin.
  private let letters: UnsafePointer<UInt32>
  /// The number of the first reading of each ideograph, and behind the last one that of all readings.
  private let starts: UnsafePointer<UInt16>
  /// The letters of each ending, in the bytes of a number.
  private let endings: UnsafePointer<UInt64>

  /// The letters as a set of bits, `a` the lowest; none for what is no ideograph of the basic block.
  func initials(of scalar: UInt32) -> UInt32 {
    let index = Int(scalar) - Int(Self.first)
    return 0..<Self.count ~= index ? letters[index] : 0
  }

  /// Calls the body with each reading; not at all for what is no ideograph of the basic block.
  func forEachReading(of scalar: UInt32, _ body: (PinyinReading) -> Void) {
    let index = Int(scalar) - Int(Self.first)
    guard 0..<Self.count ~= index, letters[index] != 0 else { return }
    PinyinReadings.ofIdeographs.withUTF8Buffer { bytes in
      for reading in Int(starts[index])..<Int(starts[index + 1]) {
        let letter = UInt64(bytes[2 * reading] | 0x20)
        body(PinyinReading(letters: letter | endings[Int(bytes[2 * reading + 1] - Self.firstSign)] << 8))
      }
    }
  }

  /// The bit of a letter; none for what is no small letter of ASCII.
  static func bit(of letter: UInt32) -> UInt32 {
    0x61...0x7A ~= letter ? 1 << (letter - 0x61) : 0
  }

  private init() {
    let letters = UnsafeMutablePointer<UInt32>.allocate(capacity: Self.count)
    letters.initialize(repeating: 0, count: Self.count)
    let starts = UnsafeMutablePointer<UInt16>.allocate(capacity: Self.count + 1)
    PinyinReadings.ofIdeographs.withUTF8Buffer { bytes in
      var index = -1
      for reading in 0..<bytes.count / 2 {
        let letter = bytes[2 * reading]
        let isFirst = letter < 0x61
        if isFirst {
          index += 1
          (starts + index).initialize(to: UInt16(reading))
        }
        letters[index] |= Self.bit(of: UInt32(letter | 0x20))
      }
      (starts + Self.count).initialize(to: UInt16(bytes.count / 2))
    }
    self.letters = UnsafePointer(letters)
    self.starts = UnsafePointer(starts)
    endings = Self.readEndings()
  }

  private static func readEndings() -> UnsafePointer<UInt64> {
    let endings = UnsafeMutablePointer<UInt64>.allocate(capacity: 0x80)
    endings.initialize(repeating: 0, count: 0x80)
    PinyinReadings.endings.withUTF8Buffer { bytes in
      var (ending, place): (Int, UInt64) = (0, 0)
      for byte in bytes {
        if byte == 0x20 {
          ending += 1
          place = 0
        } else {
          endings[ending] |= UInt64(byte) << (8 * place)
          place += 1
        }
      }
    }
    return UnsafePointer(endings)
  }
}

// MARK: - Characters that sound alike

extension PinyinTable {
  func soundAlike(_ a: UInt32, _ b: UInt32) -> Bool {
    guard initials(of: a) & initials(of: b) != 0 else { return false }
    var isAlike = false
    forEachReading(of: a) { first in
      forEachReading(of: b) { isAlike = isAlike || $0.letters == first.letters }
    }
    return isAlike
  }
}

/// What ideographs sound like, tones aside: those who type by sound take one for the other.
package enum Homophones {
  /// Whether two ideographs of the basic block have a reading in common.
  package static func areAlike(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    PinyinTable.shared.soundAlike(a.value, b.value)
  }
}
