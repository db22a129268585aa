import Testing
import TextBasics

@testable import Terminal

@Suite struct ScrollTests {
  private let size = Size(width: 40, height: 12)

  /// A list of ten rows from the number on, in columns 2 to 22, beside a text that stays.
  private func frame(from first: Int, selected: Int? = nil, heading: String = "list") -> Buffer {
    var buffer = Buffer(size: size)
    buffer.write("\(heading)", x: 2, y: 0, style: .standard)
    for y in 1...10 {
      let style = Style(modifiers: y == selected ? .reverse : [])
      buffer.write("第\(first + y)条，新闻标题\((first + y) % 7)", in: Rect(x: 2, y: y, width: 20, height: 1), style: style)
      buffer.write("│ text \(y)", x: 23, y: y, style: .standard)
    }
    return buffer
  }

  @Test func theRowsThatMovedAreFound() throws {
    let scroll = try #require(Scroll(from: frame(from: 100), to: frame(from: 101)))
    #expect(scroll.distance == 1)
    #expect(scroll.area.y == 1 && scroll.area.height == 10)
    #expect(scroll.area.x >= 2 && scroll.area.maxX <= 23)
  }

  @Test(arguments: [-3, -2, -1, 2, 3]) func inBothDirectionsAndUpToThreeRows(distance: Int) {
    #expect(Scroll(from: frame(from: 100), to: frame(from: 100 + distance))?.distance == distance)
  }

  @Test func aSelectionThatStaysAtTheEdgeAndAHeadingThatChangesDoNotHideIt() {
    let scroll = Scroll(
      from: frame(from: 100, selected: 9, heading: "10/99"), to: frame(from: 101, selected: 9, heading: "11/99"))
    #expect(scroll?.distance == 1)
  }

  @Test func whatHasNotMovedIsNone() {
    #expect(Scroll(from: frame(from: 100), to: frame(from: 100)) == nil)
    #expect(Scroll(from: frame(from: 100), to: frame(from: 100, selected: 4)) == nil)
    #expect(Scroll(from: frame(from: 100), to: frame(from: 200)) == nil)
  }

  @Test func whereRowsMoveAsAWholeAnArticleBesideThemStops() {
    #expect(Scroll(from: frame(from: 100), to: frame(from: 101), inPart: false) == nil)
  }

  /// A list of other titles in each row, beside an article of so many rows.
  private func listBesideAnArticle(from first: Int, rows: Int) -> Buffer {
    var buffer = Buffer(size: Size(width: 80, height: 24))
    for y in 1..<23 {
      let title =
        Unicode.Scalar(UInt32(0x4E00 + 97 * (first + y))).map { String(repeating: String($0), count: 18) } ?? ""
      buffer.write("\(title)", x: 0, y: y, style: Style(modifiers: y % 2 == first % 2 ? .bold : []))
      buffer.write("│", x: 40, y: y, style: .standard)
      if y <= rows { buffer.write("\(y % 10)正文一行一行又一行正文", x: 42, y: y, style: .standard) }
    }
    return buffer
  }

  @Test func besideAnArticleWholeRowsMoveWhereItsTextIsLess() throws {
    func scroll(_ rows: Int) -> Scroll? {
      Scroll(
        from: listBesideAnArticle(from: 100, rows: rows), to: listBesideAnArticle(from: 101, rows: rows), inPart: false)
    }
    let all = try #require(scroll(8))
    #expect(all.distance == 1)
    #expect(all.area == Rect(x: 0, y: 1, width: 80, height: 22))
    let back = try #require(
      Scroll(from: listBesideAnArticle(from: 101, rows: 8), to: listBesideAnArticle(from: 100, rows: 8), inPart: false))
    #expect(back.distance == -1)
    #expect(back.area == all.area)
  }

  @Test func wholeRowsMoveUpToTheFirstThatDoesNot() throws {
    func whole(_ first: Int, fixed: Int) -> Buffer {
      var buffer = Buffer(size: size)
      for y in 0..<size.height {
        let row = String(repeating: "\(first + y)", count: 15)
        buffer.write("\(y == fixed ? "fixed" : row)", x: 0, y: y, style: .standard)
      }
      return buffer
    }
    let scroll = try #require(Scroll(from: whole(10, fixed: 4), to: whole(11, fixed: 4), inPart: false))
    #expect(scroll.area == Rect(x: 0, y: 5, width: size.width, height: 7))
    #expect(scroll.distance == 1)
  }

  @Test func noWideCharacterIsCut() throws {
    func shifted(_ first: Int) -> Buffer {
      var buffer = Buffer(size: size)
      for y in 0..<10 {
        buffer.write("新新新新\(first + y)新新新", x: y % 2, y: y, style: .standard)
        buffer.write("x", x: 30, y: y, style: Style(modifiers: y % 3 == 0 ? .bold : []))
      }
      return buffer
    }
    let (old, new) = (shifted(10), shifted(12))
    guard let area = Scroll(from: old, to: new)?.area else { return }
    for y in area.y..<area.maxY {
      for x in [area.x, area.maxX] { #expect(!old[x, y].isContinuation && !new[x, y].isContinuation) }
    }
  }
}
