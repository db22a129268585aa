/// What two sequences of numbers share, in order.
///
/// Both ends first, then what stands once in both (patience difference), then Myers' O(ND) algorithm in what lies between ("An O(ND)
/// Difference Algorithm and Its Variations", Algorithmica 1986), where no more than `mostEdits` are needed; a longer gap shares nothing.
package struct SequenceMatch {
  private static let mostEdits = 100

  private let a: [Int]
  private let b: [Int]
  private var found: [(Int, Int)] = []

  package init(_ a: [Int], _ b: [Int]) {
    self.a = a
    self.b = b
  }

  /// The places of what is shared, in order.
  package consuming func pairs() -> [(Int, Int)] {
    var (start, endA, endB) = (0, a.count, b.count)
    while start < min(endA, endB), a[start] == b[start] { start += 1 }
    while endA > start, endB > start, a[endA - 1] == b[endB - 1] { (endA, endB) = (endA - 1, endB - 1) }
    for index in 0..<start { found.append((index, index)) }
    var (nextA, nextB) = (start, start)
    for (x, y) in uniquePairs(start..<endA, start..<endB) {
      matchGap(nextA..<x, nextB..<y)
      found.append((x, y))
      (nextA, nextB) = (x + 1, y + 1)
    }
    matchGap(nextA..<endA, nextB..<endB)
    for index in 0..<(a.count - endA) { found.append((endA + index, endB + index)) }
    return found
  }

  /// What stands once on both sides, in the longest order that both share.
  private func uniquePairs(_ rangeA: Range<Int>, _ rangeB: Range<Int>) -> [(Int, Int)] {
    guard !rangeA.isEmpty, !rangeB.isEmpty else { return [] }
    // The place of a number; -1 where it stands several times.
    var placesA: [Int: Int] = [:]
    for index in rangeA { placesA[a[index]] = placesA[a[index]] == nil ? index : -1 }
    var placesB: [Int: Int] = [:]
    for index in rangeB { placesB[b[index]] = placesB[b[index]] == nil ? index : -1 }
    let pairs = rangeB.compactMap { index -> (Int, Int)? in
      guard placesB[b[index]] == index, let place = placesA[b[index]], place >= 0 else { return nil }
      return (place, index)
    }
    return Self.longestRise(pairs)
  }

  /// The longest part of pairs whose first places rise (patience sorting): O(n log n).
  private static func longestRise(_ pairs: [(Int, Int)]) -> [(Int, Int)] {
    var tops: [Int] = []
    var before = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, tops.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tops[middle]].0 < pair.0 { low = middle + 1 } else { high = middle }
      }
      if low > 0 { before[index] = tops[low - 1] }
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var rise: [(Int, Int)] = []
    var index = tops.last ?? -1
    while index >= 0 {
      rise.append(pairs[index])
      index = before[index]
    }
    return rise.reversed()
  }

  private mutating func matchGap(_ rangeA: Range<Int>, _ rangeB: Range<Int>) {
    guard !rangeA.isEmpty, !rangeB.isEmpty, abs(rangeA.count - rangeB.count) <= Self.mostEdits else { return }
    var trace: [[Int]] = []
    // The furthest place of `a` on each diagonal.
    var furthest = [Int](repeating: 0, count: 2 * Self.mostEdits + 3)
    let middle = Self.mostEdits + 1
    for edits in 0...Self.mostEdits {
      trace.append(furthest)
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let goesDown =
          diagonal == -edits
          || (diagonal != edits && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1])
        var x = goesDown ? furthest[middle + diagonal + 1] : furthest[middle + diagonal - 1] + 1
        while x < rangeA.count, x - diagonal >= 0, x - diagonal < rangeB.count,
          a[rangeA.lowerBound + x] == b[rangeB.lowerBound + x - diagonal]
        {
          x += 1
        }
        furthest[middle + diagonal] = x
        guard x >= rangeA.count, x - diagonal >= rangeB.count else { continue }
        found += Self.path(trace, middle, rangeA, rangeB)
        return
      }
    }
  }

  /// The way back from the end to the beginning.
  private static func path(_ trace: [[Int]], _ middle: Int, _ rangeA: Range<Int>, _ rangeB: Range<Int>) -> [(Int, Int)]
  {
    var (x, y) = (rangeA.count, rangeB.count)
    var pairs: [(Int, Int)] = []
    for edits in trace.indices.reversed() {
      let furthest = trace[edits]
      let diagonal = x - y
      let goesDown =
        diagonal == -edits
        || (diagonal != edits && furthest[middle + diagonal - 1] < furthest[middle + diagonal + 1])
      let last = goesDown ? diagonal + 1 : diagonal - 1
      let (fromX, fromY) = edits == 0 ? (0, 0) : (furthest[middle + last], furthest[middle + last] - last)
      while x > fromX, y > fromY {
        (x, y) = (x - 1, y - 1)
        pairs.append((rangeA.lowerBound + x, rangeB.lowerBound + y))
      }
      (x, y) = (fromX, fromY)
    }
    return pairs.reversed()
  }
}

