import NewsModel

@testable import Dashboard

/// Invented news with facets, for what shows companies, events and tone. What is bad for a company is told of codes that nobody has.
enum SampleEvents {
  /// Newest first, 40 minutes apart.
  static let articles: [Article] = rows.enumerated().map { index, row in
    let headline = Headline(
      id: ArticleID(Int64(5_000 - index)), key: ArticleKey(Int64(index + 1)), title: row.title,
      source: ["星海财经", "潮汐周刊", "北辰证券报"][index % 3], published: SampleNews.now - Int64(600 + index * 2_400),
      status: ArticleStatus(isRead: index % 3 == 2, isStarred: index == 3),
      facets: FacetValues(companies: row.companies, events: row.events, topics: [.company], tone: row.tone))
    return Article(headline: headline, blocks: [.paragraph(row.title + "。公司表示，后续进展将及时公告。")])
  }

  private typealias Row = (title: String, companies: [String], events: [EventValue], tone: Tone?)

  private static let rows: [Row] = [
    (
      "贵州茅台拟回购15亿至30亿元股份", ["600519.SH"],
      [EventValue(kind: .buyback, direction: .positive, amount: yuan(15e8...30e8))], .positive
    ),
    (
      "三家公司股东拟增持", ["300750.SZ", "002594.SZ", "600036.SH"],
      [EventValue(kind: .increase, direction: .positive, percentage: 2...2)], .positive
    ),
    ("央行开展逆回购操作，利率维持不变", [], [], nil),
    (
      "腾讯控股斥资10.02亿港元回购", ["00700.HK"],
      [
        EventValue(kind: .buyback, direction: .positive, amount: money(1_002_000_000, "HKD")),
        EventValue(kind: .results, detail: "预增", percentage: 20...25),
      ], .positive
    ),
    (
      "半年度净利预降35%至45%", ["609901.SH"],
      [EventValue(kind: .results, detail: "预减", direction: .negative, percentage: -45...(-35))], .negative
    ),
    (
      "召回4.23万辆汽车", ["609902.SH"],
      [EventValue(kind: .accident, detail: "召回", amount: Amount(range: 42_300...42_300, unit: .other("辆")))], .negative
    ),
    (
      "解禁3,200万股", ["609901.SH"],
      [EventValue(kind: .control, detail: "解禁", amount: Amount(range: 32_000_000...32_000_000, unit: .shares))], nil
    ),
    (
      "目标价上调至1,850元", ["600519.SH"],
      [
        EventValue(
          kind: .rating, detail: "目标价", direction: .positive,
          amount: Amount(range: 1_850...1_850, unit: .price(currency: "CNY", per: "share")))
      ], .positive
    ),
    (
      "中标12.5亿元项目", ["609902.SH"],
      [EventValue(kind: .contract, detail: "中标", direction: .positive, amount: yuan(12.5e8...12.5e8))], .positive
    ),
    ("公司高管变动", ["609901.SH"], [EventValue(kind: .management)], nil),
  ]

  private static func yuan(_ range: ClosedRange<Double>) -> Amount { Amount(range: range, unit: .currency("CNY")) }

  private static func money(_ value: Double, _ code: String) -> Amount {
    Amount(range: value...value, unit: .currency(code))
  }
}
