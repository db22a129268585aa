package import NewsModel

// MARK: - The page of sources

extension Words {
  package var folder: String { text("文件夹", "Folder") }
  package var articlesADayBriefly: String { text("条/天", "a day") }
  package var lastBriefly: String { text("上次", "last") }
  package var nextBriefly: String { text("下次", "next") }
  package var nameOfSource: String { text("名称", "Name") }
  package var address: String { text("地址", "Address") }
  package var healthGood: String { text("正常", "Fine") }
  package var healthUntried: String { text("还没有抓取过", "Not fetched yet") }
  package var healthGone: String {
    text("网站说它已永久停用，不再自动抓取", "The site says that it is gone for good; not fetched any more")
  }
  package var healthFailing: String { text("抓取失败", "Failing") }
  package func withDistance(_ time: String, _ distance: String) -> String {
    time + text("（\(distance)）", " (\(distance))")
  }

  package func noSources(add: String) -> String {
    text(
      "还没有来源。按 \(add)，输入网站或 RSS 地址，程序会找到它的订阅源并订阅；也可以用 newstape import 导入文件。",
      "No sources yet. Press \(add) and type the address of a site or feed: its feed is found and subscribed to. Files come in by newstape import."
    )
  }

  /// `12`, `3.4`, `0`
  package func rate(_ articlesADay: Double) -> String {
    guard articlesADay.isFinite, articlesADay > 0 else { return "0" }
    guard articlesADay < 9.95 else { return number(Int(min(articlesADay, 1e9).rounded())) }
    let tenths = max(1, Int((articlesADay * 10).rounded()))
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  /// A span of time in the largest unit that it fills: `5分`, `3时`, `2天`.
  package func briefSpan(_ seconds: Int64) -> String {
    let (count, unit) = Self.span(seconds)
    return switch unit {
    case .minute: text("\(count)分", "\(count)m")
    case .hour: text("\(count)时", "\(count)h")
    case .day: text("\(count)天", "\(count)d")
    }
  }

  /// `刚才`, `5 分钟前`
  package func ago(_ seconds: Int64) -> String {
    seconds < 60 ? text("刚才", "just now") : longSpan(seconds) + text("前", " ago")
  }

  /// `随时`, `25 分钟后`
  package func ahead(_ seconds: Int64) -> String {
    seconds <= 0 ? text("随时", "any time") : text(longSpan(max(60, seconds)) + "后", "in " + longSpan(max(60, seconds)))
  }

  private func longSpan(_ seconds: Int64) -> String {
    let (count, unit) = Self.span(seconds)
    return switch unit {
    case .minute: text("\(count) 分钟", "\(count) min")
    case .hour: text("\(count) 小时", "\(count) h")
    case .day: text("\(count) 天", count == 1 ? "1 day" : "\(count) days")
    }
  }

  private enum Unit { case minute, hour, day }

  private static func span(_ seconds: Int64) -> (Int64, Unit) {
    let minutes = max(0, seconds) / 60
    if minutes < 60 { return (minutes, .minute) }
    return minutes < 48 * 60 ? (minutes / 60, .hour) : (minutes / 1_440, .day)
  }

  package var homePage: String { text("主页", "Home page") }
  package var fullText: String { text("全文", "Full text") }
  package var articles: String { text("文章", "Articles") }
  package var lastTry: String { text("上次尝试", "Last try") }
  package var lastSuccess: String { text("上次成功", "Last success") }
  package var nextTry: String { text("下次", "Next") }
  package var remark: String { text("备注", "Note") }
  package var everyInterval: String { text("间隔", "Interval") }
  package var never: String { text("从未", "never") }
  package var none: String { text("（无）", "(none)") }

  package func fetchesArticles(_ isOn: Bool, key: String) -> String {
    isOn
      ? text("抓取每条的网页（\(key) 关闭）", "fetched from each item's page (\(key) stops it)")
      : text("只用订阅源里的内容（\(key) 抓取网页）", "as the feed gives it (\(key) fetches the pages)")
  }

  package func articleCounts(_ overview: SubscriptionOverview) -> String {
    text(
      "\(number(overview.articles)) 条，未读 \(number(overview.unread))，每天约 \(rate(overview.articlesADay)) 条",
      "\(number(overview.articles)), \(number(overview.unread)) unread, about \(rate(overview.articlesADay)) a day")
  }

  package func minutes(_ count: Int) -> String { text("\(number(count)) 分钟", "\(number(count)) min") }

  /// `抓取失败：找不到主机（从 2 天前起，5 次）`
  package func failing(_ failure: FetchFailure, sinceSeconds seconds: Int64?, times: Int) -> String {
    let since = seconds.flatMap { $0 < 60 ? nil : text("从 \(ago($0))起", "since \(ago($0))") }
    let count = times > 1 ? text("\(number(times)) 次", "\(number(times)) times") : nil
    let details = [since, count].compactMap(\.self).joined(separator: text("，", ", "))
    return healthFailing + text("：", ": ") + message(failure)
      + (details.isEmpty ? "" : text("（\(details)）", " (\(details))"))
  }
}

// MARK: - Adding and changing sources

extension Words {
  package var lookingForFeeds: String { text("正在查找订阅源…", "looking for feeds…") }

