import Terminal
import Testing
import TextBasics
import Widgets

@Suite struct ListViewTests {
  private static let blue = Color.ansi(4)
  private static let tag = Style(foreground: .ansi(3), modifiers: .underline)

  private static func list(offset: Int = 0, selected: Int?, selectedStyle: Style) -> ListView {
    ListView(
      rowCount: 4, offset: offset, selected: selected, row: { Line([Span("\($0) 要闻"), Span(" #", style: tag)]) },
      style: Style(modifiers: .dim), selectedStyle: selectedStyle)
  }

  @Test func showsTheRowsFromItsOffsetOn() {
    #expect(Self.list(selected: nil, selectedStyle: .standard).lines(9, 2) == ["0 要闻 #", "1 要闻 #"])
    #expect(Self.list(offset: 3, selected: nil, selectedStyle: .standard).lines(9, 2) == ["3 要闻 #", ""])
    #expect(Self.list(offset: 9, selected: nil, selectedStyle: .standard).lines(9, 1) == [""])
  }

  @Test func theSelectionSpansTheRowAndKeepsTheColoursOfItsText() {
    let selection = Style(foreground: .ansi(7), background: Self.blue, modifiers: .bold)
    let buffer = Self.list(selected: 1, selectedStyle: selection).buffer(10, 3)
    #expect(buffer.row(1).allSatisfy { $0.style.background == Self.blue && $0.style.modifiers.contains(.bold) })
    #expect(buffer[7, 1].style == Style(foreground: .ansi(3), background: Self.blue, modifiers: [.bold, .underline]))
    #expect(buffer[9, 1].style == selection)
    #expect(buffer.row(0).allSatisfy { $0.style.background == .standard })
  }

  @Test func inReverseVideoTheRowHasOneColour() {
    let buffer = Self.list(selected: 0, selectedStyle: Style(modifiers: .reverse)).buffer(10, 1)
    #expect(buffer.row(0).allSatisfy { $0.style.foreground == .standard && $0.style.modifiers.contains(.reverse) })
    #expect(buffer[7, 0].style.modifiers.contains(.underline))
  }

  @Test(arguments: [(4, nil), (5, 1), (7, 3), (8, nil), (9, nil)] as [(Int, Int?)])
  func aRowOfTheScreenTellsItsRow(y: Int, index: Int?) {
    let list = Self.list(offset: 1, selected: nil, selectedStyle: .standard)
    #expect(list.index(atRow: y, in: Rect(x: 0, y: 5, width: 3, height: 4)) == index)
  }
}
