import Testing

@testable import ArticleFields

/// Dates that begin with digits, in the forms of ISO 8601.
@Suite struct ISODateReaderTests {
  private func read(_ text: String) -> WrittenDate? {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var reader = ISODateReader(bytes)
      return reader.read()
    }
  }

  private func day(_ text: String) -> [Int]? { read(text).map { [$0.time.year, $0.time.month, $0.time.day] } }

  private func clock(_ text: String) -> [Int]? { read(text).map { [$0.time.hour, $0.time.minute, $0.time.second] } }

  // MARK: Days

  @Test(arguments: [
    "2031-06-18", "2031-6-18", "20310618", "310618", "31-06-18", "2031-169", "2031169", "31169", "2031-W25-3",
    "2031-W253", "2031W253", "2031w25-3",
  ])
  func aDayIsTheSameInEveryForm(text: String) {
    #expect(day(text) == [2031, 6, 18])
    #expect(read(text)?.hasClock == false)
    #expect(read(text)?.isPartial == false)
    #expect(read(text)?.zone == nil)
  }

  @Test(arguments: [
    ("2031-W25", [2031, 6, 16]), ("2031-W01-1", [2030, 12, 30]), ("2031-W01-7", [2031, 1, 5]),
    ("2026-W53-7", [2027, 1, 3]), ("2028-366", [2028, 12, 31]), ("2031-001", [2031, 1, 1]), ("2031-060", [2031, 3, 1]),
    ("2028-060", [2028, 2, 29]),
  ])
  func weeksAndDaysOfTheYearAreCounted(text: String, expected: [Int]) { #expect(day(text) == expected) }

  @Test(arguments: ["2031", "2031-01", "2031-1"]) func whatIsLeftOutIsTheFirst(text: String) {
    #expect(day(text) == [2031, 1, 1])
    #expect(read(text)?.isPartial == true)
  }

  @Test(arguments: [(0, 2000), (31, 2031), (89, 2089), (90, 1990), (99, 1999)])
  func aShortYearIsOfOneOfTwoCenturies(short: Int, year: Int) { #expect(ISODateReader.century(short) == year) }

  @Test(arguments: [("31-06-18", true), ("15-06-22", true), ("99-12-31", false), ("31-13-18", false)])
  func aShortYearMayStandElsewhere(text: String, isExchangeable: Bool) {
    #expect((read(text)?.isExchangeable ?? false) == isExchangeable)
  }

  @Test(arguments: [
    "", "2", "203", "2031-13", "2031-00-01", "2031-13-01", "2031-000", "2031-367", "2031-W00", "2031-W54", "20311301",
    "311301", "2031-06-", "2031-06-123", "31-6-18", "31-06-8", "31/06/18", "123456789", "12345678901", "18 Jun 2031",
    "2031 06 18", "-2031-06-18", "港口",
  ])
  func anythingElseIsNoDay(text: String) { #expect(read(text) == nil) }

  // MARK: Times of day

  @Test(arguments: [
    ("T05:42:09", [5, 42, 9]), ("t05:42:09", [5, 42, 9]), (" 05:42:09", [5, 42, 9]), ("T054209", [5, 42, 9]),
    ("T05:42", [5, 42, 0]), ("T0542", [5, 42, 0]), ("T05", [5, 0, 0]), ("T054209.75", [5, 42, 9]),
    ("T05:42:09,5", [5, 42, 9]), ("T5:42", [5, 42, 0]), ("T24:00:00", [24, 0, 0]), ("   05:42", [5, 42, 0]),
  ])
  func aTimeOfDayFollows(text: String, expected: [Int]) {
    #expect(clock("2031-06-18" + text) == expected)
    #expect(read("2031-06-18" + text)?.hasClock == true)
  }

  @Test(arguments: [("203106180542", [5, 42, 0]), ("20310618054209", [5, 42, 9])])
  func aTimeOfDayMayBeGlued(text: String, expected: [Int]) {
    #expect(day(text) == [2031, 6, 18])
    #expect(clock(text) == expected)
  }

  @Test(arguments: ["T", " ", "  "]) func aMarkOfATimeWithoutOneSaysNothing(text: String) {
    #expect(day("2031-06-18" + text) == [2031, 6, 18])
    #expect(read("2031-06-18" + text)?.hasClock == false)
  }

  @Test(arguments: ["T5", "T054", "T05:42x", " news", "T05:42 (UTC)", "T05:42:09Zx", "T05:42 05:43", "，05:42"])
  func nothingElseMayFollow(text: String) { #expect(read("2031-06-18" + text) == nil) }

  // MARK: Zones

  @Test(arguments: [
    ("2031-06-18T05:42Z", 0), ("2031-06-18T05:42+08:00", 28_800), ("2031-06-18 05:42 -0400", -14_400),
    ("20310618T0542Z", 0), ("2031-06-18T05:42 UTC ", 0), ("2031-06-18+08:00", 28_800), ("2031-06-18Z", 0),
    ("2031-06-18T05:42:09.123456789+05:30", 19_800),
  ])
  func aZoneFollows(text: String, seconds: Int) { #expect(read(text)?.zone == .offset(seconds)) }

  @Test func anOffsetThatNoPlaceHasIsTold() {
    let date = read("2031-06-18T05:42+99:00")
    #expect(date?.hasImpossibleOffset == true)
    #expect(date?.zone == .offset(0))
    #expect(read("2031-06-18T05:42+08:00")?.hasImpossibleOffset == false)
  }

  // MARK: Since 1970

  @Test(arguments: ["1939527729", "1939527729000", "1939527729000000", "1939527729.5", "1939527729123"])
  func secondsSince1970SayDayTimeAndZone(text: String) {
    #expect(day(text) == [2031, 6, 18])
    #expect(clock(text) == [5, 42, 9])
    #expect(read(text)?.hasClock == true)
    #expect(read(text)?.zone == .offset(0))
  }

  @Test(arguments: ["1939527729Z", "1939527729 UTC", "193952772912", "19395277291234567"])
  func otherRunsOfDigitsAreNoSeconds(text: String) { #expect(read(text) == nil) }
}
