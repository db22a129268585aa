import Terminal
import Testing
import TextBasics
import Widgets

@Suite struct StackedBarTests {
  private static func bar(_ values: [Int], total: Int? = nil) -> StackedBar {
    let names = ["晨报", "晚报", "周刊", "通讯"]
    return StackedBar(
      parts: values.enumerated().map { index, value in
        StackedBar.Part(label: SafeText(names[index]), value: value, fillSymbol: Symbols.unicode.fills[index])
      }, total: total)
  }

  @Test func sharesFillTheBar() {
    #expect(Self.bar([14, 10, 8, 8]).lines(20) == ["███████▓▓▓▓▓▒▒▒▒░░░░"])
    #expect(Self.bar([1, 1, 1]).lines(20) == ["███████▓▓▓▓▓▓▓▒▒▒▒▒▒"])
  }

  @Test func whatIsMissingInTheTotalStaysBlank() {
    #expect(Self.bar([5, 5], total: 20).lines(20) == ["█████▓▓▓▓▓"])
    #expect(Self.bar([5, 5], total: 3).lines(4) == ["██▓▓"])
  }

  @Test func whatIsMoreThanNothingIsSeen() {
    #expect(Self.bar([1000, 1, 0, 1]).lines(10) == ["████████▓░"])
    #expect(Self.bar([.max, 1]).lines(4) == ["███▓"])
    #expect(Self.bar([3, 2, 1]).lines(2) == ["█▓"])
  }

  @Test func noValuesLeaveTheBarBlank() {
    #expect(Self.bar([0, -3]).lines(6) == [""])
    #expect(Self.bar([]).lines(6) == [""])
  }

  @Test func labelsStandAroundTheBarWhereThereIsRoom() {
    var bar = Self.bar([3, 1])
    bar.label = "来源"
    bar.trailing = "已读 3/4"
    #expect(bar.lines(24) == ["来源 ████████▓▓ 已读 3/4"])
    #expect(bar.lines(17) == ["██████▓▓ 已读 3/4"])
    #expect(bar.lines(16) == ["来源 ████████▓▓▓"])
    #expect(bar.lines(8) == ["██████▓▓"])
  }

  @Test func theLegendKeepsNamesAndNumbersApart() {
    let bar = StackedBar(parts: [
      StackedBar.Part(label: "Wire24", value: 7, fillSymbol: "█"),
      StackedBar.Part(label: "晨报", value: 2, fillSymbol: "▓"),
    ])
    #expect(bar.legend(width: 30).spans.map(\.text.string).joined() == "█ Wire24 7  ▓ 晨报 2")
  }

  @Test func theLegendTellsNumbersInWholeEntries() {
    func legend(_ width: Int) -> String {
      Self.bar([14, 10, 8]).legend(width: width).spans.map(\.text.string).joined()
    }
    #expect(legend(33) == "█ 晨报 14  ▓ 晚报 10  ▒ 周刊 8")
    #expect(legend(29) == "█ 晨报 14  ▓ 晚报 10")
    #expect(legend(6).isEmpty)
  }
}
