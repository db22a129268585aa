package import NewsModel

// MARK: - The page of feeds

extension Words {
  package var folder: String { text("文件夹", "Folder") }
  package var articlesADayBriefly: String { text("日均", "a day") }
  package var lastBriefly: String { text("上次", "last") }
  package var nextBriefly: String { text("下次", "next") }
  package var nameOfSource: String { text("名称", "Name") }
  package var address: String { text("网址", "Address") }
  package var details: String { text("详情", "Details") }
  package var healthGood: String { text("正常", "Fine") }
  package var healthUntried: String { text("尚未刷新", "Not fetched yet") }
  package var healthGone: String {
    text("网站已停用此源，不再自动刷新", "The site says that it is gone for good; not fetched any more")
  }
  package var healthFailing: String { text("刷新失败", "Failing") }
  package func withDistance(_ time: String, _ distance: String) -> String { time + parenthesised(distance) }

  package var noFeedsYet: String {
    text(
      "还没有订阅。按 \(key(.addSource)) 输入网站或 RSS 网址，自动查找并订阅；也可用 newstape import 导入文件。",
      "No feeds yet. Press \(key(.addSource)) and type the address of a site or feed: its feed is found and subscribed to. Files come in by newstape import."
    )
  }

  /// `12`, `3.4`, `0`; what is more than nothing is at least `0.1`.
  package func rate(_ articlesADay: Double) -> String {
    guard articlesADay.isFinite, articlesADay > 0 else { return "0" }
    return tenths(max(0.1, articlesADay))
  }

  /// A span of time in the largest unit that it fills, in four columns: `5分`, `3h`, `2天`.
  package func briefSpan(_ seconds: Int64) -> String {
    let (count, unit) = Self.span(seconds)
    return switch unit {
    case .minute: text("\(count)分", "\(count)m")
    case .hour: "\(count)h"
    case .day: text("\(count)天", "\(count)d")
    }
  }

  /// `刚刚`, `5分钟前`
  package func ago(_ seconds: Int64) -> String {
    seconds < 60 ? text("刚刚", "just now") : span(seconds) + text("前", " ago")
  }

  /// `随时`, `25分钟后`
  package func ahead(_ seconds: Int64) -> String {
    seconds <= 0 ? text("随时", "any time") : text(span(max(60, seconds)) + "后", "in " + span(max(60, seconds)))
  }

