import Terminal
import Testing
import TextBasics
import Widgets

@Suite struct TabBarTests {
  private static let bar = TabBar(
    titles: ["1要闻", "2自选", "3统计", "4来源"], selected: 2, selectedStyle: Style(modifiers: .bold))

  @Test func titlesStandInARow() {
    #expect(Self.bar.lines(30) == [" 1要闻 2自选 3统计 4来源"])
    #expect(Self.bar.columns(ColumnWidths()) == 24)
  }

  @Test func theSelectedTitleIsMarked() {
    let cells = Self.bar.buffer(30).cells
    #expect(cells.indices.filter { cells[$0].style == Style(modifiers: .bold) } == Array(13..<18))
  }

  @Test func theSelectedTitleIsLeftOutLast() {
    #expect(Self.bar.lines(14) == [" 1要闻 3统计"])
    #expect(Self.bar.lines(6) == [" 3统计"])
    #expect(Self.bar.lines(5) == [" 3统…"])
  }

  @Test(arguments: [(4, nil), (5, 0), (9, 0), (10, nil), (11, 2), (16, nil)] as [(Int, Int?)])
  func aColumnTellsItsTitle(column: Int, index: Int?) {
    #expect(Self.bar.index(atColumn: column, in: Rect(x: 4, y: 0, width: 14, height: 1)) == index)
  }
}
