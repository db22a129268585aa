package import NewsModel

/// Reads what happened to a company from a title, or from the first sentences where the title tells nothing.
///
/// A few microseconds for a title; at most some 900 bytes of the text are read.
package struct EventReader: Sendable {
  private let table: EventTable
  private let figures = FigureReader()

  package init(_ table: EventTable = .shipped) { self.table = table }

  /// Every kind once: of a title in the order of its words, of a text the gravest first.
  ///
  /// - Parameters:
  ///   - isPublicAffair: whether politics and the like are told, so that what is signed or investigated is no company's matter.
  ///   - namesCompany: whether the article names a listed company: where it names none, what the text says behind its title counts in
  ///     sentences that speak of firms.
  ///   - names: where companies are named, in order: what lies within a name tells no event.
  package func events(
    in text: AnalysedText, isPublicAffair: Bool = false, namesCompany: Bool = true, names: [Range<Int>] = []
  ) -> [NewsEvent] {
    let hasTitle = !text.title.isEmpty
    if hasTitle {
      // States sign, investigate and mourn as companies do.
      if isPublicAffair { return [] }
      let ofFirms = namesCompany || Firms.areNamed(in: text.bytes, text.title)
      // The world's fires and wrecks are no firm's, and 携手 of two peoples is no contract.
      let matches = strongest(in: text, text.title, names).filter {
        ofFirms || table.rows[$0.row].kind != .accident && !table.rows[$0.row].isWeak
      }
      .prefix(Gravity.titleLimit)
      if !matches.isEmpty { return withTable(events(Array(matches), in: text, text.title), in: text) }
      if Roundup.isOne(text) { return [] }
    }
    let background = hasTitle ? LeadBackground(of: text, names) : nil
    if background?.titleDenies == true { return [] }
    // Behind a title that tells nothing only the lead counts, and no weak word in it.
    for sentence in LeadSentences(text, limit: hasTitle ? 300 : 900) {
      guard !hasTitle || namesCompany || Firms.areNamed(in: text.bytes, sentence) else { continue }
      var matches = strongest(in: text, sentence, names)
      if let background {
        matches = matches.filter { !table.rows[$0.row].isWeak && background.allows($0.range, in: sentence) }
      }
      if !matches.isEmpty {
        return events(
          Gravity.weightiest(matches, kind: { table.rows[$0.row].kind }, isLine: text.isLine), in: text, sentence)
      }
    }
    return []
  }

  /// Gives results of a headline such as `4TH QTR NET` the direction that the table below it tells.
  private func withTable(_ events: [NewsEvent], in text: AnalysedText) -> [NewsEvent] {
    guard let index = events.firstIndex(where: { $0.kind == .results }), events[index].percentage == nil,
      text.bytes.isMostlyEnglish(text.title), events[index].direction == nil || events[index].direction == .negative,
      let table = EnglishResultsTable(text), !table.isEqual
    else { return events }
    var events = events
    var event = events[index]
    event.detail = table.isLoss ? "预亏" : table.rises ? "预增" : "预减"
    event.direction = table.rises ? table.isLoss ? nil : .positive : .negative
    event.percentage = table.percentage.map { $0...$0 }
    event.evidence.rule += EnglishResultsTable.rule
    events[index] = event
    return events
  }

  /// The weightiest match of each kind, by their places; weak ones only where nothing else is met.
  private func strongest(in text: AnalysedText, _ range: Range<Int>, _ names: [Range<Int>]) -> [EventMatch] {
    let matches = EventScan.matches(of: table, in: text.bytes, range, names: names)
    let isOnlyWeak = matches.allSatisfy { table.rows[$0.row].isWeak }
    var best: [EventMatch] = []
    for match in matches where isOnlyWeak || !table.rows[match.row].isWeak {
      let kind = table.rows[match.row].kind
      if let other = best.firstIndex(where: { table.rows[$0.row].kind == kind }) {
        if best[other].weight < match.weight { best[other] = match }
      } else {
        best.append(match)
      }
    }
    return best.sorted { ($0.range.lowerBound, $0.row) < ($1.range.lowerBound, $1.row) }
  }

  private func events(_ matches: [EventMatch], in text: AnalysedText, _ range: Range<Int>) -> [NewsEvent] {
    let figures = figures.figures(in: text.bytes, range)
    return matches.indices.map { index in
      let match = matches[index]
      let row = table.rows[match.row]
      let own = Self.figures(of: index, among: matches, figures)
      let percentages = own.filter { $0.measure == .percent && !$0.isHoldersStake }
      return NewsEvent(
        kind: row.kind, detail: row.detail,
        // What is denied is neither good nor bad.
        direction: row.isSpecial || !Self.isDenied(match.range, in: text.bytes, range) ? row.direction : nil,
        amount: own.mainAmount(in: match.clause, prefersPrice: row.kind == .rating)?.amount(in: text),
        percentage: (percentages.first { $0.clause == match.clause } ?? percentages.first)?.bounds,
        actor: match.actor.map(text.quote),
        evidence: text.evidence(match.range, rule: rule(of: match), isOwn: match.row >= table.firstOwn))
    }
  }

  private static let denials = WordMatcher(of: NewsSignWords.denials)

  /// Whether the words before an event, in its clause, deny it.
  private static func isDenied(_ event: Range<Int>, in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var start = event.lowerBound
    while start > range.lowerBound, bytes.break(at: start - 1) == .none { start -= 1 }
    return denials.hasMatch(in: bytes, start..<event.lowerBound)
  }

  /// The head of the row with the words of it that were met: `质押 解除质押: 解押`.
  private func rule(of match: EventMatch) -> String {
    let row = table.rows[match.row]
    let words = match.words.map { table.matcher.word(Int($0)) }.joined(separator: " … ")
    return row.kind.rawValue + (row.detail.map { " " + $0 } ?? "") + ": " + words
  }

  /// The figures from an event's clause on until another event's; those before the first event are its own.
  private static func figures(of index: Int, among events: [EventMatch], _ figures: [FoundFigure]) -> [FoundFigure] {
    guard events.count > 1 else { return figures }
    let clause = events[index].clause
    let first = events.allSatisfy { clause <= $0.clause } ? 0 : clause
    let end = events.lazy.map(\.clause).filter { $0 > clause }.min() ?? .max
    return figures.filter { first..<end ~= $0.clause }
  }
}

