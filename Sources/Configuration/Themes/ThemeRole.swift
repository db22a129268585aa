/// What a cell of the screen stands for; a theme gives each role its style.
///
/// Names have dots, and a role without a style of its own takes that of its parent: `ui.statusline.inactive` →
/// `ui.statusline` → `ui`. The groups `article`, `health`, `chart` and `market` have `ui` as their
/// parent.
package struct ThemeRole: Sendable, CustomStringConvertible {
  /// As theme files write it.
  package let name: String
  /// What it is for, in one sentence.
  package let purpose: String

  /// Only the table in `ThemeRole.swift` makes roles.
  init(_ name: String, _ purpose: String) {
    self.name = name
    self.purpose = purpose
  }

  /// The known role of that name; nil when there is none.
  package init?(named name: String) {
    guard let role = ThemeRole.byName[name] else { return nil }
    self = role
  }

  /// The role whose style this one falls back to; nil for `ui` itself.
  package var parent: ThemeRole? {
    if let dot = name.lastIndex(of: ".") { return ThemeRole(named: String(name[..<dot])) }
    return self == .ui ? nil : .ui
  }

  package var description: String { name }

  private static let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}

extension ThemeRole: Hashable {
  package static func == (a: ThemeRole, b: ThemeRole) -> Bool { a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

// The one table of roles. What a role is for stands in the second argument, from which the reference page is made.

extension ThemeRole {
  /// Every role there is, in the order of the reference.
  package static let all = frame + articles + health + figures

  // The frame around the news

  package static let ui = ThemeRole("ui", "Plain text, and what every other role falls back to.")
  package static let background = ThemeRole("ui.background", "Cells on which nothing is drawn.")
  package static let header = ThemeRole("ui.header", "The first line: name, pages, filter, clock.")
  package static let activeHeader = ThemeRole("ui.header.active", "The page that is open.")
  package static let border = ThemeRole("ui.border", "Lines between the panes.")
  package static let focusedBorder = ThemeRole("ui.border.focused", "The line above the pane that has the keys.")
  package static let title = ThemeRole("ui.title", "The title of a pane.")
  package static let focusedTitle = ThemeRole("ui.title.focused", "The title of the pane that has the keys.")
  package static let selection = ThemeRole("ui.selection", "The selected row of the pane that has the keys.")
  package static let inactiveSelection = ThemeRole("ui.selection.inactive", "The selected row of any other pane.")
  package static let cursor = ThemeRole(
    "ui.cursor", "The mark before the selected row, and the place where typing goes.")
  package static let statusLine = ThemeRole("ui.statusline", "The last line but one: where one is, and counts.")
  package static let inactiveStatusLine = ThemeRole(
    "ui.statusline.inactive", "Parts of that line that do not apply at present.")
  package static let breadcrumb = ThemeRole("ui.breadcrumb", "The way to what is shown.")
  package static let hint = ThemeRole("ui.hint", "What the keys of the last line do.")
  package static let hintKey = ThemeRole("ui.hint.key", "The keys themselves.")
  package static let toast = ThemeRole("ui.toast", "A short message in place of the hints.")
  package static let errorToast = ThemeRole("ui.toast.error", "A message that something went wrong.")
  package static let popup = ThemeRole("ui.popup", "The inside of lists and questions that lie over the panes.")
  package static let popupBorder = ThemeRole("ui.popup.border", "The border of such a list.")
  package static let popupTitle = ThemeRole("ui.popup.title", "The title of such a list.")
  package static let match = ThemeRole("ui.match", "What a search or a fuzzy pick found.")
  package static let prompt = ThemeRole("ui.prompt", "The line in which one types.")
  package static let muted = ThemeRole("ui.muted", "What may be overlooked: counts, placeholders, scroll bars.")
  package static let notice = ThemeRole("ui.notice", "The line that says that the sample is shown.")

  private static let frame: [ThemeRole] = [
    .ui, .background, .header, .activeHeader, .border, .focusedBorder, .title, .focusedTitle, .selection,
    .inactiveSelection, .cursor, .statusLine, .inactiveStatusLine, .breadcrumb, .hint, .hintKey, .toast,
    .errorToast, .popup, .popupBorder, .popupTitle, .match, .prompt, .muted, .notice,
  ]

  // Articles in the feed and in the reader

  package static let article = ThemeRole("article", "The text of an article.")
  package static let unread = ThemeRole("article.unread", "The headline of an article not read yet.")
  package static let read = ThemeRole("article.read", "The headline of an article that was read.")
  package static let stub = ThemeRole("article.stub", "A headline whose text is not in the store.")
  package static let star = ThemeRole("article.star", "The mark of a starred article.")
  package static let time = ThemeRole("article.time", "When an article was published.")
  package static let source = ThemeRole("article.source", "Who published an article.")
  package static let tag = ThemeRole("article.tag", "A tag.")
  package static let label = ThemeRole("article.label", "The label that a portal put before the headline.")
  package static let articleTitle = ThemeRole("article.title", "The title above the text.")
  package static let heading = ThemeRole("article.heading", "A section heading.")
  package static let byline = ThemeRole("article.byline", "The line of source, author and date.")
  package static let quote = ThemeRole("article.quote", "Quoted text.")
  package static let code = ThemeRole("article.code", "Text in which blanks matter.")
  package static let figure = ThemeRole("article.figure", "The note that stands for a figure.")
  package static let link = ThemeRole("article.link", "A numbered link.")
  package static let company = ThemeRole(
    "article.company", "The name of a company in the text; underlined in any case.")
  package static let day = ThemeRole("article.day", "The line between two days of the feed.")

  private static let articles: [ThemeRole] = [
    .article, .unread, .read, .stub, .star, .time, .source, .tag, .label, .articleTitle, .heading, .byline, .quote,
    .code, .figure, .link, .company, .day,
  ]

  // How sources are doing

  package static let sourceHealth = ThemeRole("health", "How a feed is doing.")
  package static let goodHealth = ThemeRole("health.good", "A feed whose last fetch went well.")
  package static let failing = ThemeRole("health.failing", "A feed that cannot be fetched at present, and why.")
  package static let untried = ThemeRole("health.untried", "A feed that has not been fetched yet.")
  package static let gone = ThemeRole("health.gone", "A feed that is gone for good.")

  private static let health: [ThemeRole] = [.sourceHealth, .goodHealth, .failing, .untried, .gone]

  // Charts and figures

  package static let chart = ThemeRole("chart", "The words of a chart.")
  package static let axis = ThemeRole("chart.axis", "Axes, their numbers and grid lines.")
  package static let series = ThemeRole("chart.series", "The line of a chart.")
  package static let series1 = ThemeRole("chart.series.1", "The first of several series.")
  package static let series2 = ThemeRole("chart.series.2", "The second of several series.")
  package static let series3 = ThemeRole("chart.series.3", "The third of several series.")
  package static let series4 = ThemeRole("chart.series.4", "The fourth of several series.")
  package static let bar = ThemeRole("chart.bar", "The bars of a chart.")
  package static let previousBar = ThemeRole("chart.bar.previous", "The bars of the time before.")
  package static let heat = ThemeRole("chart.heat", "The days of a calendar.")
  package static let heat0 = ThemeRole("chart.heat.0", "A day without news.")
  package static let heat1 = ThemeRole("chart.heat.1", "A day in the lowest quarter.")
  package static let heat2 = ThemeRole("chart.heat.2", "A day in the second quarter.")
  package static let heat3 = ThemeRole("chart.heat.3", "A day in the third quarter.")
  package static let heat4 = ThemeRole("chart.heat.4", "A day in the highest quarter.")
  package static let market = ThemeRole("market", "Changes of prices, counts and tone.")
  package static let up = ThemeRole(
    "market.up", "A rise, as the Chinese market paints it: red. The setting `market.colors` can turn it round.")
  package static let safeUp = ThemeRole("market.up.safe", "A rise in colours that everyone can tell apart.")
  package static let down = ThemeRole("market.down", "A fall: green.")
  package static let safeDown = ThemeRole("market.down.safe", "A fall in colours that everyone can tell apart.")
  package static let flat = ThemeRole("market.flat", "Neither a rise nor a fall.")

  private static let figures: [ThemeRole] = [
    .chart, .axis, .series, .series1, .series2, .series3, .series4, .bar, .previousBar, .heat, .heat0, .heat1,
    .heat2, .heat3, .heat4, .market, .up, .safeUp, .down, .safeDown, .flat,
  ]
}
