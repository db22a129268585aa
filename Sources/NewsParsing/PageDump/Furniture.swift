/// Recognises what stands around an article on its page and is no part of it: buttons, paths, disclaimers, credits.
enum Furniture {
  static func matches(_ line: Substring) -> Bool {
    if let inner = line.enclosed(by: Punctuation.allBrackets) { return matchesBare(inner) }
    return matchesBare(line)
  }

  /// Whether the line is only the heading of a disclaimer, so that the next line belongs to it.
  static func opensDisclaimer(_ line: Substring) -> Bool {
    guard let (rule, rest) = table.match(line), rule == .disclaimer else { return false }
    return rest.unicodeScalars.allSatisfy { $0.isBlank || padding.contains($0) }
  }

  private enum Rule: Sendable {
    /// The line is furniture however long it is.
    case disclaimer
    /// The line is furniture unless it is longer than such lines are.
    case opening
    /// The line is furniture when all of its words are such.
    case word
  }

  private static let longestOpening = 100

  private static func matchesBare(_ line: Substring) -> Bool {
    let text = line.trimmed(of: decoration)
    guard let first = text.unicodeScalars.first else { return true }
    if !text.unicodeScalars.contains(where: \.isWordlike) { return true }
    if let (rule, _) = table.match(text) {
      switch rule {
      case .disclaimer: return true
      case .opening: return text.roughColumns <= longestOpening
      case .word: break
      }
    }
    guard text.utf8.count <= 600 else { return false }
    if isInvitation(text) { return true }
    if phrases.matches(text), text.roughColumns <= 260 { return true }
    guard text.roughColumns <= 60 else { return false }
    return isPagination(text, first) || consistsOfWords(text)
  }

  private static let decoration: ScalarSet = [
    ">", "<", "»", "«", "›", "‹", "|", "｜", "[", "]", "【", "】", "·", "•", "*", "#", "=", "_", "-", "+", "▲", "▼", "★",
    "☆",
  ]

  /// `关注某报微信公众号`
  private static func isInvitation(_ text: Substring) -> Bool {
    invitations.contains(where: text.starts(with:)) && text.roughColumns <= 60 && invitedTo.matches(text)
  }

  private static let invitations = ["关注", "欢迎", "搜索", "添加", "下载", "长按", "扫描", "扫码", "点击", "更多"]
  private static let invitedTo = PhraseFinder(["公众号", "二维码", "客户端", "小程序", "视频号", "公眾號"])

  /// `1 2 3 4 下一页`
  private static func isPagination(_ text: Substring, _ first: Unicode.Scalar) -> Bool {
    guard first.isASCIIDigit else { return false }
    let words = text.words
    return words.count >= 2
      && words.allSatisfy { word in
        (word.utf8.count <= 2 && word.unicodeScalars.allSatisfy(\.isASCIIDigit)) || isWord(word)
      }
  }

  private static func consistsOfWords(_ text: Substring) -> Bool {
    if isWord(text) { return true }
    guard startsWithWord(text) else { return false }
    return text.unicodeScalars.split(whereSeparator: wordSeparators.contains).allSatisfy { piece in
      isWord(Substring(piece)) || piece.allSatisfy { $0.isASCIIDigit || $0 == "(" || $0 == ")" }
    }
  }

  private static func isWord(_ text: Substring) -> Bool {
    guard let (rule, rest) = table.match(text.trimmed(of: decoration)), rule == .word else { return false }
    return rest.unicodeScalars.allSatisfy { $0.isBlank || padding.contains($0) }
  }

  private static func startsWithWord(_ text: Substring) -> Bool {
    table.match(text).map { $0.value == .word } ?? false
  }

  private static let padding = decoration.union(Punctuation.closing).union(Punctuation.colons)
  private static let wordSeparators = Punctuation.fieldSeparators.union(Punctuation.colons).union([" ", "　"])

