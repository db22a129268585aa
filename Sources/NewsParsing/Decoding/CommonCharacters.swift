/// The commonest characters of running Chinese text, by which a character set shows that it is the right one.
enum CommonCharacters {
  static let simplified = Set((shared + onlySimplified + punctuation).unicodeScalars)
  static let traditional = Set((shared + onlyTraditional + punctuation).unicodeScalars)

  private static let punctuation = "，。、：；！？“”《》（）「」"

  /// Written alike in both.
  private static let shared =
    "的一是不了在人有我他大中上和地出年得就那要下以生自之家可里小而能好都然日起成事只作当想看文手十用主行方又如前"
    + "所本面公同三已老分外但身些高意法此二理美月明其全心向道正名定女力等很位先海口使教西再平信北少更由加化工市金"
    + "元股司利收入期至今及各比百千八六七九五四不均股市日最目前新安政治去服告表示部委社保持投支付求去增交易率格"
    + "合果北京上海南投行央行指升跌值相回用者受需未任何立法制度管科技近子打在立直接去取消息"
  private static let onlySimplified =
    "这来国个说们为时会过学对后么发无开长经头问气数据业务费场显证券资产银报义动进实从体现样亿万债点关两单让军东车"
    + "线边话语当专总员导变极难决运认论题应该规则价购买卖涨营约较积监审战与团队协议结构级龙网络环节预计达标准创亏损"
    + "额财务际汇贷赋级"
  private static let onlyTraditional =
    "這來國個說們為時會過學對後麼發無開長經頭問氣數據業務費場顯證券資產銀報義動進實從體現樣億萬債點關兩單讓軍東車"
    + "線邊話語當專總員導變極難決運認論題應該規則價購買賣漲營約較積監審戰與團隊協議結構級龍網絡環節預計達標準創虧損"
    + "額財務際匯貸賦級"
}
