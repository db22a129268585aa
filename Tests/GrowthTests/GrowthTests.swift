import Growth
import Testing

/// What the tests of linear time stand on.
@Suite struct GrowthTests {
  @Test func linearWorkIsTold() {
    let isLinear = growsLinearly(from: 20_000, { Array(0..<$0) }) { numbers in
      var sum = 0
      for number in numbers { sum = sum &* 31 &+ number }
      keep(sum)
    }
    #expect(isLinear)
  }

  @Test func quadraticWorkIsTold() {
    let isLinear = growsLinearly(from: 400, { Array(0..<$0) }) { numbers in
      var sum = 0
      for number in numbers { for other in numbers { sum = sum &* 31 &+ (number ^ other) } }
      keep(sum)
    }
    #expect(!isLinear)
  }

  /// What a result is needed for, so that it is computed.
  @inline(never) private func keep(_ number: Int) {}
}
