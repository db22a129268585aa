import NewsModel
import NewsStore
import Testing

@testable import NewsLibrary

@Suite struct ImportRulesTests {
  @Test func anImportFollowsRulesAndNamesThoseThatItCannot() throws {
    let folder = try TestFolder()
    let library = try folder.library()
    try library.store.save(Rule(name: "银行", text: "tag:银行", actions: [.star]))
    try library.store.save(Rule(name: "坏", text: "(", actions: [.mute]))
    let file = try folder.write(
      #"{"title":"虚构银行下调利率","text":"银行周四下调利率。","published":"2024-02-29 10:00:00","tags":["银行"]}"# + "\n",
      to: "news.jsonl")

    let report = try library.importNews(from: [.path(file)], reading: ReadingOptions(zone: .gmt))

    #expect(report.new == 1 && report.ruled == 1)
    #expect(report.ruleProblems.map(\.name) == ["坏"])
    #expect(try library.store.count(.starred) == 1)
    try library.close()
  }
}
