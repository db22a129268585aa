import Foundation
import NewsLibrary
import NewsModel
import NewsStore
import Testing

/// What articles said before goes out as JSON Lines, and comes back with it.
@Suite struct HistoryExportTests {
  private let folder: TestFolder
  private let library: NewsLibrary

  private static func item(_ id: String, _ title: String, _ text: String, minutes: Int64 = 0) -> Item {
    Item(
      originID: id, url: "https://news.example/\(id)", title: title, source: "晨星日报",
      published: TestNews.noon + minutes * 60, blocks: [.paragraph(text), .paragraph("虚构公司的公告。")], tags: ["公告"])
  }

  /// One article that was edited twice, once in sense and once in its time, and one that never was.
  init() throws {
    folder = try TestFolder()
    library = try folder.library()
    let store = library.store
    let noon = TestNews.noon
    _ = try store.save(
      [Self.item("a", "示例券商下调云杉动力评级", "净利润为3.6亿元。"), Self.item("b", "云岭电池扩产", "产能翻倍。", minutes: 5)], at: noon + 600)
    _ = try store.save([Self.item("a", "示例券商上调云杉动力评级", "净利润为3.4亿元。")], at: noon + 1_200)
    _ = try store.save([Self.item("a", "示例券商上调云杉动力评级", "净利润为3.4亿元。", minutes: 9)], at: noon + 1_800)
    let key = try #require(try store.headlines(matching: .title("云杉"), from: .start, limit: 1).headlines.first?.key)
    _ = try store.apply(StatusChange(.read, of: [key]))
    _ = try store.apply(StatusChange(.tag("关注"), of: [key]))
  }

  private func document(_ query: Query = .all, asTable isTable: Bool = false) throws -> String {
    var bytes: [UInt8] = []
    _ = try library.export(
      .matching(query), as: isTable ? .csv : .jsonl, title: "", zone: TestNews.shanghai
    ) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func objects(_ document: String) throws -> [[String: Any]] {
    try document.split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
  }

  @Test func eachObjectHoldsTheVersionsBeforeIt() throws {
    let edited = try #require(try objects(try document(.title("云杉"))).first)
    let history = try #require(edited["history"] as? [[String: Any]])
    #expect(history.map { $0["title"] as? String } == ["示例券商下调云杉动力评级", "示例券商上调云杉动力评级"])
    #expect(history.map { $0["arrived"] as? String } == ["2024-03-01T20:10:00+08:00", "2024-03-01T20:20:00+08:00"])
    #expect(history.map { $0["replaced"] as? String } == ["2024-03-01T20:20:00+08:00", "2024-03-01T20:30:00+08:00"])
    #expect((try objects(try document(.title("云岭"))).first?["history"] as? [Any])?.isEmpty == true)
  }

  /// A row holds the words of now alone: it says since when they stand, and brings nothing when it comes again.
  @Test func aRowOfATableArrivedWithItsWords() throws {
    let table = try document(asTable: true)
    #expect(table.contains("2024-03-01T20:30:00+08:00"))
    #expect(!table.contains("2024-03-01T20:20:00+08:00"))
    let path = try folder.write(table, to: "table.csv")
    let store = library.store
    let moments = stride(from: Int64(0), through: 2_400, by: 300).map { TestNews.noon + $0 }
    func known() throws -> [[String]] {
      try moments.map { try store.headlines(matching: .asOf($0), from: .start, limit: 9).headlines.map(\.title) }
    }
    let before = try known()
    _ = try library.importNews(from: [.path(path)], reading: ReadingOptions(zone: TestNews.shanghai))
    #expect(try known() == before)
  }

  @Test func asOfAMomentLaterVersionsAreLeftOut() throws {
    func titles(_ seconds: Int64) throws -> [String?] {
      let query = Query.and([.title("云杉"), .asOf(TestNews.noon + seconds)])
      let article = try #require(try objects(try document(query)).first)
      return (article["history"] as? [[String: Any]] ?? []).map { $0["title"] as? String } + [
        article["title"] as? String
      ]
    }
    #expect(try titles(700) == ["示例券商下调云杉动力评级"])
    #expect(try titles(1_300) == ["示例券商下调云杉动力评级", "示例券商上调云杉动力评级"])
  }

  /// Another store answers as this one does, also as of every moment.
  @Test func whatComesBackIsTheWholeHistory() throws {
    let file = try folder.write(try document(), to: "export.jsonl")
    let other = try NewsLibrary.open(at: folder.path + "/other/news.db")
    let report = try other.importNews(from: [.path(file)], reading: ReadingOptions(zone: TestNews.shanghai))
    #expect(report.new == 2)
    for query in [Query.title("云杉"), .title("云岭")] {
      let (key, back) = (try key(query, library), try key(query, other))
      let (expected, found) = (try library.store.history(of: key), try other.store.history(of: back))
      #expect(found.map(\.article.headline.title) == expected.map(\.article.headline.title))
      #expect(found.map(\.article.blocks) == expected.map(\.article.blocks))
      #expect(found.map(\.article.headline.published) == expected.map(\.article.headline.published))
      #expect(found.map(\.arrived) == expected.map(\.arrived))
      #expect(found.map(\.replaced) == expected.map(\.replaced))
      #expect(found.map(\.change) == expected.map(\.change))
      let headline = try #require(found.last?.article.headline)
      #expect(headline.status == expected.last?.article.headline.status)
      #expect(headline.ownTags == expected.last?.article.headline.ownTags)
    }
    for seconds in stride(from: Int64(0), through: 2_400, by: 300) {
      for query in [Query.all, .text("3.6亿"), .title("上调"), .unread, .changed, .sort(.arrived)] {
        let query = query.known(at: TestNews.noon + seconds)
        #expect(try other.titles(query) == library.titles(query), "\(query)")
        #expect(try other.store.count(query) == library.store.count(query), "\(query)")
      }
    }
    let again = try other.importNews(from: [.path(file)], reading: ReadingOptions(zone: TestNews.shanghai))
    #expect(again.new == 0)
    #expect(try other.store.history(of: try key(.title("云杉"), other)).count == 3)
  }

  private func key(_ query: Query, _ library: NewsLibrary) throws -> ArticleKey {
    try #require(try library.store.headlines(matching: query, from: .start, limit: 1).headlines.first?.key)
  }

  /// A history that no store of ours wrote is taken as far as it says something.
  @Test func aBrokenHistoryLeavesTheArticle() throws {
    let line = """
      {"id":"x","title":"云岭电池扩产","published":"2024-03-01T12:00:00Z","blocks":[{"kind":"paragraph","text":"产能翻倍。"}],\
      "arrived":"2024-03-01T12:10:00Z","history":[7,{"title":"无正文"},{"title":"旧标题","blocks":[],"published":"soon"},\
      {"title":"云岭电池或扩产","published":"2024-03-01T12:00:00Z","blocks":[{"kind":"paragraph","text":"产能或翻倍。"}],\
      "replaced":"2024-03-01T12:20:00Z"}]}

      """
    let file = try folder.write(line, to: "broken.jsonl")
    let other = try NewsLibrary.open(at: folder.path + "/other/news.db")
    _ = try other.importNews(from: [.path(file)], reading: ReadingOptions(zone: .gmt))
    let history = try other.store.history(of: try key(.all, other))
    #expect(history.map(\.article.headline.title) == ["云岭电池或扩产", "云岭电池扩产"])
    #expect(history.first?.arrived == TestNews.noon + 600)
  }
}
