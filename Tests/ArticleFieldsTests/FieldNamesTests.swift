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
      ("正文", .text), ("发布时间", .published), ("發佈時間", .published), ("发表时间：", .published), ("Publish Time", .published),
      ("publishTime", .published), ("date_publish", .published), ("published_utc", .published), ("pub_ts", .published),
      ("Date", .published), ("创建时间", .published), ("更新时间", .published), ("webPublicationDate", .published),
      ("文章来源", .source), ("媒体", .source), ("source_domain", .source), ("publication", .source), ("Publisher", .source),
      ("作者", .author), ("byline", .author), ("author_name", .author), ("新闻链接", .url), ("原文链接", .url),
      ("permalink", .url), ("article_url", .url), ("web-url", .url), ("ＵＲＬ", .url), ("关键词", .tags),
      ("Stock_symbol", .tags), ("categories", .tags), ("股票代码", .tags), ("tickers", .tags), ("摘要", .summary),
      ("short_description", .summary), ("desc", .summary), ("_id", .id), ("news_id", .id), ("\u{feff}id", .id),
      ("label", .label), ("estimated", .estimated),
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

/// Which of several names counts, and what an article can be made of.
@Suite struct FieldMeaningTests {
  private func rank(_ name: String) -> Int? { FieldNames.named(FieldNames.folded(name))?.rank }

  @Test(arguments: [
    ("正文", "内容"), ("full text", "content"), ("content", "body"), ("pub date", "created at"),
    ("created at", "updated at"), ("headline", "news"), ("news", "name"), ("媒体", "site"), ("site", "domain"),
    ("url", "source url"), ("guid", "uuid"), ("发布时间", "更新时间"), ("标题", "原标题"),
  ])
  func theBetterNameHasTheLowerRank(better: String, worse: String) throws {
    let ranks = (try #require(rank(better)), try #require(rank(worse)))
    #expect(ranks.0 < ranks.1)
    #expect(FieldNames.named(FieldNames.folded(better))?.field == FieldNames.named(FieldNames.folded(worse))?.field)
  }

  @Test(arguments: [
    ("Publish Time", "publishtime"), ("publish_time", "publishtime"), ("publish-time.", "publishtime"),
    ("发布时间：", "发布时间"), ("發布時間", "发布时间"), ("ＵＲＬ", "url"), ("\"title\"", "title"), ("\u{feff}id", "id"),
    ("_source", "_source"), ("__id", "_id"), ("", ""), (" - ", ""), ("_", "_"),
  ])
  func namesAreFolded(name: String, folded: String) { #expect(FieldNames.folded(name) == folded) }

  @Test(arguments: ["title", "标题", "text", "body", "news"]) func anArticleIsMadeOfATitleOrAText(name: String) {
    #expect(FieldNames.named(FieldNames.folded(name))?.makesAnArticle == true)
  }

  @Test(arguments: ["name", "url", "date", "summary", "source", "id", "tags", "label", "estimated", "author"])
  func otherFieldsMakeNone(name: String) {
    #expect(FieldNames.named(FieldNames.folded(name))?.makesAnArticle == false)
  }

  @Test func aTextInAnotherPlaceMakesNone() {
    #expect(!FieldNames.Meaning(field: .text, rank: FieldNames.weakTextRank).makesAnArticle)
    #expect(FieldNames.Meaning(field: .text, rank: FieldNames.weakTextRank - 1).makesAnArticle)
  }

  @Test func everyFieldIsCalledByItsOwnName() {
    for field in ArticleField.allCases {
      #expect(ArticleField(word: field.rawValue) == field)
      #expect(rank(field.rawValue) == 0)
    }
    #expect(ArticleField(word: "Pub Date") == .published)
    #expect(ArticleField(word: "编辑") == nil && ArticleField(word: "") == nil)
  }

  @Test(arguments: ["titles", "indexes", "named", "0", "行"]) func otherColumnsCountNoRows(name: String) {
    #expect(!FieldNames.isRowNumber(FieldNames.folded(name)))
  }

  @Test(arguments: ["Unnamed: 12", "行号", "level_0", "INDEX"]) func someOnlyCountRows(name: String) {
    #expect(FieldNames.isRowNumber(FieldNames.folded(name)))
  }

  // MARK: Names of the reader's own

  @Test func noNamesAreNoMap() {
    #expect(FieldMap().isEmpty && FieldMap().paths.isEmpty)
    #expect(throws: FieldMapProblem.incomplete(" , ")) { try FieldMap(" , ") }
  }

  @Test func blanksAndCommasBetweenPairsSayNothing() throws {
    let map = try FieldMap(" title = Head Line , ,text=body,")
    #expect(map.paths == ["Head Line", "body"])
    #expect(map.entries.map(\.steps) == [["headline"], ["body"]])
  }

  @Test(arguments: [
    (#"title=a\=b"#, "a=b", ["a=b"]), (#"title=a\\.b"#, #"a\.b"#, [#"a\"#, "b"]),
    (#"title=a\.b.c"#, "a.b.c", ["ab", "c"]), (#"title=a\b"#, "ab", ["ab"]), ("标题=标题", "标题", ["标题"]),
  ])
  func aBackslashMakesASignAPartOfAName(text: String, path: String, steps: [String]) throws {
    let map = try FieldMap(text)
    #expect(map.paths == [path])
    #expect(map.entries.first?.steps == steps)
    #expect(map.entries.first?.field == .title)
  }

  @Test(
    arguments: [
      ("title=a,text", .incomplete("text")), ("title=a.", .incomplete("title=a.")),
      ("title=.a", .incomplete("title=.a")), ("title=-", .incomplete("title=-")),
      ("title=a,titel=b", .unknownField("titel")), ("title=Head Line,text=headline", .repeatedName("headline")),
    ] as [(String, FieldMapProblem)])
  func aMistakeIsNamedAsItWasWritten(text: String, problem: FieldMapProblem) {
    #expect(throws: problem) { try FieldMap(text) }
  }

  @Test func mergingKeepsTheOrderAndComparesFoldedNames() throws {
    let merged = try FieldMap("title=Head Line").merging(FieldMap("text=headline,url=a.b")).merging(
      FieldMap("id=a.b,label=c"))
    #expect(merged.entries.map(\.field) == [.title, .url, .label])
    #expect(merged.paths == ["Head Line", "a.b", "c"])
  }
}
