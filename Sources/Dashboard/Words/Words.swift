import Configuration
import Foundation
import NewsModel
import TextBasics

/// The interface's texts in one language. Both languages stand side by side, so that neither is forgotten.
struct Words: Sendable {
  let language: Language

  func callAsFunction(_ text: Bilingual) -> String { text(language) }
  func text(_ chinese: String, _ english: String) -> String { language == .en ? english : chinese }
}

extension Presentation {
  var words: Words { Words(language: language) }
}

// MARK: - Names of things

extension Words {
  var news: String { text("要闻", "News") }
  var reader: String { text("阅读", "Reader") }
  var statistics: String { text("统计", "Statistics") }
  var filter: String { text("筛选", "filter") }
  var everything: String { text("全部", "all") }
  var relatedTitle: String { text("相关 · 猜你喜欢", "Related") }
  var linksTitle: String { text("链接", "Links") }
  var unread: String { text("未读", "unread") }
  var read: String { text("已读", "read") }
  var tags: String { text("标签", "Tags") }
  var sources: String { text("来源", "Sources") }
  var labels: String { text("栏目", "Labels") }
  var noSource: String { text("（无来源）", "(no source)") }
  var noLabel: String { text("（无栏目）", "(no label)") }
  var today: String { text("今日", "today") }
  var mean: String { text("均值", "mean") }

  func name(of field: TermField) -> String {
    switch field {
    case .tag: tags
    case .source: sources
    case .label: labels
    }
  }

  func name(of page: Page) -> String {
    switch page {
    case .news: news
    case .saved: text("自选", "Saved")
    case .statistics: statistics
    case .sources: sources
    }
  }

  func name(of chart: Chart) -> String {
    switch chart {
    case .volume: text("新闻量", "Volume")
    case .tags: tags
    case .sources: sources
    case .labels: labels
    case .status: text("阅读情况", "Read and unread")
    }
  }

  /// The name of a value of a field, in words where it is empty.
  func name(_ value: String, of field: TermField) -> String {
    guard value.isEmpty else { return value }
    return field == .source ? noSource : noLabel
  }

  func name(of span: StatisticsSpan) -> String {
    switch span {
    case .day: text("24小时", "24 h")
    case .week: text("7天", "7 d")
    case .month: text("30天", "30 d")
    case .quarter: text("90天", "90 d")
    case .year: text("1年", "1 y")
    case .everything: everything
    }
  }
}

// MARK: - Search

extension Words {
  func wentAround(_ direction: Int) -> String {
    direction > 0
      ? text("已过末尾，回到第一处", "past the end, back at the first match")
      : text("已过开头，到最后一处", "past the beginning, at the last match")
  }
  var byRelevance: String { text("按相关度", "by relevance") }
  func stillToIndex(_ count: Int) -> String {
    text("索引还差 \(number(count)) 篇", "\(number(count)) still to index")
  }
  /// The name of a list that is found by words.
  func search(_ text: String) -> String { self.text("搜索 “\(text)”", "search “\(text)”") }
}

// MARK: - Dates and numbers

extension Words {
  private static let weekdays = [
    ["周一", "Mon"], ["周二", "Tue"], ["周三", "Wed"], ["周四", "Thu"], ["周五", "Fri"], ["周六", "Sat"], ["周日", "Sun"],
  ]

  /// `一` or `Mo`; 0 is Monday.
  func shortWeekday(_ weekday: Int) -> String {
    let name = Self.weekdays[weekday]
    return text(String(name[0].suffix(1)), String(name[1].prefix(2)))
  }

  /// `6月` or `Jun`; 1 is January.
  func month(_ month: Int) -> String {
    let names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return text("\(month)月", names[month - 1])
  }

  func weekday(_ time: CivilTime) -> String { Self.weekdays[time.weekday][language == .en ? 1 : 0] }

  /// `06-14 周二`, with the year where it is not the present one.
  func day(_ time: CivilTime, now: CivilTime) -> String {
    (time.year == now.year ? time.monthAndDay : time.isoDate) + " " + weekday(time)
  }

  /// `匹配 2/17`: the match stepped to and how many there are.
  func matches(_ current: Int?, of count: Int) -> String {
    text("匹配 ", "match ") + (current.map { number($0) + "/" } ?? "") + number(count)
  }

