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
      case .opening: return text.fits(longestOpening)
      case .word: break
      }
    }
    guard text.utf8.count <= 600 else { return false }
    if isInvitation(text) || isWayBack(text) { return true }
    if phrases.matches(text), text.fits(260) { return true }
    guard text.fits(60) else { return false }
    return isPagination(text, first) || consistsOfWords(text) || isNavigation(text)
  }

  private static let decoration: ScalarSet = [
    ">", "<", "»", "«", "›", "‹", "|", "｜", "[", "]", "【", "】", "·", "•", "*", "#", "=", "_", "-", "+", "▲", "▼", "★",
    "☆", "—", "–", "－", "~", "～", "/", "／",
  ]

  /// `关注某报微信公众号`
  private static func isInvitation(_ text: Substring) -> Bool {
    invitations.contains(where: text.starts(with:)) && text.fits(60) && invitedTo.matches(text)
  }

  private static let invitations = ["关注", "欢迎", "搜索", "添加", "下载", "长按", "扫描", "扫码", "点击", "更多"]
  private static let invitedTo = PhraseFinder(["公众号", "二维码", "客户端", "小程序", "视频号", "公眾號"])

  /// `返回某网首页`
  private static func isWayBack(_ text: Substring) -> Bool {
    guard text.starts(with: "返回"), text.fits(30) else { return false }
    return ["首页", "列表", "频道", "顶部", "上页", "目录"].contains { text.dropping(suffix: $0) != nil }
  }

  /// `1 2 3 4 下一页`
  private static func isPagination(_ text: Substring, _ first: Unicode.Scalar) -> Bool {
    guard first.isASCIIDigit else { return false }
    let words = text.words
    return words.count >= 2
      && words.allSatisfy { word in
        (word.utf8.count <= 2 && word.unicodeScalars.allSatisfy(\.isASCIIDigit)) || isWord(word)
      }
  }

  /// `分享到 微信 微博`, `【打印】【关闭】`, `评论(0)`, `1.2万次阅读`
  private static func consistsOfWords(_ text: Substring) -> Bool {
    if isWord(text) { return true }
    guard startsWithWord(withoutCount(text)) else { return false }
    return text.unicodeScalars.split(whereSeparator: wordSeparators.contains).allSatisfy { piece in
      let rest = withoutCount(Substring(piece))
      return rest.isEmpty || isWord(rest)
    }
  }

  /// The text without the number at its start, and its unit.
  private static func withoutCount(_ text: Substring) -> Substring {
    let scalars = text.trimmed(of: decoration).unicodeScalars
    guard scalars.first?.isASCIIDigit ?? false else { return Substring(scalars) }
    return Substring(scalars.drop { $0.isASCIIDigit || $0.isBlank || countMarks.contains($0) })
  }

  private static let countMarks: ScalarSet = [
    ".", ",", "+", "万", "亿", "千", "百", "次", "条", "人", "个", "篇", "k", "K", "w",
  ]

  /// `登录 注册 首页 财经 股票 基金`: short words in a row, one of which only a site's navigation has.
  private static func isNavigation(_ text: Substring) -> Bool {
    let words = text.unicodeScalars.split { $0.isBlank || $0 == "|" || $0 == "｜" }.map { Substring($0) }
    return words.count >= 4 && words.allSatisfy { $0.fits(8) } && words.contains { navigation.contains($0) }
  }

  private static let navigation: Set<Substring> = ["首页", "登录", "注册", "客户端", "网站首页", "首頁", "登入"]

  private static func isWord(_ text: Substring) -> Bool {
    guard let (rule, rest) = table.match(text.trimmed(of: decoration)), rule == .word else { return false }
    return rest.unicodeScalars.allSatisfy { $0.isBlank || padding.contains($0) }
  }

  private static func startsWithWord(_ text: Substring) -> Bool {
    table.match(text).map { $0.value == .word } ?? false
  }

  private static let padding = decoration.union(Punctuation.closing).union(Punctuation.colons)
    .union([".", "…"])
  private static let wordSeparators = Punctuation.fieldSeparators.union(Punctuation.colons).union([
    " ", "　", "(", ")", "（", "）", "[", "]", "【", "】",
  ])

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
        + "打开APP,本文由,网友评论仅供,我来说两句,发表我的评论,请登录后,点击下方,点击上方,点击右上角,推荐阅读更多,海外网友评论,"
        + "海量资讯,财经自媒体联盟,炒股开户,本篇文章共,本文共,您看到此篇文章,风险提示:市场有风险,风险提示：市场有风险,市场有风险,"
        + "原创声明,Our Standards,"
        + "Home >,Home ›,Home »,Share this,Share on,Follow us,Sign up for,Subscribe to,Click here,Download the app,"
        + "Get our,Editing by,Edited by,Reporting by,Additional reporting by,(Reporting by,(Additional reporting by,(Editing by,This article was originally,For more information,Log in to"
    ),
    (
      .word,
      "打印,打印本页,打印本文,关闭,关闭窗口,关闭本页,返回,返回首页,返回顶部,返回列表,返回上页,回到顶部,收藏,收藏本页,收藏本文,加入收藏,举报,纠错,我要纠错,"
        + "分享,转发,点赞,赞,评论,网友评论,发表评论,我要评论,全部评论,最新评论,登录,注册,首页,正文,广告,推广,赞助内容,全文,展开全文,展开,收起,查看全文,"
        + "阅读全文,阅读原文,查看原文,查看更多,更多,加载更多,下一页,上一页,尾页,末页,共,页,小,中,大,特大,字体,字号,字体大小,听新闻,语音播报,微信,微博,"
        + "QQ,QQ空间,QQ好友,朋友圈,新浪微博,腾讯微博,复制链接,微信好友,豆瓣,人人网,完,全文完,网站地图,联系我们,关于我们,广告服务,网站声明,隐私政策,"
        + "阅读,浏览,点击,次,责任编辑,编辑,订阅,A,A+,A-,T,T大,T小,反馈,空间,添加喜爱,喜爱,喜欢,顶一下,踩一下,顶,踩,跟贴,跟帖,参与,条评论,"
        + "人点赞,人参与,人评论,加载中,正在加载,提交评论,提交,用户评论,精彩评论,热门评论,暂无评论,微信公众号,官方微博,官方微信,阅读量,阅读数,阅读次数,浏览量,"
        + "浏览次数,点击量,点击数,评论数,人气,热度,展开阅读全文,点击展开全文,展开更多,推荐,热门搜索,热点,滚动,频道,专题,返回列表页,上一篇,下一篇,"
        + "Loading,"
        + "Facebook,Twitter,LinkedIn,WhatsApp,Weibo,WeChat,Reddit,Email,E-mail,Print,Share,Comments,Comment,No comments,"
        + "Advertisement,Advert,Sponsored,Sponsored content,Subscribe,Sign in,Log in,Login,Register,Menu,Search,Back to top,Top,"
        + "Home,News,Save,Reuter,Copy link,Read more,More,Show more,Load more,Skip to content,Terms of use,Privacy policy,"
        + "Contact us,About us,End,ENDS"
    ),
  ])

  /// Words that occur in nothing but furniture, wherever they stand in a line of up to 260 columns.
  private static let phrases = PhraseFinder([
    "转载请注明", "未经授权", "未经书面授权", "未经许可", "不代表本网", "不代表本站", "不代表本报", "不代表平台", "仅代表作者", "与本网立场", "与本站立场", "与本网无关", "与本站无关",
    "传递更多信息", "传播更多信息", "内容来自合作媒体", "自媒体联盟",
    "不构成投资建议", "不构成任何投资建议", "ICP备", "公网安备",
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
