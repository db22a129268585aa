/// Finds the likeliest character set of bytes that are no UTF-8 and that nobody labels.
///
/// Each script gives itself away in its own set: a text of Japanese has kana all over, one of Korean the commonest syllables, one of
/// Russian small letters. Read in another set, the same bytes are a jumble in which these are few.
package enum CharsetGuess {
  /// Decodes what it looks at in a handful of sets.
  package static func likeliest(_ bytes: UnsafeRawBufferPointer) -> CharsetLabel {
    let sample = UnsafeRawBufferPointer(rebasing: bytes.prefix(sampleSize))
    if let found = best(of: doubleByte, for: sample) { return found }
    if isWestern(sample) { return .windows1252 }
    return best(of: cyrillic, for: sample) ?? TextDecoding.guess(sample).label
  }

  private static let sampleSize = 64 << 10

  /// A set, and what shows that a text is written in it.
  private struct Candidate {
    let label: CharsetLabel
    /// The characters of which there are many.
    let isTelling: @Sendable (Unicode.Scalar) -> Bool
    /// The least share of them among the characters beyond ASCII.
    let least: Double

    init?(_ name: String, least: Double, isTelling: @escaping @Sendable (Unicode.Scalar) -> Bool) {
      guard let label = CharsetLabel(name) else { return nil }
      self.label = label
      self.least = least
      self.isTelling = isTelling
    }
  }

  private static let doubleByte: [Candidate] = [
    Candidate("EUC-JP", least: 0.12, isTelling: isKana), Candidate("Shift_JIS", least: 0.12, isTelling: isKana),
    Candidate("EUC-KR", least: 0.3) { commonSyllables.contains($0) },
  ].compactMap(\.self)

  private static let cyrillic: [Candidate] = ["KOI8-R", "WINDOWS-1251", "IBM866", "ISO-8859-5"].compactMap { name in
    Candidate(name, least: 0.6) { commonLetters.contains($0) }
  }

  /// In Chinese texts that are read as Japanese these do not occur, but half-width ones do.
  private static let isKana: @Sendable (Unicode.Scalar) -> Bool = { scalar in
    0x3041...0x3096 ~= scalar.value || 0x30a1...0x30fc ~= scalar.value
  }

  private static let commonSyllables = Set(
    "이다는에의을를가고하지로한은도기사인어자리시서대나그아수스정해전과부장으제일상것여보면라만있게주원무위구성공경국중관동내개행회유조문계실민산안선"
      .unicodeScalars)
  private static let commonLetters = Set("оеаинтсрвлкмдпуяыьгзб".unicodeScalars)

  private static func best(of candidates: [Candidate], for sample: UnsafeRawBufferPointer) -> CharsetLabel? {
    var best: (label: CharsetLabel, share: Double)?
    for candidate in candidates {
      guard let share = share(of: candidate, in: sample), share >= candidate.least, share > best?.share ?? 0 else {
        continue
      }
      best = (candidate.label, share)
    }
    return best?.label
  }

  /// Nil where too many bytes mean nothing in the set.
  private static func share(of candidate: Candidate, in sample: UnsafeRawBufferPointer) -> Double? {
    guard let (text, invalid) = candidate.label.convert(sample) else { return nil }
    var (all, telling) = (0, 0)
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
      all += 1
      if candidate.isTelling(scalar) { telling += 1 }
    }
    // The sample may end within a character.
    guard all > 0, (invalid - 1) * 20 <= all else { return nil }
    return Double(telling) / Double(all)
  }

  /// Whether bytes beyond ASCII stand alone, as the accented letters of Europe do; those of other scripts come in rows.
  private static func isWestern(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var (high, runs) = (0, 0)
    var wasHigh = false
    for byte in bytes {
      if byte >= 0x80 {
        high += 1
        if !wasHigh { runs += 1 }
      }
      wasHigh = byte >= 0x80
    }
    return high * 10 < runs * 13
  }
}

extension TextEncoding {
  fileprivate var label: CharsetLabel { CharsetLabel(rawValue) ?? .utf8 }
}
