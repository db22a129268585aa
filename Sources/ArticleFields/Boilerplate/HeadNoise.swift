import TextScanning

/// Recognises what stands between a headline and its text and says nothing of the article: counters, buttons, sizes of letters,
/// placeholders of pictures.
package enum HeadNoise {
  package static func matches(_ line: Substring) -> Bool {
    if openings.contains(where: line.starts(with:)), line.fits(longestRow) { return true }
    if isWord(line) || isPlaceholder(line) || isRow(line) || isMenu(line) { return true }
    return Boilerplate.matches(line, at: .edge) && !Boilerplate.opensNotice(line)
  }

  /// What a page says of its player, and an account of itself.
  private static let openings = ["您的浏览器", "微信号", "功能介绍"]

  /// Whether the text is one button, or one word of such a row.
  static func isWord(_ text: Substring) -> Bool {
    let text = text.trimmed(of: decoration)
    if text.isEmpty { return true }
    return text.fits(longestWord)
      && (words.contains(text.lowercased()) || isCounter(text)
        || (text.fits(longestButton) && Boilerplate.matches(text, at: .within)))
  }

  /// In columns.
  private static let longestWord = 30
  private static let longestButton = 16
  private static let longestRow = 120
  private static let longestPlaceholder = 400

  private static let decoration: ScalarSet = [
    "_", "*", "[", "]", "【", "】", "|", "｜", "<", ">", "·", "•", "+", "(", ")", "（", "）", ":", "：", "#",
  ]

  /// `330`, `1.2万`, `57人参与11评论`, `0 条评论`: numbers, and words that say what was counted.
  private static func isCounter(_ line: Substring) -> Bool {
    guard line.fits(longestWord), line.unicodeScalars.contains(where: \.isASCIIDigit),
      !line.contains(anyOf: ["%", "％", ":", "：", "-", "年", "月"])
    else { return false }
    return line.unicodeScalars.split { $0.isASCIIDigit || $0.isBlank || numberMarks.contains($0) }.allSatisfy { piece in
      let word = Substring(piece)
      return counted.contains(word) || words.contains(word.lowercased())
        || (word.fits(longestButton) && Boilerplate.matches(word, at: .within))
    }
  }

  private static let numberMarks: ScalarSet = [",", ".", "+", "|", "/", "(", ")", "（", "）", "万", "亿", "，"]
  private static let counted: Set<Substring> = [
    "人", "次", "条", "个", "k", "K", "w", "W", "次阅读", "次浏览", "人阅读", "阅读", "浏览", "评论", "条评论", "人参与", "参与", "人评论", "跟帖",
    "跟贴",
    "点赞", "赞", "分享", "收藏", "转发", "人赞", "views", "comments", "shares", "reads", "likes", "min", "read", "mins",
  ]

  /// A row of such words: `新浪微博 缩小字体 放大字体 收藏 分享`; one of four may be unknown.
  private static func isRow(_ line: Substring) -> Bool {
    guard line.fits(longestRow), !line.endsSentence else { return false }
    let pieces = line.pieces(between: rowMarks).flatMap(\.words)
    guard pieces.count >= 2, pieces.allSatisfy({ $0.fits(longestWord) }) else { return false }
    return pieces.count(where: isWord) * 4 >= pieces.count * 3
  }

  private static let rowMarks: ScalarSet = ["|", "｜", "/", "：", ":", "[", "]", "（", "）", "、"]

  /// `返回上一页  首页 | 报时: 16:20:31`: words of a site's menu among others, short words in a row, or the numbers of a quote.
  private static func isMenu(_ line: Substring) -> Bool {
    let pieces = line.unicodeScalars.split { $0.isBlank || $0 == "|" || $0 == "｜" }.map { Substring($0) }
    guard pieces.count >= 2, line.fits(longestRow), !line.endsSentence, pieces.allSatisfy({ $0.fits(longestWord) })
    else {
      return false
    }
    if pieces.contains(where: Boilerplate.navigation.contains) { return true }
    let numbers = pieces.count { $0.unicodeScalars.allSatisfy { $0.isASCIIDigit || numberSigns.contains($0) } }
    if pieces.count >= 3, numbers >= 2, numbers * 2 >= pieces.count { return true }
    return pieces.count >= 4 && pieces.allSatisfy { $0.fits(8) && $0.unicodeScalars.contains(where: \.isIdeograph) }
  }

  /// What a browser of text writes in place of a picture or a button: `[logo.png]`, `(BUTTON)`, `[INS: :INS]`.
  private static func isPlaceholder(_ line: Substring) -> Bool {
    if line.fits(longestRow), formFields.contains(where: { line.holds($0) }) { return true }
    guard line.utf8.count <= longestPlaceholder else { return false }
    // What was typed into a field of a form stands before its blanks.
    if line.utf8.first == UInt8(ascii: "["), line.dropping(suffix: "  ]") != nil { return true }
    let words = line.words
    return !words.isEmpty
      && words.allSatisfy { word in
        guard word.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
        let isBracketed = word.utf8.first == UInt8(ascii: "[") && word.utf8.last == UInt8(ascii: "]")
        return isBracketed || pictures.contains { word.lowercased().hasSuffix($0) }
      }
  }

  private static let numberSigns: ScalarSet = ["+", "-", ".", ",", "%", "％", "↑", "↓", ":"]
  private static let formFields = ["(BUTTON)", "[SUBMIT]", "[BUTTON", "____", "[    ", "[INS:", "(not implemented)"]
  private static let pictures = [".jpg", ".jpeg", ".png", ".gif", ".webp"]

  /// Words that stand around a headline, in small letters; `Boilerplate` has those that stand anywhere.
  private static let words: Set<String> = [
    "超大", "大", "中", "小", "标准", "较大", "最大", "最小", "大号", "中号", "小号", "特大", "默认", "t", "t+", "t-", "a", "a+", "a-", "字号",
    "字体", "字体大小",
    "调整字体", "缩小字体", "放大字体", "举报", "投诉", "纠错", "易信", "qzone", "qq", "lofter", "微博", "微信", "朋友圈", "空间", "腾讯qq", "qq好友",
    "人人网",
    "豆瓣", "更多", "分享", "分享到", "分享至", "分享给", "收藏", "点赞", "评论", "打印", "关注", "已关注", "加关注", "订阅", "已订阅", "听新闻", "朗读", "收听",
    "播放",
    "语音播报", "一键登录", "登录", "注册", "站内", "搜索", "图集", "企鹅号", "微信号", "手机看", "手机观看", "手机阅读", "客户端", "用微信扫码二维码", "用微信扫描二维码",
    "分享至好友和朋友圈", "微信扫一扫", "扫一扫", "scan me!", "复制链接", "链接", "申请入驻", "我要投稿", "投稿", "原创", "转载", "优质原创作者", "独家", "置顶", "热门",
    "设置首页", "设为首页", "加入收藏", "返回上一页", "站内检索",
    "正文", "新闻正文", "文章正文", "资讯正文", "阅读模式", "夜间模式", "纯净模式", "您的浏览器暂时无法播放此视频", "返回", "share", "tweet", "print", "email",
    "save", "comments", "comment", "follow", "listen", "subscribe", "bookmark", "gift", "copy link", "facebook",
    "twitter", "x",
    "linkedin", "whatsapp", "reddit", "pinterest", "telegram", "text size", "font size", "add to favorites",
    "javascript",
  ]
}
