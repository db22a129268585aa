package import NewsModel
import WebAddresses

// MARK: - Why an address could not be fetched

extension Words {
  /// What went wrong, in a few words, for a row of a list.
  package func message(_ failure: FetchFailure) -> String {
    switch failure {
    case .badAddress: text("网址无效", "not a web address")
    case .badRedirect: text("跳转网址无效", "bad redirect")
    case .hostNotFound: text("找不到主机", "no such host")
    case .noConnection: text("无法连接", "no connection")
    case .timedOut: text("超时", "timed out")
    case .insecure: text("证书不可信", "certificate not trusted")
    case .tooManyRedirects: text("重定向过多", "too many redirects")
    case .tooLarge(let limit): text("超过 \(limit >> 20) MB", "more than \(limit >> 20) MB")
    case .notHTTP: text("返回的不是 HTTP", "no HTTP answer")
    case .broken: text("传输中断", "connection broke")
    case .status(let code): message(ofStatus: code)
    case .notNews: text("不是订阅源", "holds no news")
    }
  }

  private func message(ofStatus code: Int) -> String {
    switch code {
    case 401, 407: text("需要登录 \(code)", "log-in needed \(code)")
    case 403: text("拒绝访问 403", "forbidden 403")
    case 404: text("页面不存在 404", "not found 404")
    case 410: text("已停用 410", "gone for good 410")
    case 429: text("请求过多 429", "too many requests 429")
    case 500...599: text("服务器出错 \(code)", "server error \(code)")
    default: text("服务器返回 \(code)", "answer \(code)")
    }
  }

  /// What the reader can do about it, in one sentence.
  package func counsel(_ failure: FetchFailure) -> String {
    switch failure {
    case .badAddress: text("网址须以 http:// 或 https:// 开头。", "An address begins with http:// or https://.")
    case .badRedirect(let target):
      text(
        "网站跳转到“\(AddressSecrets.masked(target))”，不是网址；请检查网址。",
        "The site sends on to “\(AddressSecrets.masked(target))”, which is no web address; check the address.")
    case .hostNotFound:
      text("请检查网址和网络连接。", "Check the spelling of the address, and whether you are online.")
    case .noConnection: text("请检查网络和代理设置；也可能是网站暂时停机。", "Check network and proxy; the site may also be down.")
    case .timedOut: text("网站过慢或暂时停机，稍后自动重试。", "The site is slow or down; it is tried again later.")
    case .insecure:
      text(
        "证书无法验证，内容可能被篡改；请检查本机时间；若时间正确，请联系网站。",
        "Its content could be forged: check this computer's clock, or tell the site.")
    case .tooManyRedirects:
      text("网站循环跳转；请用浏览器找到现址后修改。", "The site sends in circles; look up its present address in a browser.")
    case .tooLarge: text("内容过大；请换用该站的摘要订阅源。", "Too large for a feed; look for a shorter one of the site.")
    case .notHTTP:
      text("此网址返回的不是网页；请检查网址和端口。", "What answers there is no web site; check address and port.")
    case .broken: text("网络不稳或网站出错，稍后自动重试。", "The network or the site failed; it is tried again later.")
    case .status(let code): counsel(onStatus: code)
    case .notNews: text("此网址不是订阅源；请在网站上查找 RSS 链接。", "No feed there; look for an RSS or Atom link in a browser.")
    }
  }

  private func counsel(onStatus code: Int) -> String {
    switch code {
    case 401, 403, 407: text("网站拒绝程序访问，数小时后自动重试。", "The site turns programs away; it is tried again in some hours.")
    case 404: text("网址可能已变更，请查找新网址。", "It may have moved; look up its new address in a browser.")
    case 410: text("网站已停用此地址，可退订。", "The site has given it up; you can unsubscribe.")
    case 429: text("请求过于频繁，到允许时间自动重试。", "Asked too often; it is tried again when the site allows it.")
    default: text("稍后自动重试。", "It is tried again later.")
    }
  }
}

// MARK: - Sources on the command line

extension Words {
  package var oneNameOneAddress: String {
    text("--name 只能用于一个网址；请逐个添加", "--name goes with one address; add them one by one")
  }

