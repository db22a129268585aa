import Foundation
import NewsModel

/// Invented news for tests: the same at every call.
enum SampleNews {
  static let zone = TimeZone(secondsFromGMT: 8 * 3_600) ?? .gmt
  /// The moment at which the tests play.
  static let now = CivilTime(year: 2026, month: 3, day: 18, hour: 9, minute: 41).timestamp(in: zone)

  private static let titles = [
    "云杉动力召回首批固态电池车型，称不涉及行车安全",
    "央行开展两千亿元逆回购操作，利率维持不变",
    "青禾乳业净利润下滑三成，渠道库存仍在高位",
    "海岬银行转债转股期延长，资产质量持续改善",
    "Harbor Metals slips as copper stocks climb to a two-year high",
    "澜江新材冲刺科创板，尚未盈利估值存疑",
    "三家券商资管下调固收产品费率",
    "隔夜原油下跌百分之二，市场关注库存数据",
    "北辰股份更换审计机构，交易所连发两封问询函",
    "新能源车出口连续五个月增长",
    "Meridian Foods to spin off its frozen unit",
    "多地优化公积金政策，提高贷款额度上限",
  ]
  private static let sources = ["星海财经", "潮汐周刊", "北辰证券报", "Harbor Wire", "远帆财讯"]
  private static let tags = ["IPO", "央行", "新能源车", "消费金融", "原油", "资管"]
  private static let labels = ["今日热搜", nil, "聚焦", nil, nil, "每日看点", nil]

  /// `count` articles, newest first, 37 minutes apart.
  static func articles(_ count: Int = 120) -> [Article] {
    (0..<count).map(article)
  }

  static func article(_ index: Int) -> Article {
    let published = now - Int64(300 + index * 37 * 60)
    let headline = Headline(
      id: ArticleID(Int64(1_000_000 - index)), key: ArticleKey(Int64(index + 1)), label: labels[index % labels.count],
      title: titles[index % titles.count] + (index < titles.count ? "" : "（\(index / titles.count)）"),
      source: index % 11 == 10 ? nil : sources[index * index % sources.count], published: published,
      isStub: index % 11 == 10,
      status: ArticleStatus(isRead: index % 3 == 1, isStarred: index % 9 == 0),
      tags: index % 4 == 3 ? [] : [tags[index % tags.count], tags[(index + 2) % tags.count]])
    guard !headline.isStub else { return Article(headline: headline, details: ArticleDetails(summary: "只有摘要的一条新闻。")) }
    return Article(
      headline: headline,
      details: ArticleDetails(
        url: index % 2 == 0 ? "https://news.example/\(index)" : nil, byline: "林望舒",
        summary: "公司表示，事件影响有限，后续进展将及时公告。"),
      blocks: body(index),
      related: [
        RelatedArticle(
          item: RelatedItem(title: titles[(index + 1) % titles.count], published: published - 3_600),
          key: ArticleKey(Int64((index + 1) % 12 + 1))),
        RelatedArticle(item: RelatedItem(title: "一条尚未收录的新闻", published: published - 7_200)),
      ])
  }

  private static func body(_ index: Int) -> [Block] {
    [
      .paragraph("第\(index + 1)篇。公司在晚间公告中表示，经自查发现部分批次产品的密封件存在老化风险，决定主动召回并免费更换。业内人士认为，此举有助于稳定市场预期，但短期内仍将影响交付节奏。"),
      .heading("影响范围", level: 2),
      .paragraph("本次召回涉及约一万两千辆，其中八成已完成预约。公司预计相关费用不超过一亿元，将计入本季度。"),
      .figure("工程师在试验线检查电池包"),
      .quote("我们会把每一辆车都当作第一辆车来检查。"),
      .list(["一季度：完成全部通知", "二季度：完成更换"]),
      .table([["项目", "本期", "上期"], ["营业收入", "12.4", "11.8"], ["净利润", "1.9", "2.3"]]),
      .paragraph("受消息影响，公司股价早盘一度下跌百分之四，随后收窄。分析师提醒，召回成本之外，更需要关注订单的变化。"),
    ]
  }
}