  private static let table = KeywordTable<Rule>([
    (
      .disclaimer,
      "免责声明,版权声明,版权所有,版权归,本文版权,法律声明,本站声明,本网声明,免責聲明,版權聲明,版權所有,風險披露,Disclaimer,Copyright ©,Copyright (c),©,"
        + "All rights reserved,Copyright 2"
    ),
    (
      .opening,
      "分享到,分享至,分享本文,当前位置,您的位置,您现在的位置,您当前的位置,你的位置,您所在的位置,所在位置,首页>,首页 >,首页›,首页 ›,首页»,首页 »,"
        + "扫码关注,扫码阅读,扫码下载,扫码分享,扫一扫,扫描二维码,扫描下方,微信扫,用微信扫,打开微信,长按二维码,长按识别,举报邮箱,举报电话,投诉电话,投诉邮箱,"
        + "联系邮箱,客服电话,新闻热线,关注我们,关注微信,关注公众号,欢迎关注,更多精彩,更多内容请,点击进入,点击查看,点击下载,点击阅读,下载客户端,下载APP,"
        + "打开APP,本文由,网友评论仅供,我来说两句,发表我的评论,请登录后,"
        + "Home >,Home ›,Home »,Share this,Share on,Follow us,Sign up for,Subscribe to,Click here,Download the app,"
        + "Get our,Editing by,Edited by,Reporting by,This article was originally,For more information,Log in to"
    ),
    (
      .word,
      "打印,打印本页,打印本文,关闭,关闭窗口,关闭本页,返回,返回首页,返回顶部,返回列表,返回上页,回到顶部,收藏,收藏本页,收藏本文,加入收藏,举报,纠错,我要纠错,"
        + "分享,转发,点赞,赞,评论,网友评论,发表评论,我要评论,全部评论,最新评论,登录,注册,首页,正文,广告,推广,赞助内容,全文,展开全文,展开,收起,查看全文,"
        + "阅读全文,阅读原文,查看原文,查看更多,更多,加载更多,下一页,上一页,尾页,末页,共,页,小,中,大,特大,字体,字号,字体大小,听新闻,语音播报,微信,微博,"
        + "QQ,QQ空间,QQ好友,朋友圈,新浪微博,腾讯微博,复制链接,微信好友,豆瓣,人人网,完,全文完,网站地图,联系我们,关于我们,广告服务,网站声明,隐私政策,"
        + "阅读,浏览,点击,次,责任编辑,编辑,订阅,A,A+,A-,T,"
        + "Facebook,Twitter,LinkedIn,WhatsApp,Weibo,WeChat,Reddit,Email,E-mail,Print,Share,Comments,Comment,No comments,"
        + "Advertisement,Sponsored,Sponsored content,Subscribe,Sign in,Log in,Login,Register,Menu,Search,Back to top,Top,"
        + "Home,News,Save,Reuter,Copy link,Read more,More,Show more,Load more,Skip to content,Terms of use,Privacy policy,"
        + "Contact us,About us,End,ENDS"
    ),
  ])

  /// Words that occur in nothing but furniture, wherever they stand in a line of up to 260 columns.
  private static let phrases = PhraseFinder([
    "转载请注明", "未经授权", "未经书面授权", "未经许可", "不代表本网", "不代表本站", "不代表本报", "不代表平台", "不构成投资建议", "不构成任何投资建议", "ICP备", "公网安备",
    "不良信息举报", "版权所有", "违者必究", "侵权必究", "请联系删除", "All rights reserved", "all rights reserved", "Terms of Service",
    "does not constitute investment advice", "轉載請註明", "window.__", "document.write", "炒股就看金麒麟", "未經授權", "公众号关注",
  ])
}

extension Unicode.Scalar {
  /// A letter, a digit or a Chinese character.
  var isWordlike: Bool {
    isASCIILetter || isASCIIDigit || isIdeograph || (value > 0x7f && properties.isAlphabetic)
  }
}
