/// A field of the query language: what stands before a colon.
package enum QueryField: String, CaseIterable, Hashable, Sendable {
  case tag, source, label, company, event, topic, tone, keyword, amount, change, title, author
  case language = "lang"
  case has, kind, folder
  case address = "url"
  case status = "is"
  case since, until, session, seen
  case asOf = "as-of"
  case sort

  /// The name in Chinese, which serves as well.
  package var chineseName: String {
    switch self {
    case .tag: "标签"
    case .source: "来源"
    case .label: "栏目"
    case .company: "公司"
    case .event: "事件"
    case .topic: "分类"
    case .tone: "倾向"
    case .keyword: "关键词"
    case .amount: "金额"
    case .change: "幅度"
    case .title: "标题"
    case .author: "作者"
    case .language: "语言"
    case .has: "含"
    case .kind: "类型"
    case .folder: "文件夹"
    case .address: "网址"
    case .status: "状态"
    case .since: "起"
    case .until: "止"
    case .session: "时段"
    case .seen: "收到"
    case .asOf: "时点"
    case .sort: "排序"
    }
  }

  package init(_ field: TermField) {
    switch field {
    case .tag: self = .tag
    case .source: self = .source
    case .label: self = .label
    case .company: self = .company
    case .event: self = .event
    case .topic: self = .topic
    case .tone: self = .tone
    case .keyword: self = .keyword
    }
  }

  /// The field whose values the library lists; nil for the others.
  package var terms: TermField? { TermField.allCases.first { QueryField($0) == self } }

  /// The field of a name in either language, in any case.
  package init?(name: String) {
    guard let field = Self.called(name, { [$0.rawValue, $0.chineseName] }) else { return nil }
    self = field
  }

  /// The field that was meant by a name that is none, where a mistake of typing is likelier than a word: in small letters, of five
  /// or more, one letter too many or too few, or two that changed places; or the plural of a field (`tags`).
  init?(mistyped name: String) {
    let letters = Array(name.utf8)
    guard letters.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }) else { return nil }
    let meant = Self.allCases.first { field in
      guard field != .status else { return false }
      let right = Array(field.rawValue.utf8)
      return letters == right + [UInt8(ascii: "s")] || letters.count >= 5 && letters.isOneSlip(from: right)
    }
    guard let meant else { return nil }
    self = meant
  }
}

extension [UInt8] {
  /// Whether a letter too many, one too few, or two neighbours that changed places make the other of this.
  fileprivate func isOneSlip(from other: [UInt8]) -> Bool {
    let same = zip(self, other).prefix { $0 == $1 }.count
    switch count - other.count {
    case 1: return self[(same + 1)...].elementsEqual(other[same...])
    case -1: return self[same...].elementsEqual(other[(same + 1)...])
    case 0:
      guard same + 1 < count else { return false }
      var swapped = self
      swapped.swapAt(same, same + 1)
      return swapped == other
    default: return false
    }
  }
}
