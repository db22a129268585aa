import Foundation
import NewsModel
import Testing

@Suite struct BlockTests {
  static let blocks: [Block] = [
    .paragraph("段落"), .heading("小标题", level: 2), .quote("引文"), .list(["甲", "乙"]),
    .table([["年", "利润"], ["2023", "8"]]),
    .code("x = 1"), .figure("图注"), .list([]), .table([]),
  ]

  @Test func blocksComeBackFromJSON() throws {
    let data = try JSONEncoder().encode(Self.blocks)
    #expect(try JSONDecoder().decode([Block].self, from: data) == Self.blocks)
  }

  @Test(arguments: [
    (Block.paragraph("段落"), #"{"kind":"paragraph","text":"段落"}"#),
    (.heading("小标题", level: 2), #"{"kind":"heading","level":2,"text":"小标题"}"#),
    (.list(["甲", "乙"]), #"{"items":["甲","乙"],"kind":"list","text":"甲\n乙"}"#),
    (.table([["年", "8"]]), #"{"kind":"table","rows":[["年","8"]],"text":"年\t8"}"#),
    (.figure("图注"), #"{"kind":"figure","text":"图注"}"#),
  ])
  func theFieldsInJSONAreThoseThatAreDocumented(block: Block, json: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    #expect(String(decoding: try encoder.encode(block), as: UTF8.self) == json)
  }

  @Test func anUnknownKindIsRefused() {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Block.self, from: Data(#"{"kind":"video","text":"x"}"#.utf8))
    }
  }

  @Test func plainTextLeavesCaptionsOut() {
    #expect(
      Self.blocks.prefix(7).plainText == "段落\n\n小标题\n\n引文\n\n甲\n乙\n\n年\t利润\n2023\t8\n\nx = 1")
    #expect([Block]().plainText == "")
  }
}

@Suite struct ListItemTests {
  @Test func blanksTellTheLevel() {
    #expect(ListItem("甲") == ListItem(level: 0, text: "甲"))
    #expect(ListItem("    丙") == ListItem(level: 2, text: "丙"))
    #expect(ListItem("   ").text == "")
  }

  @Test(arguments: 0...8) func whatIsWrittenIsReadBack(level: Int) {
    let item = ListItem(level: level, text: "甲 乙")
    #expect(ListItem(item.written) == item)
  }

  @Test func noListIsDeeperThanLinesCanShow() {
    #expect(ListItem(String(repeating: " ", count: 4_000) + "甲") == ListItem(level: 8, text: "甲"))
    #expect(ListItem(level: -1, text: "甲").level == 0)
  }
}
