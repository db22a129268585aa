import Testing
import TextBasics
import Widgets

@Suite struct ParagraphTests {
  private static let paragraph = ["一", "二", "三"].map { Line.plain(SafeText($0)) }

  @Test func showsTheRowsFromItsOffsetOn() {
    #expect(Paragraph(lines: Self.paragraph, offset: 1).lines(4, 2) == ["二", "三"])
    #expect(Paragraph(lines: Self.paragraph).lines(4, 2) == ["一", "二"])
  }

  @Test(arguments: [(-2, "一"), (2, "三"), (3, ""), (.max, "")]) func anyOffsetIsFine(offset: Int, first: String) {
    #expect(Paragraph(lines: Self.paragraph, offset: offset).lines(4, 1) == [first])
  }
}
