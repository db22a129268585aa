/// What an article is by its form, whatever it is about.
package enum ArticleTrait: Hashable, Sendable {
  /// Most of it is written in the language.
  case language(TextLanguage)
  /// Its text holds this.
  case link, table, figure
  /// It came without a title: the beginning of its text stands for one.
  case flash
}

/// A language that articles are told apart by, by its tag.
package enum TextLanguage: String, CaseIterable, Hashable, Sendable {
  /// Chinese in simplified characters, and where no character tells.
  case chinese = "zh"
  case traditionalChinese = "zh-Hant"
  case english = "en"
  case japanese = "ja"
  case korean = "ko"
  case russian = "ru"
  /// Any other, and none.
  case other
}

/// One of the few values that a field takes, and what it asks for.
package struct QueryChoice: Hashable, Sendable {
  package var name: String
  package var chineseName: String
  /// In small letters.
  private var otherNames: [String]
  package var query: Query

  fileprivate init(_ name: String, _ chineseName: String, or otherNames: [String] = [], query: Query) {
    self.name = name
    self.chineseName = chineseName
    self.otherNames = otherNames
    self.query = query
  }

  /// In any case.
  fileprivate func isCalled(_ text: String) -> Bool {
    let text = text.lowercased()
    return name.lowercased() == text || chineseName == text || otherNames.contains(text)
  }
}

extension QueryField {
  /// All values of a field that takes only some; none for other fields.
  package var choices: [QueryChoice] {
    switch self {
    case .language: QueryChoice.languages
    case .has: QueryChoice.parts
    case .kind: QueryChoice.kinds
    case .tag, .source, .label, .company, .event, .topic, .tone, .keyword, .amount, .change, .title, .author, .folder,
      .address, .status, .since, .until, .session, .seen, .asOf, .sort:
      []
    }
  }

  /// The value of a name in either language.
  func choice(named name: String) -> QueryChoice? { choices.first { $0.isCalled(name) } }
}

extension QueryChoice {
  fileprivate static let languages: [QueryChoice] = TextLanguage.allCases.map { language in
    func choice(_ chineseName: String, or otherNames: String...) -> QueryChoice {
      QueryChoice(language.rawValue, chineseName, or: otherNames, query: .trait(.language(language)))
    }
    return switch language {
    case .chinese: choice("简体中文", or: "简体", "中文", "zh-hans", "zh-cn", "chinese")
    case .traditionalChinese: choice("繁体中文", or: "繁体", "繁體", "繁體中文", "zh-tw", "zh-hk")
    case .english: choice("英文", or: "英语", "english")
    case .japanese: choice("日文", or: "日语", "japanese")
    case .korean: choice("韩文", or: "韩语", "korean")
    case .russian: choice("俄文", or: "俄语", "russian")
    case .other: choice("其他")
    }
  }

  fileprivate static let parts = [
    QueryChoice("link", "链接", or: ["links"], query: .trait(.link)),
    QueryChoice("table", "表格", or: ["tables", "表"], query: .trait(.table)),
    QueryChoice("figure", "图片", or: ["figures", "image", "图"], query: .trait(.figure)),
    QueryChoice("history", "改动", or: ["修改记录"], query: .changed),
  ]

  fileprivate static let kinds = [
    QueryChoice("article", "文章", query: .and([.not(.stub), .not(.trait(.flash))])),
    QueryChoice("flash", "快讯", query: .trait(.flash)),
    QueryChoice("stub", "仅标题", query: .stub),
  ]
}