  /// A span of time in words: `5分钟`, `3小时`, `2天`.
  func span(_ seconds: Int64) -> String {
    let (count, unit) = Self.span(seconds)
    return switch unit {
    case .minute: text("\(count)分钟", "\(count) min")
    case .hour: text("\(count)小时", "\(count) h")
    case .day: text("\(count)天", self.count(Int(count), "day"))
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
  package var articles: String { text("新闻", "Articles") }
  package var lastTry: String { text("上次刷新", "Last try") }
  package var lastSuccess: String { text("上次成功", "Last success") }
  package var nextTry: String { text("下次刷新", "Next") }
  package var remark: String { text("备注", "Note") }
  package var everyInterval: String { text("间隔", "Interval") }
  package var never: String { text("从未", "never") }
  package var none: String { text("（无）", "(none)") }

  package func fetchesArticles(_ isOn: Bool) -> String {
    let key = key(.toggleFullText)
    return isOn
      ? text("抓取网页全文（按 \(key) 关闭）", "fetched from each item's page (\(key) turns it off)")
      : text("仅用订阅源内容（按 \(key) 抓取全文）", "as the feed gives it (\(key) fetches the pages)")
  }

  package func articleCounts(_ overview: SubscriptionOverview) -> String {
    text(
      "\(number(overview.articles))条（未读\(number(overview.unread))），日均\(rate(overview.articlesADay))条",
      "\(number(overview.articles)), \(number(overview.unread)) unread, about \(rate(overview.articlesADay)) a day")
  }

  package func minutes(_ count: Int) -> String { text("\(number(count))分钟", "\(number(count)) min") }

  /// `刷新失败：找不到主机（2天前开始，已5次）`
  package func failing(_ failure: FetchFailure, sinceSeconds seconds: Int64?, times: Int) -> String {
    let since = seconds.flatMap { $0 < 60 ? nil : text("\(ago($0))开始", "since \(ago($0))") }
    let count = times > 1 ? text("已\(number(times))次", "failed \(self.count(times, "time"))") : nil
    return labelled(healthFailing, message(failure)) + parenthesised(list([since, count].compactMap(\.self)))
  }
}

// MARK: - Adding and changing feeds

extension Words {
  package var lookingForFeeds: String { text("正在查找订阅源…", "looking for feeds…") }

  package var noFeedFound: String {
    text(
      "未找到订阅源；请试网站首页，或在浏览器中查找 RSS 链接",
      "no feed there; try the site's front page, or look for an RSS link in a browser")
  }

  package func tryOverHTTP(_ reason: String) -> String {
    text("\(reason)；再次确定则改用 http", "\(reason); confirm again to try http")
  }

  package func foundInstead(of answer: UnexpectedAnswer) -> String {
    switch answer {
    case .page: text("此网址是网页，不是订阅源；网站有：", "That is a web page, no feed; the site has")
    case .json: text("此网址是 JSON 数据，不是订阅源；网站有：", "That is JSON, no feed; the site has")
    case .other: text("此网址不是订阅源；网站有：", "That is no feed; the site has")
    }
  }

  package var foundFeeds: String { text("找到多个订阅源", "Several feeds were found") }

  package var addsToOwnStore: String {
    text("将新建自己的新闻库，示例不再显示", "this begins your own store; the sample is no longer shown")
  }

  package func itemCount(_ count: Int) -> String { text("\(number(count))条", self.count(count, "item")) }

  package func subscribed(_ name: String) -> String {
    undoable(text("已订阅“\(name)”，正在刷新", "subscribed to “\(name)”, fetching it"))
  }

  package func alreadySubscribed(_ name: String) -> String {
    text("已经订阅了“\(name)”", "“\(name)” is subscribed to already")
  }

  package func unsubscribed(_ name: String) -> String {
    undoable(text("已退订“\(name)”，已有新闻保留", "unsubscribed from “\(name)”; its articles stay"))
  }

  package func removeQuestion(_ name: String) -> String {
    text("退订“\(name)”？已有新闻保留。", "Unsubscribe from “\(name)”? Its articles stay.") + yesOrNo
  }

  package func fullTextChanged(_ isOn: Bool) -> String {
    isOn
      ? text("下次刷新起抓取全文", "full text is fetched from the next refresh on")
      : text("已停止抓取全文", "full text is no longer fetched")
  }

  package var noHomePage: String { text("该订阅源没有主页", "this feed names no home page") }
}

// MARK: - Refreshing

extension Words {
  /// - Parameter hasFeeds: whether there are feeds at all, which were then fetched just now.
  package func nothingToRefresh(hasFeeds: Bool) -> String {
    hasFeeds
      ? text("刚刚刷新过，稍后再试", "all feeds were fetched just now; try again later")
      : text("还没有订阅，按 \(key(.addSource)) 添加", "no feeds yet; press \(key(.addSource)) to add one")
  }

  package var alreadyRefreshing: String {
    text("正在刷新，按 \(key(.stopRefresh)) 停止", "refreshing already; press \(key(.stopRefresh)) to stop it")
  }
  package var nothingRefreshing: String { text("没有正在进行的刷新", "nothing is being refreshed") }
  package var stopping: String { text("正在停止…", "stopping…") }
  package var refreshedElsewhere: String { text("另一个 newstape 正在刷新", "another newstape is refreshing these feeds") }
  package var fullTextBriefly: String { text("全文 ", "pages ") }

  /// What a refresh has brought: `刷新完成：新增7条，2个失败（按 L 查看）`.
  package func refreshed(_ report: RefreshReport) -> String {
    let progress = report.progress
    let begin =
      report.wasCancelled
      ? text("已停止刷新（\(progress.done)/\(progress.total)）", "stopped at \(progress.done)/\(progress.total)")
      : text("刷新完成", "refreshed")
    var parts = [
      progress.newArticles > 0
        ? text("新增\(number(progress.newArticles))条", "\(number(progress.newArticles)) new")
        : text("没有新增", "nothing new")
    ]
    if progress.failed > 0 {
      parts.append(
        text(
          "\(number(progress.failed))个失败（按 \(key(.log)) 查看）",
          "\(count(progress.failed, "feed")) failed (press \(key(.log)) for details)"))
    }
    return labelled(begin, list(parts))
  }

  /// What is kept in the log of a rule that could not be followed.
  package func passedOver(_ problem: RuleProblem) -> String {
    text("规则“\(problem.name)”有误，未执行：", "the rule “\(problem.name)” was passed over: ")
      + mistake(problem.error.kind)
  }

  /// What is kept in the log of a feed that failed.
  package func failed(_ failure: RefreshReport.Failure) -> String {
    labelled(failure.subscription.name, message(failure.reason)) + text("。", ". ") + counsel(failure.reason)
  }
}
