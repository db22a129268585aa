/// The line of a table of results that compares two years: `Net 4.2 mln vs 2.8 mln`, `Net loss 120 mln vs profit 60 mln`.
///
/// Headlines of such tables say no more than `4TH QTR NET`.
struct EnglishResultsTable {
  private let now: Double
  private let before: Double

  /// What evidence of such a line ends with.
  static let rule = " … vs"

  private static let reach = 900
  private static let labels = ["\nnet ", "\noper net ", "\nnet: ", " net "].map { Array($0.utf8) }

  /// Nil where the first lines of the text have no such line.
  init?(_ text: AnalysedText) {
    let bytes = text.bytes
    // A line is told by the break before it, which the title leaves.
    let range = max(0, text.text.lowerBound - 1)..<min(bytes.count, text.text.lowerBound + Self.reach)
    var scan = Scan(bytes: bytes, place: range.lowerBound, end: range.upperBound)
    for label in Self.labels {
      scan.place = range.lowerBound
      guard scan.skip(to: label), let now = scan.value(), scan.skip(" vs "), let before = scan.value() else { continue }
      self.now = now
      self.before = before
      return
    }
    return nil
  }

  var isLoss: Bool { now < 0 }
  /// Whether more was earned, or less lost, than in the year before.
  var rises: Bool { now > before }
  var isEqual: Bool { now == before }
  /// By how much of a hundred the profit changed; nil beside a loss.
  var percentage: Double? {
    guard now > 0, before > 0 else { return nil }
    return ((now / before - 1) * 1_000).rounded() / 10
  }

  private struct Scan {
    let bytes: [UInt8]
    var place: Int
    let end: Int

    /// Moves behind the next place of a word; indents of lines count for their break.
    mutating func skip(to word: [UInt8]) -> Bool {
      while place < end {
        var index = place
        var next = 0
        while index < end, next < word.count, bytes[index] == word[next] {
          index += 1
          next += 1
          if next == 1, word[0] == UInt8(ascii: "\n") {
            while index < end, bytes[index] == UInt8(ascii: " ") { index += 1 }
          }
        }
        if next == word.count {
          place = index
          return true
        }
        place += 1
      }
      return false
    }

    mutating func skip(_ word: StaticString) -> Bool {
      guard place < end, bytes.stands(word, at: place) else { return false }
      place += word.utf8CodeUnitCount
      return true
    }

    /// A number with its sign: below zero behind `loss`.
    mutating func value() -> Double? {
      let isLoss = skip("loss ")
      if !isLoss { _ = skip("profit ") || skip("income ") }
      var digits = ""
      while place < end, bytes[place].isDigit || bytes[place] == UInt8(ascii: ",") || bytes[place] == UInt8(ascii: ".")
      {
        if bytes[place] != UInt8(ascii: ",") { digits.unicodeScalars.append(Unicode.Scalar(bytes[place])) }
        place += 1
      }
      guard !digits.isEmpty, digits.count < 16, let number = Double(digits) else { return nil }
      let factor = skip(" mln") || skip(" million") ? 1e6 : skip(" billion") || skip(" bln") ? 1e9 : 1
      _ = skip(" dlrs") || skip(" stg") || skip(" marks") || skip(" francs") || skip(" yen")
      return isLoss ? -number * factor : number * factor
    }
  }
}
