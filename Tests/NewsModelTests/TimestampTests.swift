import Foundation
import NewsModel
import Testing

@Suite struct TimestampTests {
  @Test(arguments: [(Int64(0), Int64(0)), (59, 0), (60, 1), (-1, -1), (-60, -1), (-61, -2)] as [(Int64, Int64)])
  func minutesRoundTowardsThePast(seconds: Int64, minute: Int64) {
    #expect(Timestamp(seconds).minute == minute)
  }

  @Test(
    arguments: [
      (Int64(7), Int64(2)), (-7, 2), (7, -2), (-7, -2), (0, 3), (-6, 3), (6, -3), (-10_000_000_000_000_001, 900),
    ] as [(Int64, Int64)])
  func flooredDivisionBelongsTogether(dividend: Int64, divisor: Int64) {
    let (quotient, remainder) = (dividend.flooredQuotient(by: divisor), dividend.flooredRemainder(by: divisor))
    #expect(quotient * divisor + remainder == dividend)
    #expect(divisor > 0 ? (0..<divisor).contains(remainder) : (divisor + 1...0).contains(remainder))
  }

  @Test func secondsAreAddedAndMeasured() {
    let moment = Timestamp(100)
    #expect(moment + 20 == Timestamp(120))
    #expect(moment - 20 == Timestamp(80))
    #expect(moment + 20 - moment == 20)
    #expect(moment < moment + 1)
  }

  @Test(arguments: [
    ("Asia/Shanghai", "2022-06-15T05:42:09+08:00"), ("UTC", "2022-06-14T21:42:09+00:00"),
    ("America/St_Johns", "2022-06-14T19:12:09-02:30"), ("Asia/Kathmandu", "2022-06-15T03:27:09+05:45"),
  ])
  func isoFormsNameTheOffset(zone: String, text: String) throws {
    let zone = try #require(TimeZone(identifier: zone))
    #expect(Timestamp(1_655_242_929).iso8601(in: zone) == text)
  }

  @Test func inJSONItIsANumber() throws {
    let data = try JSONEncoder().encode([Timestamp(12)])
    #expect(String(decoding: data, as: UTF8.self) == "[12]")
    #expect(try JSONDecoder().decode([Timestamp].self, from: data) == [Timestamp(12)])
  }
}
