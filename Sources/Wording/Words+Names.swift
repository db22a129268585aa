package import Foundation
package import NewsModel

// MARK: - Names of things

extension Words {
  package var news: String { text("资讯", "News") }
  package var reader: String { text("阅读", "Reader") }
  package var statistics: String { text("统计", "Statistics") }
  package var filter: String { text("筛选", "filter") }

  /// The filter in force; the query is empty where everything is listed.
  package func filtered(by query: String) -> String { labelled(filter, query.isEmpty ? everything : self.query(query)) }

  package var everything: String { text("全部", "all") }
  package var relatedTitle: String { text("相关新闻", "Related") }
  package var linksTitle: String { text("链接", "Links") }
  package var unread: String { text("未读", "unread") }
  package var read: String { text("已读", "read") }
  package var tags: String { text("标签", "Tags") }
  package var sources: String { text("来源", "Sources") }
  package var labels: String { text("栏目", "Labels") }
  package var noSource: String { text("（无来源）", "(no source)") }
  package var noLabel: String { text("（无栏目）", "(no label)") }

  /// How a theme that comes with the program looks, in a word; empty for a theme of the reader's own.
  package func look(ofTheme name: String) -> String { Self.looks[name].map { text($0.chinese, $0.english) } ?? "" }

  private static let looks: [String: Bilingual] = [
    "amber": .init("琥珀单色", "amber on black"), "catppuccin_mocha": .init("柔和深色", "soft, dark"),
    "contrast": .init("高对比", "high contrast"), "dracula": .init("紫调深色", "purple, dark"),
    "gruvbox_dark": .init("暖调深色", "warm, dark"), "nord": .init("冷调深色", "cold, dark"),
    "paper": .init("纸白", "paper white"), "solarized_dark": .init("低对比深色", "low contrast, dark"),
    "solarized_light": .init("低对比浅色", "low contrast, light"), "terminal16": .init("终端十六色", "the terminal's colours"),
  ]

  package var languageBriefly: String { text("中", "en") }

  package func name(of field: TermField) -> String {
    switch field {
    case .tag: tags
    case .source: sources
    case .label: labels
    case .company: text("公司", "Companies")
    case .event: text("事件", "Events")
    case .topic: text("分类", "Topics")
    case .tone: text("倾向", "Tone")
    case .keyword: text("关键词", "Keywords")
    }
  }

  /// The language in which queries are shown, and the names of what is read from words.
  var tongue: QueryTongue { language == .en ? .english : .chinese }

  /// The name of a value of a field, in words where it is empty.
  package func name(_ value: String, of field: TermField) -> String {
    guard !value.isEmpty else { return field == .source ? noSource : noLabel }
    return field.word(for: value, in: tongue) ?? value
  }

  package func name(of session: TradingSession) -> String { text(session.chineseName, session.rawValue) }

  package func name(of exchange: TradingCalendar.Exchange) -> String {
    switch exchange {
    case .sse: text("上交所", "SSE")
    case .szse: text("深交所", "SZSE")
    case .hkex: text("港交所", "HKEX")
    case .nyse: text("纽交所", "NYSE")
    }
  }

  /// From when to when the days of an exchange are known.
  package func known(_ exchange: TradingCalendar.Exchange) -> String {
    let calendar = TradingCalendar.of(exchange)
    let (first, last) = (calendar.firstDay.isoDate, calendar.lastDay.isoDate)
    return text(
      "\(name(of: exchange))交易日历为 \(first) 至 \(last)",
      "the calendar of \(name(of: exchange)) runs from \(first) to \(last)")
  }

  /// Articles that no session can be told of.
  package func beyondCalendar(_ count: Int, of exchange: TradingCalendar.Exchange) -> String {
    text(
      "另有\(number(count))条在交易日历之外，时段未知（\(known(exchange))）",
      "\(self.count(count, "article")) more, of times beyond the calendar, whose session is not known (\(known(exchange)))"
    )
  }

  package var beyondCalendar: String { text("日历之外", "beyond the calendar") }

