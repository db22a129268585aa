import Foundation
import Testing

@testable import ArticleFields

/// What both readers of dates take from bytes, and where they stand afterwards.
@Suite struct DateBytesTests {
  /// What was read, and the text that is left.
  private func read<Result>(_ text: String, _ body: (inout DateBytes) -> Result) -> (result: Result, rest: String) {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var input = DateBytes(bytes)
      let result = body(&input)
      return (result, String(decoding: bytes[input.index...], as: UTF8.self))
    }
  }

  // MARK: Numbers and words

  @Test func nothingStandsBehindTheEnd() {
    let seen = read("7") { [$0.peek(0), $0.peek(1), $0.peek(9)] }.result
    #expect(seen == [UInt8(ascii: "7"), 0, 0])
    #expect(read("") { $0.isAtEnd && $0.peek == 0 && $0.digitCount == 0 }.result)
  }

  @Test func aNumberHasAsManyDigitsAsAreAskedFor() {
    let year = read("20310618") { [$0.number(4), $0.number(2)] }
    #expect(year.result == [2031, 6])
    #expect(year.rest == "18")
    #expect(read("999999999999999999") { $0.number(18) }.result == 999_999_999_999_999_999)
  }

  @Test(arguments: [("12", 3), ("1a", 2), ("", 1), ("12", 0), ("12", -1), ("9999999999999999999", 19)])
  func aNumberWithFewerDigitsIsNone(text: String, count: Int) {
    let (number, rest) = read(text) { $0.number(count) }
    #expect(number == nil)
    #expect(rest == text)
  }

  @Test(arguments: [
    ("JUNE 5", "june", " 5"), ("Jun.", "jun", "."), ("março 5", "março", " 5"), ("日下午3", "日下午", "3"), ("5", "", "5"),
    ("T9:15", "t", "9:15"),
  ])
  func aWordHasSmallLettersAndNoDigits(text: String, word: String, rest: String) {
    let found = read(text) { $0.word() }
    #expect(found.result == word)
    #expect(found.rest == rest)
  }

  @Test func blanksOfAnyKindAreSkipped() {
    #expect(read(" \t\n\r x") { $0.skipBlanks() }.rest == "x")
    #expect(read("　x") { $0.skipBlanks() }.rest == "　x")
  }

  // MARK: Times of day

  @Test(arguments: [
    ("9:15", [9, 15, 0], ""), ("09:15:30.250Z", [9, 15, 30], "Z"), ("09:15:30,5 x", [9, 15, 30], " x"),
    ("23:59:7", [23, 59, 7], ""), ("9:5", [9, 5, 0], ""), ("12:30:", [12, 30, 0], ":"), ("12:30.", [12, 30, 0], "."),
    ("12:30:45678", [12, 30, 45], "678"),
  ])
  func aClockHasHoursAndMinutes(text: String, parts: [Int], rest: String) {
    let (clock, left) = read(text) { $0.clock().map { [$0.hour, $0.minute, $0.second] } }
    #expect(clock == parts)
    #expect(left == rest)
  }

  @Test(arguments: ["", ":15", "9", "9:", "9-15", "123:45", "9:123", "9 :15", "a:15"])
  func whatIsNoClockStaysWhereItIs(text: String) {
    let (isClock, rest) = read(text) { $0.clock() != nil }
    #expect(!isClock)
    #expect(rest == text)
  }

  // MARK: Zones

  @Test(arguments: [
    ("+0800", 28_800, ""), ("-0530", -19_800, ""), ("+08", 28_800, ""), ("+8", 28_800, ""), ("-5:30", -19_800, ""),
    ("+05:45 x", 20_700, " x"), ("+08:", 28_800, ":"), ("+530", 19_800, ""), ("+08001", 28_800, "1"), ("-0000", 0, ""),
  ])
  func anOffsetIsTheTimeAheadOfUTC(text: String, seconds: Int, rest: String) {
    let found = read(text) { $0.offset() }
    #expect(found.result == seconds)
    #expect(found.rest == rest)
  }

  @Test(arguments: ["", "0800", "Z", "+", "-x"]) func anOffsetHasASignAndDigits(text: String) {
    #expect(read(text) { $0.offset() }.result == nil)
  }

  @Test(arguments: [("+1500", false), ("-1500", false), ("+1501", true), ("-99:00", true), ("+9999", true)])
  func noPlaceIsFurtherThanFifteenHours(text: String, isImpossible: Bool) {
    #expect(read(text) { $0.offset() == 0 && $0.hasImpossibleOffset }.result == isImpossible)
  }

  @Test(arguments: [
    ("Z", 0, ""), (" GMT", 0, ""), ("ut", 0, ""), ("EST", -5, ""), ("EDT x", -4, " x"), ("HKT", 8, ""), ("Y", 12, ""),
    ("M", -12, ""), ("北京时间", 8, ""), ("北京時間", 8, ""), ("Etc/GMT", 0, ""), ("GMT+8", 8, ""), ("UTC +08:00", 8, ""),
    ("GMT ", 0, " "), ("EST+1", -5, "+1"), ("-0400", -4, ""),
  ])
  func aZoneIsAnOffsetOrAName(text: String, hours: Int, rest: String) {
    let found = read(text) { $0.zone() }
    #expect(found.result == .offset(hours * 3_600))
    #expect(found.rest == rest)
  }

  @Test func halvesOfAnHourAreWritten() {
    #expect(read("IST") { $0.zone() }.result == .offset(19_800))
    #expect(read("NST") { $0.zone() }.result == .offset(-12_600))
  }

  @Test func whatHasSummerTimeIsAZoneByItsName() throws {
    #expect(read("ET") { $0.zone() }.result == .named(try #require(TimeZone(identifier: "America/New_York"))))
    let named = read("America/Los_Angeles, x") { $0.zone() }
    #expect(named.result == .named(try #require(TimeZone(identifier: "America/Los_Angeles"))))
    #expect(named.rest == ", x")
  }

  @Test func theLettersCSTAreLeftOpen() { #expect(read("CST") { $0.zone() }.result == .central) }

  @Test(arguments: ["", "Port", "Mars/Harbour", "(", "港口", "GMTX"]) func otherWordsAreNoZones(text: String) {
    let (zone, rest) = read(text) { $0.zone() }
    #expect(zone == nil)
    #expect(rest == text)
  }
}
