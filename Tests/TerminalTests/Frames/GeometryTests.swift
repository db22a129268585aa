import Terminal
import Testing

@Suite struct GeometryTests {
  private let rect = Rect(x: 2, y: 1, width: 5, height: 4)

  @Test func extentsAreNeverNegative() {
    #expect(Size(width: -1, height: -2) == Size(width: 0, height: 0))
    #expect(Rect(x: 0, y: 0, width: -3, height: 2).isEmpty)
    #expect(rect.inset(left: 4, right: 4).width == 0)
  }

  @Test func intersectionIsWhatBothCover() {
    #expect(rect.intersection(Rect(x: 4, y: 0, width: 9, height: 3)) == Rect(x: 4, y: 1, width: 3, height: 2))
    #expect(rect.intersection(Rect(x: 7, y: 1, width: 1, height: 1)).isEmpty)
  }

  @Test func edgesBelongToOneSide() {
    #expect(rect.contains(Point(x: 2, y: 1)))
    #expect(rect.contains(Point(x: 6, y: 4)))
    #expect(!rect.contains(Point(x: 7, y: 4)))
    #expect(!rect.contains(Point(x: 6, y: 5)))
  }

  @Test(arguments: [-1, 0, 2, 4, 9]) func splittingLosesNothing(count: Int) {
    let (top, rest) = rect.splitTop(count)
    #expect(top.height == min(max(0, count), 4))
    #expect(top.height + rest.height == rect.height)
    #expect(rest.y == top.maxY)
    let (left, right) = rect.splitLeft(count)
    #expect(left.width + right.width == rect.width)
    #expect(right.x == left.maxX)
  }

  @Test func rowsOutsideAreEmpty() {
    #expect(rect.row(1) == Rect(x: 2, y: 2, width: 5, height: 1))
    #expect(rect.row(4).isEmpty)
    #expect(rect.row(-1).isEmpty)
  }
}
