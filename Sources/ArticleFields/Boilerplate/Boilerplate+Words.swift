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
    (
      .label(.notice),
      "免责声明,版权声明,法律声明,本站声明,本网声明,特别声明,郑重声明,免責聲明,版權聲明,風險披露,Disclaimer,Legal notice,Copyright notice"
    ),
    (.label(.whole), "©,Copyright ©,Copyright (c),炒股就看金麒麟"),
    (
      .label(.line),
      "当前位置,您的位置,您现在的位置,您当前的位置,你的位置,您所在的位置,所在位置,原创声明,版权所有,分享到,分享至,分享本文,"
        + "Our Standards,Share this,Share this article,You are here"
    ),
    (.label(.line), "分类,所属分类,文章分类,归档,收录于合集,Categories,Category,Posted in,Filed in"),
    (.label(.contact), "举报邮箱,举报电话,投诉电话,投诉邮箱,联系邮箱,客服电话,新闻热线"),
    (.label(.path), "首页,Home"),
    (
      .label(.credit),
      "Editing by,Edited by,Reporting by,Additional reporting by,Writing by,Reporting and editing by,"
        + "Reporting and writing by,Compiled by"
    ),
    (
      .notice,
      "Copyright 2,扫码关注,扫码阅读,扫码下载,扫码分享,扫一扫,扫描二维码,扫描下方,微信扫,用微信扫,打开微信,长按二维码,长按识别,关注我们,关注微信,关注公众号,"
        + "欢迎关注,更多精彩,更多内容请,点击进入,点击查看,点击下载,点击阅读,点击下方,点击上方,点击右上角,下载客户端,下载APP,打开APP,本文由,本文版权,"
        + "版权归,版權所有,网友评论仅供,请登录后,海量资讯,炒股开户,本篇文章共,本文共,您看到此篇文章,风险提示:市场有风险,风险提示：市场有风险,市场有风险,"
        + "This article was originally,For more information,Share on,Follow us,Sign up for,Subscribe to,Click here,"
        + "Download the app,Get our,Log in to"
    ),
  ])

  /// Buttons and headings of boxes: a line of nothing else is one.
  static let buttons = KeywordTable<Void>([
    (
      (),
      "打印,打印本页,打印本文,关闭,关闭窗口,关闭本页,返回,返回首页,返回顶部,返回列表,返回上页,回到顶部,收藏,收藏本页,收藏本文,加入收藏,举报,纠错,我要纠错,"
        + "分享,分享到,分享至,分享本文,转发,点赞,赞,评论,网友评论,海外网友评论,发表评论,发表我的评论,我要评论,我来说两句,全部评论,最新评论,登录,注册,首页,正文,"
        + "广告,推广,赞助内容,全文,展开全文,展开,收起,查看全文,关注我们,关注微信,关注公众号,推荐阅读更多,"
        + "阅读全文,阅读原文,查看原文,查看更多,更多,加载更多,下一页,上一页,尾页,末页,共,页,小,中,大,特大,字体,字号,字体大小,听新闻,语音播报,微信,微博,"
        + "QQ,QQ空间,QQ好友,朋友圈,新浪微博,腾讯微博,复制链接,微信好友,豆瓣,人人网,完,全文完,网站地图,联系我们,关于我们,广告服务,网站声明,隐私政策,"
        + "阅读,浏览,点击,次,责任编辑,编辑,订阅,A,A+,A-,T,T大,T小,反馈,空间,添加喜爱,喜爱,喜欢,顶一下,踩一下,顶,踩,跟贴,跟帖,参与,条评论,"
        + "人点赞,人参与,人评论,加载中,正在加载,提交评论,提交,用户评论,精彩评论,热门评论,暂无评论,微信公众号,官方微博,官方微信,阅读量,阅读数,阅读次数,浏览量,"
        + "浏览次数,点击量,点击数,评论数,人气,热度,展开阅读全文,点击展开全文,展开更多,推荐,热门搜索,热点,分隔线,滚动,频道,专题,返回列表页,上一篇,下一篇,"
        + "取消,确认,确定,知道了,允许,不感兴趣,换一换,换一批,撤消,撤销,点击加载更多,已显示全部内容,我要反馈,举报/反馈,举报文章问题,我要举报,投诉,已输入0字,赏,打赏,赞赏,在看,喜欢作者,"
        + "预览时标签不可点,收录于合集,阅读原文,看全文,显示全文,推荐中,一键登录,隐藏边栏,查看评论,设为首页,使用前必读,手机看新闻,提 交,提交,"
        + "Loading,Follow us,Share this,"
        + "Facebook,Twitter,LinkedIn,WhatsApp,Weibo,WeChat,Reddit,Email,E-mail,Print,Print this article,Print this page,Share,Comments,Comment,No comments,"
        + "Advertisement,Advert,Sponsored,Sponsored content,Subscribe,Sign in,Log in,Login,Register,Menu,Search,Back to top,Top,"
        + "Home,News,Save,Reuter,Copy link,Read more,More,Show more,Load more,Skip to content,Terms of use,Privacy policy,"
        + "Contact us,About us,End,ENDS"
    )
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
  static let registrations = PhraseFinder(["©", "ICP备", "ICP证", "公网安备", "不良信息举报"])
  /// Code that a dump took for text.
  static let scripts = PhraseFinder(["window.__", "document.write", "轻点两下取消"])

  /// What a word in a line speaks for.
  enum Word: Hashable, Sendable {
    case notice
    /// Reports have it, and notices do not.
    case news
  }

  static let vocabulary = KeywordTable<Word>([
    (
      .notice,
      "本文,本站,本网,本网站,本报,本刊,本社,本平台,本公众号,本号,本账号,本篇文章,本篇,文章,文中,文字,图片,图文,视频,稿件,作品,素材,内容,合作媒体,媒体,"
        + "来自,自媒体,自媒体联盟,财经自媒体联盟,上述,以上,以下,所有,全部,任何,一切,其他,相关,有关,作者,作者本人,本人,个人,原作者,原创,原文,读者,网友,用户,第三方,"
        + "版权,版权归,版权所有,版权归属,著作权,知识产权,归属,权益,权利,合法权益,转载,转载请注明,请注明,注明,出处,来源,来源于,网络,互联网,整理,引用,复制,"
        + "镜像,摘编,使用,刊登,刊载,发布,未经,授权,书面授权,许可,允许,同意,书面,不得,禁止,严禁,谢绝,请勿,违者,违者必究,侵权必究,必究,追究,法律责任,依法,责任,"
        + "侵权,侵犯,如有,如果,若有,涉及,问题,及时,联系,联系我们,与我们,删除,处理,告知,更正,仅代表,代表,不代表,观点,立场,意见,看法,个人看法,表达,表明,"
        + "仅供参考,仅供,仅作参考,参考,不构成,构成,投资建议,投资意见,建议,投资依据,依据,据此,操作,入市,买卖,风险,风险提示,自负,自担,自行,承担,盈亏,谨慎,需谨慎,"
        + "须谨慎,市场有风险,股市有风险,投资有风险,投资需谨慎,投资须谨慎,入市需谨慎,理性,真实性,准确性,完整性,及时性,原创性,任何保证,保证,承诺,证实,核实,"
        + "无关,目的,在于,传递,传播,更多,更多信息,更多精彩,信息,赞同,意味着,并不,不表示,不意味着,声明,特别声明,郑重声明,免责,免责声明,版权声明,名称,简称,"
        + "说明,有限公司,"
        + "关注,关注我们,欢迎,欢迎关注,微信,微信号,微信搜索,公众号,微信公众号,官方微信,官方微博,微博,客户端,APP,小程序,视频号,抖音,二维码,扫码,扫描,扫描二维码,扫一扫,"
        + "长按,识别,下方,上方,右上角,点击,点击查看,点击进入,点击下载,点击阅读,查看,下载,打开,进入,阅读,阅读原文,全文,详情,链接,专题,精彩,尽在,敬请,请看,订阅,"
        + "添加,搜索,分享,分享到,朋友圈,好友,加入,海量资讯,精准解读,资讯,登录,登录后,注册,评论,网友评论,发表,编辑,责编,责任编辑,举报,投诉,反馈,邮箱,电话,热线,"
        + "不良信息,炒股开户,炒股,开户,预计阅读,分钟,全文共,共计,独家,供稿,授权发布,"
        + "轉載,轉載請註明,請註明,出處,來源,版權,版權所有,授權,未經,未經授權,不得,閱讀,關注,公眾號,請勿,觀點,立場,"
        + "follow us,follow us on,twitter,facebook,instagram,linkedin,youtube,telegram,wechat,weibo,sign up,sign up for,our,"
        + "newsletter,newsletters,subscribe,subscribe to,subscribers,subscriber,click here,click,here,to read,read,read more,"
        + "to learn more,learn more,to view,for more information,more information,visit,please,contact,contact us,email,"
        + "download,download the app,the app,app,get our,share this,share on,share,this article,this story,this page,article,"
        + "story,was originally,originally,published,originally published on,published on,appeared on,first appeared,log in,"
        + "log in to,sign in,comment,comments,register,account,terms of service,terms of use,privacy policy,cookie policy,"
        + "copyright,all rights reserved,rights reserved,reproduction,permission,without,prior,written,consent,may not be,"
        + "reproduced,republished,redistributed,does not constitute,do not constitute,constitute,investment advice,"
        + "financial advice,advice,informational purposes,for informational purposes,purposes,only,views,opinions,"
        + "views and opinions,expressed,the author,of the author,do not,necessarily,reflect,those of,disclaimer"
    ),
    (
      .news,
      "称,表示,显示,披露,指出,认为,透露,强调,介绍,说,告诉,公告,报告,财报,业绩,央行,监管部门,法院,警方,公司,企业,同比,环比,股价,净利,营收,亿元,万元,美元,"
        + "上涨,下跌,涨,跌,专家,教授,学者,分析师,分析人士,研究,调查,中介,立案,said,says,told,according to,analysts,company,"
        + "companies,shares,percent,per cent,rose,fell,court,regulator,regulators,quarter"
    ),
  ])
}