  /// A count with thousands separated by commas.
  func number(_ value: Int) -> String {
    let digits = String(value.magnitude)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped.append(",") }
      grouped.append(digit)
    }
    return value < 0 ? "-" + grouped : grouped
  }

  /// Credits, time and reading time of an article in one line.
  func meta(_ article: Article, zone: TimeZone) -> String {
    let time = CivilTime(article.headline.published, in: zone)
    let date = time.isoDate + " " + time.clock + (article.headline.isDateEstimated ? text("（估计）", " (estimated)") : "")
    let label = article.headline.label.map { text("【\($0)】", "[\($0)] ") }
    let reading = article.blocks.isEmpty ? nil : readingTime(article.blocks)
    let parts = article.credits + [date, reading].compactMap(\.self)
    return (label ?? "") + parts.joined(separator: " · ")
  }

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

// MARK: - Messages

extension Words {
  var stubNote: String {
    text(
      "正文还没有收录：只从相关列表得知这条新闻。导入它的页面后会自动补全。",
      "No text yet: this headline is known from a related list only. It is completed when its page is imported.")
  }
  func leftOut(_ bytes: Int, of key: ArticleKey) -> String {
    let size = bytes < 1 << 20 ? "\(max(1, bytes >> 10)) KB" : "\(bytes >> 20) MB"
    return text(
      "（文章太长，后面还有 \(size) 没有显示；全文：newstape show \(key)）",
      "(Too long to be shown whole: \(size) more are in newstape show \(key).)")
  }
  var emptyBody: String { text("（没有正文）", "(no text)") }
  func figure(_ caption: String) -> String { text("图：", "Figure: ") + caption }

  func sampleNotice(add: String) -> String {
    text(
      "这是示例新闻。按 \(add) 添加自己的来源，或导入：newstape import 文件或文件夹",
      "Sample news. Press \(add) to add a source of your own, or run: newstape import FILE-OR-FOLDER")
  }
  func emptyStore(add: String) -> String {
    text(
      "还没有新闻。按 \(add) 添加来源，或导入：newstape import 文件或文件夹",
      "No news yet. Press \(add) to add a source, or run: newstape import FILE-OR-FOLDER")
  }
  var nothingMatches: String {
    text("没有符合筛选的新闻。Esc 返回，c 清除筛选", "Nothing matches the filter. Esc goes back, c clears it")
  }
  var loading: String { text("正在读取…", "loading…") }
  var searching: String { text("搜索中…", "searching…") }
  var notReadable: String { text("没有读到，L 看原因", "could not be read; L tells why") }
  var nothingSelected: String { text("选择一条新闻以预览，Enter 打开", "Select an article to preview it, Enter opens it") }
  var tooSmall: String { text("窗口太小", "too small") }
  var noUnread: String { text("没有更多未读", "no more unread") }
  var noneNew: String { text("没有新到的新闻", "nothing new has come in") }
  var noMatch: String { text("没有找到", "not found") }
  var noLink: String { text("这条新闻没有链接", "this article has no link") }
  var noLinks: String { text("正文里没有链接", "there are no links in the text") }
  var noRelated: String { text("没有相关新闻", "no related news") }
  var relatedUnknown: String { text("还没有收录这条新闻", "this article is not in the store") }
  var nothingToUndo: String { text("没有可撤销的操作", "nothing to undo") }
  var linkCopied: String { text("链接已复制", "link copied") }
  var noStatistics: String { text("没有可统计的新闻", "nothing to count") }

  func newItems(_ count: Int) -> String { text("新 \(number(count)) 条", "\(number(count)) new") }
  func newItemsBriefly(_ count: Int) -> String { text("新\(number(count))", "\(number(count)) new ") }
  func dayCount(_ count: Int) -> String { text("\(number(count)) 条", number(count)) }
  func unknownCommand(_ name: String) -> String {
    text("没有命令“\(name)”，? 列出全部", "no command “\(name)”, ? lists them all")
  }
  func mistake(_ kind: QueryError.Kind) -> String { kind.message(in: language) }
  func noTheme(_ name: String) -> String { text("没有主题“\(name)”", "there is no theme “\(name)”") }
  func themeIsConfigured(_ name: String) -> String {
    text(
      "主题 \(name) 用到退出为止；要一直用，请写入 config.toml",
      "theme \(name) until you quit; to keep it, name it in config.toml")
  }
  func badDate(_ text: String) -> String { mistake(.badDate(text)) }
}
