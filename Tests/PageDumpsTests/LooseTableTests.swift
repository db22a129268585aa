import NewsModel
import ParsingSupport
import Testing

@Suite struct LooseTableTests {
  private let sentence = "公司公布了上半年的数据,货量同比回升百分之六。"

  private func blocks(_ rows: String) throws -> [Block] {
    try Array(parsed(page(body: "\(sentence)\n\n\(rows)\n\n\(sentence)")).blocks.dropFirst().dropLast())
  }

  @Test(
    arguments: [
      "项目 | 金额 | 同比\n收入 | 3亿 | 6%", "项目｜金额｜同比\n收入｜3亿｜6%", "项目\t金额\t同比\n收入\t3亿\t6%", "项目　金额　同比\n收入　3亿　6%",
      "项目    金额    同比\n收入    3亿      6%", "项目 | 金额 | 同比\n---|---|---\n收入 | 3亿 | 6%",
    ])
  func rowsWithoutOuterMarks(_ rows: String) throws {
    #expect(try blocks(rows) == [.table([["项目", "金额", "同比"], ["收入", "3亿", "6%"]])])
  }

  @Test(arguments: ["航线  港口", "航线 | 港口", "甲公司  乙公司\n丙公司  丁公司", "公司甲 | 增持\n公司乙减持"]) func fewerLinesAreNoTable(
    _ rows: String
  ) throws {
    #expect(try !blocks(rows).contains { if case .table = $0 { true } else { false } })
  }

  @Test func creditsAreNoTable() throws { #expect(try blocks("作者 | 李四\n\n编辑 | 赵六\n\n出品 | 港口日报").isEmpty) }
}
