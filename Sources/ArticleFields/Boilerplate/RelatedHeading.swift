package import TextScanning

/// Recognises the headings of related lists that are made of common words (`热点新闻`, `本站推荐`, `24小时热榜`).
///
/// In an article such words may head a section: they count only below the body, where nothing else is expected.
package enum RelatedHeading {
  /// Whether the line is one or more leading words before a noun, and nothing else.
  package static func matches(_ line: Substring) -> Bool {
    line.utf8.count <= longest && isComposed(line, hasLead: false)
  }

  /// Whether a short line, whatever it says, stands above headlines that have their dates below them.
  package static func opensDatedList(_ lines: [TextLine], at index: Int) -> Bool {
    guard index + 2 < lines.count, lines[index].text.fits(longestAny), DateParsing.whole(lines[index].text) == nil
    else {
      return false
    }
    let dates = [index + 2, index + 4].filter(lines.indices.contains).map { DateParsing.whole(lines[$0].text) }
    return dates.allSatisfy { $0?.year != nil || $0?.clock != nil } && !lines[index + 1].text.fits(longestAny / 2)
      && DateParsing.whole(lines[index + 1].text) == nil && !Boilerplate.matches(lines[index].text, at: .edge)
  }

  /// In columns.
  private static let longestAny = 20
  private static let longest = 40

  private static func isComposed(_ text: Substring, hasLead: Bool) -> Bool {
    if hasLead ? nouns.contains(text) : standalone.contains(text) { return true }
    return leads.contains { lead in text.dropping(prefix: lead).map { isComposed($0, hasLead: true) } ?? false }
  }

  private static let standalone = words("推荐 热门 热点 热搜 排行榜 头条 要闻 最近更新 往期回顾")

  private static let leads = [
    "相关", "热门", "热点", "推荐", "精彩", "最新", "今日", "本周", "一周", "更多", "编辑", "频道", "本网", "本站", "站内", "头条", "图片", "专题", "图文",
    "延伸", "扩展", "关联", "新闻", "财经", "股票", "点击", "阅读", "评论", "实时", "即时", "往期", "近期", "其他", "同类", "精选", "资讯", "文章",
    "为您", "为你", "24小时", "48小时", "热文", "热", "标签", "原创", "独家", "要闻", "栏目", "随机", "猜你",
  ]

  private static let nouns = words(
    "阅读 新闻 文章 资讯 报道 推荐 内容 链接 排行 排行榜 榜 热榜 热文 要闻 热点 精选 回顾 更新 看点 热搜 头条 动态 消息 专题 关注 喜欢 快讯 信息")

  private static func words(_ list: String) -> Set<Substring> { Set(list.split(separator: " ")) }
}