/// The words of two sentences that differ.
enum WordDifference {
  /// - Returns: what differs, in order; what lies between is the same in both.
  static func words(
    _ old: [UInt8], _ oldRange: Range<Int>, _ new: [UInt8], _ newRange: Range<Int>
  ) -> [TextDifference.Words] {
    let (left, right) = (Tokens.ranges(in: old, oldRange), Tokens.ranges(in: new, newRange))
    var known: [ArraySlice<UInt8>: Int] = [:]
    func numbers(_ ranges: [Range<Int>], _ bytes: [UInt8]) -> [Int] {
      ranges.map { range in
        let number = known[bytes[range]] ?? known.count
        known[bytes[range]] = number
        return number
      }
    }
    let pairs = SequenceMatch(numbers(left, old), numbers(right, new)).pairs()
    var words: [TextDifference.Words] = []
    var (a, b) = (oldRange.lowerBound, newRange.lowerBound)
    for (x, y) in pairs + [(left.count, right.count)] {
      let (startA, startB) = (
        x < left.count ? left[x].lowerBound : oldRange.upperBound,
        y < right.count ? right[y].lowerBound : newRange.upperBound
      )
      if startA > a || startB > b { words.append(TextDifference.Words(old: a..<startA, new: b..<startB)) }
      if x < left.count, y < right.count { (a, b) = (left[x].upperBound, right[y].upperBound) }
    }
    return words
  }
}

/// The sentences of a text; all bytes belong to one.
enum Sentences {
  /// A text without ends of sentences is cut, so that no sentence takes long.
  private static let longest = 1_024

  static func ranges(in bytes: [UInt8], limit: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (start, index) = (0, 0)
    let end = bytes.count <= limit ? bytes.count : characterStart(bytes, limit)
    while index < end {
      let mark = endMark(bytes, index, end)
      index = mark > 0 ? withClosing(bytes, index + mark, end) : index + 1
      guard mark > 0 || index - start >= longest && isCharacterStart(bytes, index) else { continue }
      ranges.append(start..<index)
      start = index
    }
    if start < end { ranges.append(start..<end) }
    return ranges
  }

  private static func isCharacterStart(_ bytes: [UInt8], _ index: Int) -> Bool {
    index >= bytes.count || bytes[index] & 0xC0 != 0x80
  }

  private static func characterStart(_ bytes: [UInt8], _ index: Int) -> Int {
    var start = index
    while start > 0, !isCharacterStart(bytes, start) { start -= 1 }
    return start
  }

  /// The length of a mark that ends a sentence; 0 where none stands.
  private static func endMark(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "\n"): return 1
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"): return 1
    case UInt8(ascii: "."): return isFullStop(bytes, index, end) ? 1 : 0
    // 。
    case 0xE3 where index + 2 < end: return bytes[index + 1] == 0x80 && bytes[index + 2] == 0x82 ? 3 : 0
    // ！ ； ？
    case 0xEF where index + 2 < end && bytes[index + 1] == 0xBC:
      return [0x81, 0x9B, 0x9F].contains(bytes[index + 2]) ? 3 : 0
    default: return 0
    }
  }

  /// A blank and a capital or no letter of ASCII follow, and no abbreviation stands before it: Mr., U.S.
  private static func isFullStop(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    guard index + 1 < end else { return true }
    guard bytes[index + 1] <= UInt8(ascii: " ") else { return false }
    var next = index + 1
    while next < end, bytes[next] == UInt8(ascii: " ") { next += 1 }
    guard next < end else { return true }
    let isSmall = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[next])
    let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[next])
    guard !isSmall, !isDigit else { return false }
    var first = index
    while first > 0, bytes[first - 1] | 0x20 >= UInt8(ascii: "a"), bytes[first - 1] | 0x20 <= UInt8(ascii: "z") {
      first -= 1
      if index - first > 3 { return true }
    }
    return first == index || !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[first])
  }

  /// Quotation marks and brackets that close, then blanks and line breaks.
  private static func withClosing(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Int {
    var index = index
    while index < end {
      if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") || bytes[index] == UInt8(ascii: ")") {
        index += 1
      } else if index + 2 < end, closing.contains(where: { bytes[index..<index + 3].elementsEqual($0) }) {
        index += 3
      } else {
        break
      }
    }
    while index < end {
      if bytes[index] <= UInt8(ascii: " ") {
        index += 1
      } else if index + 2 < end, bytes[index] == 0xE3, bytes[index + 1] == 0x80, bytes[index + 2] == 0x80 {
        index += 3
      } else {
        break
      }
    }
    return index
  }

  private static let closing = ["”", "’", "」", "』", "）", "】"].map { Array($0.utf8) }
}

/// What is marked as one where it changed: a word of letters, a figure, a character of others, blanks.
enum Tokens {
  private enum Kind { case letter, digit, blank, other }

  static func ranges(in bytes: [UInt8], _ range: Range<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let (kind, start) = (kind(bytes[index]), index)
      index += 1
      switch kind {
      case .letter, .blank: while index < range.upperBound, self.kind(bytes[index]) == kind { index += 1 }
      case .digit: while index < range.upperBound, isOfNumber(bytes, index, range.upperBound) { index += 1 }
      case .other: while index < range.upperBound, bytes[index] & 0xC0 == 0x80 { index += 1 }
      }
      ranges.append(start..<index)
    }
    return ranges
  }

  private static func isOfNumber(_ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    if kind(bytes[index]) == .digit { return true }
    let isSign = bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ",")
    return isSign && index + 1 < end && kind(bytes[index + 1]) == .digit
  }

  private static func kind(_ byte: UInt8) -> Kind {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case 0...0x20: .blank
    default: .other
    }
  }
}
