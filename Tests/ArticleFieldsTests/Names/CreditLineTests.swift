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

/// A role and who filled it, on one line.
@Suite struct CreditRoleTests {
  @Test(
    arguments: [
      ("编辑｜李四", .editor, "李四"), ("编辑/李四 王五", .editor, "李四 王五"), ("编辑 李四 王五", .editor, "李四 王五"),
      ("Edited by Tom Roe", .editor, "Tom Roe"), ("Editor | Tom Roe", .editor, "Tom Roe"),
      ("来源 丨 港口日报", .source, "港口日报"), ("记者／李四", .author, "李四"), ("图 | 视界图库", .figure, "视界图库"),
      ("图片来源/视界图库", .figure, "视界图库"), ("Source | Example Wire", .source, "Example Wire"),
    ] as [(String, FieldKey, String)])
  func aBarOrAStrokePartsRoleAndName(line: String, key: FieldKey, value: String) {
    let credit = CreditLine(line[...])
    #expect(credit?.key == key)
    #expect(credit.map { String($0.value) } == value)
  }

  @Test(arguments: [
    "", "编辑", "编辑｜", "编辑：李四", "编辑李四", "来源 港口日报", "记者 李四", "Editing by machine cut the cost", "Editor at large",
    "编辑 李四 说了很多话", "标题｜货量回升", "标签/航运", "发布时间｜今天", "来源｜港口日报,有删节", "编辑｜他说。", "相关阅读｜货量", "Editorial | Tom Roe",
    "来源｜" + String(repeating: "a", count: 90),
  ])
  func otherLinesAreNoCredits(line: String) { #expect(CreditLine(line[...]) == nil) }
}
