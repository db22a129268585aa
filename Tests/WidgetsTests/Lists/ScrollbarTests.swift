import Testing
import Widgets

@Suite struct ScrollbarTests {
  private static func bar(total: Int, visible: Int, offset: Int) -> String {
    Scrollbar(total: total, visible: visible, offset: offset).lines(1, 6).joined()
  }

  @Test func theThumbIsAsLongAsWhatIsSeen() {
    #expect(Self.bar(total: 12, visible: 6, offset: 0) == "███│││")
    #expect(Self.bar(total: 12, visible: 6, offset: 2) == "│███││")
    #expect(Self.bar(total: 12, visible: 6, offset: 6) == "│││███")
  }

  @Test func theThumbTouchesAnEndOnlyThere() {
    #expect(Self.bar(total: 9000, visible: 6, offset: 1) == "│█││││")
    #expect(Self.bar(total: 9000, visible: 6, offset: 8993) == "││││█│")
    #expect(Self.bar(total: 9000, visible: 6, offset: 8994) == "│││││█")
  }

  @Test func nothingIsDrawnWhereAllIsSeen() {
    #expect(Self.bar(total: 6, visible: 6, offset: 0).isEmpty)
    #expect(Self.bar(total: 0, visible: 0, offset: 0).isEmpty)
  }

  @Test func hugeCountsAreFine() {
    #expect(Self.bar(total: .max, visible: 6, offset: .max) == "│││││█")
  }

  @Test func standsInTheLastColumn() {
    #expect(Scrollbar(total: 4, visible: 2, offset: 0, symbols: .ascii).lines(3, 2) == ["  #", "  |"])
  }
}
