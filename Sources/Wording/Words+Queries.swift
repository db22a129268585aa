package import NewsModel

// MARK: - Mistakes in queries

extension Words {
  /// What is wrong and, where it helps, what would be right: one line for people, without the place.
  package func mistake(_ kind: QueryError.Kind) -> String {
    switch kind {
    case .unknownField(let name):
      text(
        "没有字段“\(name)”；可用：\(Self.chineseFields)。若要查找原文，请加引号",
        "no field “\(name)”; there are \(Self.fields); quote it to look for it")
    case .missingValue(let field): text("“\(field.rawValue):”后缺少内容", "\(field.rawValue): needs a value")
    case .unknownStatus(let name):
      text("没有状态“\(name)”；可用：\(Self.chineseStatuses)", "no status “\(name)”; there are \(Self.statuses)")
    case .badDate(let name):
      text("“\(name)”不是日期，例如 2022-06-15、7d、today", "“\(name)” is not a date, such as 2022-06-15, 7d, today")
    case .unclosedQuote: text("缺少右引号", "the quotation mark is not closed")
    case .unclosedPattern: text("正则表达式缺少结尾的 /", "no / ends the pattern")
    case .emptyPattern: text("两个 / 之间缺少正则表达式", "there is no pattern between the slashes")
    case .badPattern(let reason): mistake(reason)
    case .unclosedParenthesis: text("缺少右括号", "the parenthesis is not closed")
    case .unopenedParenthesis: text("多了一个右括号", "nothing opens this parenthesis")
    case .missingTerm: text("这里缺少条件", "a term is missing here")
    case .tooComplex: text("条件过多或嵌套过深", "too many terms, or too deeply nested")
    }
  }

  private func mistake(_ reason: PatternMistake.Reason) -> String {
    switch reason {
    case .unclosedGroup: text("正则：缺少右括号", "pattern: a parenthesis is not closed")
    case .unopenedGroup: text("正则：多了一个右括号", "pattern: nothing opens this parenthesis")
    case .unclosedSet: text("正则：缺少右方括号", "pattern: a bracket is not closed")
    case .nothingToRepeat: text("正则：量词前没有内容", "pattern: there is nothing to repeat")
    case .badRepeat: text("正则：重复次数有误", "pattern: impossible number of repetitions")
    case .badSet: text("正则：方括号内语法有误", "pattern: this means nothing within brackets")
    case .unknownEscape: text("正则：反斜杠后语法有误", "pattern: this means nothing behind a backslash")
    case .unknownReference: text("正则：引用的分组不存在", "pattern: there is no such group")
    case .badLookbehind: text("正则：后行断言须为定长", "pattern: a lookbehind must have a fixed length")
    case .badGroup: text("正则：(? 后语法有误", "pattern: this means nothing behind (?")
    case .tooLarge: text("正则：过长或过于复杂", "pattern: too long or too deeply nested")
    case .other: text("正则：语法有误", "pattern: this means nothing")
    }
  }

  private static let fields = QueryField.allCases.map(\.rawValue).joined(separator: " ")
  private static let chineseFields = QueryField.allCases.map(\.chineseName).joined(separator: " ")
  private static let chineseStatuses = QueryStatus.allCases.map(\.chineseName).joined(separator: " ")
  private static let statuses = QueryStatus.allCases.map(\.rawValue).joined(separator: " ")
  package func badDate(_ text: String) -> String { mistake(.badDate(text)) }
}
