import ArgumentParser
import Foundation
import NewsModel

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
        throw CommandFailure(.usage, setup.messages.badTime(text, option: option))
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
