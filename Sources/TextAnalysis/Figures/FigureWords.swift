/// What stands behind a number and says what it counts.
enum UnitWord: Sendable {
  case currency(String)
  /// Hundredths of a currency.
  case cents(String)
  case shares
  /// 股份: shares, or money where the words before say that money is spent.
  case sharesOrMoney
  case percent
  case points
  case basisPoints
  /// Something else, which counts from `least` on.
  case counted(least: Double)
  /// No unit, though it begins like one: 股东, 元旦.
  case none
}

/// What a word near a number tells of it.
enum ContextRole: String, Sendable {
  case fall, fallen, rise, other, cut, price, dividend, money, count, sum, total, former, between, stock, holder, goods,
    japan
}

/// What a price is for.
enum PriceWord: Sendable {
  case share
  case unit
  /// Only behind the price.
  case behind
}

/// The words by which figures are read, ready for use: one object that all scans share, and nobody changes.
final class FigureWords: Sendable {
  let magnitudes: AnchoredWords<Double>
  /// `two`, `half a`.
  let numberWords: AnchoredWords<Double>
  let units: AnchoredWords<UnitWord>
  /// Signs and words of money before a number.
  let signs: AnchoredWords<String>
  let per: AnchoredWords<PriceWord>
  private let context: WordMatcher
  private let roles: [ContextRole]

  static let shipped = FigureWords()

  /// The codes of all currencies that have words.
  static let currencies = Set(FigureRows.currencies.parts(",").map { String($0.prefix(3)) })

  private init() {
    magnitudes = AnchoredWords(FigureRows.magnitudes) { key, _ in Double(String(key)) }
    numberWords = AnchoredWords(FigureRows.numbers) { key, _ in Double(String(key)) }
    var units = AnchoredWords<UnitWord>(FigureRows.currencies) { key, _ in .currency(String(key)) }
    units.formUnion(AnchoredWords(FigureRows.cents) { key, _ in .cents(String(key)) })
    units.formUnion(AnchoredWords(FigureRows.shares) { _, _ in .shares })
    units.formUnion(AnchoredWords(FigureRows.percent) { key, _ in key == "1" ? .percent : .points })
    units.formUnion(
      AnchoredWords(FigureRows.units) { key, _ in
        switch key {
        case "0": UnitWord.none
        case "2": .sharesOrMoney
        case "-1": .basisPoints
        default: Double(String(key)).map { .counted(least: $0) }
        }
      })
    self.units = units
    signs = AnchoredWords(FigureRows.signs) { key, _ in String(key) }
    per = AnchoredWords(FigureRows.per) { key, _ in key == "share" ? .share : key == "-" ? .unit : .behind }
    var context = WordMatcher(capacity: 1_000)
    var roles: [ContextRole] = []
    for row in FigureRows.context.parts(",") {
      let parts = row.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let role = ContextRole(rawValue: String(parts[0])) else { continue }
      for word in parts[1].parts("|") {
        let number = context.add(word.withBlanks)
        // Of two rows with one word the first counts.
        if number == roles.count { roles.append(role) }
      }
    }
    self.context = context
    self.roles = roles
  }

  /// The words within a range that say something of a number, none within another, in their order.
  func context(in bytes: [UInt8], _ range: Range<Int>) -> [(role: ContextRole, range: Range<Int>)] {
    var found: [(role: ContextRole, range: Range<Int>)] = []
    context.forEachLongestMatch(in: bytes, range) { found.append((roles[$0.word], $0.range)) }
    return found
  }
}
