import ArgumentParser
import ArticleFields
import Configuration
import Foundation
import NewsLibrary
import NewsModel
import NewsParsing
import NewsStore
import TextAnalysis
import Wording

/// What says which articles are meant, a query and options; all together compile to one query.
struct FilterOptions: ParsableArguments {
  @Argument(
    help: .text(
      "只列出符合查询的新闻：降准 '\"New York\"' -tag:IPO is:unread since:7d；查询语言见 docs/query-language.md。",
      "Only articles that match, in the language of docs/query-language.md: 降准 '\"New York\"' -tag:IPO is:unread since:7d.",
      value: .query))
  var operands: [String] = []

  @Option(
    help: .text(
      "只列出带有此标签的；可重复，须同时具备。", "Only articles with this tag; may be repeated, all must be there.", value: .name))
  var tag: [String] = []

  @Option(
    help: .text("只列出此来源的；可重复，任一即可。", "Only articles of this source; of one of them where it is repeated.", value: .name)
  )
  var source: [String] = []

  @Option(help: .text("只列出此栏目的，如“今日热搜”。", "Only articles with this headline label, such as 今日热搜.", value: .name))
  var label: [String] = []

  @Flag(help: .text("只列出未读的。", "Only unread articles."))
  var unread = false

  @Flag(help: .text("只列出已加星标的。", "Only starred articles."))
  var starred = false

  @Option(
    help: .text(
      "只列出从此时起的：2022-06-15、2022-06-15T05:42、2022-06、7d、6m、1y、24h、今天、昨天、close（收盘）。",
      "Only articles from this time on: 2022-06-15, 2022-06-15T05:42, 2022-06, 7d, 6m, 1y, 24h, today, yesterday, close.",
      value: .time
    ))
  var since: String?

  @Option(
    help: .text(
      "只列出到此时止的，含所写的日、月、年。", "Only articles up to this time; of a day, a month or a year its end.", value: .time))
  var until: String?

  /// The articles meant, with times as of now, or of the moment that the query asks for.
  func query(_ setup: Setup) throws -> Query {
    let query = try setup.query(QueryArguments.text(operands))
    let now = query.asOf ?? .now
    func range(_ text: String, _ option: String) throws -> Range<Timestamp> {
      guard let date = DateExpression(text, now: now, in: setup.displayZone, exchange: setup.settings.exchange) else {
        throw CommandFailure(.usage, setup.words.badTime(text, option: option))
      }
      return date.range
    }
    var terms = [query] + tag.map { Query.tag($0) }
    if !source.isEmpty { terms.append(.anyOf(source.map { .source($0) })) }
    if !label.isEmpty { terms.append(.anyOf(label.map { .label($0) })) }
    if unread { terms.append(.unread) }
    if starred { terms.append(.starred) }
    if let since { terms.append(.since(try range(since, "--since").lowerBound)) }
    if let until { terms.append(.until(try range(until, "--until").upperBound)) }
    return TextAnalyser.tagNames.expanded(.allOf(terms))
  }
}

extension Setup {
  /// The span of time that `--span` names.
  func span(_ name: String) throws -> StatisticsSpan {
    guard let span = StatisticsSpan(rawValue: name) else { throw CommandFailure(.usage, words.badSpan(name)) }
    return span
  }

  /// How many lines `--limit` allows, of which 0 means all.
  func limit(_ limit: Int) throws -> Int {
    guard limit >= 0 else { throw CommandFailure(.usage, words.badNumber("--limit")) }
    return limit == 0 ? .max : limit
  }

  /// Tells on standard error how many articles a query leaves out because the calendar does not know their time.
  func reportBeyondCalendar(_ query: Query, in store: NewsStore) throws {
    guard let exchange = query.soughtSession?.exchange else { return }
    let count = try query.beyondCalendar.reduce(0) { try $0 + store.count($1) }
    if count > 0 { CommandRunner.reportError(words.beyondCalendar(count, of: exchange)) }
  }
}

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  // The name of a file may begin with a minus.
  @Option(parsing: .unconditional, help: .text("新闻库文件。", "The file of the store.", value: .path))
  var store: String?

  @Option(
    help: .text("主界面的配色；newstape themes 列出全部。", "The theme of the dashboard; newstape themes lists them.", value: .name)
  )
  var theme: String?

  @Option(
    help: .text("界面语言：zh-Hans、en 或 auto。", "The language of the interface: zh-Hans, en or auto.", value: .language))
  var language: String?

  @Option(help: .text("配置文件。", "The configuration file.", value: .path))
  var config: String?

  @Option(
    help: .text(
      "日志级别：error、warning、info 或 debug。", "What the log keeps at least: error, warning, info or debug.", value: .level))
  var logLevel: String?

  var overrides: Overrides { Overrides(store: store, theme: theme, language: language, logLevel: logLevel) }
}

