import NewsModel
import NewsStore

/// A store of invented news that is new at the time of the test: sixty articles, a quarter of an hour apart.
enum InventedNews {
  static let count = 60

  /// The title of the article at a place in the list, from 1, newest first.
  static func title(_ number: Int) -> String {
    "第\(number)号快讯：" + ["澄湖锂业扩产", "远望航运添新船", "青石银行降费率"][number % 3]
  }

  static func item(_ number: Int, now: Timestamp = .now) -> Item {
    let tags = [["锂电", "扩产"], ["航运"], ["银行", "费率"]][number % 3]
    return Item(
      url: "https://news.example/\(number)", label: number % 10 == 0 ? "今日热搜" : nil, title: title(number),
      source: number % 4 == 0 ? "海港财讯" : "晨星日报", byline: "林某", published: now - Int64(number) * 900,
      blocks: paragraphs(number), tags: tags)
  }

  private static func paragraphs(_ number: Int) -> [Block] {
    var blocks: [Block] = [.paragraph("第\(number)篇正文开头。")]
    blocks += (1...30).map { part in .paragraph("第\(part)段，公司没有说明资金从何而来，只说会分期投入。") }
    return blocks + [.heading("后续安排", level: 2), .paragraph("灯塔计划将在明年公布。"), .paragraph("第\(number)篇正文结尾。")]
  }

  /// Makes it the store of the user whose home folder `run` has.
  static func fill(_ run: CommandLineRun, count: Int = count) throws {
    try save((1...count).map { item($0) }, in: run)
  }

  /// What they are about is read at once: a picker that opens before it is known shows fewer rows.
  static func save(_ items: [Item], in run: CommandLineRun) throws {
    let store = try NewsStore.open(at: storePath(in: run))
    _ = try store.save(items)
    while try store.analyseNext() > 0 {}
    try store.close()
  }

  static func storePath(in run: CommandLineRun) -> String { run.home + "/.local/share/newstape/newstape.db" }
}

extension CommandLineRun {
  /// A home folder with invented news in its store.
  static func withNews(count: Int = InventedNews.count) throws -> CommandLineRun {
    let run = try CommandLineRun()
    try InventedNews.fill(run, count: count)
    return run
  }
}
