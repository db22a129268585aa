import Terminal
import Testing
import Widgets

@Suite struct DividerTests {
  private static let divider = Divider(title: "要闻 1/20,418", trailing: "1/3")

  @Test func aTitleStandsInTheLine() {
    #expect(Self.divider.lines(40) == ["─ 要闻 1/20,418 ──────────────── 1/3 ───"])
    #expect(Divider(title: "06-14 周二", lead: 2).lines(20) == ["── 06-14 周二 ──────"])
    #expect(Divider(title: "").lines(5) == ["─────"])
    #expect(Divider(title: "Feed", symbols: .ascii).lines(10) == ["- Feed ---"])
  }

  @Test func theTrailingTextGivesWayToTheTitle() {
    #expect(Self.divider.lines(25) == ["─ 要闻 1/20,418 ─ 1/3 ───"])
    #expect(Self.divider.lines(24) == ["─ 要闻 1/20,418 ────────"])
  }

  @Test(arguments: [(12, "─ 要闻 1/… ─"), (8, "─ 要闻 ─"), (5, "─ … ─"), (4, "────"), (1, "─")])
  func theTitleIsCutLast(width: Int, expected: String) {
    #expect(Divider(title: width == 8 ? "要闻" : "要闻 1/20,418").lines(width) == [expected])
  }

  @Test func lineAndTitleHaveStylesOfTheirOwn() {
    let (dim, bold) = (Style(modifiers: .dim), Style(modifiers: .bold))
    let buffer = Divider(title: "a", trailing: "b", style: dim, titleStyle: bold).buffer(12)
    #expect(buffer.lines == ["─ a ── b ───"])
    #expect(buffer.cells.map { $0.style == bold } == "011100111000".map { $0 == "1" })
  }

  @Test func aVerticalDividerIsOneColumn() {
    #expect(VerticalDivider().lines(3, 2) == ["│", "│"])
  }
}
