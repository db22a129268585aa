import NewsModel
import TextAnalysis
import TextBasics
import TextVersions
import Wording

/// What an article said first, and what its source changed of it since.
struct ArticleHistory: Sendable {
  let key: ArticleKey
  /// Nil where there is no such article any more.
  let first: KeptVersion?
  /// The newest first.
  let revisions: [ArticleRevision]
}

/// Reads and compares all versions of an article, beside the screen.
struct HistoryRequest: Request {
  static let slot = RequestSlot.articleUse
  let key: ArticleKey
  /// Until when; nil for now.
  let moment: Timestamp?

  func response(from library: some Library) throws -> ArticleHistory {
    let history = try library.history(of: key, asOf: moment)
    return ArticleHistory(key: key, first: history.first, revisions: TextAnalyser.current.revisions(of: history))
  }

  func event(for history: ArticleHistory) -> DashboardEvent { .reader(.historyRead(history)) }
}

extension ArticleHistory {
  /// More lines are not listed, nor is more of a line: a long text is measured at every key.
  private static let mostLines = 400
  private static let longestLine = 1_500

  /// Lists it; a message where nothing was changed.
  ///
  /// - Parameter isOfThen: whether it ends at a moment in the past.
  func outcome(_ presentation: Presentation, isOfThen: Bool) -> Outcome {
    let words = presentation.words
    guard !revisions.isEmpty else {
      return .notify(SafeText(isOfThen ? words.notChangedByThen : words.neverChanged), isError: false)
    }
    return .present(.picker(Picker(.history, title: words(Command.history.title), items: items(presentation))))
  }

  private func items(_ presentation: Presentation) -> [Picker.Item] {
    let (words, zone) = (presentation.words, presentation.zone)
    var items = revisions.flatMap { self.items(of: $0, presentation) }
    if let first {
      let title = MarkedSentence([.init(first.article.headline.title, .kept)])
      items.append(
        Self.item(title, lead: words.name(of: SenseChange.Part.title), group: words.heading(of: first, in: zone)))
    }
    guard items.count > Self.mostLines || hasLongLine else { return items }
    let rest = Picker.Item(text: words.historyCut(key), group: presentation.symbols.ellipsis, value: .nothing)
    return items.prefix(Self.mostLines) + [rest]
  }

  private var hasLongLine: Bool {
    revisions.contains { revision in
      revision.sentences.contains { $0.marked.written.unicodeScalars.count > Self.longestLine }
    }
  }

  private func items(of revision: ArticleRevision, _ presentation: Presentation) -> [Picker.Item] {
    let (words, zone) = (presentation.words, presentation.zone)
    let group = words.heading(of: revision.version, in: zone)
    var items: [Picker.Item] = []
    func add(_ text: MarkedSentence, _ lead: String) { items.append(Self.item(text, lead: lead, group: group)) }
    func add(_ text: String, _ lead: String) { add(MarkedSentence([.init(text, .kept)]), lead) }
    for sentence in revision.sentences { add(sentence.marked, words.name(of: sentence.part)) }
    if let former = revision.formerlyPublished {
      let published = revision.version.article.headline.published
      add(MarkedSentence(from: words.time(former, in: zone), to: words.time(published, in: zone)), words.publishTime)
    }
    if let withdrawn = revision.withdrawn { add(words.withdrawn(withdrawn, in: zone), "") }
    if revision.isOfOtherThings { add(words.otherThingsChanged, "") }
    for reason in revision.reasons {
      add(words.replaced(reason.old, by: reason.new), "* " + words.name(of: reason.kind))
    }
    return items
  }

  /// The sentence as it is written everywhere, with the places of its edits: the signs around them tell them apart without colours too.
  private static func item(_ sentence: MarkedSentence, lead: String, group: String) -> Picker.Item {
    var text = ""
    var count = 0
    var edits: [Picker.Edit] = []
    for piece in sentence.pieces where count < longestLine {
      var piece = piece
      let room = longestLine - count
      if piece.text.unicodeScalars.count > room {
        piece.text = String(String.UnicodeScalarView(piece.text.unicodeScalars.prefix(room)))
      }
      let written = SafeText(piece.written).string
      let start = count
      count += written.unicodeScalars.count
      text += written
      if piece.mark != .kept { edits.append(Picker.Edit(scalars: start..<count, isAddition: piece.mark == .added)) }
    }
    return Picker.Item(
      lead: lead, text: text, edits: edits, group: group, keywords: lead + " " + group, value: .nothing)
  }
}
