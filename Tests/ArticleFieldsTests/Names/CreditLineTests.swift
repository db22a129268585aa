import Testing

@testable import ArticleFields

@Suite struct CreditLineTests {
  @Test(arguments: ["编辑｜李四", "编辑 | 李四", "责任编辑/李四", "编辑 李四", "校对丨李四"]) func editors(_ line: String) {
    let credit = CreditLine(line[...])
    #expect(credit?.key == .editor)
    #expect(credit?.value == "李四")
  }

  @Test(arguments: [("来源｜港口日报", FieldKey.source), ("图/视界图库", .figure), ("作者 | 李四", .author)])
  func otherRoles(_ line: String, _ key: FieldKey) { #expect(CreditLine(line[...])?.key == key) }

  @Test(arguments: ["编辑室的灯亮到深夜", "编辑 我们收到一封读者来信", "来源 港口日报", "图表", "时间/地点", "来源/港口日报,有删节。"])
  func otherLines(_ line: String) { #expect(CreditLine(line[...]) == nil) }
}
