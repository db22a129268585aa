import NewsModel
import NewsParsing
import ParsingSupport
import Testing

@testable import SourceForms

/// The shapes in which JSON holds articles, whole and damaged.
@Suite struct JSONDocumentTests {
  private func titles(_ text: String, piece: Int = .max) -> [String] { titles(Array(text.utf8), piece: piece) }

  private func titles(_ bytes: [UInt8], piece: Int = .max, limit: Int = 16 << 20) -> [String] {
    var context = context()
    context.sizeLimit = limit
    var stream = RecordStream(format: .jsonLines, context: context)
    var titles: [String] = []
    func take(_ record: ParsedRecord) {
      switch record {
      case .item(let item): titles.append(item.title)
      case .refused(let refusal): titles.append("\(refusal.reason) \(refusal.line ?? 0)")
      }
    }
    var start = 0
    repeat {
      let end = start + min(piece, bytes.count - start)
      Array(bytes[start..<end]).withUnsafeBytes { stream.feed($0, isLast: end == bytes.count, emit: take) }
      start = end
    } while start < bytes.count
    return titles
  }

  private static let article = #"{"title":"甲","text":"一段。"}"#

  @Test(
    arguments: [
      #"[{"title":"甲","text":"一段。"},{"title":"乙","text":"一段。"}]"#,
      #"[{"title":"甲"}, {"title":"乙"}]"# + "\n", #"{"title":"甲"}{"title":"乙"}"#,
      "[\n{\"title\":\"甲\"},\n{\"title\":\"乙\"}\n]",
      "[\n  {\n    \"title\": \"甲\"\n  },\n  {\n    \"title\": \"乙\"\n  }\n]\n",
      "[\n{\n\"title\": \"甲\",\n\"source\": {\n\"name\": \"x\"\n}\n},\n{\n\"title\": \"乙\"\n}\n]",
      #"{"status":"ok","totalResults":2,"articles":[{"source":{"name":"x"},"title":"甲"},{"title":"乙"}]}"#,
      #"{"result":{"status":{"code":0},"data":[{"title":"甲","ctime":"1655242929"},{"title":"乙"}]}}"#,
      #"{"code":"200","data":{"list":[{"title":"甲"},{"title":"乙"}],"total":2}}"#,
      #"{"id":"x","title":"List of favourites","items":[{"title":"甲","content":{"content":"<p>一段</p>"}},{"title":"乙"}]}"#,
      #"{"news":[{"headline":"甲"},{"headline":"乙"}],"next":null}"#,
      #"{"hits":{"hits":[{"_id":"1","_source":{"title":"甲"}},{"_source":{"title":"乙"}}]}}"#,
    ])
  func articlesAreFoundInEveryShape(_ text: String) {
    for piece in [1, 7, 1_000] { #expect(titles(text, piece: piece) == ["甲", "乙"], "in pieces of \(piece)") }
  }

  @Test func anArticleWithListsOfItsOwnStaysOne() {
    #expect(titles(#"{"title":"甲","text":"一段。","items":[{"title":"乙"}]}"#) == ["甲"])
    #expect(titles(#"{"title":"甲","images":[{"title":"图"}],"related_items":[{"title":"乙"}]}"#) == ["甲"])
  }

  @Test(
    arguments: [
      ("{\"title\":\"甲\"}\n{\"title\":\"乙\",\"te", ["甲", "badJSON(JSON.JSONReader.Problem.cutShort) 2"]),
      (
        "[{\"title\":\"甲\"},{\"title\":\"乙\",\"text\":\"一",
        ["甲", "badJSON(JSON.JSONReader.Problem.cutShort) 1"]
      ),
      (
        "{\"articles\":[{\"title\":\"甲\"},{\"title\":\"乙",
        ["甲", "badJSON(JSON.JSONReader.Problem.cutShort) 1"]
      ),
      (
        "{\"title\":\n{\"title\":\"甲\"}\n{\"title\":\"乙\"}",
        ["badJSON(JSON.JSONReader.Problem.unexpected) 1", "甲", "乙"]
      ),
      ("{\"title\":\"断\n{\"title\":\"甲\"}\n", ["badJSON(JSON.JSONReader.Problem.unexpected) 1", "甲"]),
      (
        "[\n{\n\"title\": bad,\n\"text\": \"x\"\n},\n{\n\"title\": \"甲\"\n}\n]",
        ["badJSON(JSON.JSONReader.Problem.unexpected) 2", "甲"]
      ),
      (
        "[{\"title\":\"甲\"},{bad},{\"title\":\"乙\"}]",
        ["甲", "badJSON(JSON.JSONReader.Problem.unexpected) 1", "乙"]
      ),
      (
        "{\"title\":\"甲\"} x\n{\"title\":\"乙\"}",
        ["甲", "badJSON(JSON.JSONReader.Problem.notAnObject) 1", "乙"]
      ),
    ] as [(String, [String])])
  func whatIsWholeIsReadAndTheRestIsTold(_ text: String, _ expected: [String]) {
    for piece in [1, 5, 1_000] { #expect(titles(text, piece: piece) == expected, "in pieces of \(piece)") }
  }

  @Test func anObjectOverTheLimitIsRefusedAndTheNextIsRead() {
    let long = #"{"title":"x","text":""# + String(repeating: "长", count: 4_000) + #""}"#
    for piece in [100, 1 << 20] {
      let found = titles(Array("\(long)\n\(Self.article)".utf8), piece: piece, limit: 5_000)
      #expect(found == ["tooLarge(limit: 5000) 1", "甲"])
    }
  }

  @Test func objectsInGB18030OverSeveralLinesAreRead() throws {
    let text = "[\n  {\n    \"title\": \"远帆航运货量回升\",\n    \"text\": \"公司公布了数据。\"\n  },\n  {\"title\": \"乙\"}\n]\n"
    #expect(try titles(encoded(text, .gb18030)) == ["远帆航运货量回升", "乙"])
    #expect(try titles(encoded(text, .gb18030), piece: 16) == ["远帆航运货量回升", "乙"])
  }
}
