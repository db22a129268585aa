import ArticleFields
import TextBasics
import TextScanning

/// Tells who wrote an article from what else pages put where a name belongs.
enum WriterName {
  /// The names in a value that should hold them; nil where it names nobody.
  ///
  /// - Parameter sites: what the page calls its site, which is no writer.
  static func cleaned(_ text: String, sites: [String] = []) -> String? {
    let value = withoutEnd(withoutOpening(text[...].trimmed))
    guard !value.isEmpty, value.roughColumns <= 80, !value.holds("://"), !value.holds("@"),
      value.unicodeScalars.contains(where: { $0.isIdeograph || $0.properties.isAlphabetic }), !isNobody(value)
    else { return nil }
    let key = PageTitle.key(String(value))
    guard !sites.contains(where: { PageTitle.key($0) == key }), let names = Byline.names(inValue: value) else {
      return nil
    }
    return isNobody(names[...]) ? nil : names
  }

  /// Whether a text is the name of a person: two to four words with capitals of which none belongs to a house, or two to
  /// three Chinese characters.
  static func isPerson(_ text: Substring) -> Bool {
    let words = text.words
    if words.count == 1 {
      return text.unicodeScalars.allSatisfy(\.isIdeograph) && (2...3).contains(text.unicodeScalars.count)
        && Byline.isName(text) && !isNobody(text) && !SourceName.isPlace(text)
        && text.unicodeScalars.first.map { surnames.contains($0) } ?? false
    }
    return (2...4).contains(words.count)
      && words.allSatisfy { word in
        word.unicodeScalars.first.map { $0.properties.isUppercase && !$0.isIdeograph } ?? false
          && word.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || "-.'’".unicodeScalars.contains($0) }
          && word.unicodeScalars.dropFirst().contains { $0.properties.isLowercase || $0 == "." }
          && !houses.contains(word.lowercased())
      }
  }

  private static func withoutOpening(_ value: Substring) -> Substring {
    for opening in ["By ", "by ", "BY ", "作者", "文/", "文／"] {
      if let rest = value.dropping(prefix: opening) { return rest.trimmed(of: Punctuation.colons) }
    }
    return value
  }

  /// Without what stands behind the names: numbers of readers, buttons.
  private static func withoutEnd(_ value: Substring) -> Substring {
    let words = value.words
    guard words.count > 1, value.unicodeScalars.contains(where: \.isIdeograph) else { return value }
    let end = words.dropFirst().firstIndex { word in
      word.contains(anyOf: ["(", "（", "["]) || Boilerplate.matches(word, at: .edge) || word.utf8.allSatisfy(\.isDigit)
    }
    return end.map { value[..<words[$0].startIndex].trimmed } ?? value
  }

  static func isNobody(_ name: Substring) -> Bool { nobodies.contains(name.lowercased()) }

  /// The most frequent surnames; accounts of two or three characters have others.
  private static let surnames = Set(
    ("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任卢姚沈姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万"
      + "钱严覃武戴莫孔向汤柳温康施牛葛章鲁倪庞殷詹左纪辛甘管祝童欧苗翟裴柯梅盛霍耿游焦宁尤凌詹岳包路申齐張陳劉黃楊趙吳馬鄭許鄧馮蕭葉蘇呂盧鍾譚陸韋鄒閻賀顧龔萬錢嚴湯龐紀歐").unicodeScalars)

  /// What content managers and editors write where nobody is named.
  private static let nobodies: Set<String> = [
    "admin", "administrator", "administrateur", "administrador", "root", "webmaster", "editor", "editors", "super user",
    "superuser", "guest", "anonymous", "unknown", "author", "user", "none", "null", "n/a", "staff", "redaktion",
    "admin1",
    "管理员", "系统管理员", "超级管理员", "网站管理员", "佚名", "匿名", "未知", "无", "网络", "本站", "小编", "编辑", "本站编辑", "原创", "转载",
    "責任編輯", "管理員", "no author", "by", "posted by", "system", "默认",
  ]

  private static let houses: Set<String> = [
    "wire", "news", "times", "post", "press", "journal", "daily", "herald", "tribune", "agency", "media", "business",
    "today",
    "online", "weekly", "monthly", "magazine", "review", "report", "reports", "gazette", "courier", "observer",
    "chronicle",
    "digest", "blog", "radio", "network", "group", "limited", "club", "university", "institute", "office", "department",
    "society", "association", "council", "city", "team", "editorial", "newsroom", "service", "services", "bank", "the",
    "and",
    "read", "more", "home", "about", "contact", "january", "february", "march", "april", "may", "june", "july",
    "august",
    "september", "october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday",
  ]
}

/// Tells the name of a paper from what else pages put where a source belongs.
enum SourceName {
  /// The name in a value that should hold one: without marks, buttons and places behind it; nil where nothing is left.
  static func cleaned(_ text: String) -> String? {
    let text = text[...].trimmed
    var value = (text.leadingEnclosure(by: Punctuation.squareBrackets) ?? text).trimmed(of: marks)
    var words = value.words
    while words.count > 1, let last = words.last,
      isPlace(last) || last.utf8.first.map({ $0 >= 0x80 }) ?? false && Boilerplate.matches(last, at: .edge)
    {
      words.removeLast()
      value = value[..<last.startIndex].trimmed(of: marks)
    }
    let count = value.unicodeScalars.reduce(0) { $0 + ($1.isIdeograph || $1.properties.isAlphabetic ? 1 : 0) }
    guard count >= 2 || count == 1 && value.utf8.count >= 4, value.roughColumns <= 60, !isPlace(value),
      !value.holds("@"),
      !value.contains(anyOf: Punctuation.colons), !value.lowercased().hasPrefix("by "),
      !none.contains(value.lowercased())
    else { return nil }
    return String(value)
  }

  private static let marks: ScalarSet = [
    "(", "（", ")", "）", "[", "【", ":", "：", "|", "｜", "/", "／", "-", "—", "·", ",", "，", "]", "】", "<", ">",
  ]

  private static let none: Set<String> = [
    "未知", "网络", "互联网", "本站", "本站原创", "原创", "转载", "网络转载", "admin", "unknown", "none", "null", "佚名", "无", "其他", "其它",
    "综合",
    "网络整理", "来源网络", "來源網絡", "本網", "未知来源", "internet", "source",
  ]

  /// Whether a text is a province, as accounts show from where they write.
  static func isPlace(_ text: Substring) -> Bool {
    guard (6...30).contains(text.utf8.count) else { return false }
    return places.contains { place in
      guard let rest = text.dropping(prefix: place) else { return false }
      return rest.isEmpty || kinds.contains(rest)
    }
  }

  private static let places =
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门"
    .split(separator: " ").map(String.init)
  private static let kinds: Set<Substring> = ["省", "市", "自治区", "壮族自治区", "回族自治区", "维吾尔自治区", "特别行政区"]
}
