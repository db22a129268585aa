/// Joins marks with the letters before them, so that é is one scalar however it was written.
///
/// Canonical composition (UAX #15) of folded scalars: marks are put in order by their class, then each joins its letter where
/// Unicode has the two as one. Hangul letters are joined into syllables.
struct MarkComposition {
  static let shared = MarkComposition()

  /// By letter and mark, what the two are together.
  private let composites: [UInt64: UInt32]
  /// The letter and the mark of each composite.
  private let parts: [UInt32: (letter: UInt32, mark: UInt32)]

  private init() {
    var composites: [UInt64: UInt32] = [:]
    var parts: [UInt32: (letter: UInt32, mark: UInt32)] = [:]
    PackedScalars.forEachPair(in: FoldingFacts.compositions) { mark, letter, composite in
      composites[Self.key(letter, mark)] = composite
      // A letter that swallows its mark, as i does with its dot, has no parts.
      if composite != letter { parts[composite] = (letter, mark) }
    }
    self.composites = composites
    self.parts = parts
  }

  /// Whether a folded scalar may have been written as a letter and marks.
  func isComposite(_ scalar: UInt32) -> Bool { parts[scalar] != nil || scalar == 0x69 || Hangul.isSyllable(scalar) }

  /// Composes the scalars of one unit: what stands first, and the marks behind it. Takes time by n log n.
  func compose(_ scalars: inout [UInt32]) {
    guard scalars.count > 1 else { return }
    scalars = scalars.flatMap(decomposed)
    sortMarks(&scalars)
    var result: [UInt32] = []
    result.reserveCapacity(scalars.count)
    // The letter that marks join, and the class of the mark that stands behind it and did not.
    var (letter, lastClass): (Int?, UInt8) = (nil, 0)
    for scalar in scalars {
      let markClass = Self.combiningClass(scalar)
      if let place = letter, place == result.count - 1 || lastClass != 0 && lastClass < markClass,
        let composite = composite(result[place], scalar)
      {
        result[place] = composite
        continue
      }
      if markClass == 0 { letter = result.count }
      lastClass = markClass
      result.append(scalar)
    }
    scalars = result
  }

  private func decomposed(_ scalar: UInt32) -> [UInt32] {
    parts[scalar].map { decomposed($0.letter) + [$0.mark] } ?? [scalar]
  }

  private func composite(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
    composites[Self.key(letter, mark)] ?? Hangul.syllable(letter, mark)
  }

  /// Puts each run of marks in the order of their classes; those of one class stay in theirs.
  private func sortMarks(_ scalars: inout [UInt32]) {
    var start = 0
    while start < scalars.count {
      guard Self.combiningClass(scalars[start]) != 0 else {
        start += 1
        continue
      }
      let end = scalars[start...].firstIndex { Self.combiningClass($0) == 0 } ?? scalars.count
      let marks = scalars[start..<end].enumerated().map { (Self.combiningClass($0.element), $0.offset, $0.element) }
      scalars.replaceSubrange(start..<end, with: marks.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2))
      start = end
    }
  }

  /// What Unicode promises never to change of a character, so that any version of the standard library will do.
  private static func combiningClass(_ scalar: UInt32) -> UInt8 {
    Unicode.Scalar(scalar)?.properties.canonicalCombiningClass.rawValue ?? 0
  }

  private static func key(_ letter: UInt32, _ mark: UInt32) -> UInt64 { UInt64(letter) << 32 | UInt64(mark) }

  /// Hangul letters that join the ones before them: vowels and finals.
  static var joiningJamo: [UInt32] { Array(Hangul.vowels) + Array(Hangul.finals) }
}

/// The arithmetic of Hangul syllables (The Unicode Standard, 3.12).
private enum Hangul {
  static let initials: Range<UInt32> = 0x1100..<0x1113
  static let vowels: Range<UInt32> = 0x1161..<0x1176
  static let finals: Range<UInt32> = 0x11A8..<0x11C3
  private static let syllables: Range<UInt32> = 0xAC00..<0xD7A4
  /// A syllable without a final, and those that the finals make of it.
  private static let perVowel: UInt32 = 28

  static func isSyllable(_ scalar: UInt32) -> Bool { syllables.contains(scalar) }

  static func syllable(_ first: UInt32, _ second: UInt32) -> UInt32? {
    if initials.contains(first), vowels.contains(second) {
      let number = (first - initials.lowerBound) * UInt32(vowels.count) + second - vowels.lowerBound
      return syllables.lowerBound + number * perVowel
    }
    guard syllables.contains(first), (first - syllables.lowerBound).isMultiple(of: perVowel), finals.contains(second)
    else { return nil }
    return first + second - finals.lowerBound + 1
  }
}
