import Terminal
import Testing
import TextBasics
import Widgets

@Suite struct TableTests {
  private static let table = Table(
    columns: [
      Table.Column("键", width: .fixed(6)), Table.Column("作用", width: .flexible),
      Table.Column("次数", width: .min(6), alignment: .right),
    ],
    rows: [[.plain("j k"), .plain("下一条，上一条"), .plain("12")], [.plain("Enter"), .plain("打开")]])

  @Test func columnsAreAligned() {
    #expect(
      Self.table.lines(34, 3) == [
        "键      作用                  次数",
        "j k     下一条，上一条          12",
        "Enter   打开",
      ])
  }

  @Test func aFlexibleColumnGivesWayFirst() {
    #expect(
      Self.table.lines(24, 2) == [
        "键      作用        次数",
        "j k     下一条…       12",
      ])
  }

  @Test func thenTheLastColumnsAreLeftOut() {
    #expect(Self.table.lines(16, 2) == ["键      作用", "j k     下一条…"])
    #expect(Self.table.lines(3, 3) == ["键", "j k", "En…"])
  }

  @Test func theSelectedRowIsMarkedOverItsWholeWidth() {
    var table = Self.table
    table.selected = 1
    let buffer = table.buffer(34, 3)
    #expect(buffer.row(2).allSatisfy { $0.style == Style(modifiers: .reverse) })
    #expect(buffer.row(1).allSatisfy { $0.style == .standard })
  }

  @Test func rowsScrollUnderTheHeader() {
    var table = Self.table
    table.offset = 1
    #expect(table.lines(34, 2).map { $0.prefix(5) } == ["键    ", "Enter"])
    table.hasHeader = false
    #expect(table.lines(34, 1) == ["Enter   打开"])
  }
}
