import Testing

@testable import NewsLibrary

struct BatchSizeTests {
  @Test func slowWritingMakesBatchesSmallAndFastWritingLarge() {
    let size = BatchSize()
    let start = size.current
    size.learn(start, took: .milliseconds(400))
    #expect(size.current < start)
    for _ in 0..<20 { size.learn(size.current, took: .seconds(10)) }
    #expect(size.current == 50)
    for _ in 0..<20 { size.learn(size.current, took: .microseconds(1)) }
    #expect(size.current == 1_000)
  }

  @Test func itSettlesWhereABatchTakesFortyMilliseconds() {
    let size = BatchSize()
    // Ten thousand articles a second.
    for _ in 0..<30 { size.learn(size.current, took: .microseconds(size.current * 100)) }
    #expect((390...410).contains(size.current))
  }
}
