import Foundation
import Testing

@testable import Configuration

@Suite struct POSIXZoneTests {
  @Test(arguments: [
    ("JST-9", 32_400), ("UTC0", 0), ("<+0530>-5:30", 19_800), ("XYZ+3", -10_800), ("ABC-1:02:03", 3_723),
    ("QQQ5SSS,M3.2.0,M11.1.0", -18_000),
  ])
  func theOffsetIsThatWestOfGreenwich(text: String, seconds: Int) {
    #expect(POSIXZone.zone(text)?.secondsFromGMT() == seconds)
    #expect(TimeZone.ofComputer(["TZ": text]).secondsFromGMT() == seconds)
  }

  @Test(arguments: [
    "", "Asia/Tokyo", "JST", "J-9", "<+09", "JST-9:", "JST-99", "JST-9:61", "JST-9 x", ":Asia/Tokyo", "日本-9",
  ])
  func othersAreNone(text: String) {
    #expect(POSIXZone.zone(text) == nil)
    #expect(TimeZone.ofComputer(["TZ": text]) == .current)
  }
}