  package func found(_ feed: FoundFeed, isFirst: Bool) -> String {
    let title = feed.title.isEmpty ? text("（无标题）", "(no title)") : feed.title
    let address = AddressSecrets.masked(feed.address)
    return "\(title)  \(address)  " + itemCount(feed.items)
  }

  package func othersFound(_ addresses: [String]) -> String {
    let list = AddressSecrets.masked(addresses.joined(separator: " "))
    return text("将订阅第一个；订阅其他的：newstape add \(list)", "the first is subscribed to; for the others: newstape add \(list)")
  }

  /// What an address answered in the place of a feed; what was found elsewhere is shown behind it.
  package func unexpected(_ answer: UnexpectedAnswer, at address: String) -> String {
    let address = AddressSecrets.masked(address)
    let what = describe(answer)
    return text(
      "\(address)：此网址返回的是\(what)，不是订阅源；以下订阅源来自同一网站",
      "\(address): this address answers \(what), no feed; what follows was found on the same site")
  }

  package func describe(_ answer: UnexpectedAnswer) -> String {
    switch answer {
    case .page: text("网页", "a web page")
    case .json: text(" JSON 数据", "data in JSON")
    case .other: text("其他内容", "something else")
    }
  }

  /// Asks to try again over `http`.
  package func overHTTPOffered(_ address: String) -> String {
    text(
      "；没有写协议，按 https 访问；若网站只支持 http：newstape add \(address)",
      "; without a scheme https is meant; where a site speaks http alone: newstape add \(address)")
  }

  package func subscribed(_ subscription: Subscription) -> String {
    text("已订阅“\(subscription.name)”", "subscribed to '\(subscription.name)'")
  }

  package func followedAlready(_ subscription: Subscription) -> String {
    text("已经订阅了“\(subscription.name)”", "subscribed to already, as '\(subscription.name)'")
  }

  package func deleted(_ subscription: Subscription, articles: Int) -> String {
    articles == 0
      ? text("已退订“\(subscription.name)”，已有新闻保留", "unsubscribed from '\(subscription.name)'; its articles stay")
      : text(
        "已退订“\(subscription.name)”，删除\(number(articles))条新闻",
        "unsubscribed from '\(subscription.name)'; \(count(articles, "article was", "articles were")) removed")
  }

  package func noSubscription(_ name: String) -> String {
    let name = AddressSecrets.masked(name)
    return text(
      "没有订阅“\(name)”；用 newstape sources 查看", "there is no feed '\(name)'; newstape sources lists yours")
  }

  package func describe(_ problem: SubscriptionProblem) -> String {
    switch problem {
    case .badAddress(let address):
      text(
        "“\(AddressSecrets.masked(address))”不是 http 或 https 网址；请检查",
        "'\(AddressSecrets.masked(address))' is no http or https address; check it")
    case .alreadyThere(let other): followedAlready(other)
    case .unknown(let name): noSubscription(name)
    }
  }

  package var nothingFollowed: String {
    text("还没有订阅；用 newstape add 网址 添加", "there are no feeds yet; subscribe to one with newstape add URL")
  }

  package var anotherRefreshes: String {
    text("另一个 newstape 正在刷新；请等它完成", "another newstape is refreshing these feeds; let it finish")
  }

  package func badInterval(_ text: String) -> String {
    self.text(
      "无法识别时间间隔“\(text)”；可写 90s、10m、1h，至少1分钟",
      "cannot read the interval '\(text)'; write for example 90s, 10m or 1h, a minute at least")
  }

  package func progress(_ progress: RefreshProgress) -> String {
    if progress.pagesTotal > 0 {
      return text(
        "全文  \(progress.pagesDone)/\(progress.pagesTotal)",
        "full texts  \(progress.pagesDone)/\(progress.pagesTotal)")
    }
    let failed = progress.failed == 0 ? "" : text("  失败\(progress.failed)", "  \(progress.failed) failed")
    return text(
      "订阅 \(progress.done)/\(progress.total)  新增\(number(progress.newArticles))",
      "feeds \(progress.done)/\(progress.total)  \(number(progress.newArticles)) new") + failed
  }

