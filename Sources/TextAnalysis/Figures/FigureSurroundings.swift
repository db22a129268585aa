/// The words around a number, by which its sign and what it measures are told: those of its clause, some 66 bytes back at most.
struct FigureSurroundings {
  let scan: QuantityScan
  /// Where the clause of the number begins.
  var clauseStart: Int
  /// Where the figure before it ends.
  var lastEnd: Int

  /// The words before the number, as far as its clause and the reach go, those before an earlier figure too.
  private(set) var before: [(role: ContextRole, range: Range<Int>)] = []

  private func clauseStart(_ place: Int, reach: Int) -> Int { max(clauseStart, place - reach, scan.range.lowerBound) }

  /// Reads the words before a number; all else is asked of this number then.
  mutating func look(before start: Int) {
    var first = clauseStart(start, reach: FigureReader.reach)
    // Not from the middle of a character.
    while first < start, scan.bytes[first] & 0xC0 == 0x80 { first += 1 }
    before = scan.words.context(in: scan.bytes, first..<max(first, start))
  }

  /// Whether a word of a role stands between the figure before and the number.
  func has(_ role: ContextRole) -> Bool { before.contains { $0.role == role && $0.range.lowerBound >= lastEnd } }

  /// Whether such a word stands near.
  func isSum(_ start: Int) -> Bool {
    before.contains { ($0.role == .sum || $0.role == .total) && $0.range.lowerBound >= max(start - 24, lastEnd) }
  }

  /// "between" before the first number of a range.
  func isBetween(_ start: Int) -> Bool {
    before.last.map { $0.role == .between && start - $0.range.lowerBound <= 12 } ?? false
  }

  /// Whether a percentage is a fall: by the last word of change before it, or the word behind it; a level (降至5%) is none.
  func isFall(_ quantity: Quantity) -> Bool {
    let change = before.last {
      $0.range.lowerBound >= lastEnd && Self.changes.contains($0.role) && ($0.role != .other || quantity.isPercent)
    }
    if let change {
      switch change.role {
      case .fallen, .cut: return true
      case .fall: return !isLevel(quantity.start) && !isPart(quantity.end)
      default: break
      }
    }
    guard change == nil || change?.role == .other else { return false }
    return isFallBehind(quantity.end)
  }

  private static let changes: Set<ContextRole> = [.fall, .fallen, .rise, .other, .cut]

  /// `6.5% drop`
  private func isFallBehind(_ end: Int) -> Bool {
    guard scan.isBlank(end) else { return false }
    let next = scan.words.context(in: scan.bytes, end + 1..<min(end + 16, scan.range.upperBound)).first
    return next.map { $0.role == .fall && $0.range.lowerBound == end + 1 } ?? false
  }

  private func isPart(_ end: Int) -> Bool { scan.word(" of ", at: end) }

  /// 至, 到, 为 or "to" right before the number, but for 约, 近 and the like.
  private func isLevel(_ start: Int) -> Bool {
    if start - 3 >= scan.range.lowerBound, scan.word("to ", at: start - 3) { return true }
    if start - 6 >= scan.range.lowerBound, scan.word("below ", at: start - 6) || scan.word("under ", at: start - 6) {
      return true
    }
    var place = start - 3
    for _ in 0..<3 {
      guard let scalar = NumeralSign.scalar(scan.bytes, place, scan.range.upperBound) else { return false }
      if scalar == 0x81F3 || scalar == 0x5230 || scalar == 0x4E3A { return true }  // 至 到 为
      place -= 3
    }
    return false
  }

  /// 由, 从 and "from" before the old level.
  func isFormer(_ start: Int) -> Bool {
    before.last.map { $0.role == .former && $0.range.lowerBound >= lastEnd && start - $0.range.upperBound <= 3 }
      ?? false
  }

  /// `报22.1港元`, `shares … at $18.40`, `shares at a price of $63`.
  func isQuoted(_ start: Int) -> Bool {
    if NumeralSign.scalar(scan.bytes, start - 3, scan.range.upperBound) == 0x62A5 { return true }
    guard before.contains(where: { $0.role == .stock }) else { return false }
    return Self.quotes.contains { word in
      let place = start - word.utf8CodeUnitCount
      return place >= scan.range.lowerBound && scan.word(word, at: place)
    }
  }

  private static let quotes: [StaticString] = ["at ", "price of ", "above ", "below ", "past ", "hit ", "hits "]

  /// Whether a percentage is what a holder has: 5%以上股东, 5%大股东, "5% holder".
  func isHoldersStake(_ end: Int) -> Bool {
    let reach = end..<min(end + 36, scan.range.upperBound)
    guard let holder = scan.words.context(in: scan.bytes, reach).first(where: { $0.role == .holder }) else {
      return false
    }
    let between = scan.bytes[end..<holder.range.lowerBound]
    return Self.betweenStakeAndHolder.contains { $0.utf8.elementsEqual(between) }
  }

  private static let betweenStakeAndHolder = [
    "", " ", "以上", "以上的", "及以上", "的", "大", "第一大", "第二大", "第三大", "以上大", "以上重要", "以上股份的", "以上股份", "股份的", " or more ",
  ]

  /// 每股 or 每桶 before the number, and whether it stands right before it: 每吨46.5万元.
  func perBefore(_ start: Int) -> (per: String, isNear: Bool)? {
    let first = clauseStart(start, reach: FigureReader.reach)
    var place = start - 3
    while place >= first {
      if NumeralSign.scalar(scan.bytes, place, start) == 0x6BCF {  // 每
        guard let (meaning, end) = scan.words.per.longest(in: scan.bytes, at: place + 3, before: start),
          meaning != .behind
        else {
          return nil
        }
        let per = meaning == .share ? "share" : String(decoding: scan.bytes[(place + 3)..<end], as: UTF8.self)
        return (per, start - end <= Self.nearPer)
      }
      place -= 1
    }
    return nil
  }

  /// 10派3元, 10转4派3.5元, 每10股派发现金红利3元, 每10股分红3元.
  func isTenSharesDividend(_ start: Int) -> Bool {
    let window = clauseStart(start, reach: 54)..<start
    // 派 and the 红 of 分红 and 红利
    let paying = place(of: 0x6D3E, in: window) ?? place(of: 0x7EA2, in: window)
    guard let pays = paying, start - pays <= 30 else { return false }
    let before = window.lowerBound..<pays
    return before.contains { index in
      NumeralSign.scalar(scan.bytes, index, pays) == 0x5341
        || scan.word("10", at: index) && index + 2 <= pays && !(index > 0 && scan.bytes[index - 1].isWordByte)
          && !(index + 2 < scan.bytes.count && scan.bytes[index + 2].isWordByte)
    }
  }

  /// 约 or 超过 may stand between.
  private static let nearPer = 6

  private func place(of scalar: UInt32, in window: Range<Int>) -> Int? {
    window.last { NumeralSign.scalar(scan.bytes, $0, window.upperBound) == scalar }
  }
}
