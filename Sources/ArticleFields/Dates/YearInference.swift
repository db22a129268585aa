import Foundation
package import NewsModel
import TextScanning

/// Gives a date without a year the year that its surroundings suggest.
package struct YearInference {
  package var context: ParsingContext
  /// Moments that the page dates fully beside its text: its related list, its other header fields.
  package var neighbours: [Timestamp] = []
  /// Full dates that the page's text names.
  package var mentioned: [Timestamp] = []
  /// The year that the page names elsewhere, without a day: in its headline, in its notice of copyright.
  package var namedYear: Int?

  package init(context: ParsingContext) { self.context = context }

  /// The moment that the date most probably means, never in the future.
  ///
  /// Asked in this order: dates beside the text, a date in the file's name, the file's time where it follows within a
  /// month, the latest date that the text names, a year that the page names, the file's time however late, the present.
  package func timestamp(of date: FoundDate) -> Timestamp {
    if let known = date.timestamp(in: context.zone) { return known }
    if let latest = neighbours.max() { return nearest(to: latest, date) }
    if let name = context.fileName, let named = DateParsing.inFileName(name)?.timestamp(in: context.zone) {
      return nearest(to: named, date)
    }
    if let fileTime = context.fileTime {
      let beforeFile = latest(upTo: fileTime, date)
      if fileTime - beforeFile <= Self.credibleLag { return beforeFile }
    }
    if let latest = mentioned.filter({ $0 <= limit }).max() { return nearest(to: latest, date) }
    if let namedYear {
      let named = date.timestamp(year: namedYear, in: context.zone)
      if named <= limit { return named }
    }
    return latest(upTo: context.fileTime ?? context.now, date)
  }

  /// A file is saved about when its page appears, unless it was copied since.
  private static let credibleLag: Int64 = 31 * 86_400
  private static let day: Int64 = 86_400

  /// A day after the present, as clocks and zones differ.
  private var limit: Timestamp { context.now + Self.day }

  private func nearest(to moment: Timestamp, _ date: FoundDate) -> Timestamp {
    let year = CivilTime(moment, in: context.zone).year
    let candidates = (year - 1...year + 1).map { date.timestamp(year: $0, in: context.zone) }
    let past = candidates.filter { $0 <= limit }
    return (past.isEmpty ? candidates : past).min { abs($0 - moment) < abs($1 - moment) } ?? moment
  }

  private func latest(upTo moment: Timestamp, _ date: FoundDate) -> Timestamp {
    let year = CivilTime(moment, in: context.zone).year
    let sameYear = date.timestamp(year: year, in: context.zone)
    return sameYear <= moment + Self.day ? sameYear : date.timestamp(year: year - 1, in: context.zone)
  }
}

/// A year that a page names without a day, by which a date without a year can be guessed.
package enum NamedYear {
  /// The latest year in the headline, else the last year of a notice of copyright, else the latest that the text names, up to
  /// `latest`. Linear.
  package static func find(headline: Substring, text: Substring, upTo latest: Int) -> Int? {
    years(in: headline).filter { $0 <= latest }.max() ?? copyright(in: text, upTo: latest)
      ?? years(in: text, before: "年").filter { $0 <= latest }.max()
  }

  private static let signs = ["©", "Copyright", "copyright"]

  private static func copyright(in text: Substring, upTo latest: Int) -> Int? {
    for sign in signs {
      guard let found = text.range(ofBytes: sign) else { continue }
      let notice = Substring(text[found.upperBound...].unicodeScalars.prefix(reach).prefix { $0 != "\n" })
      if let year = years(in: notice).filter({ $0 <= latest }).max() { return year }
    }
    return nil
  }

  /// How far behind the sign of a notice its years stand.
  private static let reach = 40

  /// The numbers of four digits from 1990 to 2099, each one by itself; where `unit` is given, those that it follows.
  private static func years(in text: Substring, before unit: String = "") -> [Int] {
    var years: [Int] = []
    var number = 0
    var digits = 0
    var rest = text.utf8[...]
    while true {
      let byte = rest.first
      if let byte, byte.isDigit {
        number = number &* 10 &+ Int(byte & 15)
        digits += 1
      } else {
        if digits == 4, (1990...2099).contains(number), rest.starts(with: unit.utf8) { years.append(number) }
        (number, digits) = (0, 0)
      }
      guard byte != nil else { return years }
      rest = rest.dropFirst()
    }
  }
}
