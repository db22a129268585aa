import TextBasics
import TextScanning

/// The one table of what the fields of an article are called: before a colon on pages, as columns and as keys in data.
package enum FieldNames {
  /// What a name means in data. Of two names for one field that stand in one record, the one with the lower rank counts.
  package struct Meaning: Hashable {
    package var field: ArticleField
    package var rank: Int

    package init(field: ArticleField, rank: Int) {
      self.field = field
      self.rank = rank
    }

    /// Whether an article can be made of the field alone.
    package var makesAnArticle: Bool { field.makesAnArticle && rank < weakTitleRank }
  }

  /// The rank of a name that means a headline only beside other fields of an article.
  package static let weakTitleRank = 3
  /// The rank of a text that stands where another field is expected.
  package static let weakTextRank = 3

  /// One line of the table. Names are separated by commas.
  private struct Row {
    let field: ArticleField
    let rank: Int
    let names: String
  }

  /// The meaning of a name in the form of `folded`; nil where it is not known.
  package static func named(_ folded: String) -> Meaning? { meanings[folded] }

  /// The name as it is compared: case, width and Traditional characters do not matter, nor do blanks, underscores, hyphens, points
  /// and colons. So `Publish Time`, `publish_time`, `publishTime` and `发布时间：` are found however they are written. A line before the
  /// name is a part of it: `_source` of a search engine holds the article, and names no source.
  package static func folded(_ name: String) -> String {
    let scalars = Folding.fold(name).unicodeScalars.filter { !$0.isBlank && !separators.contains($0) }
    let folded = String(String.UnicodeScalarView(scalars))
    return name.utf8.first == UInt8(ascii: "_") ? "_" + folded : folded
  }

  private static let separators: ScalarSet = ["_", "-", ".", ":", "\"", "'", "\u{feff}"]

  /// Whether a column only counts rows, as spreadsheets and data frames write it, where its values are numbers: then it says nothing of the
  /// article.
  package static func isRowNumber(_ folded: String) -> Bool {
    folded.isEmpty || folded.hasPrefix("unnamed") || ["index", "序号", "行号", "level0"].contains(folded)
  }

  private static let meanings: [String: Meaning] = {
    var table: [String: Meaning] = [:]
    for key in FieldKey.named {
      guard let meaning = key.key.meaning else { continue }
      for name in key.names.split(separator: ",") { table[folded(String(name))] = meaning }
    }
    for row in data {
      for name in row.names.split(separator: ",") {
        table[folded(String(name))] = Meaning(field: row.field, rank: row.rank)
      }
    }
    for field in ArticleField.allCases { table[folded(field.rawValue)] = Meaning(field: field, rank: 0) }
    return table
  }()

  /// Names that only data has; those of pages (`FieldKey.named`) mean the same in data.
  private static let data = [
    Row(
      field: .title, rank: 0,
      names: "headline,headlines,heading,article title,news title,news headline,story title,title text,headline text,"
        + "content title,web title,seo title,doc title,main title,news heading,"
        + "资讯标题,公告标题,报道标题,短讯标题,快讯标题,主标题,标题内容,名称"),
    Row(field: .title, rank: 2, names: "news,head,新闻,original title,title original"),
    // What anything may be called: it counts beside an address and a date or a summary only.
    Row(field: .title, rank: weakTitleRank, names: "name"),
    Row(
      field: .text, rank: 0,
      names: "full text,main text,article text,news text,text content,content text,plain text,clean text,cleaned text,"
        + "rich text,selftext,self text,maintext,page text,body plain,"
        + "raw text,article body,body text,story text,正文,正文内容,新闻正文,文章正文,全文,新闻全文,文字,文本"),
    Row(
      field: .text, rank: 1,
      names: "content,contents,full content,article content,news content,content html,html content,main content,"
        + "内容,新闻内容,文章内容,资讯内容,公告内容,快讯内容,报道内容,详细内容"),
    Row(field: .text, rank: 2, names: "body,body html,news body,article,story,paragraphs,passage"),
    Row(
      field: .summary, rank: 0,
      names: "description,desc,short description,news summary,article summary,lead,lead paragraph,intro,"
        + "introduction,digest,excerpt,snippet,teaser,brief,synopsis,trail text,highlights,custom excerpt,meta description,"
        + "新闻摘要,新闻简介,内容简介,概要,描述,简述"),
    Row(field: .summary, rank: 1, names: "subtitle,sub title,deck,dek,副标题"),
    Row(
      field: .published, rank: 0,
      names:
        "publish on,published date,published time,published utc,publish date,publish datetime,publish at,date publish,"
        + "date published,publication time,publication datetime,pub time,pub datetime,pub ts,pubdate,time published,"
        + "web publication date,first publication date,provider publish time,date time,timestamp,ts,posted at,post date,"
        + "post time,date posted,release date,release time,issue date,news date,news time,article date,article time,"
        + "display time,show time,seen date,ctime,datetime,date published at,publish timestamp,news datetime,crawl date,"
        + "新闻时间,新闻日期,资讯时间,公告日期,公告时间,报道时间,报道日期,"
        + "发布日,发稿日期,刊登时间,出版日期,日期时间"),
    Row(
      field: .published, rank: 1,
      names: "created at,create time,create date,created,created utc,created time,creation date,date created,创建时间,创建日期"),
    Row(
      field: .published, rank: 2,
      names: "updated at,update time,update date,updated time,date modify,date modified,modified at,modify time,mtime"),
    Row(
      field: .source, rank: 0,
      names: "publication,media,media name,outlet,news source,source name,source title,publisher name,newspaper,"
        + "agency,provider,媒体名称,媒体来源,发布媒体,发布机构,信源,来源名称,报刊,报纸,报社,公众号,数据来源网站"),
    Row(field: .source, rank: 1, names: "site,site name,website,origin,feed title,站点,站点名称,网站,网站名称"),
    Row(field: .source, rank: 2, names: "source domain,domain,hostname,feed,subreddit"),
    Row(
      field: .author, rank: 0,
      names: "author name,writer,journalist,creator,作者姓名,作者名称,署名"),
    Row(
      field: .tags, rank: 0,
      names: "topic,categories,category,section,section name,subject,subjects,channels,channel,symbols,symbol,tickers,"
        + "ticker,stock,stocks,stock symbol,stock code,stock codes,related stock codes,news category,分类,类别,新闻类别,新闻分类,"
        + "primary tag,keyword,"
        + "主题词,栏目,频道,行业,板块,概念,股票代码,证券代码,股票名称,证券简称,相关股票"),
    Row(
      field: .url, rank: 0,
      names: "href,web url,article url,article link,news url,news link,page url,detail url,original url,canonical url,"
        + "canonical link,share url,doc url,新闻链接,新闻网址,新闻地址,文章网址,网页链接,网页地址,详情链接,链接地址,url地址"),
    Row(field: .url, rank: 1, names: "source url,uri,alternate,canonical"),
    Row(
      field: .id, rank: 0,
      names: "_id,guid,docno,news id,article id,doc id,document id,story id,post id,item id,新闻编号,文章编号,新闻id,文章id,编号"),
    Row(field: .id, rank: 1, names: "uuid,oid,aid,nid"),
    Row(
      field: .arrived, rank: 0,
      names:
        "collected,collected at,collect time,collected time,collection time,crawled,crawled at,crawl time,crawl at,"
        + "crawled time,crawling time,crawl timestamp,fetched,fetched at,fetch time,fetched time,scraped,scraped at,"
        + "scrape time,scraped time,retrieved,retrieved at,received at,ingested at,first seen,first seen at,"
        + "采集时间,采集日期,抓取时间,抓取日期,爬取时间,爬取日期,收录时间,入库时间,收到时间,收到"),
    Row(field: .estimated, rank: 0, names: "date estimated,日期为估计"),
  ]
}

