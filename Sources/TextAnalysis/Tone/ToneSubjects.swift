import NewsModel

/// Whether a headline is about a firm, listed or not: by a word that only firms have, or by what happened to it.
///
/// A flood, an exhibition and a bank of issue have no tone, however many good and bad words stand beside them.
enum ToneSubjects {
  private static let words = WordMatcher([
    "公司", "集团", "股份", "企业", "证券", "基金", "信托", "股东", "董事", "高管", "创始人", "ceo", "ipo", "平台", "实控人", "净利", "业绩", "营收",
    "股价",
    "科技", "药业", "控股", "实业", "新材", "能源", "电子", "汽车", "乳业", "制药", "银行", "保险", "地产", "置业", "机械", "物流", "传媒", "游戏", "影视",
    "负债", "融资", "资金链", "债务", "裁员", "门店", "商誉", "质押", "薪酬", "股市", "降价", "房企", "药企", "车企", "涨停", "跌停", "减持", "增持", "中标",
    "巨头", "龙头", "概念", "板块", "股", "a股", "年报", "季报", "中报", "订单",
    "inc", "corp", "ltd", "plc", "co", "company", "companies", "group", "shares", "shareholders", "profit", "profits",
    "sales", "earnings",
    "stock", "dividend", "stake", "bid", "ceo", "unit", "firm", "net", "airlines", "bank", "insurer", "retailer",
    "supermarket",
    "investors", "revenue", "chief executive",
  ])

  static func areNamed(in text: AnalysedText, _ events: [NewsEvent]) -> Bool {
    guard !text.title.isEmpty, !events.contains(where: \.evidence.isInTitle) else { return true }
    // An English headline in small letters names firms by words that no table knows; one in capitals writes INC or a code
    // beside them.
    if text.bytes.isMostlyEnglish(text.title), !text.shoutsTitle { return true }
    if text.bytes[text.title].contains(UInt8(ascii: "<")) { return true }
    var found = false
    words.forEachMatch(in: text.bytes, text.title) { _ in found = true }
    return found
  }
}
