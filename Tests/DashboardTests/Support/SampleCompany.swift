import NewsModel
import TextAnalysis

/// Invented news of one company, with what is read from its words.
enum SampleCompany {
  static let code = "600519.SH"
  static let neighbour = "000858.SZ"

  private static let reports: [(title: String, event: EventValue?, tone: Tone?)] = [
    ("贵州茅台拟以不超过3亿元回购股份", EventValue(kind: .buyback, amount: yuan(300_000_000)), .positive),
    ("贵州茅台遭股东减持1.2%", EventValue(kind: .reduction, percentage: -1.2...(-1.2)), .negative),
    ("贵州茅台渠道调研：节后动销平稳", nil, nil),
    ("贵州茅台预计净利润增长15%至18%", EventValue(kind: .results, detail: "预增", percentage: 15...18), .positive),
    ("白酒板块午后走强，多股跟涨", nil, nil),
    ("贵州茅台收到交易所问询函", EventValue(kind: .inquiry), .negative),
  ]
  private static let sources = ["星海财经", "潮汐周刊", "北辰证券报"]

  private static func yuan(_ value: Double) -> Amount { Amount(range: value...value, unit: .currency("CNY")) }

  /// What the tables know of companies.
  static let tables = [
    CompanyTable.Entry(name: "贵州茅台", listings: [listing("600519", .shanghai)], otherNames: ["茅台", "Kweichow Moutai"]),
    CompanyTable.Entry(name: "五粮液", listings: [listing("000858", .shenzhen)]),
    CompanyTable.Entry(name: "腾讯", listings: [listing("00700", .hongKong)]),
    CompanyTable.Entry(name: "宁德时代", listings: [listing("300750", .shenzhen)]),
    CompanyTable.Entry(
      name: "中国平安", listings: [listing("601318", .shanghai), listing("02318", .hongKong)], otherNames: ["平安"]),
    CompanyTable.Entry(name: "平安银行", listings: [listing("000001", .shenzhen)], otherNames: ["平安"]),
  ]

  private static func listing(_ code: String, _ exchange: StockExchange) -> Listing {
    Listing(code: code, exchange: exchange)
  }

  /// `count` articles, newest first, some four days apart; every third one names a neighbour, too.
  static func articles(_ count: Int = 60) -> [Article] {
    (0..<count).map { index in
      let report = reports[index % reports.count]
      let headline = Headline(
        id: ArticleID(Int64(2_000_000 - index)), key: ArticleKey(Int64(5_000 + index)), title: report.title,
        source: sources[index * index % sources.count], published: SampleNews.now - Int64(3_000 + index * 350_000),
        status: ArticleStatus(isRead: index % 4 == 3),
        facets: FacetValues(
          companies: index % 3 == 1 ? [code, neighbour] : [code], events: report.event.map { [$0] } ?? [],
          tone: report.tone))
      return Article(headline: headline, blocks: [.paragraph("第\(index + 1)篇的正文。")])
    }
  }

  /// That news among other news, in one list.
  static func amongOthers() -> [Article] {
    (articles() + SampleNews.articles()).sorted { $0.headline.published > $1.headline.published }.enumerated().map {
      index, article in
      var article = article
      article.headline.id = ArticleID(Int64(3_000_000 - index))
      return article
    }
  }
}
