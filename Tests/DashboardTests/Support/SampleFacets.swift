import NewsModel

/// What the sample news is about, as the store keeps it: invented companies under codes that no exchange has given.
enum SampleFacets {
  static let companyNames = [
    "699001.SH": "云杉动力", "699002.SH": "青禾乳业", "699003.SH": "海岬银行", "699004.SH": "澜江新材", "699005.SH": "北辰股份",
    "QHMT": "Harbor Metals", "QMRD": "Meridian Foods",
  ]

  /// By the titles of the sample, in their order.
  private static let all: [FacetValues] = [
    FacetValues(
      companies: ["699001.SH"], events: [EventValue(kind: .accident, detail: "召回")], topics: [.company, .china],
      tone: .negative, keywords: ["固态电池", "召回"]),
    FacetValues(topics: [.economy, .china], keywords: ["逆回购", "利率"]),
    FacetValues(
      companies: ["699002.SH"], events: [EventValue(kind: .results, detail: "预减", percentage: -30 ... -30)],
      topics: [.company, .china], tone: .negative, keywords: ["净利润", "渠道库存"]),
    FacetValues(companies: ["699003.SH"], topics: [.company, .bonds], keywords: ["转债"]),
    FacetValues(
      companies: ["QHMT"], events: [EventValue(kind: .rating)], topics: [.futures, .foreign], tone: .negative,
      keywords: ["copper"]),
    FacetValues(
      companies: ["699004.SH", "699001.SH"], events: [EventValue(kind: .issuance, detail: "IPO")],
      topics: [.company, .china], tone: .positive, keywords: ["科创板"]),
    FacetValues(topics: [.industry, .china], keywords: ["资管"]),
    FacetValues(topics: [.energy, .international], keywords: ["原油"]),
    FacetValues(
      companies: ["699005.SH"], events: [EventValue(kind: .inquiry), EventValue(kind: .management)],
      topics: [.company, .china], tone: .negative, keywords: ["审计", "问询函"]),
    FacetValues(topics: [.industry, .china], keywords: ["新能源车"]),
    FacetValues(
      companies: ["QMRD"], events: [EventValue(kind: .merger, detail: "分拆")], topics: [.company, .foreign],
      tone: .positive, keywords: ["spin-off"]),
    FacetValues(topics: [.property, .policy], keywords: ["公积金"]),
  ]

  /// The sample news with what it is about.
  ///
  /// - Parameter hasTags: false for news as it mostly comes, without tags of its pages.
  static func articles(_ count: Int = 120, hasTags: Bool = false) -> [Article] {
    SampleNews.articles(count).enumerated().map { index, article in
      var article = article
      article.headline.facets = all[index % all.count]
      let names = article.headline.facets.companies.compactMap { companyNames[$0] }
      if !names.isEmpty, !article.headline.isStub {
        article.blocks.insert(.paragraph(names.joined(separator: "与") + "的投资者关系部门表示，供货协议不受影响。"), at: 0)
      }
      if hasTags { article.headline.facets.keywords = [] } else { article.headline.pageTags = [] }
      return article
    }
  }
}
