/// Every action that a user can take, by name: keys, the palette, the command line, hints and help are made from it.
public enum Command: String, CaseIterable, Sendable, Hashable {
  // Movement
  case next = "move.next"
  case previous = "move.previous"
  case nextUnread = "move.next-unread"
  case previousUnread = "move.previous-unread"
  case first = "move.first"
  case last = "move.last"
  case halfPageDown = "move.half-page-down"
  case halfPageUp = "move.half-page-up"
  case pageDown = "move.page-down"
  case pageUp = "move.page-up"
  case open = "open"
  case back = "back"
  case focusNext = "pane.next"
  case focusPrevious = "pane.previous"

  // Pages and panes
  case showNews = "page.news"
  case showSaved = "page.saved"
  case showStatistics = "page.statistics"
  case showSources = "page.sources"
  case zoom = "pane.zoom"
  case restore = "pane.restore"
  case readingMode = "reader.only"

  // Articles
  case toggleRead = "article.toggle-read"
  case toggleStar = "article.toggle-star"
  case tagArticle = "article.tag"
  case toggleMuted = "article.toggle-muted"
  case markAllRead = "article.mark-all-read"
  case bulk = "articles.change-all"
  case undo = "undo"
  case nextArticle = "article.next"
  case previousArticle = "article.previous"
  case openInBrowser = "article.browser"
  case copyLink = "article.copy-link"
  case related = "article.related"
  case links = "article.links"
  case takeInNew = "feed.take-in-new"
  case export = "export"

  // Finding and filtering
  case find = "find"
  case findNext = "find.next"
  case findPrevious = "find.previous"
  case pickTag = "filter.tag"
  case pickSource = "filter.source"
  case pickLabel = "filter.label"
  case editFilter = "filter"
  case filterMenu = "filter.menu"
  case filterUnread = "filter.unread"
  case filterStarred = "filter.starred"
  case filterSince = "filter.since"
  case filterUntil = "filter.until"
  case clearFilter = "filter.clear"
  case sortOrder = "feed.sort"
  case saveQuery = "saved.add-query"
  case addRule = "saved.add-rule"
  case editSaved = "saved.edit"
  case renameSaved = "saved.rename"
  case removeSaved = "saved.remove"
  case moveSavedUp = "saved.move-up"
  case moveSavedDown = "saved.move-down"
  case toggleRule = "saved.toggle-rule"
  case longerSpan = "statistics.longer"
  case shorterSpan = "statistics.shorter"

  // Sources
  case refresh = "sources.refresh"
  case stopRefresh = "sources.stop-refresh"
  case addSource = "sources.add"
  case refreshSource = "source.refresh"
  case removeSource = "source.remove"
  case renameSource = "source.rename"
  case editSourceAddress = "source.address"
  case moveSource = "source.folder"
  case tagSource = "source.tags"
  case toggleFullText = "source.full-text"
  case openHomePage = "source.home-page"
  case copySourceAddress = "source.copy-address"

  // The program
  case commandLine = "command-line"
  case palette = "palette"
  case help = "help"
  case log = "log"
  case pickTheme = "theme"
  case switchLanguage = "language"
  case redraw = "redraw"
  case suspend = "suspend"
  case quit = "quit"
}

/// Where the keys of a command work.
public enum CommandContext: Sendable, Hashable, CaseIterable {
  case everywhere
  case feed
  case reader
  case saved
  case statistics
  case sources
}
