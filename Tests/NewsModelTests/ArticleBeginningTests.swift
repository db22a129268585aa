import NewsModel
import Testing

struct ArticleBeginningTests {
  private func article(_ blocks: [Block]) -> Article {
    Article(
      headline: Headline(id: ArticleID(1), key: ArticleKey(1), title: "标题", published: Timestamp(0)), blocks: blocks)
  }

  @Test func whatFitsStaysWhole() {
    let blocks: [Block] = [
      .heading("一", level: 2), .paragraph("正文。"), .list(["甲", "乙"]), .table([["1", "2"], ["3"]]), .code("x"),
      .figure("图"),
      .quote("引"),
    ]
    let shown = article(blocks).beginning(upTo: 1 << 20)
    #expect(shown.blocks == blocks)
    #expect(shown.bytesLeftOut == 0)
  }

  @Test func manyParagraphsEndWithTheRoomAndTheRestIsCounted() {
    let paragraphs = (0..<100_000).map { Block.paragraph("第\($0)段") }
    let shown = article(paragraphs).beginning(upTo: 10_000)
    #expect((200..<300).contains(shown.blocks.count))
    #expect(shown.blocks.dropLast() == paragraphs.prefix(shown.blocks.count - 1)[...])
    let size = paragraphs.reduce(0) { $0 + $1.text.utf8.count }
    #expect(shown.bytesLeftOut == size - shown.blocks.reduce(0) { $0 + $1.text.utf8.count })
  }

  @Test func linesWithinAParagraphCountAsPieces() {
    let text = Array(repeating: "行", count: 50_000).joined(separator: "\n")
    let shown = article([.paragraph(text)]).beginning(upTo: 10_000)
    let lines = shown.blocks.first?.text.split(separator: "\n").count ?? 0
    #expect((200..<300).contains(lines))
  }

  @Test func oneBlockThatIsTooLongIsCutBetweenCharacters() {
    let blocks: [Block] = [
      .paragraph(String(repeating: "长", count: 50_000)), .code(String(repeating: "é", count: 50_000)),
      .list(Array(repeating: "项", count: 50_000)), .table(Array(repeating: ["格", "格"], count: 50_000)),
      .table([Array(repeating: "格", count: 50_000)]),
    ]
    for block in blocks {
      let shown = article([block]).beginning(upTo: 1_000)
      #expect(shown.blocks.count == 1 && shown.bytesLeftOut > 90_000)
      let (text, whole) = (shown.blocks.first?.text ?? "", block.text)
      #expect(!text.isEmpty && text.utf8.count <= 1_000 && whole.hasPrefix(text))
    }
  }
}
