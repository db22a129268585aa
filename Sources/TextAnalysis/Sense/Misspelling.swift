import TextBasics

/// Whether words took the place of others because one of them was written wrongly.
///
/// Chinese is typed by sound: characters that sound alike are one word, 潘公胜 and 潘功胜. In English a letter is missing, too many, wrong or at
/// the wrong place. Two words that both say something, such as 中止 and 终止, are never one.
enum Misspelling {
  private static let mostCharacters = 12
  private static let mostWords = 6

  /// Two rows of tokens without what one of them only writes wrongly.
  static func removed(
    _ a: [SenseToken], _ b: [SenseToken], _ old: [UInt8], _ new: [UInt8]
  ) -> ([SenseToken], [SenseToken]) {
    var residue = SenseResidue(a, b, .changed, old, new)
    var (left, right) = (Set<Int>(), Set<Int>())
    residue.filterGaps { before, after in
      guard isOne(before, after, old, new) else { return .all }
      left.formUnion(before.map(\.range.lowerBound))
      right.formUnion(after.map(\.range.lowerBound))
      return .nothing
    }
    guard !left.isEmpty else { return (a, b) }
    return (a.filter { !left.contains($0.range.lowerBound) }, b.filter { !right.contains($0.range.lowerBound) })
  }

  static func isOne(_ a: [SenseToken], _ b: [SenseToken], _ old: [UInt8], _ new: [UInt8]) -> Bool {
    // 受里 for 受理: what says nothing by itself is no word that was meant.
    let (signsA, signsB) = (a.filter(\.saysSomething), b.filter(\.saysSomething))
    guard signsA.isEmpty || signsB.isEmpty,
      (signsA.map { ($0, old) } + signsB.map { ($0, new) }).allSatisfy({ $0.mayBeMisspelled(in: $1) })
    else { return false }
    guard let firstA = a.first, let lastA = a.last, let firstB = b.first, let lastB = b.last else { return false }
    let before = String(decoding: old[firstA.range.lowerBound..<lastA.range.upperBound], as: UTF8.self)
    let after = String(decoding: new[firstB.range.lowerBound..<lastB.range.upperBound], as: UTF8.self)
    let (left, right) = (Array(before.unicodeScalars), Array(after.unicodeScalars))
    if left.allSatisfy(\.isLatin), right.allSatisfy(\.isLatin) { return isOneInLetters(before, after) }
    return isOneBySound(left, right) || isSwapped(left, right)
  }

  private static func isOneBySound(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    a.count == b.count && a.count <= mostCharacters
      && zip(a, b).allSatisfy { $0 == $1 || Homophones.areAlike($0, $1) }
  }

  /// Two neighbours that changed places.
  private static func isSwapped(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard a.count == b.count, 2...mostCharacters ~= a.count else { return false }
    let different = a.indices.filter { a[$0] != b[$0] }
    return different.count == 2 && different[1] == different[0] + 1 && a[different[0]] == b[different[1]]
      && a[different[1]] == b[different[0]]
  }

  private static func isOneInLetters(_ a: String, _ b: String) -> Bool {
    let (left, right) = (a.split(separator: " "), b.split(separator: " "))
    guard left.count == right.count, left.count <= mostWords else { return false }
    return zip(left, right).allSatisfy { $0 == $1 || isOneWord(Array($0.unicodeScalars), Array($1.unicodeScalars)) }
  }

  static func isOneWord(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    let length = min(a.count, b.count)
    guard length >= 4, max(a.count, b.count) <= 24, a.allSatisfy({ !$0.isDigit }), b.allSatisfy({ !$0.isDigit }) else {
      return false
    }
    // Another first letter is another word.
    guard a[0] == b[0] || a[0] == b[1] && a[1] == b[0] else { return false }
    return distance(a, b) <= (length >= 7 ? 2 : 1)
  }

  /// Letters that are missing, too many or wrong, and neighbours that changed places (optimal string alignment).
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var (before, row) = ([Int](), Array(0...b.count))
    for i in a.indices {
      var next = [i + 1]
      for j in b.indices {
        var cost = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        next.append(cost)
      }
      (before, row) = (row, next)
    }
    return row[b.count]
  }
}

extension Unicode.Scalar {
  /// A letter of ASCII or with an accent.
  fileprivate var isLatin: Bool { value < 0x250 }

  fileprivate var isDigit: Bool { "0"..."9" ~= self }
}

extension SenseToken {
  fileprivate var saysSomething: Bool {
    switch sign {
    case .word(let word): word.weight > 0
    case .figure, .name, .date, .code: true
    case nil: false
    }
  }

  /// A word that turns a sentence round, and a figure, count however they came there.
  fileprivate func mayBeMisspelled(in bytes: [UInt8]) -> Bool {
    // A long English word is written wrongly more often than it is replaced by one that no table knows.
    let isLong = range.count > 7 && bytes[range].allSatisfy { $0 < 0x80 && !$0.isDigit }
    return switch sign {
    case .word(let word): word.weight < 2 || isLong
    case .name: true
    case .date: isLong
    case .figure, .code: false
    case nil: true
    }
  }
}
