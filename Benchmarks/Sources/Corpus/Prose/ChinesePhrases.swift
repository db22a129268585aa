/// Phrases of the trade that are used again and again, the most frequent first; `Slot` names what they leave open.
enum ChinesePhrases {
  static let templates = lines(
    """
    记者获悉
    同比增长{percent}
    据了解
    今年以来
    {company}发布公告称
    市场人士认为
    截至{date}收盘
    业内人士表示
    实现营业收入{amount}
    {date}
    值得注意的是
    同比下降{percent}
    上市公司股东的净利润{amount}
    与此同时
    {year}年上半年
    较上年同期
    报{price}元
    A股三大指数
    受访者告诉记者
    从数据来看
    中国证监会
    {company}（{code}）
    北向资金净流入{amount}
    银保监会
    数据显示
    国家统计局
    相关负责人
    {month}月份
    沪深两市成交额{amount}
    分析师指出
    党中央国务院
    高质量发展
    涨幅{percent}
    {place}市
    中央经济工作会议
    风险提示
    股价{price}元
    消费者权益保护
    {year}年年报
    行业协会
    {person}表示
    央视财经频道
    有限责任公司
    {mixed}
    {number}家企业
    跌幅{percent}
    供给侧结构性改革
    在接受采访时表示
    新能源汽车产销量
    经营活动产生的现金流量净额{amount}
    {place}证券交易所
    中央银行
    美联储加息预期
    上交所下发问询函
    环比增长{percent}
    5G手机出货量
    投资者关系活动记录表
    董事会审议通过
    {company}董事长{person}
    供应链企业
    房地产市场平稳健康发展
    拟募集资金{amount}
    不超过{number}人
    公开市场逆回购操作
    截至目前
    总投资{amount}
    毛利率{percent}
    央视新闻客户端
    据央视网报道
    {tag}板块
    {tag}行业
    从{tag}来看
    在{tag}领域
    {tag}概念股
    {place}地区
    {person}在{place}对记者说
    以信息披露为准
    科技创新能力
    全国人大代表
    中央财经委员会
    融资余额{amount}
    {mixed}市场
    深圳证券交易所创业板
    人工智能大模型
    {number}万吨
    第{number}届
    {year}年第三季度
    持股比例{percent}
    中央电视台
    锂电池产业链
    控股股东及一致行动人
    社会消费品零售总额
    人民币兑美元中间价
    存款准备金率
    预计{year}年
    立案调查
    {code}
    高管减持股份计划
    可转换公司债券
    数字化转型升级
    为实体经济提供支持
    超过市场预期
    下调评级
    {company}回应称
    {company}与{company}
    专精特新企业
    研发投入{amount}
    独立董事{person}
    产能利用率
    """)

  /// How sentences begin that follow from the one before.
  static let connectives = lines(
    """
    此外
    另一方面
    同时
    不过
    因此
    目前
    对此
    事实上
    具体来看
    其中
    总体来看
    展望未来
    """)

  /// How the first paragraph begins; every sixth article takes over what television reported, so that 中央, 央视 and 视网
  /// are common in the same articles: the hardest case of a search that finds nothing.
  static let openings: [(share: Double, parts: [PhrasePart])] = [
    (0.18, PhrasePart.parse("央视网消息（中央电视台记者 {person}）：")),
    (0.22, PhrasePart.parse("{place}{date}电（记者 {person}）")),
    (0.20, PhrasePart.parse("本报记者 {person} {place}报道。")),
    (0.12, PhrasePart.parse("{company}（{code}）{date}晚间公告，")),
    (0.10, PhrasePart.parse("{date}，")),
    (0.18, []),
  ]

  private static func lines(_ text: String) -> [[PhrasePart]] {
    text.split(separator: "\n").map { PhrasePart.parse($0) }
  }
}
