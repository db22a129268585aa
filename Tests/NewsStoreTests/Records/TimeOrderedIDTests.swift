import NewsModel
import Testing

@testable import NewsStore

@Suite struct TimeOrderedIDTests {
  @Test(arguments: [Int64(0), 1_709_294_400, -1, -3_600, 253_402_300_799])
  func laterTimesWantLargerIds(seconds: Int64) {
    let moment = Timestamp(seconds)
    let id = TimeOrderedID.preferred(moment)
    #expect(TimeOrderedID.minute(of: id) == moment.minute)
    #expect(id <= TimeOrderedID.preferred(moment + 1))
    #expect(id < TimeOrderedID.preferred(moment + 60))
  }

  @Test func aRangeOfTimeIsARangeOfIds() {
    let ids = TimeOrderedID.ids(of: noon + 1..<noon + 60, overflow: 0)
    #expect(ids == TimeOrderedID.first(ofMinute: noon.minute)..<TimeOrderedID.first(ofMinute: noon.minute + 1))
    #expect(TimeOrderedID.ids(of: noon..<noon + 61, overflow: 2).count == 4 * 32)
    #expect(TimeOrderedID.ids(of: noon..<noon, overflow: 9).isEmpty)
  }
}
