import Terminal
import Testing
import Widgets

@Suite struct HeatMapTests {
  private static let low = Style(modifiers: .dim)
  private static let high = Style(modifiers: .bold)

  private static func map(selected: HeatMap.Position? = nil, symbols: Symbols = .unicode) -> HeatMap {
    HeatMap(
      values: [[0, 10, 20, 30], [40, 1, nil, 11], [21, 31, -2]], rowLabels: ["一", "三", "五"],
      columnLabels: [(0, "6月"), (3, "7月")], legend: ("少", "多"), symbols: symbols, styles: [low, high],
      selected: selected)
  }

  @Test func densitiesStandInACalendar() {
    #expect(
      Self.map().lines(44, 6) == [
        "一 · ░ ▒ ▓",
        "三 █ ░   ▒",
        "五 ▓ █ ·",
        "   6月   7月",
        "",
        "少  ░ 1–10  ▒ 11–20  ▓ 21–30  █ 31–40  多",
      ])
  }

  @Test func cellsOfManyColoursAreSolid() {
    var map = Self.map()
    map.styles = (1...4).map { Style(foreground: .ansi($0)) }
    map.emptyStyle = Style(foreground: .ansi(8))
    #expect(map.lines(36, 3) == ["一 · ■ ■ ■", "三 ■ ■   ■", "五 ■ ■ ·"])
    #expect(
      [3, 5, 7, 9].map { map.buffer(36, 3)[$0, 0].style.foreground } == [.ansi(8), .ansi(1), .ansi(2), .ansi(3)])
    map.symbols = .ascii
    #expect(map.lines(36, 3) == ["一 - . o O", "三 @ .   o", "五 O @ -"])
  }

  @Test func cellsCanStandWithoutGaps() {
    var map = Self.map()
    map.cellColumns = 1
    #expect(map.lines(10, 4) == ["一 ·░▒▓", "三 █░ ▒", "五 ▓█·", "   6月"])
    let place = Point(x: 5, y: 0)
    #expect(map.position(at: place, in: Rect(x: 0, y: 0, width: 10, height: 4)) == HeatMap.Position(row: 0, column: 2))
  }

  @Test func hasAnAsciiForm() {
    #expect(Self.map(symbols: .ascii).lines(36, 3) == ["一 - . o O", "三 @ .   o", "五 O @ -"])
  }

  @Test func theLatestColumnsStay() {
    #expect(
      Self.map().lines(7, 4) == [
        "一 ▒ ▓",
        "三   ▒",
        "五 ·",
        "    7月",
      ])
    #expect(Self.map().lines(3, 1) == ["▒ ▓"])
  }

  @Test func aSelectedColumnIsAlwaysSeen() {
    #expect(Self.map(selected: HeatMap.Position(row: 1, column: 0)).lines(7, 2) == ["一 · ░", "三 █ ░"])
  }

  @Test func stylesFollowTheBandsAndTheSelection() {
    let buffer = Self.map(selected: HeatMap.Position(row: 0, column: 1)).buffer(12, 3)
    #expect(buffer[3, 0].style == .standard)
    #expect(buffer[5, 0].style == Style(modifiers: .reverse))
    #expect(buffer[5, 1].style == Self.low)
    #expect(buffer[9, 0].style == Self.high)
  }

  @Test func aPlaceOfTheScreenTellsItsCell() {
    let rect = Rect(x: 10, y: 5, width: 20, height: 3)
    func position(_ x: Int, _ y: Int) -> HeatMap.Position? { Self.map().position(at: Point(x: x, y: y), in: rect) }
    #expect(position(13, 5) == HeatMap.Position(row: 0, column: 0))
    #expect(position(15, 6) == HeatMap.Position(row: 1, column: 1))
    #expect(position(12, 5) == nil)
    #expect(position(17, 6) == nil)
    #expect(position(21, 5) == nil)
    #expect(position(13, 8) == nil)
  }

  @Test func theLegendKeepsItsNumbersWhereRoomIsShort() {
    #expect(Self.map().lines(36, 6).last == "░ 1–10  ▒ 11–20  ▓ 21–30  █ 31–40")
  }

  @Test func hugeAndNoValuesAreFine() {
    #expect(HeatMap(values: [[.max, .min, nil]], rowLabels: []).lines(6, 1) == ["█ ·"])
    #expect(HeatMap(values: [[]], rowLabels: ["一"]).lines(6, 2) == ["一", ""])
  }
}
