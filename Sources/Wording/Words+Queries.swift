package import NewsModel

// MARK: - Mistakes in queries

extension Words {
  /// What is wrong and, where it helps, what would be right: one line for people, without the place.
  package func mistake(_ kind: QueryError.Kind) -> String {
    switch kind {
    case .unknownField(let name):
      text(
        "没有字段“\(name)”，可用 \(Self.fields)；查原文请加引号",
        "no field “\(name)”; there are \(Self.fields); quote it to look for it")
    case .missingValue(let field): text("\(field.rawValue): 后面缺少内容", "\(field.rawValue): needs a value")
    case .unknownStatus(let name):
      text("没有状态“\(name)”，可用 \(Self.statuses)", "no status “\(name)”; there are \(Self.statuses)")
    case .badDate(let name):
      text("“\(name)”不是日期，例如 2022-06-15、7d、today", "“\(name)” is not a date, such as 2022-06-15, 7d, today")
    case .unclosedQuote: text("引号没有结束", "the quotation mark is not closed")
    case .unclosedPattern: text("正则表达式没有用 / 结束", "no / ends the pattern")
    case .emptyPattern: text("两个 / 之间缺少正则表达式", "there is no pattern between the slashes")
    case .badPattern(let reason): mistake(reason)
    case .unclosedParenthesis: text("括号没有结束", "the parenthesis is not closed")
    case .unopenedParenthesis: text("多了一个右括号", "nothing opens this parenthesis")
    case .missingTerm: text("这里缺少条件", "a term is missing here")
    case .tooComplex: text("条件太多或括号太深", "too many terms, or too deeply nested")
    }
  }

  private func mistake(_ reason: PatternMistake.Reason) -> String {
    switch reason {
    case .unclosedGroup: text("正则：括号没有结束", "pattern: a parenthesis is not closed")
    case .unopenedGroup: text("正则：多了一个右括号", "pattern: nothing opens this parenthesis")
    case .unclosedSet: text("正则：方括号没有结束", "pattern: a bracket is not closed")
    case .nothingToRepeat: text("正则：前面没有可重复的内容", "pattern: there is nothing to repeat")
    case .badRepeat: text("正则：重复次数不对", "pattern: impossible number of repetitions")
    case .badSet: text("正则：方括号里的写法不对", "pattern: this means nothing within brackets")
    case .unknownEscape: text("正则：反斜杠后的写法不对", "pattern: this means nothing behind a backslash")
    case .unknownReference: text("正则：引用的分组不存在", "pattern: there is no such group")
    case .badLookbehind: text("正则：后顾的长度必须固定", "pattern: a lookbehind must have a fixed length")
    case .badGroup: text("正则：(? 后的写法不对", "pattern: this means nothing behind (?")
    case .tooLarge: text("正则：太长或太复杂", "pattern: too long or too deeply nested")
    case .other: text("正则：写法不对", "pattern: this means nothing")
    }
  }

  private static let fields = QueryField.allCases.map(\.rawValue).joined(separator: " ")
  private static let statuses = QueryStatus.allCases.map(\.rawValue).joined(separator: " ")
  package func badDate(_ text: String) -> String { mistake(.badDate(text)) }
}
