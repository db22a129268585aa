import TextScanning

/// What a feed says of itself, as far as it was read.
struct FeedHead {
  var title = Ranked<String>()
  var link = Ranked<String>()
  var authors = AuthorList()
  var selfLink: String?
  var hub: String?
  var language: String?
  var minutesToLive: Int?
  var updatePeriod: String?
  var updateFrequency: Int?
  /// Atom says of what kind each text is; the others leave it to be guessed.
  var isAtom = false

  /// Whether it is in Chinese, by its language or, where it names none, by its title.
  var isChinese: Bool {
    if let language, !language.isEmpty { return language.hasPrefix("zh") }
    return title.value?.unicodeScalars.contains { $0.isIdeograph } ?? false
  }

  /// Who wrote the items that do not say it. A feed that calls its author as itself names nobody.
  var authorsOfItems: AuthorList { authors.joined == title.value ? AuthorList() : authors }

  /// Seconds between two changes: `ttl`, or the period of the syndication module.
  private var updateInterval: Int? {
    if let minutesToLive, (1...525_600).contains(minutesToLive) { return minutesToLive * 60 }
    let periods = ["hourly": 3_600, "daily": 86_400, "weekly": 604_800, "monthly": 2_592_000, "yearly": 31_536_000]
    guard let updatePeriod, let seconds = periods[updatePeriod] else { return nil }
    return max(60, seconds / max(1, updateFrequency ?? 1))
  }

  func feed(notes: [FeedNote]) -> ParsedFeed {
    ParsedFeed(
      title: title.value?.safeLine, link: link.value?.safeLine, notes: notes, updateInterval: updateInterval,
      selfLink: selfLink, hub: hub,
      language: language)
  }
}