/// The options that say how records (JSON, CSV) are read.
struct RecordOptions: ParsableArguments {
  @Option(
    help: .text(
      "列名或键名对应的字段，如 title=Article_title,source=source.name；可重复。",
      "Which field a column or key means, such as title=Article_title,source=source.name; may be repeated.",
      value: .fieldAndName))
  var map: [String] = []

  @Flag(
    help: .text(
      "像清理网页那样清理记录的正文；不加则逐行保留。",
      "Clean the texts of records as saved pages are cleaned; without it they are kept line by line."))
  var clean = false

  /// The names of the options, which go before those of the settings.
  ///
  /// - Throws: what is wrong with them, in words, before anything is read.
  func reading(_ setup: Setup) throws -> (options: ReadingOptions, named: FieldMap) {
    var named = FieldMap()
    for text in map { named = named.merging(try Self.map(text, of: "--map", setup.words, .usage)) }
    var all = named
    for text in setup.settings.importMap {
      all = all.merging(try Self.map(text, of: "import.map", setup.words, .configuration))
    }
    return (ReadingOptions(zone: setup.sourceZone, fieldMap: all, cleansRecords: clean), named)
  }

  private static func map(
    _ text: String, of place: String, _ words: Words, _ status: ExitStatus
  ) throws -> FieldMap {
    do throws(FieldMapProblem) {
      return try FieldMap(text)
    } catch {
      throw CommandFailure(status, words.describe(error, in: place))
    }
  }
}

/// The options that say what is to be done to articles.
struct ActionOptions: ParsableArguments {
  @Flag(help: .text("标为已读。", "Mark them read."))
  var read = false

  @Flag(help: .text("标为未读。", "Mark them unread."))
  var unread = false

  @Flag(help: .text("加星标。", "Star them."))
  var star = false

  @Flag(help: .text("取消星标。", "Unstar them."))
  var unstar = false

  @Flag(help: .text("屏蔽：不再列出和计数；is:muted 可找到。", "Hide them: they leave every list and count; is:muted finds them."))
  var mute = false

  @Flag(help: .text("取消屏蔽。", "Unhide them."))
  var unmute = false

  @Option(help: .text("加标签；可重复。", "Add a tag of your own; may be repeated.", value: .name))
  var tag: [String] = []

  @Option(help: .text("删标签；可重复。", "Remove a tag of your own; may be repeated.", value: .name))
  var untag: [String] = []

  /// What is to be done, at least one thing and nothing with its opposite.
  func actions(_ words: Words) throws -> [StatusAction] {
    let flags: [(Bool, StatusAction)] = [
      (read, .read), (unread, .unread), (star, .star), (unstar, .unstar), (mute, .mute), (unmute, .unmute),
    ]
    let actions = flags.filter(\.0).map(\.1) + tag.map { .tag($0) } + untag.map { .untag($0) }
    guard !actions.isEmpty else { throw CommandFailure(.usage, words.noAction) }
    for action in actions where actions.contains(action.inverse) {
      throw CommandFailure(.usage, words.contradiction(action.description, action.inverse.description))
    }
    return actions
  }
}

/// The options that say what a rule does.
struct RuleActionOptions: ParsableArguments {
  @Option(help: .text("加标签；可重复。", "Add a tag of your own; may be repeated.", value: .name))
  var tag: [String] = []

  @Flag(help: .text("加星标。", "Star."))
  var star = false

  @Flag(help: .text("屏蔽：不再列出和计数；is:muted 可找到。", "Hide: leave it out of every list and count; is:muted finds it."))
  var mute = false

  @Flag(help: .text("标为已读。", "Mark read."))
  var read = false

  var actions: [StatusAction] {
    tag.map { .tag($0) } + (star ? [.star] : []) + (read ? [.read] : []) + (mute ? [.mute] : [])
  }
}

/// How a change of many articles is agreed on.
struct AgreementOptions: ParsableArguments {
  @Flag(name: .customLong("yes"), help: .text("不询问；没有终端时必须写。", "Do not ask; needed where no terminal is."))
  var isAgreed = false

  @Flag(help: .text("只说明共有多少条，不做更改。", "Only say how many articles match."))
  var dryRun = false
}