  package var noFeedFound: String {
    text(
      "这个地址没有订阅源；试试网站首页，或在浏览器中找 RSS 链接",
      "no feed there; try the site's front page, or look for an RSS link in a browser")
  }

  package func tryOverHTTP(_ reason: String) -> String {
    text("\(reason)；按回车改用 http", "\(reason); press Enter to try http")
  }

  package func foundInstead(of answer: UnexpectedAnswer) -> String {
    switch answer {
    case .page: text("这个地址是网页，不是订阅源；网站有：", "That is a web page, no feed; the site has")
    case .json: text("这个地址是 JSON 数据，不是订阅源；网站有：", "That is JSON, no feed; the site has")
    case .other: text("这个地址不是订阅源；网站有：", "That is no feed; the site has")
    }
  }

  package var foundFeeds: String { text("找到几个订阅源", "Several feeds were found") }

  package var addsToOwnStore: String {
    text("示例之外另建自己的新闻库", "this begins your own store, apart from the sample")
  }

  package func itemCount(_ count: Int) -> String { text("\(number(count)) 条", "\(number(count)) items") }

  package func subscribed(_ name: String) -> String {
    text("已订阅“\(name)”，正在抓取；u 撤销", "subscribed to “\(name)”, fetching it; u undoes it")
  }

  package func alreadySubscribed(_ name: String) -> String {
    text("已经订阅了“\(name)”", "“\(name)” is subscribed to already")
  }

  package func unsubscribed(_ name: String) -> String {
    text("已退订“\(name)”，已有的新闻保留；u 撤销", "“\(name)” removed; its articles stay; u undoes it")
  }

  package func removeQuestion(_ name: String) -> String {
    text("退订“\(name)”？已有的新闻保留。y 是  n 否", "Remove “\(name)”? Its articles stay. y yes  n no")
  }

  package func fullTextChanged(_ isOn: Bool) -> String {
    isOn
      ? text("从下次刷新起抓取每条的全文", "whole articles are fetched from the next refresh on")
      : text("不再抓取全文", "whole articles are fetched no more")
  }

  package var noHomePage: String { text("这个来源没有给出主页", "this source names no home page") }
}

// MARK: - Refreshing

extension Words {
  package func nothingToRefresh(add: String) -> String {
    text(
      "没有要抓取的来源：都刚抓取过，或还没有添加（\(add)）",
      "nothing to fetch: all were fetched just now, or none is there yet (\(add) adds one)")
  }

  package var alreadyRefreshing: String { text("正在刷新，稍候；C-g 停止", "refreshing already; C-g stops it") }
  package var nothingRefreshing: String { text("没有正在进行的刷新", "nothing is being refreshed") }
  package var stopping: String { text("正在停止…", "stopping…") }
  package var refreshedElsewhere: String { text("另一个程序正在刷新这些来源", "another program is refreshing these sources") }
  package var fullTextBriefly: String { text("全文 ", "pages ") }

  /// What a refresh has brought: `刷新完成：新 7 条，2 个来源失败（L 查看）`.
  package func refreshed(_ report: RefreshReport, log: String) -> String {
    let progress = report.progress
    let begin =
      report.wasCancelled
      ? text("已停止刷新（\(progress.done)/\(progress.total)）", "stopped at \(progress.done)/\(progress.total)")
      : text("刷新完成", "refreshed")
    var parts = [
      progress.newArticles > 0
        ? text("新 \(number(progress.newArticles)) 条", "\(number(progress.newArticles)) new")
        : text("没有新的", "nothing new")
    ]
    if progress.failed > 0 {
      parts.append(
        text(
          "\(number(progress.failed)) 个来源失败（\(log) 查看）",
          "\(number(progress.failed)) sources failed (\(log) tells which)"))
    }
    return begin + text("：", ": ") + parts.joined(separator: text("，", ", "))
  }

  /// What is kept in the log of a rule that could not be followed.
  package func passedOver(_ problem: RuleProblem) -> String {
    text("规则“\(problem.name)”没有执行：", "the rule “\(problem.name)” was passed over: ") + mistake(problem.error.kind)
  }

  /// What is kept in the log of a source that failed.
  package func failed(_ failure: RefreshReport.Failure) -> String {
    failure.subscription.name + text("：", ": ") + message(failure.reason) + text("。", ". ")
      + counsel(failure.reason)
  }
}