  package func beyondCalendarBriefly(_ count: Int) -> String {
    text("\(number(count))条在日历之外", "\(number(count)) beyond the calendar")
  }

  /// An event in so few columns as a list has for it: in Chinese two characters, or its finer kind where that has no more.
  package func briefName(of event: EventValue) -> String {
    if language == .en {
      let finer = event.name(in: tongue)
      return finer.utf8.count <= 12 ? finer : event.kind.englishName
    }
    if let detail = event.detail, detail.utf8.count <= 6 { return detail }
    return switch event.kind {
    case .reduction, .increase, .buyback, .results, .inquiry, .rating, .dividend: event.kind.rawValue
    case .merger: "并购"
    case .suspension: "停牌"
    case .investigation: "处罚"
    case .litigation: "诉讼"
    case .management: "人事"
    case .issuance: "发行"
    case .contract: "合同"
    case .default: "违约"
    case .product: "产品"
    case .control: "股权"
    case .delisting: "退市"
    case .accident: "事故"
    case .crime: "涉案"
    }
  }

  /// What articles are about, as one filters by it.
  package var subjects: String { text("按内容筛选", "Filter by subject") }

  /// The values of a field as a group of a list. Keywords are never part of what was published, and say so.
  package func group(of field: TermField) -> String {
    field == .keyword ? name(of: field) + text(" · 自动", " · automatic") : name(of: field)
  }

  package func briefGroup(of field: TermField) -> String {
    field == .keyword ? text("自动", "automatic") : name(of: field)
  }

  /// A value that was counted, as lists name it: a company with its code, `云杉动力 600000.SH`.
  package func name(of term: TermCount, _ field: TermField) -> String {
    term.title.map { $0 + " " + term.name } ?? name(term.name, of: field)
  }

  /// A value that was counted where there is little room: a company without its code.
  package func briefName(of term: TermCount, _ field: TermField) -> String { term.title ?? name(term.name, of: field) }

  package var positive: String { name(Tone.positive.rawValue, of: .tone) }
  package var neutral: String { text("中性", "neutral") }
  package var negative: String { name(Tone.negative.rawValue, of: .tone) }

  package func name(of span: StatisticsSpan) -> String {
    switch span {
    case .day: text("24小时", "24 h")
    case .week: text("7天", "7 d")
    case .month: text("30天", "30 d")
    case .quarter: text("90天", "90 d")
    case .year: text("1年", "1 y")
    case .everything: everything
    }
  }

  package var following: String { text("关注", "Following") }
  package var feeds: String { text("订阅", "Feeds") }
  package var starred: String { text("星标", "starred") }
  package var stubs: String { text("仅标题", "headline only") }
  package var readAndUnread: String { text("阅读状态", "Read and unread") }
}

// MARK: - Dates, numbers and sizes

extension Words {
  private static let weekdays = [
    ["周一", "Mon"], ["周二", "Tue"], ["周三", "Wed"], ["周四", "Thu"], ["周五", "Fri"], ["周六", "Sat"], ["周日", "Sun"],
  ]

  /// `一` or `Mo`; 0 is Monday.
  package func shortWeekday(_ weekday: Int) -> String {
    let name = Self.weekdays[weekday]
    return text(String(name[0].suffix(1)), String(name[1].prefix(2)))
  }

