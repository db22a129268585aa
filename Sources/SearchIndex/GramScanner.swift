/// Cuts folded UTF-8 into its grams. Linear; some 3 ns a character.
enum GramScanner {
  /// Calls `emit` for each gram in the text, repeated ones included, with the character after it, which is 0 at the end.
  ///
  /// The bytes must be well-formed UTF-8.
  @inline(__always)
  static func scan(_ text: UnsafeBufferPointer<UInt8>, _ emit: (_ gram: Gram, _ follower: UInt32) -> Void) {
    // The letter before, and the one before that where both are narrow; 0 where there is none.
    var (before, last): (UInt32, UInt32) = (0, 0)
    var lastIsNarrow = false
    var index = 0
    var (scalar, end) = text.isEmpty ? (0, 0) : text.scalar(at: 0)
    while index < text.count {
      let next = end < text.count ? text.scalar(at: end) : (0, end)
      let follower = next.0
      switch CharacterClass(scalar) {
      case .blank:
        (before, last) = (0, 0)
      case .sign:
        emit(Gram(scalar), follower)
        (before, last) = (0, 0)
      case .wide:
        emit(Gram(scalar), follower)
        if last != 0 { emit(Gram(last, scalar), follower) }
        (before, last, lastIsNarrow) = (0, scalar, false)
      case .narrow:
        emit(Gram(scalar), follower)
        if last != 0 { emit(Gram(last, scalar), follower) }
        if before != 0 { emit(Gram(before, last, scalar), follower) }
        (before, last, lastIsNarrow) = (lastIsNarrow ? last : 0, scalar, true)
      }
      index = end
      (scalar, end) = next
    }
  }

  /// The fewest grams that every text has which contains this one, with what must follow each; none for blanks.
  static func cover(of text: UnsafeBufferPointer<UInt8>) -> [Gram: NextCharacterClasses] {
    var grams: [Gram: NextCharacterClasses] = [:]
    var signs: [Gram: NextCharacterClasses] = [:]
    var word: [Letter] = []
    var index = 0
    while index < text.count {
      let (scalar, end) = text.scalar(at: index)
      index = end
      let follower = end < text.count ? text.scalar(at: end).value : 0
      let characterClass = CharacterClass(scalar)
      switch characterClass {
      case .narrow, .wide:
        word.append(Letter(scalar: scalar, isNarrow: characterClass == .narrow, follower: follower))
        continue
      case .sign: signs[Gram(scalar), default: []].insert(NextCharacterClasses(follower))
      case .blank: break
      }
      cover(word, &grams)
      word.removeAll()
    }
    cover(word, &grams)
    return grams.isEmpty ? signs : grams
  }

  private struct Letter {
    var scalar: UInt32
    var isNarrow: Bool
    var follower: UInt32
  }

  private static func cover(_ word: [Letter], _ grams: inout [Gram: NextCharacterClasses]) {
    func add(_ gram: Gram, endingAt index: Int) {
      grams[gram, default: []].insert(NextCharacterClasses(word[index].follower))
    }
    func isNarrow(_ index: Int) -> Bool { word.indices.contains(index) && word[index].isNarrow }
    if word.count == 1 { add(Gram(word[0].scalar), endingAt: 0) }
    for index in word.indices.dropLast() {
      let isPairNarrow = isNarrow(index) && isNarrow(index + 1)
      if isPairNarrow, isNarrow(index + 2) {
        let gram = Gram(word[index].scalar, word[index + 1].scalar, word[index + 2].scalar)
        add(gram, endingAt: index + 2)
      } else if !isPairNarrow || !isNarrow(index - 1) {
        add(Gram(word[index].scalar, word[index + 1].scalar), endingAt: index + 1)
      }
    }
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
