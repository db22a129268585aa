import Foundation
package import NewsModel

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