extension FieldKey {
  /// What the name of such a field on a page means as a column or key; nil where it says nothing that a record has.
  fileprivate var meaning: FieldNames.Meaning? {
    switch self {
    case .title: FieldNames.Meaning(field: .title, rank: 0)
    case .originalTitle: FieldNames.Meaning(field: .title, rank: 2)
    case .source: FieldNames.Meaning(field: .source, rank: 0)
    case .author: FieldNames.Meaning(field: .author, rank: 0)
    case .published: FieldNames.Meaning(field: .published, rank: 0)
    case .updated: FieldNames.Meaning(field: .published, rank: 2)
    case .tags: FieldNames.Meaning(field: .tags, rank: 0)
    case .summary: FieldNames.Meaning(field: .summary, rank: 0)
    case .url: FieldNames.Meaning(field: .url, rank: 0)
    case .editor, .previous, .next, .related, .foot, .boilerplate, .figure: nil
    }
  }
}

/// What a record can say of an article, under whatever name.
package enum ArticleField: String, Hashable, Sendable, CaseIterable {
  case title, text, summary, published, source, author, tags, url, id, label
  /// Whether the date is a guess: what exports say beside it.
  case estimated
  /// When it was first seen by whoever collected it.
  case arrived

  /// The field that a word of a reader means: its own name, or one that columns have for it.
  package init?(word: String) {
    guard let named = FieldNames.named(FieldNames.folded(word)) else { return nil }
    self = named.field
  }

  /// Whether an article can be made of it alone.
  package var makesAnArticle: Bool {
    switch self {
    case .title, .text: true
    case .summary, .published, .source, .author, .tags, .url, .id, .label, .estimated, .arrived: false
    }
  }
}
