import Foundation
import Testing

/// `newstape parse`, as a shell calls it.
struct ParseCommandTests {
  private let run: CommandLineRun

  init() throws { run = try CommandLineRun() }

  @Test func aPageIsOneObjectWithEveryKeyInOrder() throws {
    let page = try run.write(CommandLineNews.page, to: "page.txt")
    let result = try run("parse", "--as", "page", page)
    #expect(result.status == 0)
    #expect(result.lines.count == 1)
    #expect(
      result.output.hasPrefix(
        #"{"kind":"page","label":"今日热搜","title":"云岭电池公布新工厂计划,两年内产能翻番","source":"晨星日报","byline":"#))
    let object = try #require(try result.objects.first)
    #expect(object["published"] as? String == "2024-03-01T09:30:00+08:00")
    #expect(object["tags"] as? [String] == ["云岭电池", "新能源", "产能"])
    #expect(object["previous"] is NSNull)
    #expect(
      Set(object.keys) == [
        "kind", "label", "title", "source", "byline", "published", "summary", "text", "blocks", "tags", "previous",
        "next", "related",
      ])
  }

  @Test(arguments: [["--as", "feed"], []]) func aFeedIsOneObjectWithItsItems(options: [String]) throws {
    let feed = try run.write(CommandLineNews.feed, to: "feed.xml")
    let arguments = ["parse"] + options + ["--content-type=", "--url", "https://news.example/feed.xml", feed]
    let result = try run.start(arguments).wait()
    #expect(result.status == 0)
    #expect(result.lines.count == 1)
    #expect(
      result.output.hasPrefix(
        #"{"kind":"feed","title":"晨星日报","link":"https://news.example/","items":[{"id":"a-17","title":"#))
    let items = try #require(try result.objects.first?["items"] as? [[String: Any]])
    #expect(items.count == 2)
    #expect(items[0]["link"] as? String == "https://news.example/2031/a.html")
    #expect(items[0]["published"] as? String == "2031-06-18T13:42:09+08:00")
    #expect(items[1]["published"] is NSNull)
    #expect(
      Set(items[1].keys) == ["id", "title", "link", "published", "updated", "author", "summary", "content", "tags"])
  }

  @Test func whatIsNoFeedIsRefused() throws {
    let page = try run.write(CommandLineNews.page, to: "page.txt")
    let result = try run("parse", "--as", "feed", page)
    #expect(result.status == 65)
    #expect(result.output.isEmpty)
  }

  @Test func severalInputsGiveSeveralLinesAndTheBadOnesAreNamed() throws {
    let page = try run.write(CommandLineNews.page, to: "page.txt")
    let lines = try run.write(CommandLineNews.lines, to: "news.jsonl")
    let empty = try run.write("", to: "empty.txt")
    let result = try run("parse", page, empty, lines, "-", input: CommandLineNews.page)
    #expect(result.status == 65)
    #expect(try result.objects.count == 5)
    #expect(result.errors == "newstape: not imported \(empty): nothing in it\n")
  }

  @Test func aMissingFileIsAnError() throws {
    let result = try run("parse", run.home + "/nowhere")
    #expect(result.status == 66)
    #expect(result.output.isEmpty)
  }
}