/// Which events count where a text without a title tells of many: a flash tells of one or two things, and a line of headlines run
/// together is read for the gravest.
private enum Gravity {
  static let titleLimit = 4
  private static let textLimit = 2

  /// The gravest first.
  private static let order: [EventKind] = [
    .crime, .rating, .default, .control, .results, .merger, .management, .investigation, .accident, .delisting,
    .litigation, .inquiry,
    .issuance, .increase, .buyback, .contract, .dividend, .suspension, .product, .reduction,
  ]
  /// What is in the news every day, and gives way in a line of headlines.
  private static let routine: Set<EventKind> = [
    .delisting, .litigation, .inquiry, .issuance, .increase, .buyback, .contract, .dividend, .suspension, .product,
    .reduction,
  ]

  static func weightiest(_ matches: [EventMatch], kind: (EventMatch) -> EventKind, isLine: Bool) -> [EventMatch] {
    guard matches.count > 1 else { return matches }
    let grave = isLine ? matches.filter { !routine.contains(kind($0)) } : matches
    let ranked = (grave.isEmpty ? matches : grave).sorted { rank(kind($0)) < rank(kind($1)) }
    return Array(ranked.prefix(isLine && grave.isEmpty ? 1 : textLimit))
  }

  private static func rank(_ kind: EventKind) -> Int { order.firstIndex(of: kind) ?? order.count }
}

extension AnalysedText {
  private static let limitOfLine = 1_200

  /// Whether the text is one line without a full stop, as headlines are that a source ran together.
  fileprivate var isLine: Bool {
    guard text.count < Self.limitOfLine else { return false }
    return !text.contains {
      $0 + 2 < bytes.count && bytes[$0] == 0xE3 && bytes[$0 + 1] == 0x80 && bytes[$0 + 2] == 0x82
    }
  }
}

/// Words by which a sentence speaks of a firm, listed or not.
private enum Firms {
  private static let words = WordMatcher([
    "公司", "集团", "股份", "企业", "银行", "证券", "基金", "保险", "信托", "股东", "董事", "高管", "创始人", "ceo", "上市", "ipo", "平台", "品牌",
    "厂", "矿", "车间", "化工", "油田", "召回", "产品", "食品", "药", "品", "质量", "抽检", "质检", "投诉", "消费者", "维权", "车主", "爆雷", "油轮", "融资",
    "商场", "超市", "酒店", "药业", "科技", "控股", "实业", "有限", "a股", "港股", "股价", "股票", "客户", "门店", "inc", "corp", "ltd", "plant",
    "factory", "mine", "refinery", "recall", "recalls", "product", "products",
    "plc", "company", "companies", "group", "bank", "shares", "shareholders", "firm", "unit", "co",
  ])

  static func areNamed(in bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var found = false
    words.forEachMatch(in: bytes, range) { _ in found = true }
    return found
  }
}
