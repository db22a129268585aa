import Terminal
import Testing
import Widgets

@Suite struct InputLineTests {
  private static let row = Rect(x: 2, y: 3, width: 10, height: 1)

  /// The text that is seen in ten columns, and the cursor's column within them.
  private static func seen(_ cursor: Int) -> (text: [String], column: Int) {
    let line = InputLine(label: "/", text: "消费金融公司x", cursor: cursor)
    return (line.lines(10), line.cursorPoint(in: row).x - row.x)
  }

  @Test(arguments: [
    (0, "/消费金融", 1), (1, "/消费金融", 3), (4, "/消费金融", 9), (5, "/费金融公", 9), (7, "/融公司x", 8),
  ])
  func scrollsWithTheCursor(cursor: Int, text: String, column: Int) {
    let seen = Self.seen(cursor)
    #expect(seen.text == [text])
    #expect(seen.column == column)
  }

  @Test func aCursorOutsideOfTheTextIsTakenToItsEnds() {
    #expect(Self.seen(-4).column == 1)
    #expect(Self.seen(99).column == 8)
  }

  @Test func takesAFieldAsItIs() {
    let line = InputLine(label: ":", field: TextField(text: "tag", cursor: 1))
    #expect(line.cursorPoint(in: Self.row) == Point(x: 4, y: 3))
  }

  @Test func theLabelGivesWayToTheText() {
    #expect(InputLine(label: "起始日期：", text: "2022", cursor: 4).lines(6) == ["2022"])
  }

  @Test func aTabInTheTextIsShownAsABlank() {
    #expect(InputLine(label: "", text: "a\tb\u{1B}", cursor: 2).lines(6) == ["a b"])
  }
}
