import ArticleFields
import NewsModel
import NewsParsing
import NewsWriting
import SourceForms
import Testing
import TextBasics

struct JSONLinesWriterTests {
  private func readBack(_ articles: [Article]) -> [ParsedRecord] {
    NewsParser.parse(Array(ExportFormat.jsonl.document(articles).utf8), context: ParsingContext())
  }

  @Test func aLineHasEveryField() {
    var article = Article.sample(label: "快讯", source: "晨星日报", tags: ["电池"], blocks: [.heading("产能", level: 2)])
    article.originID = "a-1"
    article.links = [ArticleLink(text: "年报", address: "https://a.example/1")]
    article.headline.ownTags = ["关注"]
    article.headline.status.isRead = true
    article.headline.arrived = Timestamp(1_655_272_200)
    article.headline.change = .sense
    #expect(
      ExportFormat.jsonl.document([article]) == """
        {"id":"a-1","url":null,"published":"2022-06-15T05:42:09+00:00","estimated":false,"label":"快讯",\
        "title":"云岭电池公布新工厂计划","source":"晨星日报","byline":null,"summary":null,\
        "blocks":[{"kind":"heading","text":"产能","level":2}],"tags":["电池"],"ownTags":["关注"],"previous":null,\
        "next":null,"related":[],"links":[{"text":"年报","address":"https://a.example/1"}],"read":true,"starred":false,"muted":false,"stub":false,\
        "arrived":"2022-06-15T05:50:00+00:00","change":"sense","withdrawn":null,"facets":null,"history":[]}

        """)
  }

  @Test func whatAnArticleSaidBeforeStandsInItsLine() throws {
    #expect(ExportFormat.allCases.filter(\.tellsHistory) == [.jsonl, .csv])
    let article = Article.sample(label: nil, source: "晨星日报", tags: [], blocks: [.paragraph("产能翻倍。")])
    var old = article
    old.headline.title = "云岭电池或建新工厂"
    old.blocks = [.paragraph("产能或翻倍。")]
    let version = KeptVersion(
      number: 1, article: old, arrived: Timestamp(1_655_272_200), replaced: Timestamp(1_655_272_800), broughtBy: nil,
      change: .none)
    var bytes: [UInt8] = []
    ExportFormat.jsonl.writer(title: "", zone: .gmt).write(article, former: [version], to: &bytes)
    var expected = Item(article)
    var before = Item(old)
    (before.arrived, before.marks) = (version.arrived, [])
    expected.former = [FormerItem(before, until: Timestamp(1_655_272_800))]
    #expect(NewsParser.parse(bytes, context: ParsingContext()) == [.item(expected)])
  }

  @Test func whatIsReadBackIsWhatWasWritten() {
    var random = RandomArticles(seed: 20_220_615)
    let articles = (0..<500).map { _ in random.article() }
    let records = readBack(articles)
    #expect(records.count == articles.count)
    for (record, article) in zip(records, articles) { #expect(record == .item(Item(article))) }
  }

  @Test func whatWasNotSafeIsSafeOnceItIsReadBack() throws {
    var random = RandomArticles(seed: 7)
    for _ in 0..<200 {
      let document = ExportFormat.jsonl.document([random.hostileArticle()])
      #expect(SafeText(lines: document).string == document)
      for case .item(let item) in NewsParser.parse(Array(document.utf8), context: ParsingContext()) {
        #expect(item.title == KeptText(item.title).string)
        for link in item.links {
          #expect(link.address.hasPrefix("http") && KeptText(link.address).string == link.address)
          #expect(KeptText(link.text).string == link.text)
        }
        for block in item.blocks {
          #expect(block.text == KeptText(lines: block.text).string || block.text.contains("\t"))
        }
      }
    }
  }

  @Test func anObjectOfOthersWithBlocksOfAnotherKindIsReadAsEver() {
    let line = #"{"title":"海港物流扩建码头","blocks":[{"type":"core/paragraph"}],"text":"码头周三动工。","read":true}"#
    let records = NewsParser.parse(Array(line.utf8), context: ParsingContext())
    guard case .item(let item) = records.first else {
      Issue.record("\(records)")
      return
    }
    #expect(item.blocks == [.paragraph("码头周三动工。")])
    #expect(item.marks == [])
  }
}
