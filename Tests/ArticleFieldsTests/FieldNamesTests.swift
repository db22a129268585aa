import NewsModel
import Testing

@testable import ArticleFields

/// The one table of names of columns and keys, and names of the reader's own.
@Suite struct FieldNamesTests {
  private func field(_ name: String) -> ArticleField? { FieldNames.named(FieldNames.folded(name))?.field }

  @Test(
    arguments: [
      ("新闻标题", .title), ("Article_title", .title), ("Headlines", .title), ("headline", .title), ("News", .title),
      ("新闻内容", .text), ("maintext", .text), ("full_text", .text), ("articleBody", .text), ("Article", .text),
      ("正文", .text),
      ("发布时间", .published), ("發佈時間", .published), ("发表时间：", .published), ("Publish Time", .published),
      ("publishTime", .published), ("date_publish", .published), ("published_utc", .published), ("pub_ts", .published),
      ("Date", .published), ("创建时间", .published), ("更新时间", .published), ("webPublicationDate", .published),
      ("文章来源", .source), ("媒体", .source), ("source_domain", .source), ("publication", .source), ("Publisher", .source),
      ("作者", .author), ("byline", .author), ("author_name", .author),
      ("新闻链接", .url), ("原文链接", .url), ("permalink", .url), ("article_url", .url), ("web-url", .url), ("ＵＲＬ", .url),
      ("关键词", .tags), ("Stock_symbol", .tags), ("categories", .tags), ("股票代码", .tags), ("tickers", .tags),
      ("摘要", .summary), ("short_description", .summary), ("desc", .summary),
      ("_id", .id), ("news_id", .id), ("\u{feff}id", .id), ("label", .label), ("estimated", .estimated),
    ] as [(String, ArticleField)])
  func namesAreKnownHoweverTheyAreWritten(_ name: String, _ expected: ArticleField) {
    #expect(field(name) == expected)
  }

  @Test(arguments: ["Lsa_summary", "views", "image", "_source", "编辑", "Next", "language", "阅读量"])
  func otherNamesAreNot(_ name: String) {
    #expect(field(name) == nil)
  }

  @Test(arguments: ["", "Unnamed: 0", "unnamed_0", "index", "序号"])
  func numbersOfRowsAreNoContent(_ name: String) {
    #expect(FieldNames.isRowNumber(FieldNames.folded(name)))
  }

  @Test func everyNameOfAPageMeansTheSameInData() {
    for (key, names) in FieldKey.named {
      for name in names.split(separator: ",") where [.title, .source, .author, .published, .url].contains(key) {
        // 文字 names a writer under a page, and a text in a table.
        if name != "文字" { #expect(field(String(name)) != nil, "\(name)") }
      }
    }
  }

  // MARK: Names of the reader's own

  @Test func aMapIsReadWithItsWays() throws {
    let map = try FieldMap(#"title=Article_title, 正文=body,source=source.name,url=links.0.href,id=a\.b\,c"#)
    #expect(map.entries.map(\.field) == [.title, .text, .source, .url, .id])
    #expect(map.paths == ["Article_title", "body", "source.name", "links.0.href", "a.b,c"])
    #expect(
      map.entries.map(\.steps) == [["articletitle"], ["body"], ["source", "name"], ["links", "0", "href"], ["ab,c"]])
  }

  @Test(
    arguments: [
      ("title", .incomplete("title")), ("title=", .incomplete("title=")), ("=x", .incomplete("=x")),
      ("", .incomplete("")), (",", .incomplete(",")), ("title=a=b", .incomplete("title=a=b")),
      ("titel=a", .unknownField("titel")), ("title=a,text=A", .repeatedName("A")),
      ("title=a..b", .incomplete("title=a..b")),
    ] as [(String, FieldMapProblem)])
  func mistakesInAMapAreNamed(_ text: String, _ problem: FieldMapProblem) {
    #expect(throws: problem) { try FieldMap(text) }
  }

  @Test func ofTwoMapsTheFirstCounts() throws {
    let merged = try FieldMap("title=a,text=b").merging(FieldMap("summary=a,source=c"))
    #expect(merged.paths == ["a", "b", "c"])
    #expect(merged.entries.map(\.field) == [.title, .text, .source])
  }
}
