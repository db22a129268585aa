import NewsModel
import TextBasics

/// Daily counts in rows of weekdays and columns of weeks, up to the last day that has any.
struct CalendarGrid {
  /// Seven rows, Monday first; nil where no day is.
  private(set) var values: [[Int?]]
  let rowLabels: [SafeText]
  /// The columns in which months begin, with their names.
  private(set) var columnLabels: [(Int, SafeText)] = []
  let firstDay: CivilTime
  let lastDay: CivilTime

  /// Nil where there is no day at all.
  init?(days: [VolumeBucket], weeks: Int, presentation: Presentation) {
    let zone = presentation.zone
    guard let last = days.last(where: { $0.count > 0 }) ?? days.last else { return nil }
    lastDay = CivilTime(last.start, in: zone)
    let firstMonday = lastDay.dayNumber - lastDay.weekday - (weeks - 1) * 7
    firstDay = CivilTime(dayNumber: firstMonday)
    values = Array(repeating: Array(repeating: nil, count: weeks), count: 7)
    let words = presentation.words
    rowLabels = (0..<7).map { SafeText(words.shortWeekday($0)) }
    var month = 0
    for day in days where day.start <= last.start {
      let time = CivilTime(day.start, in: zone)
      let column = Int(Int64(time.dayNumber - firstMonday).flooredQuotient(by: 7))
      guard values[0].indices.contains(column) else { continue }
      values[time.weekday][column] = day.count
      if time.month != month { columnLabels.append((column, SafeText(words.month(time.month)))) }
      month = time.month
    }
  }
}
