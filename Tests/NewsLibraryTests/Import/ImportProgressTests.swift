import Testing

@testable import NewsLibrary

struct ImportProgressTests {
  @Test func shareRateAndTimeLeftFollowFromTheFigures() {
    let progress = ImportProgress(bytesRead: 25, bytesInAll: 100, articles: 500, elapsed: .seconds(2))
    #expect(progress.fraction == 0.25)
    #expect(progress.rate == 250)
    #expect(progress.remaining == .seconds(6))
  }

  @Test func nothingIsClaimedWhereTheWholeIsUnknown() {
    let progress = ImportProgress(bytesRead: 25, bytesInAll: nil, articles: 0, elapsed: .zero)
    #expect(progress.fraction == nil)
    #expect(progress.remaining == nil)
    #expect(progress.rate == 0)
  }

  @Test func anInputOfNothingIsDone() {
    #expect(ImportProgress(bytesRead: 0, bytesInAll: 0, articles: 0, elapsed: .zero).fraction == 1)
  }
}