  /// `6月` or `Jun`; 1 is January.
  package func month(_ month: Int) -> String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return text("\(month)月", names[month - 1])
  }

  package func weekday(_ time: CivilTime) -> String { weekday(time.weekday) }

  /// - Parameter weekday: 0 for Monday.
  package func weekday(_ weekday: Int) -> String { Self.weekdays[weekday][language == .en ? 1 : 0] }

  /// `6月14日 周二` or `06-14 Tue`, with the year where it is not the present one.
  package func day(_ time: CivilTime, now: CivilTime) -> String {
    let isThisYear = time.year == now.year
    let chinese = (isThisYear ? "" : "\(time.year)年") + "\(time.month)月\(time.day)日"
    return text(chinese, isThisYear ? time.monthAndDay : time.isoDate) + " " + weekday(time)
  }

  /// Two times and what lies between.
  package func range(_ start: String, _ end: String) -> String { text("\(start) 至 \(end)", "\(start) to \(end)") }

  /// `匹配 2/17`: the match stepped to and how many there are.
  package func matches(_ current: Int?, of count: Int) -> String {
    text("匹配 ", "match ") + (current.map { number($0) + "/" } ?? "") + number(count)
  }

  /// Credits, time and reading time of an article in one line.
  package func meta(_ article: Article, zone: TimeZone) -> String {
    let time = CivilTime(article.headline.published, in: zone)
    let date = time.isoDate + " " + time.clock + (article.headline.isDateEstimated ? estimatedDate : "")
    let label = article.headline.label.map(labelBeforeTitle)
    let reading = article.blocks.isEmpty ? nil : readingTime(article.blocks)
    let parts = article.credits + [date, reading].compactMap(\.self)
    return (label ?? "") + parts.joined(separator: " · ")
  }

  /// `【聚焦】`: the label of a headline, as it stands before it.
  package func labelBeforeTitle(_ label: String) -> String { text("【\(label)】", "[\(label)] ") }

  /// About 400 Chinese characters or 220 English words a minute.
  private func readingTime(_ blocks: [Block]) -> String {
    var wide = 0
    var words = 0
    for block in blocks {
      var isInWord = false
      for scalar in block.text.unicodeScalars {
        let isWordPart = scalar.properties.isAlphabetic && scalar.value < 0x2E80
        if scalar.value >= 0x2E80 { wide += 1 } else if isWordPart, !isInWord { words += 1 }
        isInWord = isWordPart
      }
    }
    let minutes = max(1, Int((Double(wide) / 400 + Double(words) / 220).rounded()))
    return text("约\(minutes)分钟", "\(minutes) min")
  }
}

// MARK: - Charts

extension Words {
  package var volumeName: String { text("新闻量", "Volume") }

  package func volume(by bucket: StatisticsBucket) -> String {
    switch bucket {
    case .hour: text("每小时新闻量", "Articles an hour")
    case .day: text("每日新闻量", "Articles a day")
    case .month: text("每月新闻量", "Articles a month")
    case .year: text("每年新闻量", "Articles a year")
    }
  }

  package var volumeBySession: String { text("各交易时段新闻量", "Articles by trading session") }
  package var volumeByHour: String { text("各时段新闻量", "Articles by hour") }
  package var volumeByWeekday: String { text("周内各日新闻量", "Articles by weekday") }

  /// That counts are compared with the time of equal length before; nothing where there is no such time.
  package func comparedWithBefore(_ span: StatisticsSpan) -> String {
    span == .everything ? "" : text(" · 较前\(name(of: span))", " · against the \(name(of: span)) before")
  }

  package var filterStatesPeriod: String { text("时段：按筛选条件", "period: as the filter says") }
  package var filterDecidesPeriod: String {
    text("时段由筛选决定，按 \(key(.clearFilter)) 清除筛选", "the filter decides the period; \(key(.clearFilter)) clears it")
  }
  package var readAndUnreadOfAllTime: String { text("阅读状态 · 全部时间", "Read and unread · all time") }
  package var calendar: String { text("日历", "Calendar") }
  package func calendar(_ range: String) -> String { text("日历 · ", "Calendar · ") + range }
  package var few: String { text("少", "few") }
  package var many: String { text("多", "many") }
  package func last(_ span: String) -> String { text("近", "last ") + span }
  package var newHere: String { text("新", "new") }
  package func total(_ count: Int) -> String { text("共\(number(count))条", self.count(count, "article")) }

  /// Articles an hour or a day, on average: `时均1.3`.
  package func mean(_ rate: Double, anHour: Bool) -> String {
    let number = tenths(rate)
    return anHour ? text("时均\(number)", "\(number)/hour") : text("日均\(number)", "\(number)/day")
  }

  /// How many times as much as before: `4.6倍`.
  package func times(_ ratio: Double) -> String { text("\(tenths(ratio))倍", "\(tenths(ratio))×") }
  package var others: String { text("其他", "other") }
}
