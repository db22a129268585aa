import Terminal
import Testing
import Widgets

@Suite struct KeyHintsTests {
  private static let bold = Style(modifiers: .bold)
  private static let hints = KeyHints(
    [("j/k", "移动"), ("↵", "阅读"), ("Tab", "换栏"), ("?", "帮助")], keyStyle: bold)

  @Test(arguments: [
    (40, "j/k 移动  ↵ 阅读  Tab 换栏  ? 帮助"), (34, "j/k 移动  ↵ 阅读  Tab 换栏  ? 帮助"),
    (33, "j/k 移动  ↵ 阅读  ? 帮助"), (16, "j/k 移动  ? 帮助"), (15, "? 帮助"), (6, "? 帮助"), (5, ""), (0, ""),
  ])
  func onlyWholeHintsAreShown(width: Int, expected: String) {
    #expect(Self.hints.lines(width) == [expected])
  }

  @Test func keysHaveAStyleOfTheirOwn() {
    let cells = Self.hints.buffer(34).cells
    #expect(cells.prefix(9).map { $0.style == Self.bold } == "111000000".map { $0 == "1" })
  }

  @Test func aHintMayHaveNoTitle() {
    #expect(KeyHints([("Q", ""), ("q", "退出")]).lines(20) == ["Q  q 退出"])
  }

  @Test(
    arguments: [
      (0, nil), (1, 0), (8, 0), (9, nil), (10, nil), (11, 1), (16, 1), (17, nil), (19, 3), (24, 3), (25, nil),
    ] as [(Int, Int?)])
  func aColumnTellsItsHint(column: Int, index: Int?) {
    #expect(Self.hints.index(atColumn: column, in: Rect(x: 1, y: 0, width: 28, height: 1)) == index)
  }
}
