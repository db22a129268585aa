import Foundation
import NewsModel
import Testing

@testable import App

@Suite struct TablesTests {
  private let home: TemporaryHome
  private let setup: Setup

  init() throws {
    home = try TemporaryHome()
    setup = try home.setup()
  }

  private func moment(_ day: Int, _ hour: Int = 0) -> Timestamp {
    CivilTime(year: 2019, month: 5, day: day, hour: hour, minute: 0).timestamp(in: setup.displayZone)
  }

  private func bar(_ length: Int) -> String { String(repeating: "█", count: length) }

  // MARK: Terms

  @Test func termsAreAlignedWithBars() throws {
    let terms = [
      TermCount(name: "新能源车", count: 120, unread: 3), TermCount(name: "IPO", count: 60), TermCount(name: "", count: 5),
    ]
    let lines = try written { try TermTable(setup: setup).write(terms, to: &$0) }.lines
    #expect(
      lines == [
        "新能源车     120  \(bar(24))  3 unread",
        "IPO          " + " 60  \(bar(12))" + String(repeating: " ", count: 12),
        "(no source)    5  " + lines[2].suffix(24),
      ])
    #expect(lines[2].hasSuffix("█" + String(repeating: " ", count: 23)))
  }

  @Test func aLongNameIsCut() throws {
    let terms = [TermCount(name: String(repeating: "长", count: 40), count: 1)]
    let line = try written { try TermTable(setup: setup).write(terms, to: &$0) }.lines[0]
    #expect(line.hasPrefix(String(repeating: "长", count: 13) + "…   1  ██"))
  }

  @Test func nothingIsATableWithoutLines() throws {
    #expect(try written { try TermTable(setup: setup).write([], to: &$0) } == "")
    #expect(try written { try NamedTable(setup: setup).write([], to: &$0) } == "")
    #expect(try shown { try NamedTable(setup: setup).write([], to: &$0) } == "")
  }

  // MARK: Named things

  @Test func namedThingsAreFieldsForScripts() throws {
    let rows = [["本周新股", "", "tag:IPO since:7d"], ["很长很长的名字", "停用", "降准"]]
    #expect(
      try written { try NamedTable(setup: setup).write(rows, to: &$0) } == "本周新股\t\ttag:IPO since:7d\n很长很长的名字\t停用\t降准\n"
    )
    #expect(
      try shown { try NamedTable(setup: setup).write(rows, to: &$0) }.lines == [
        "本周新股              tag:IPO since:7d", "很长很长的名字  停用  降准",
      ])
  }

  @Test func aColumnWithoutContentTakesNoRoom() throws {
    #expect(
      try shown { try NamedTable(setup: setup).write([["甲", "", "一"], ["乙", "", "二"]], to: &$0) }.lines == [
        "甲  一", "乙  二",
      ])
  }

  @Test func aLongNamePushesItsRowAlone() throws {
    let long = String(repeating: "长", count: 20)
    let lines = try shown { try NamedTable(setup: setup).write([[long, "一"], ["乙", "二"]], to: &$0) }.lines
    #expect(lines == [long + "  一", "乙" + String(repeating: " ", count: 32) + "二"])
  }

  // MARK: Statistics

  private func statistics(
    _ bucket: StatisticsBucket, _ range: Range<Timestamp>, _ volume: [VolumeBucket] = []
  ) -> Statistics {
    Statistics(
      request: StatisticsRequest(query: .all, range: range, bucket: bucket),
      overall: Totals(articles: 9, unread: 5, starred: 2, stubs: 1), inRange: Totals(articles: 4, unread: 3),
      previousCount: 6, volume: volume)
  }

  private func text(_ statistics: Statistics) throws -> [String] {
    try written { try StatisticsText(setup: setup).write(statistics, to: &$0) }.lines
  }

  @Test func totalsAndRangeComeFirst() throws {
    #expect(
      try text(statistics(.day, moment(1)..<moment(8))) == [
        "of all time: 9 articles, 5 unread, 2 starred, 1 headline only",
        "2019-05-01 to 2019-05-07: 4 articles, 6 in the same time before",
      ])
    #expect(
      try text(statistics(.hour, moment(1, 9)..<moment(2, 9)))[1].hasPrefix("2019-05-01 09:00 to 2019-05-02 08:59: "))
  }

  @Test func barsAreHoursOrDays() throws {
    let days = [VolumeBucket(start: moment(1), count: 12), VolumeBucket(start: moment(2), count: 3)]
    #expect(
      try text(statistics(.day, moment(1)..<moment(3), days)).dropFirst(2) == [
        "", "Articles", "2019-05-01  12  \(bar(32))", "2019-05-02   3  \(bar(8))",
      ])
    let hours = [VolumeBucket(start: moment(1, 9), count: 1), VolumeBucket(start: moment(1, 10))]
    #expect(
      try text(statistics(.hour, moment(1, 9)..<moment(1, 11), hours)).suffix(2) == [
        "05-01 09:00  1  \(bar(32))", "05-01 10:00  0  ",
      ])
  }

  /// A year is shown by some weeks, not by 365 lines.
  @Test(arguments: [(60, 60, 1), (61, 31, 2), (365, 53, 7)])
  func manyDaysAreSummed(days: Int, lines: Int, summed: Int) throws {
    let volume = (0..<days).map { VolumeBucket(start: moment(1) + Int64($0) * 86_400, count: 1) }
    let bars = try text(statistics(.day, moment(1)..<moment(1) + Int64(days) * 86_400, volume)).dropFirst(4)
    #expect(bars.count == lines)
    #expect(bars.first?.contains("2019-05-01  \(summed)  █") == true)
    let counts = bars.compactMap { $0.split(separator: " ").dropFirst().first.flatMap { Int($0) } }
    #expect(counts.reduce(0, +) == days)
  }

  @Test func termsStandUnderTheirNames() throws {
    var statistics = statistics(.day, moment(1)..<moment(2))
    statistics.tags = [TermCount(name: "铜", count: 2)]
    statistics.labels = [TermCount(name: "", count: 1)]
    let lines = try text(statistics).dropFirst(2).map { $0.split(separator: " ").first.map(String.init) ?? "" }
    #expect(lines == ["", "Tags", "铜", "", "Labels", "(no"])
  }
}
