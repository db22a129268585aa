import Terminal
import Testing
import TextBasics

@Suite struct BufferTests {
  private var buffer = Buffer(size: Size(width: 8, height: 3))
  private let bold = Style(modifiers: .bold)

  /// Each cell's text, `_` in the right half of a wide character.
  private func cells(_ buffer: Buffer, row: Int) -> String {
    buffer.row(row).map { $0.isContinuation ? "_" : $0.text }.joined()
  }

  @Test func textTakesItsColumns() {
    var buffer = buffer
    #expect(buffer.write("a中b", x: 1, y: 0, style: bold) == 4)
    #expect(cells(buffer, row: 0) == " a中_b   ")
    #expect(buffer[2, 0].style == bold)
    #expect(buffer[3, 0].style == bold)
    #expect(buffer[0, 0].style == .standard)
  }

  @Test(arguments: [("Reuters", true), ("仅标题", false), ("IPO 受理", false), ("かな", false), ("한국", false), ("“…”", true)])
  func signsWithoutItalicsStayUpright(_ text: String, _ isItalic: Bool) {
    var buffer = Buffer(size: Size(width: 12, height: 1))
    buffer.write(SafeText(text), x: 0, y: 0, style: Style(modifiers: [.italic, .bold]))
    #expect(buffer.row(0).first?.style.modifiers == (isItalic ? [.italic, .bold] : [.bold]))
  }

  @Test func aWideCharacterThatDoesNotFitIsLeftOut() {
    var buffer = buffer
    #expect(buffer.write("中文中文中", in: Rect(x: 0, y: 0, width: 5, height: 1), style: bold) == 4)
    #expect(cells(buffer, row: 0) == "中_文_    ")
  }

  @Test func textIsCutAtTheEdgesOfTheScreen() {
    var buffer = buffer
    buffer.write("abc", x: 6, y: 0, style: bold)
    buffer.write("xyz", in: Rect(x: -2, y: 1, width: 8, height: 1), style: bold)
    buffer.write("中文", in: Rect(x: -1, y: 2, width: 8, height: 1), style: bold)
    #expect(cells(buffer, row: 0) == "      ab")
    #expect(cells(buffer, row: 1) == "z       ")
    #expect(cells(buffer, row: 2) == " 文_     ")
  }

  @Test(arguments: [-1, 3, 100]) func rowsOutsideAreIgnored(y: Int) {
    var buffer = buffer
    #expect(buffer.write("abc", x: 0, y: y, style: bold) == 0)
    #expect(buffer == self.buffer)
  }

  @Test(arguments: [(0, "x 文_    "), (1, " x文_    "), (2, "中_x     "), (3, "中_ x    ")])
  func halfACharacterNeverStays(x: Int, expected: String) {
    var buffer = buffer
    buffer.write("中文", x: 0, y: 0, style: bold)
    buffer.write("x", x: x, y: 0, style: bold)
    #expect(cells(buffer, row: 0) == expected)
  }

  @Test(arguments: [(0, "好_文_    "), (1, " 好_     "), (2, "中_好_    "), (3, "中_ 好_   ")])
  func aWideCharacterOverWideOnes(x: Int, expected: String) {
    var buffer = buffer
    buffer.write("中文", x: 0, y: 0, style: bold)
    buffer.write("好", x: x, y: 0, style: bold)
    #expect(cells(buffer, row: 0) == expected)
  }

  @Test func fillingKeepsToTheRectangleAndTheScreen() {
    var buffer = buffer
    buffer.write("中文中文", x: 0, y: 1, style: .standard)
    buffer.fill(Rect(x: 1, y: 1, width: 4, height: 9), with: "-", style: bold)
    #expect(cells(buffer, row: 0) == "        ")
    #expect(cells(buffer, row: 1) == " ---- 文_")
    #expect(cells(buffer, row: 2) == " ----   ")
  }

  @Test func restylingLeavesTheText() {
    var buffer = buffer
    buffer.write("中文", x: 0, y: 0, style: .standard)
    buffer.restyle(Rect(x: 0, y: 0, width: 2, height: 1)) { $0.adding(.reverse) }
    #expect(cells(buffer, row: 0) == "中_文_    ")
    #expect(buffer.row(0).map { $0.style.modifiers == .reverse } == [true, true] + Array(repeating: false, count: 6))
  }

  @Test func linesEndWithoutBlanks() {
    var buffer = buffer
    buffer.write(" 中 b", x: 0, y: 1, style: .standard)
    #expect(buffer.lines == ["", " 中 b", ""])
  }

  @Test func ambiguousCharactersTakeWhatTheTableSays() {
    var buffer = Buffer(size: Size(width: 4, height: 1), widths: ColumnWidths(ambiguous: 2))
    let columns = buffer.widths.columns("─" as SafeText)
    #expect(buffer.write("──", x: 0, y: 0, style: .standard) == 2 * columns)
  }

  @Test func anEmptyScreenTakesEverything() {
    var buffer = Buffer(size: Size(width: 0, height: 0))
    buffer.write("中", x: 0, y: 0, style: .standard)
    buffer.fill(Rect(x: 0, y: 0, width: 3, height: 3), style: .standard)
    #expect(buffer.cells.isEmpty)
  }

  @Test func fillingBlanksWhatItCutsInTwo() {
    var buffer = buffer
    buffer.write("中文中文", x: 0, y: 0, style: bold)
    buffer.fill(Rect(x: 1, y: 0, width: 4, height: 1), with: "-", style: .standard)
    #expect(cells(buffer, row: 0) == " ---- 文_")
  }

  @Test func cellsAreTakenFromAnotherFrameToAnotherPlace() {
    var other = Buffer(size: Size(width: 6, height: 2))
    other.write("a中b", x: 1, y: 1, style: bold)
    var buffer = buffer
    buffer.copy(Rect(x: 1, y: 1, width: 4, height: 1), from: other, to: Point(x: 3, y: 2))
    #expect(cells(buffer, row: 2) == "   a中_b ")
    #expect(buffer[4, 2].style == bold)
  }

  @Test(arguments: [Point(x: -2, y: 0), Point(x: 6, y: 2), Point(x: 9, y: 0), Point(x: 0, y: -1), Point(x: 0, y: 3)])
  func whatIsCopiedToTheOutsideIsCutOff(target: Point) {
    var other = Buffer(size: Size(width: 9, height: 1))
    other.write("abcd", x: 0, y: 0, style: bold)
    var buffer = buffer
    buffer.copy(Rect(x: -1, y: 0, width: 5, height: 1), from: other, to: target)
    for y in 0..<3 {
      for x in 0..<8 {
        let source = x - target.x - 1
        #expect(buffer[x, y].text == (y == target.y && (0..<4).contains(source) ? other[source, 0].text : " "))
      }
    }
  }
}
