import TextBasics
import TextScanning

/// The label that portals put before a headline (`今日热搜:`, `【新要闻】`), by a short list of words that grows as
/// portals invent more; whatever else stands before a colon belongs to the headline.
package enum HeadlineLabel {
  /// The headline without its label, and the label without its mark; no label where nothing would be left of the title.
  package static func split(_ title: Substring) -> (label: String?, title: Substring) {
    let title = title.trimmed
    guard let candidate = candidate(in: title) else { return (nil, title) }
    let label = candidate.label.trimmed
    let remainder = candidate.rest.trimmed
    guard !remainder.isEmpty, isLabel(label, candidate.mark) else { return (nil, title) }
    return (String(label), remainder)
  }

  /// The longest label has fewer scalars than this, its mark included.
  private static let reach = 16

  /// How a title sets its label off.
  private enum Mark {
    /// A colon or an exclamation mark, which a sentence may have there too.
    case plain
    /// Brackets, a bar or a dash: who writes them means a label.
    case strong
  }

  /// What stands before the first mark, or in brackets at the start; and what follows.
  private static func candidate(in title: Substring) -> (label: Substring, rest: Substring, mark: Mark)? {
    let scalars = title.unicodeScalars
    if let closing = scalars.first.flatMap({ brackets[$0] }) {
      let inner = scalars.dropFirst()
      guard let end = inner.prefix(reach).firstIndex(where: closing.contains) else { return nil }
      let rest = Substring(scalars[scalars.index(after: end)...]).trimmed
      let isMarkedToo = rest.unicodeScalars.first.map(marks.contains) ?? false
      return (Substring(inner[..<end]), isMarkedToo ? Substring(rest.unicodeScalars.dropFirst()) : rest, .strong)
    }
    guard let end = scalars.prefix(reach).firstIndex(where: marks.contains) else { return nil }
    let mark = scalars[end]
    // Two strokes are one dash.
    let rest = scalars[end...].drop { $0 == mark }
    return (Substring(scalars[..<end]), Substring(rest), plainMarks.contains(mark) ? .plain : .strong)
  }

  private static let brackets = Punctuation.squareBrackets.merging(
    ["「": ["」"], "『": ["』"], "〖": ["〗"], "〔": ["〕"], "(": [")", "）"], "（": ["）", ")"]]) { first, _ in first }
  private static let plainMarks: ScalarSet = [":", "：", "!", "！"]
  private static let marks = plainMarks.union(["|", "｜", "丨", "│", "┃", "—", "―"])

  private static func isLabel(_ text: Substring, _ mark: Mark) -> Bool {
    let folded = Folding.fold(String(text))[...]
    if names.contains(folded) { return false }
    if standalone.contains(folded) || isComposed(folded, hasLead: false) { return true }
    return mark == .strong && columns.contains(folded)
  }

  /// One or more words of time or place, or qualities, before one noun.
  private static func isComposed(_ text: Substring, hasLead: Bool) -> Bool {
    if hasLead, nouns.contains(text) { return true }
    return leads.contains { lead in
      text.dropping(prefix: lead).map { isComposed($0, hasLead: true) } ?? false
    }
  }

  /// Words that are a label by themselves, in folded form like all words below.
  private static let standalone = words(
    "breaking exclusive 聚焦 要闻 快讯 独家 热搜 热议 看点 精选 焦点 头条 速看 速读 快看 播报 快报 简讯 速讯 热点 动态 资讯 关注 速递 热门 热评 热文"
      + " 最新 即时 视点 播报 即时看 环球百事通 世界百事通 观天下 焦点日报 天天日报 当前最新 天天最新 全球最新 环球最新 世界最新 今日最新"
      + " 每日最新 聚看点 速看料 午评 收评 早评 夜评 快评 早报 晚报 午报 早知道 异动 异动快报 盘前必读 盘后必读 复盘 热点在线")

  /// Names of a paper's columns: labels where brackets or a bar set them off; before a colon they may begin a sentence.
  private static let columns = words(
    "深度 专访 对话 调查 特写 特稿 观察 图解 视频 直播 原创 评论 社论 短评 时评 锐评 专题 数据 研报 公告 财报 访谈 人物 科普 解读 分析 专栏 专家 盘点 预告 滚动"
      + " 突发 重磅 提示 更新 analysis opinion exclusive update video live explainer factbox podcast interview watch")

  /// Companies and products that are named like a label.
  private static let names = words("今日头条")

  private static let leads = [
    "今日", "每日", "每天", "天天", "今天", "当前", "当日", "即时", "实时", "最新", "此刻", "时下", "本周", "一周", "昨日", "早间", "午间",
    "晚间", "公告", "异动", "研报", "资金", "机构", "券商", "涨停", "a股", "港股", "美股", "沪深", "两市", "期市", "债市", "汇市", "盘前", "盘中", "盘后",
    "全球", "环球", "世界", "国际", "国内", "财经", "热点", "焦点", "热门", "精彩", "独家", "头条", "前沿",
    "今", "快", "热", "微", "新", "最", "速", "观", "报", "看", "播", "视",
  ]

  private static let nouns = words(
    "热搜 聚焦 看点 热议 报道 精选 要闻 快讯 速讯 简讯 短讯 时讯 热讯 讯息 讯 动态 资讯 信息 热门 消息 观察 播报 速递 速看 速读 快看"
      + " 早评 午评 收评 早报 晚报 早知道 必读 汇总 一览 复盘 回顾 播报 快报 速报 关注 头条 热点 焦点 热文 热闻 亮点 百事通 观点 视点 推荐 新闻 热评 点评 新鲜事 快播 通讯 视讯 滚动 实时 即时")

  private static func words(_ list: String) -> Set<Substring> { Set(list.split(separator: " ")) }
}
