import NewsModel
import TextBasics

extension PromptState {
  /// What stands before the text.
  func label(_ words: Words) -> SafeText {
    switch kind {
    case .command: ":"
    case .findInReader, .search: "/"
    case .editFilter: SafeText(words.text("筛选：", "filter: "))
    case .since: SafeText(words.text("起始日期：", "since: "))
    case .until: SafeText(words.text("截止日期：", "until: "))
    case .saveQuery: SafeText(words.text("存为自选：", "save as: "))
    case .editSaved(let query): SafeText(query.name + words.text("：", ": "))
    case .renameSaved: SafeText(words.text("改名为：", "rename to: "))
    case .ruleQuery: SafeText(words.text("规则适用于：", "rule for: "))
    case .ruleName: SafeText(words.text("规则名称：", "name of the rule: "))
    case .export(.matching): SafeText(words.text("所列新闻导出到：", "write the list to: "))
    case .export(.article): SafeText(words.text("本文导出到：", "write the article to: "))
    case .addSource: SafeText(words.text("网站或订阅源的地址：", "address of a site or feed: "))
    case .editSource(let field, _): SafeText(words.name(of: field) + words.text("：", ": "))
    }
  }

  /// The lines to which this one is added; nil where none are kept.
  var historyKind: TypedHistory.Kind? {
    switch kind {
    case .command: .command
    case .search, .findInReader: .search
    case .editFilter, .editSaved, .ruleQuery: .filter
    case .since, .until, .saveQuery, .renameSaved, .ruleName, .export, .addSource, .editSource: nil
    }
  }

  /// Whether the list follows the text.
  var isFollowed: Bool {
    switch kind {
    case .search, .editFilter: true
    default: false
    }
  }

  /// Whether the text is a query, so that it can be completed and its mistakes are told.
  var isQuery: Bool {
    switch kind {
    case .search, .editFilter, .editSaved, .ruleQuery: true
    case .command, .findInReader, .since, .until, .saveQuery, .renameSaved, .ruleName, .export, .addSource, .editSource:
      false
    }
  }
}