  package func summary(_ report: RefreshReport) -> String {
    let progress = report.progress
    var parts = [
      text(
        "\(number(progress.done))个订阅：新增\(number(progress.newArticles))，更新\(number(report.updatedArticles))",
        "\(count(progress.done, "feed")): \(number(progress.newArticles)) new, \(number(report.updatedArticles)) updated"
      )
    ]
    if report.pages + report.failedPages > 0 {
      parts.append(
        text(
          "全文 \(report.pages)/\(report.pages + report.failedPages)",
          "\(number(report.pages)) of \(count(report.pages + report.failedPages, "full text"))"))
    }
    if report.changedPages > 0 {
      parts.append(
        text("原文有改动\(number(report.changedPages))条", "\(count(report.changedPages, "watched page")) changed"))
    }
    if report.withdrawnPages > 0 {
      parts.append(
        text("原文已删\(number(report.withdrawnPages))条", "\(count(report.withdrawnPages, "watched page")) withdrawn"))
    }
    if progress.failed > 0 { parts.append(text("失败\(progress.failed)", "\(progress.failed) failed")) }
    if report.wasCancelled { parts.append(text("已停止", "stopped")) }
    return list(parts)
  }

  package func couldNotFetch(_ failure: RefreshReport.Failure) -> String {
    labelled(failure.subscription.name, describe(failure.reason)) + semicolon + advice(failure.reason)
  }

  package func describe(_ reason: FetchFailure) -> String {
    switch reason {
    case .badAddress: text("不是 http 或 https 网址", "no http or https address")
    case .badRedirect(let target):
      text(
        "服务器跳转到“\(AddressSecrets.masked(target))”，不是 http 或 https 网址",
        "the server sends on to '\(AddressSecrets.masked(target))', which is no http or https address")
    case .hostNotFound: text("找不到主机", "the host was not found")
    case .noConnection: text("无法连接", "no connection")
    case .timedOut: text("超时", "it took too long")
    case .insecure: text("证书不可信", "its certificate is not to be trusted")
    case .tooManyRedirects: text("重定向过多", "too many redirects")
    case .tooLarge(let limit): text("过大（上限 \(limit >> 20) MB）", "larger than \(limit >> 20) MB")
    case .notHTTP: text("服务器返回的不是 HTTP", "what answers does not speak HTTP")
    case .broken: text("连接中断或返回有误", "the answer broke off or makes no sense")
    case .status(410): text("已停用（410）", "gone for good (410)")
    case .status(let code): text("服务器返回 \(code)", "the server answered \(code)")
    case .notNews: text("不是新闻订阅源", "it holds no news")
    }
  }

  /// What to do about it.
  package func advice(_ reason: FetchFailure) -> String {
    switch reason {
    case .badAddress, .badRedirect, .notHTTP: text("请检查网址", "check the address")
    case .hostNotFound, .noConnection: text("请检查网络和网址", "check the network and the address")
    case .timedOut, .broken, .tooManyRedirects: text("稍后自动重试", "it is tried again later")
    case .insecure: text("请检查系统时间和证书", "check the clock and the certificates")
    case .tooLarge: text("可提高 fetch.size_limit", "fetch.size_limit may be raised")
    case .status(410), .status(404):
      text("请查找新网址，或用 newstape remove 退订", "look for its new address, or newstape remove it")
    case .status(401), .status(403): text("网站拒绝程序访问，或需要登录", "access denied or login required")
    case .status: text("稍后自动重试", "it is tried again later")
    case .notNews: text("请检查网址", "check the address")
    }
  }

  package func articlesADay(_ number: Double) -> String { text("日均\(rate(number))", "\(rate(number)) a day") }
  package var notFetchedYet: String { text("尚未刷新", "not fetched yet") }
  package var goneForGood: String { text("已停用，可用 newstape remove 退订", "gone for good; newstape remove unsubscribes") }

  package func failing(_ reason: String, times: Int) -> String {
    text("已失败\(times)次：\(reason)", "failed \(count(times, "time")): \(reason)")
  }

  package func fetched(ago seconds: Int64) -> String { text("\(span(seconds))前刷新", "fetched \(span(seconds)) ago") }

