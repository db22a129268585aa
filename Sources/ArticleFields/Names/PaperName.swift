import TextScanning

/// The name of a paper, a site or an account that an article comes from, without what pages put around it.
package enum PaperName {
  /// A short run of words without punctuation, such as a paper has for a name.
  package static func isName(_ text: Substring) -> Bool {
    text.fits(40) && !text.endsSentence && text.unicodeScalars.contains(where: \.isWordlike)
      && !text.contains(anyOf: ["。", "，", ",", "！", "？", "!", "?", "；", ";", "：", ":", "、"])
      && text.words.count <= 5
  }

  /// The name alone: `《投资时报》`, `某报(http://…)`, `某社 举报`, `某站[整理]` lose their marks, addresses, buttons and remarks.
  /// Nil where no name is left.
  package static func cleaned(_ value: Substring) -> String? {
    var name = withoutAddress(value.leadingEnclosure(by: Punctuation.squareBrackets) ?? value).trimmed(of: ends)
    while let bracketed = trailingRemark(of: name) { name = bracketed.trimmed(of: ends) }
    while let last = name.words.last, last.startIndex > name.startIndex, HeadNoise.isWord(last) {
      name = name[..<last.startIndex].trimmed(of: ends)
    }
    for end in gluedEnds { name = name.dropping(suffix: end)?.nonEmpty ?? name }
    for start in gluedStarts { name = name.dropping(prefix: start)?.nonEmpty ?? name }
    name = name.enclosed(by: ["《": ["》"], "“": ["”"], "\"": ["\""], "(": [")", "）"], "（": ["）"]]) ?? name
    guard !name.isEmpty, name.fits(longest),
      name.unicodeScalars.contains(where: { $0.isIdeograph || $0.properties.isAlphabetic }),
      !none.contains(name.lowercased()), !name.contains(anyOf: ["。", "？", "！"])
    else { return nil }
    return String(name)
  }

  /// In columns.
  private static let longest = 80
  /// What stands beside names on pages, where a dump dropped the blank between: buttons, and the platform of an account.
  private static let gluedEnds = ["版权所有", "举报", "官方网站", "官网"] + platforms
  /// Where accounts write.
  private static let platforms = ["企鹅号", "百家号", "网易号", "头条号", "搜狐号", "大鱼号", "澎湃号", "微信公众号"]
  private static let gluedStarts = ["原创", "来源"]
  private static let ends = Punctuation.fieldSeparators.union(Punctuation.colons).union(["[", "【"])
  private static let none: Set<String> = ["未知", "不详", "无", "暂无", "原创", "转载", "unknown", "none", "n/a"]

  /// What stands before an address; the address's host where there is nothing else.
  private static func withoutAddress(_ value: Substring) -> Substring {
    guard let address = value.range(ofBytes: "://") else { return value }
    let before = value[..<address.lowerBound].unicodeScalars
    let scheme = before.reversed().prefix(while: \.isASCIILetter).count
    let name = Substring(before.dropLast(scheme)).trimmed(of: ["(", "（", "[", "<"])
    if !name.isEmpty { return name }
    return Substring(value[address.upperBound...].utf8.prefix { $0 != UInt8(ascii: "/") })
  }

  /// What stands before a remark in brackets at the end that is no part of a name: `[整理]`, `（原创）`, `(微博)`.
  private static func trailingRemark(of name: Substring) -> Substring? {
    guard let last = name.unicodeScalars.last, let opening = remarkBrackets[last],
      let open = name.unicodeScalars.lastIndex(of: opening), open > name.startIndex
    else { return nil }
    let remark = Substring(name.unicodeScalars[name.unicodeScalars.index(after: open)...].dropLast()).trimmed
    return remark.isEmpty || remarks.contains(remark) || HeadNoise.isWord(remark) ? name[..<open] : nil
  }

  private static let remarkBrackets: [Unicode.Scalar: Unicode.Scalar] = ["]": "[", "】": "【", ")": "(", "）": "（"]
  private static let remarks: Set<Substring> = ["整理", "原创", "转载", "综合", "编译", "微博", "报道", "专稿", "官网", "公众号", "微信公众号"]

  /// Whether the word names a platform whose accounts write, and not who writes.
  package static func isPlatform(_ word: Substring) -> Bool { platforms.contains { $0 == word } }

  /// Whether a line of its own is the name of a paper, a site or an office: by its last word.
  package static func isHouse(_ line: Substring) -> Bool {
    guard line.fits(30), isName(line) else { return false }
    let name = line.trimmed(of: ["》", "《"])
    if houses.contains(where: { suffix in name.dropping(suffix: suffix).map { !$0.isEmpty } ?? false }) { return true }
    return isLatinHouse(name)
  }

  /// `Example Wire`, `Port Ford Times`.
  package static func isLatinHouse(_ name: Substring) -> Bool {
    let words = name.words
    return (2...4).contains(words.count)
      && words.allSatisfy { $0.unicodeScalars.first?.properties.isUppercase ?? false }
      && words.last.map { latinHouses.contains($0.lowercased()) } ?? false
  }

  private static let houses = [
    "报", "報", "网", "網", "社", "讯", "訊", "刊", "台", "财经", "財經", "新闻", "新聞", "在线", "频道", "头条", "客户端", "周刊", "杂志", "传媒",
    "媒体", "电视", "广播", "消息", "发布", "观察", "研究院", "研究所", "委员会", "管理局", "改委", "证监会", "交易所", "政府", "资本", "学会", "协会",
    "日报网", "智库", "公众号",
  ]
  private static let latinHouses: Set<String> = [
    "wire", "news", "times", "post", "press", "journal", "daily", "herald", "tribune", "agency", "media", "business",
    "newswire", "gazette", "chronicle", "review", "weekly", "report", "today", "observer", "mail", "standard",
  ]
}

extension Substring {
  /// The text without blanks at its ends; nil where nothing is left.
  fileprivate var nonEmpty: Substring? {
    let text = trimmed
    return text.isEmpty ? nil : text
  }
}
