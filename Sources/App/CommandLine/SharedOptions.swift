import ArgumentParser
import ArticleFields
import Configuration
import Foundation
import NewsLibrary
import NewsModel
import NewsParsing
import Wording

/// What says which articles are meant, a query and options; all together compile to one query.
struct FilterOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Only articles that match, in the language of docs/query-language.md: 降准 '\"New York\"' -tag:IPO is:unread since:7d.",
      valueName: "query"))
  var operands: [String] = []

  @Option(help: ArgumentHelp("Only articles with this tag; may be repeated, all must be there.", valueName: "name"))
  var tag: [String] = []

  @Option(help: ArgumentHelp("Only articles of this source; of one of them where it is repeated.", valueName: "name"))
  var source: [String] = []

  @Option(help: ArgumentHelp("Only articles with this headline label, such as 今日热搜.", valueName: "name"))
  var label: [String] = []

  @Flag(help: "Only unread articles.")
  var unread = false

  @Flag(help: "Only starred articles.")
  var starred = false

  @Option(
    help: ArgumentHelp(
      "Only articles from this time on: 2022-06-15, 2022-06-15T05:42, 2022-06, 7d, 24h, today, yesterday.",
      valueName: "time"))
  var since: String?

  @Option(
    help: ArgumentHelp("Only articles up to this time; of a day, a month or a year its end.", valueName: "time"))
  var until: String?

  /// The articles meant, with times as of now.
  func query(_ setup: Setup) throws -> Query {
    let now = Timestamp.now
    func range(_ text: String, _ option: String) throws -> Range<Timestamp> {
      guard let date = DateExpression(text, now: now, in: setup.displayZone) else {
        throw CommandFailure(.usage, setup.words.badTime(text, option: option))
      }
      return date.range
    }
    var terms = [try setup.query(QueryArguments.text(operands), now: now)] + tag.map { Query.tag($0) }
    if !source.isEmpty { terms.append(.anyOf(source.map { .source($0) })) }
    if !label.isEmpty { terms.append(.anyOf(label.map { .label($0) })) }
    if unread { terms.append(.unread) }
    if starred { terms.append(.starred) }
    if let since { terms.append(.since(try range(since, "--since").lowerBound)) }
    if let until { terms.append(.until(try range(until, "--until").upperBound)) }
    return .allOf(terms)
  }
}

/// The options that every command takes.
struct GlobalOptions: ParsableArguments {
  // The name of a file may begin with a minus.
  @Option(parsing: .unconditional, help: ArgumentHelp("The file of the store.", valueName: "path"))
  var store: String?

  @Option(help: ArgumentHelp("The theme of the dashboard; newstape themes lists them.", valueName: "name"))
  var theme: String?

  @Option(help: ArgumentHelp("The language of the interface: zh-Hans, en or auto.", valueName: "language"))
  var language: String?

  @Option(help: ArgumentHelp("The configuration file.", valueName: "path"))
  var config: String?

  @Option(help: ArgumentHelp("What the log keeps at least: error, warning, info or debug.", valueName: "level"))
  var logLevel: String?

  var overrides: Overrides { Overrides(store: store, theme: theme, language: language, logLevel: logLevel) }
}

/// The options that say how records (JSON, CSV) are read.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which field a column or key means, such as title=Article_title,source=source.name; may be repeated.",
      valueName: "field=name"))
  var map: [String] = []

  @Flag(help: "Clean the texts of records as saved pages are cleaned; without it they are kept line by line.")
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
  @Flag(help: "Mark them read.")
  var read = false

  @Flag(help: "Mark them unread.")
  var unread = false

  @Flag(help: "Star them.")
  var star = false

  @Flag(help: "Take their stars away.")
  var unstar = false

  @Flag(help: "Mute them: they leave every list and count; is:muted finds them.")
  var mute = false

  @Flag(help: "Bring muted ones back.")
  var unmute = false

  @Option(help: ArgumentHelp("Give them a tag of your own; may be repeated.", valueName: "name"))
  var tag: [String] = []

  @Option(help: ArgumentHelp("Take a tag of your own away; may be repeated.", valueName: "name"))
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
  @Option(help: ArgumentHelp("Give a tag of your own; may be repeated.", valueName: "name"))
  var tag: [String] = []

  @Flag(help: "Star.")
  var star = false

  @Flag(help: "Mute: leave it out of every list and count; is:muted finds it.")
  var mute = false

  @Flag(help: "Mark read.")
  var read = false

  var actions: [StatusAction] {
    tag.map { .tag($0) } + (star ? [.star] : []) + (read ? [.read] : []) + (mute ? [.mute] : [])
  }
}

/// How a change of many articles is agreed on.
struct AgreementOptions: ParsableArguments {
  @Flag(name: .customLong("yes"), help: "Do not ask; needed where no terminal is.")
  var isAgreed = false

  @Flag(help: "Only say how many articles match.")
  var dryRun = false
}