  package func nextTry(in seconds: Int64, isRetry: Bool) -> String {
    text("，\(span(seconds))后\(isRetry ? "重试" : "刷新")", ", next in \(span(seconds))")
  }

  package var badJobs: String { text("--jobs 应为 1 到 64", "--jobs takes 1 to 64") }

  package func notStarted(_ name: String, _ id: String) -> String {
    text(
      "无法为新闻 \(id) 启动“\(name)”；请检查程序和参数的长度",
      "'\(name)' could not be started for article \(id); check the program, and how long its arguments are")
  }

  package func noProgram(_ name: String) -> String {
    text("找不到程序“\(name)”；请检查 PATH", "there is no program '\(name)'; check PATH")
  }

  /// Whose text an article shows; nil where there is nothing to say.
  package func articleOrigin(_ origin: TextOrigin) -> String? {
    switch origin {
    case .own: nil
    case .page: text("以上为网页全文", "The text of its page.")
    case .pagePending(nil): text("以上为订阅源的文字；网页全文待抓取", "The feed's text; the page is still to be fetched.")
    case .pagePending(let failure?):
      text(
        "以上为订阅源的文字；抓取全文失败（\(describe(failure))），稍后自动重试",
        "The feed's text; the page failed (\(describe(failure))) and is tried again later.")
    case .pageMissing(let failure):
      text(
        "以上为订阅源的文字；没有网页全文（\(describe(failure))）", "The feed's text; its page is not available (\(describe(failure))).")
    }
  }

  package func nothingNews(at address: String, insteadOf answer: UnexpectedAnswer) -> String {
    text(
      "\(address)：此网址返回的是\(describe(answer))，不是订阅源；网站的常见位置也没有，请在网站上查找 RSS 链接",
      "\(address): this address answers \(describe(answer)), no feed, and the usual places of the site have none; look for an RSS link on it"
    )
  }

  package func noFeed(at address: String) -> String {
    text(
      "\(address)：这里和网站的常见位置都没有订阅源；请在网站上查找 RSS 链接",
      "\(address): there is no feed here, nor in the usual places of the site; look for an RSS link on it")
  }
}

// MARK: - What was wrong with a feed

extension Words {
  package var remarkInvalidBytes: String { text("有无法解码的字节", "bytes that are no text") }

  package func remarkWrongCharset(_ declared: String, _ actual: String) -> String {
    text("声明字符集 \(declared)，实际为 \(actual)", "declared as \(declared), written in \(actual)")
  }

  package func remarkMixedCharsets(_ one: String, _ other: String) -> String {
    text("一部分文字为 \(one)，一部分为 \(other)", "written in \(one) and in \(other)")
  }

  package var remarkDamagedMarkup: String { text("标记有误", "damaged markup") }
  package var remarkCutShort: String { text("在条目中间结束", "ends within an entry") }

  package func remarkDamagedJSON(_ problem: String) -> String {
    text("JSON 格式错误（\(problem)）", "bad JSON (\(problem))")
  }

  package var remarkTooDeep: String { text("嵌套过深", "nested too deeply") }
  package func remarkTooManyItems(_ limit: Int) -> String {
    text("条目过多，只读前\(limit)条", "too many items; the first \(limit) were read")
  }
  package var remarkLongText: String { text("过长的文字已截断", "a text was cut") }
  package func remarkTooManyTags(_ limit: Int) -> String {
    text("标签过多，只取\(limit)个", "too many tags; \(limit) were taken")
  }
  package func remarkUnreadableDate(_ example: String) -> String {
    text("无法识别的日期“\(example)”", "a date that cannot be read: \(example)")
  }
  package func remarkDroppedLink(_ example: String) -> String {
    text("丢弃了不安全的链接“\(example)”", "an unsafe link was dropped: \(example)")
  }
  package func remarkRepeatedID(_ example: String) -> String {
    text("重复的条目编号“\(example)”", "an id that is there twice: \(example)")
  }
  package func remarks(_ remarks: [String]) -> String {
    AddressSecrets.masked(remarks.joined(separator: semicolon))
  }
}
