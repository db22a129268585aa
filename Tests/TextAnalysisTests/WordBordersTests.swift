import Testing

@testable import TextAnalysis

struct WordBordersTests {
  /// A text in which the word stands between the bars.
  private func isWord(_ text: String) -> Bool {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map { Array($0.utf8) }
    let bytes = parts.flatMap { $0 }
    var borders = WordBorders()
    return borders.isWord(parts[0].count..<parts[0].count + parts[1].count, in: bytes, bytes.indices)
  }

  @Test(
    arguments: [
      "业绩稳|定增|长", "突|破产|能瓶颈", "追加提|起诉|讼", "某公司新|增持|股", "鼓励外商投|资产|业", "建|立案|例库", "司|法拍|卖", "避|险资|产",
    ])
  func charactersAcrossABorderAreNoWord(text: String) { #expect(!isWord(text)) }

  @Test(
    arguments: [
      "云杉动力|定增|获批", "|破产|", "公司|破产|重整", "检方|起诉|前高管", "股东拟|增持|股份", "被|立案|调查", "|前三季|度利润", "the |ipo| market", "完成|回购|",
    ])
  func wordsOfTheirOwnAreWords(text: String) { #expect(isWord(text)) }

  @Test func aRunWithoutEndIsReadAroundTheWordAlone() {
    let bytes = Array(String(repeating: "定", count: 20_000).utf8)
    var borders = WordBorders()
    let isWordAmidTheRun = borders.isWord(30_000..<30_006, in: bytes, bytes.indices)
    let isWordAtAnEnd = borders.isWord(0..<6, in: Array(bytes.prefix(7)), 0..<7)
    #expect(isWordAmidTheRun && isWordAtAnEnd)
  }
}
