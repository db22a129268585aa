import TextScanning

/// The words by which boilerplate is known.
extension Boilerplate {
  /// What a line may begin with.
  enum Opening: Hashable, Sendable {
    case label(Label)
    /// The first words of a notice; the rest must bear it out.
    case notice

    /// What makes the rest of its line a part of it.
    enum Label: Hashable, Sendable {
      /// A colon, whatever the length.
      case notice
      /// A colon, in a short line.
      case line
      /// A colon, a number or an address.
      case contact
      /// A mark of a path: `首页 > 财经 > 正文`.
      case path
      /// Nothing more.
      case whole
      /// Names.
      case credit
    }
  }

  static let openings = KeywordTable<Opening>([
    (.label(.notice), BoilerplateWords.legalNotices),
    (.label(.whole), BoilerplateWords.wholeLines),
    (.label(.line), BoilerplateWords.labels),
    (.label(.line), BoilerplateWords.categories),
    (.label(.contact), BoilerplateWords.contacts),
    (.label(.path), BoilerplateWords.pathStarts),
    (.label(.credit), BoilerplateWords.credits),
    (.notice, BoilerplateWords.notices),
  ])

  /// Buttons and headings of boxes: a line of nothing else is one.
  static let buttons = KeywordTable<Void>([
    ((), BoilerplateWords.buttons)
  ])

  /// How a request to the reader begins and ends.
  static let requests: [(opening: String, ending: String)] = [
    ("打开", "精彩内容"), ("打开", "阅读全文"), ("打开", "查看更多"), ("打开", "体验更佳"), ("", "，点击查看"), ("", ",点击查看"), ("点击", "加载更多"),
    ("点击", "查看更多"),
    ("点击", "更多内容"), ("更多精彩内容", "客户端"), ("下载", "客户端"), ("下载", "APP"), ("返回", "首页"), ("扫一扫", "APP"), ("扫码", "APP"),
    ("设为", "首页"),
  ]

  /// The pages of a site about itself.
  static let footNames: Set<Substring> = [
    "关于我们", "联系我们", "联系方式", "联系方法", "广告服务", "广告合作", "广告投放", "诚聘英才", "诚征英才", "招聘信息", "加入我们", "网站地图", "网站声明", "法律声明",
    "免责声明",
    "免责条款", "版权声明", "版权保护", "隐私政策", "隐私协议", "隐私保护", "隐私条款", "用户协议", "服务条款", "使用条款", "意见反馈", "投诉建议", "投资者关系", "公司简介",
    "网站简介",
    "友情链接", "安全隐私", "网站律师", "不良信息举报", "举报中心", "通行证注册", "产品答疑", "About", "Careers", "Advertise", "Cookies", "Privacy",
    "Terms", "Contact",
    "Help", "Sitemap",
  ]

  static let navigation: Set<Substring> = ["首页", "登录", "注册", "客户端", "网站首页", "首頁", "登入"]
  static let invitations = ["关注", "欢迎", "搜索", "添加", "下载", "长按", "扫描", "扫码", "点击", "更多"]
  static let invitedTo = PhraseFinder(["公众号", "二维码", "客户端", "小程序", "视频号", "公眾號"])
  static let waysBack = ["查看更多", "首页", "列表", "频道", "顶部", "上页", "目录"]

  /// Phrases that make a line worth a closer look, wherever in it they stand.
  static let phrases = PhraseFinder([
    "转载请注明", "未经授权", "未经书面授权", "未经许可", "不代表本网", "不代表本站", "不代表本报", "不代表平台", "仅代表作者", "与本网立场", "与本站立场", "与本网无关", "与本站无关",
    "传递更多信息", "传播更多信息", "内容来自合作媒体", "自媒体联盟",
    "不构成投资建议", "不构成任何投资建议", "版权所有", "违者必究", "侵权必究", "请联系删除", "All rights reserved", "all rights reserved",
    "Terms of Service", "严禁转载", "请勿转载", "追究法律责任", "书面授权",
    "does not constitute investment advice", "轉載請註明", "未經授權", "公众号关注",
  ])

  /// What a site says of its own registration.
  static let registrations = PhraseFinder(["ICP备", "ICP证", "公网安备", "不良信息举报"])
  /// Code that a dump took for text.
  static let scripts = PhraseFinder(["window.__", "document.write", "轻点两下取消"])

  /// What a word in a line speaks for.
  enum Word: Hashable, Sendable {
    case notice
    /// Reports have it, and notices do not.
    case news
  }

  static let vocabulary = KeywordTable<Word>([
    (.notice, BoilerplateWords.wordsOfNotices),
    (.news, BoilerplateWords.wordsOfNews),
  ])
}
