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

  fileprivate var isIdeograph: Bool { 0x4E00...0x9FFF ~= value }
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

// MARK: - Before anything is compared

/// Writes alike in both versions what one of them only writes wrongly: 以经 for 已经, 流人 for 流入, "motnhs" for months.
///
/// A character may sound or look like the one that was meant; it stands between the same neighbours, and makes a word of the dictionary in one
/// version alone. A letter of an English word may be missing or have changed places with the next one, in a word that no table knows. Where both
/// are words (中止 and 终止, trial and trail) nothing is mended. Near-linear.
enum SpellingRepair {
  /// More words than these that only one version has are no misspellings.
  private static let mostWords = 200
  private static let shortestWord = 5

  static func aligned(_ a: String, _ b: String) -> (String, String) {
    guard a != b, !a.isEmpty, !b.isEmpty else { return (a, b) }
    var (old, new) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    let isChanged = repairIdeographs(&old, &new)
    let (x, y) = isChanged ? (text(old), text(new)) : (a, b)
    return repairWords(x, y)
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  // MARK: Chinese

  /// What stands on either side of a character.
  private struct Neighbours: Hashable {
    var left: Unicode.Scalar
    var right: Unicode.Scalar
  }

  private static func repairIdeographs(_ a: inout [Unicode.Scalar], _ b: inout [Unicode.Scalar]) -> Bool {
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = min(zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count, min(a.count, b.count) - start)
    let (left, right) = (
      max(start - 1, 0)..<min(a.count - end + 1, a.count), max(start - 1, 0)..<min(b.count - end + 1, b.count)
    )
    var places: [Neighbours: [Int]] = [:]
    for place in right where b[place].isIdeograph { places[neighbours(b, place), default: []].append(place) }
    var (own, isChanged) = ([Neighbours: Set<Unicode.Scalar>](), false)
    for place in left where a[place].isIdeograph { own[neighbours(a, place), default: []].insert(a[place]) }
    for place in left where a[place].isIdeograph {
      let around = neighbours(a, place)
      guard let others = places[around], others.allSatisfy({ b[$0] != a[place] }),
        let other = others.first(where: { areAlike(a[place], b[$0]) && own[around]?.contains(b[$0]) == false })
      else { continue }
      var (isWord, isOther) = (isInWord(a, place), isInWord(b, other))
      if isWord == isOther, looksAlike(a[place], b[other]) {
        // 收人为 has 人为, and 收入为 has 收入, which stands first.
        let (one, two) = (pairs(a, place), pairs(b, other))
        (isWord, isOther) = (one > two, two > one)
      }
      guard isWord != isOther else { continue }
      if isWord { b[other] = a[place] } else { a[place] = b[other] }
      isChanged = true
    }
    return isChanged
  }

  private static func neighbours(_ text: [Unicode.Scalar], _ place: Int) -> Neighbours {
    Neighbours(
      left: place > 0 ? text[place - 1] : "\n", right: place + 1 < text.count ? text[place + 1] : "\n")
  }

  private static func areAlike(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    guard NumeralSign(a.value) == nil, NumeralSign(b.value) == nil else { return false }
    return Homophones.areAlike(a, b) || looksAlike(a, b)
  }

  private static func looksAlike(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    looks.contains { $0.contains(a) && $0.contains(b) }
  }

  /// How well a character goes with its neighbours: 2 for a word with the one before it, 1 for one with the one behind it.
  private static func pairs(_ text: [Unicode.Scalar], _ place: Int) -> Int {
    func isWord(_ range: Range<Int>) -> Bool {
      guard range.lowerBound >= 0, range.upperBound <= text.count else { return false }
      let bytes = Array(Folding.fold(self.text(Array(text[range]))).utf8)
      var cutter = WordCutter()
      cutter.cut(bytes, 0..<bytes.count)
      return cutter.words.count == 1 && cutter.words[0].characters == 2
    }
    return (isWord(place - 1..<place + 1) ? 2 : 0) + (isWord(place..<place + 2) ? 1 : 0)
  }

  /// Characters that look alike.
  private static let looks = [
    "入人", "末未", "货贷", "创刨", "稳隐", "折拆析", "己已巳", "日曰", "侯候", "部陪", "间问", "历厉", "拔拨", "径经", "幅副", "侧测", "刚钢",
    "士土", "千干于", "天夭", "大太", "王玉", "今令", "住往", "挡档", "陡徒", "栽裁", "遣遗", "辩辨", "竟竞", "暴爆", "板版", "博搏", "密蜜", "燥躁",
    "购构", "凌棱", "账帐", "微徽", "贴帖", "盈盆", "储诸", "续读", "拟似", "抵低", "涨张", "净争", "杂染", "减咸", "银很", "晴睛", "免兔", "哀衰",
  ].map { Set($0.unicodeScalars) }

  /// Whether a character is part of a word of the dictionary with others.
  private static func isInWord(_ text: [Unicode.Scalar], _ place: Int) -> Bool {
    let window = max(place - 4, 0)..<min(place + 5, text.count)
    let bytes = Array(Folding.fold(self.text(Array(text[window]))).utf8)
    let start = Folding.fold(self.text(Array(text[window.lowerBound..<place]))).utf8.count
    var cutter = WordCutter()
    cutter.cut(bytes, 0..<bytes.count)
    return cutter.words.contains { $0.characters > 1 && $0.range.contains(start) }
  }

  // MARK: English

  private static func repairWords(_ a: String, _ b: String) -> (String, String) {
    let (left, right) = (words(a), words(b))
    // "Million" may stand elsewhere in both.
    let onlyOld = left.filter { $0.value > right[$0.key, default: 0] }.keys.sorted()
    let onlyNew = right.filter { $0.value > left[$0.key, default: 0] }.keys.sorted()
    guard !onlyOld.isEmpty, !onlyNew.isEmpty, onlyOld.count <= mostWords, onlyNew.count <= mostWords else {
      return (a, b)
    }
    var (old, new) = (a, b)
    for one in onlyOld {
      guard let other = onlyNew.first(where: { isSlip(Array(one.utf8), Array($0.utf8)) }) else { continue }
      let (isKnown, isOther) = (isKnown(one), isKnown(other))
      guard !isKnown || !isOther else { continue }
      if isOther || !isKnown && one.utf8.count < other.utf8.count {
        if right[one] == nil { old = replaced(one, by: other, in: old) }
      } else if left[other] == nil {
        new = replaced(other, by: one, in: new)
      }
    }
    return (old, new)
  }

  private static func words(_ text: String) -> [String: Int] {
    text.utf8.split { !($0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z")) }
      .filter { $0.count >= shortestWord && $0.count < 24 }
      .reduce(into: [:]) { $0[String(decoding: $1.map { $0 | 0x20 }, as: UTF8.self), default: 0] += 1 }
  }

  /// Whether two neighbours within the word changed places, or a letter is missing that is neither the first nor the last one.
  private static func isSlip(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.first == b.first, abs(a.count - b.count) < 2 else { return false }
    let start = zip(a, b).prefix { $0 == $1 }.count
    if a.count == b.count {
      return start + 1 < a.count && a[start] == b[start + 1] && a[start + 1] == b[start]
        && a[(start + 2)...].elementsEqual(b[(start + 2)...])
    }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    return start < short.count && short.count >= shortestWord && short[start...].elementsEqual(long[(start + 1)...])
      && !endings.contains { ending in long.elementsEqual(short + ending) }
  }

  private static let endings = ["s", "d"].map { Array($0.utf8) }

  private static func isKnown(_ word: String) -> Bool {
    let bytes = Array(word.utf8)
    return SenseTables.shared.words.number(of: word) != nil
      || FigureWords.shipped.magnitudes.longest(in: bytes, at: 0, before: bytes.count)?.end == bytes.count
  }

  private static func replaced(_ word: String, by other: String, in text: String) -> String {
    let capital = { (word: String) in word.prefix(1).uppercased() + word.dropFirst() }
    return text.replacing(word, with: other).replacing(capital(word), with: capital(other))
  }
}
