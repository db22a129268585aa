package import Foundation

// What is told of one company, made from counts and headlines: the same on the screen and on the command line.

/// Counts of a company's news over a span.
package struct CompanyCounts: Hashable, Sendable {
  /// By days. Among its companies is the company itself.
  package var statistics: Statistics
  /// The articles of a tone, by the same days.
  package var tones: [Tone: [VolumeBucket]]

  package init(statistics: Statistics, tones: [Tone: [VolumeBucket]] = [:]) {
    self.statistics = statistics
    self.tones = tones
  }

  /// The fields whose values are counted.
  package static let fields: [TermField] = [.company, .event, .source]

  /// The companies that are named with one, most frequent first.
  package func companions(of company: String) -> [TermCount] {
    (statistics.terms[.company] ?? []).filter { $0.name != company }
  }

  package func count(of tone: Tone) -> Int { (tones[tone] ?? []).reduce(0) { $0 + $1.count } }

  private func count(of tone: Tone, day index: Int) -> Int {
    tones[tone].flatMap { $0.indices.contains(index) ? $0[index].count : nil } ?? 0
  }

  /// The weeks of the range, which begin with Monday, oldest first; the first and the last one may be cut.
  package func weeks(in zone: TimeZone) -> [CompanyWeek] {
    var weeks: [CompanyWeek] = []
    var monday: Int?
    for (index, day) in statistics.volume.enumerated() {
      let date = CivilTime(day.start, in: zone)
      if monday != date.dayNumber - date.weekday {
        monday = date.dayNumber - date.weekday
        weeks.append(CompanyWeek(range: day.start..<day.start))
      }
      let next = index + 1
      let end = next < statistics.volume.count ? statistics.volume[next].start : statistics.request.range.upperBound
      weeks[weeks.count - 1].add(day, until: end)
      weeks[weeks.count - 1].tones.positive += count(of: .positive, day: index)
      weeks[weeks.count - 1].tones.negative += count(of: .negative, day: index)
    }
    return weeks
  }
}

/// A week of a company's news.
package struct CompanyWeek: Hashable, Sendable {
  package private(set) var range: Range<Timestamp>
  package private(set) var count = 0
  package fileprivate(set) var tones = ToneCounts()

  fileprivate init(range: Range<Timestamp>) { self.range = range }

  fileprivate mutating func add(_ day: VolumeBucket, until end: Timestamp) {
    range = range.lowerBound..<max(range.lowerBound, end)
    count += day.count
  }
}

/// Something that happened to a company, as the articles of a day report it.
package struct CompanyEvent: Hashable, Sendable {
  package let event: EventValue
  /// Whether it is good or bad news, as its newest article tells.
  package let tone: Tone?
  /// The newest of its articles.
  package var headline: Headline
  /// How many articles of that day report it.
  package fileprivate(set) var articles = 1

  /// The name by which queries ask for it: the finer kind where there is one.
  package var name: String { event.detail ?? event.kind.rawValue }
}

/// What is one event, however many articles report it.
private struct ReportedEvent: Hashable {
  let day: Int
  let event: EventValue
}

extension Sequence<Headline> {
  /// The events of headlines that come newest first, in the same order; what several articles of a day report alike is one.
  package func companyEvents(in zone: TimeZone) -> [CompanyEvent] {
    var events: [CompanyEvent] = []
    var places: [ReportedEvent: Int] = [:]
    for headline in self {
      let day = CivilTime(headline.published, in: zone).dayNumber
      for event in headline.facets.events {
        let report = ReportedEvent(day: day, event: event)
        if let place = places[report] {
          events[place].articles += 1
        } else {
          places[report] = events.count
          events.append(CompanyEvent(event: event, tone: headline.facets.tone, headline: headline))
        }
      }
    }
    return events
  }
}
