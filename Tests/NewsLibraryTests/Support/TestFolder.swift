import Foundation
import NewsLibrary
import NewsModel
import NewsStore

/// A folder of a test's own, which disappears with this value.
final class TestFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/newstape-library-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, and the folders that lead to it; returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(Data(text.utf8), to: name) }

  @discardableResult
  func write(_ data: Data, to name: String) throws -> String {
    let file = "\(path)/\(name)"
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try data.write(to: URL(fileURLWithPath: file))
    return file
  }

  func library(onEvent: (@Sendable (StoreEvent) -> Void)? = nil) throws -> NewsLibrary {
    try NewsLibrary.open(at: path + "/store/news.db", onEvent: onEvent)
  }
}

extension NewsLibrary {
  func titles(_ query: Query = .all) throws -> [String] {
    try store.headlines(matching: query, from: .start, limit: 10_000).headlines.map(\.title)
  }
}

/// Invented news in the forms in which files have it.
enum TestNews {
  /// Noon of 2024-03-01 in UTC.
  static let noon = Timestamp(1_709_294_400)
  static let shanghai = TimeZone(secondsFromGMT: 8 * 3_600) ?? .gmt

  static func line(_ number: Int, text: String = "正文。") -> String {
    let minute = number % 60
    let hour = number / 60 % 24
    let day = 1 + number / 1_440 % 28
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return """
      {"id":"n\(number)","title":"虚构公司第\(number)号公告","text":"\(text)","source":"晨星日报",\
      "published":"2024-02-\(two(day)) \(two(hour)):\(two(minute)):00","tags":["公告"]}
      """
  }

  static func lines(_ range: Range<Int>, text: String = "正文。") -> String {
    range.map { line($0, text: text) + "\n" }.joined()
  }

  static let page = """
    今日聚焦:云岭电池公布新工厂计划,两年内产能翻番
    来源:晨星日报 发布时间:2024-03-01 09:30:00

    云岭电池周五表示,新工厂将分两期建设

    晨星日报 记者 林某

    云岭电池周五公布了新工厂的计划。公司表示,工厂将分两期建设,第一期明年投产,第二期在后年完工。

    分析人士认为,产能的增长快于需求,价格还会下降一段时间。公司没有说明资金从何而来。

    关键词: 云岭电池 新能源 产能
    """

  static let csv = """
    title,text,published,source
    "虚构银行下调利率, 幅度为十年来最大",银行周四下调利率。,2024-02-29 10:00:00,晚报
    海港物流扩建码头,码头周三动工。,2024-02-28 10:00:00,晚报

    """
}

extension TestNews {
  /// One line of JSON, compressed by gzip.
  static let gzip =
    Data(
      base64Encoded: """
        H4sIAAAAAAAC/6tWKsksyUlVslJ62tf9fM/KZ9Pan+ze9rK95/mslmfTNrycvltJR6kktaIEqOLZ2sVA\
        6ccNTUChgtKknMzijNQUoLiRgZGJroGRrpG5gqGBlQEIAVUU55cWJYMMfjZz1rOupUq1XAC9QHLXbAAA\
        AA==
        """) ?? Data()
}
