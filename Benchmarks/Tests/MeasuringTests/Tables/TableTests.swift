import Measuring
import Testing

@Suite struct TableTests {
  @Test func showsFiguresBarsAndVerdicts() {
    var key = Figure(name: "`j`", bar: Bar(median: 0.5, p99: 8, bytes: 450, staysLevel: true))
    key.samples = [1_000: Samples([0.25]), 1_000_000: Samples([0.5, 0.25, 9.125])]
    key.bytes = [1_000_000: Samples([351, 351, 1_402])]
    var speed = Figure(name: "import", unit: .perSecond, bar: Bar(atLeast: 20_000))
    speed.samples = [1_000_000: Samples([21_345.6])]
    let table = Table([key, speed], sizes: [1_000, 1_000_000])
    #expect(
      table.lines == [
        "|  | 1,000 | 1,000,000 | bytes | ratio | bar |  |", "| --- | ---: | ---: | ---: | ---: | --- | --- |",
        "| `j` | 0.25 | 0.50 / 9.12 | 351 / 1,402 | 2.00 × | ≤ 0.5 ms, p99 ≤ 8 ms, ≤ 450 bytes, level | FAIL |",
        "| import |  | 21,346 |  |  | ≥ 20,000 a second | PASS |",
      ])
    #expect((table.passes, table.failures) == (1, 1))
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567")])
  func numbersAreGrouped(number: Int, text: String) { #expect(Table.grouped(number) == text) }
}
