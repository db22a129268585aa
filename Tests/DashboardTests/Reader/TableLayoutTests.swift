import Testing
import TextBasics

@testable import Dashboard

/// Tables fit whatever pane they stand in, and nothing of them is lost.
@Suite struct TableLayoutTests {
  private static let rows = [
    ["项目", "本期（亿元）", "同比", "说明"],
    ["营业收入", "12.4", "+5.1%", "新品放量，出口订单在二季度恢复"],
    ["净利润", "1.9", "-17.4%", "召回费用计入当季"],
  ]

  private func lines(_ width: Int, _ rows: [[String]] = rows, _ widths: ColumnWidths = ColumnWidths()) -> [String] {
    TableLayout(rows, width: width, widths: widths).lines().map(\.text.string)
  }

  @Test func columnsAreAsWideAsTheirCellsWhereThatFits() {
    #expect(
      lines(70) == [
        "项目      本期（亿元）    同比  说明",
        "营业收入          12.4   +5.1%  新品放量，出口订单在二季度恢复",
        "净利润             1.9  -17.4%  召回费用计入当季",
      ])
  }

  @Test func wordsWrapAndNumbersStayWholeAtTheRight() {
    #expect(
      lines(40) == [
        "项目        本期（亿    同比  说明",
        "                元）",
        "营业收入        12.4   +5.1%  新品放量，",
        "                              出口订单在",
        "                              二季度恢复",
        "净利润           1.9  -17.4%  召回费用计",
        "                              入当季",
      ])
  }

  @Test func onNarrowPanesEachRowIsARecord() {
    #expect(
      lines(26) == [
        "营业收入",
        "  本期（亿元）    12.4",
        "  同比           +5.1%",
        "  说明          新品放量，",
        "                出口订单在",
        "                二季度恢复",
        "",
        "净利润",
        "  本期（亿元）     1.9",
        "  同比          -17.4%",
        "  说明          召回费用计",
        "                入当季",
      ])
  }

  @Test func aRowAloneIsAListOfItsCells() {
    #expect(lines(8, [["第一栏的内容", "第二栏", "第三栏"]]) == ["第一栏的", "内容", "第二栏", "第三栏"])
    #expect(lines(8, [["甲", "乙"]]) == ["甲  乙"])
    #expect(lines(8, []) == [])
    #expect(lines(8, [[]]) == [])
  }

  @Test(arguments: [10, 16, 24, 33, 40, 60, 76])
  func nothingIsLostAndNothingIsTooWide(_ width: Int) {
    let layout = TableLayout(Self.rows, width: width, widths: ColumnWidths())
    let lines = layout.lines()
    for line in lines { #expect(ColumnWidths().columns(line.text) <= width, "\(line.text)") }
    for (row, cells) in layout.cells.enumerated() {
      for (column, cell) in cells.enumerated() {
        let shown = lines.flatMap { line in
          line.parts.filter { $0.row == row && $0.column == column }.map { part in
            #expect(part.cellOffset <= cell.string.utf8.count)
            return String(line.text.string.utf8.dropFirst(part.lineOffset).prefix(part.count)) ?? "?"
          }
        }
        // The first label of a record stands for the row itself.
        if width >= 33 || row > 0 || column > 0 { #expect(shown.joined() == cell.string) }
      }
    }
  }

  @Test func aLongTableTakesTimeInStepWithItsLength() {
    let row = ["一家公司的名字", String(repeating: "说明", count: 20_000), "3.5"]
    #expect(!lines(40, [row, row, row]).isEmpty)
    #expect(!lines(40, [[String]](repeating: ["甲"], count: 2) + [[String](repeating: "乙", count: 5_000)]).isEmpty)
  }
}
