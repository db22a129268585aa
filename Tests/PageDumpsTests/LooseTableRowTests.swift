import Testing

@testable import PageDumps

/// Which lines are rows; `LooseTableTests` has tables within pages.
@Suite struct LooseTableRowTests {
  /// The cells of each line between strokes, `-` for lines that are no rows.
  private func rows(_ texts: [String]) -> [String] {
    let table = LooseTable(texts.map { .plain($0[...]) })
    return texts.indices.map { table.rows[$0]?.joined(separator: "/") ?? "-" }
  }

  @Test func rowsFollowEachOtherWithAsManyCells() {
    #expect(rows(["航线 | 货量", "远洋 | 3", "近海 | 2"]) == ["航线/货量", "远洋/3", "近海/2"])
    #expect(rows(["航线 | 货量", "远洋 | 3 | 6%"]) == ["-", "-"])
    #expect(rows(["航线 | 货量", "货量回升。", "远洋 | 3"]) == ["-", "-", "-"])
    #expect(rows(["货量回升。", "航线 | 货量", "远洋 | 3", "运价走稳。"]) == ["-", "航线/货量", "远洋/3", "-"])
  }

  @Test func barsAndGapsAreTwoKindsOfRows() {
    #expect(rows(["航线 | 货量", "远洋  3", "近海  2"]) == ["-", "-", "-"])
    #expect(rows(["航线  货量  同比", "远洋  3  6%", "a | b", "c | d"]) == ["航线/货量/同比", "远洋/3/6%", "a/b", "c/d"])
  }

  @Test func pairsWithGapsNeedThreeLines() {
    #expect(rows(["航线  货量", "远洋  3"]) == ["-", "-"])
    #expect(rows(["航线  货量", "远洋  3", "近海  2"]) == ["航线/货量", "远洋/3", "近海/2"])
    #expect(rows(["航线　货量", "远洋　3", "近海　2"]) == ["航线/货量", "远洋/3", "近海/2"])
    #expect(rows(["航线 货量", "远洋 3", "近海 2"]) == ["-", "-", "-"])
  }

  @Test func oneBlankBelongsToACell() {
    #expect(rows(["Net profit  3  6%", "Gross margin rate  2  1%"]) == ["Net profit/3/6%", "Gross margin rate/2/1%"])
  }

  @Test func emptyCellsBetweenBarsCount() {
    #expect(rows(["甲 | | 丙", "丁 | 戊 | 己"]) == ["甲//丙", "丁/戊/己"])
    #expect(rows(["| 甲 | 乙 |", "｜丙｜丁｜"]) == ["甲/乙", "丙/丁"])
  }

  @Test(arguments: [
    "货量回升。 | 运价走稳。", "来源：港口日报 | 2031", "编辑 | 赵六", "分享到 | 微信 | 微博", "记者 李四 | 王五", "单列 |",
  ])
  func sentencesFieldsAndNamesAreNoRows(_ line: String) {
    #expect(rows([line, line, line]) == ["-", "-", "-"])
  }

  @Test func longLinesAndParagraphsPutTogetherAreNoRows() {
    let cell = String(repeating: "a", count: 148)
    #expect(rows(["\(cell) | b", "\(cell) | b"]) != ["-", "-"])
    #expect(rows(["\(cell)aa | \(cell)", "\(cell)aa | \(cell)"]) == ["-", "-"])
    let table = LooseTable([.joined("a | b"), .joined("a | b"), .picture("a | b"), .picture("a | b")])
    #expect(table.rows.isEmpty)
  }
}
