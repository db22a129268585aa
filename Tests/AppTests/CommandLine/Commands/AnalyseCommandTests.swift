import Foundation
import Testing

@testable import App

/// `newstape analyse`
@Suite struct AnalyseCommandTests {
  private let home: TemporaryHome
  private let setup: Setup

  init() throws {
    home = try TemporaryHome()
    setup = try home.setup()
  }

  @Test func textIsOneArticleWithItsFirstLineAsTitle() throws {
    let file = try home.write("\n岚海航运拟回购不超过3亿元股份\n\n公司称，回购用于员工持股计划。\n", to: "article.txt")
    let objects = try setup.call("analyse", file).objects
    #expect(objects.count == 1)
    let article = try #require(objects.first)
    #expect(
      Set(article.keys) == ["id", "companies", "events", "topics", "tone", "keywords", "summary", "figures"])
    #expect(article["id"] is NSNull)
    let events = try #require(article["events"] as? [[String: Any]])
    #expect(events.first?["kind"] as? String == "回购")
    #expect((article["keywords"] as? [String])?.contains("回购") == true)
    #expect(!FileManager.default.fileExists(atPath: setup.paths.store))
  }

  @Test func eachLineIsAnArticleThatKeepsItsNumber() throws {
    let file = try home.write(
      """
      {"id":7,"title":"岚海航运遭立案调查","published":"2031-05-06"}

      {"text":"岚海航运预计净利增长30%。","id":"b-2"}
      """, to: "news.jsonl")
    let objects = try setup.call("analyse", "--lines", file).objects
    #expect(objects.map { $0["id"] as? Int } == [7, nil])
    #expect(objects.map { $0["id"] as? String }.last == "b-2")
    #expect(objects[1]["summary"] as? String == "岚海航运预计净利增长30%")
  }

  @Test func evidenceIsGivenWhereItIsAskedFor() throws {
    let file = try home.write("岚海航运终止回购股份", to: "article.txt")
    let why = try #require(
      try setup.call("analyse", "--explain", file).objects.first?["why"] as? [String: [[String: Any]]])
    #expect(Set(why.keys) == ["companies", "events", "topics", "tone"])
    #expect((why["events"]?.first?["quote"] as? String)?.hasSuffix("回购") == true)
    #expect(why["events"]?.first?["isInTitle"] as? Bool == true)
  }

  @Test(arguments: [
    #"{"title":"#, "[1]", "nonsense", #"{"id":1}"#, #"{"title":5,"text":[]}"#, "{\"title\":\"\u{1}",
  ])
  func wrongLineDecidesTheCode(line: String) throws {
    let file = try home.write("{\"title\":\"岚海航运涨停\"}\n\(line)\n{\"title\":\"岚海航运跌停\"}\n", to: "news.jsonl")
    #expect(throws: App.ExitStatus.badData) { try setup.call("analyse", "--lines", file) }
  }

  @Test func whatIsNotThereDecidesTheCode() throws {
    let empty = try home.write(" \n", to: "empty.txt")
    let none = home.path + "/none.txt"
    #expect(throws: App.ExitStatus.badData) { try setup.call("analyse", empty) }
    #expect(throws: App.ExitStatus.noInput) { try setup.call("analyse", empty, none) }
    #expect(throws: App.ExitStatus.noInput) { try setup.call("analyse", "--lines", none) }
    #expect(try setup.call("analyse", "--lines", empty).isEmpty)
  }
}
