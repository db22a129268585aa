import NewsModel

/// What speaks for each topic, with the word that speaks loudest.
struct TopicScores {
  private var values = [Double](repeating: 0, count: Topic.allCases.count)
  private var best = [Mention?](repeating: nil, count: Topic.allCases.count)
  private let bytes: [UInt8]
  private let exclusions: TopicExclusions

  /// - Parameter bytes: the folded text.
  init(_ bytes: [UInt8], _ exclusions: TopicExclusions) {
    self.bytes = bytes
    self.exclusions = exclusions
  }

  struct Mention {
    let range: Range<Int>
    let weight: Double
    fileprivate let reason: Reason

    /// `公司 3` for a word that weighs 3.
    var rule: String {
      switch reason {
      case .word(let topic, let weight): "\(topic.rawValue) \(Int(weight))"
      case .named(let rule): rule.description
      }
    }
  }

  /// Put into words only where somebody asks.
  fileprivate enum Reason {
    case word(Topic, Double)
    case named(StaticString)
  }

  /// What the words tell beside their weights.
  struct Signs {
    /// A house of analysts speaks.
    var house: Range<Int>?
    /// A word of sectors stands at the beginning.
    var namesSector = false
    var hasMove = false
    /// The speaker is no office, place or market as far as the table knows. 宁夏 is a place, 宁夏建材 may be anything.
    var speakerIsUnknown = true
  }

  subscript(_ topic: Topic) -> Double {
    get { values[topic.place] }
    set { values[topic.place] = newValue }
  }

  mutating func count(_ text: AnalysedText, _ lead: TopicLead, _ table: TopicTable, _ names: [Range<Int>]) -> Signs {
    var signs = Signs()
    var seen = NumberMap(capacity: 64)
    var name = names.startIndex
    table.matcher.forEachLongestMatch(in: text.bytes, lead.range) { match in
      while name < names.endIndex, names[name].upperBound <= match.range.lowerBound { name += 1 }
      // 国际 in the name of a firm is no world; 广州 in it tells where the firm is.
      let isInName = name < names.endIndex && names[name].holds(match.range)
      let meaning = table.meaning(of: match.word)
      if lead.isEnglish, text.bytes.endsFirm(at: match.range.upperBound), meaning.speaksOfSize { return }
      let place = match.range.lowerBound
      let isSpeaker = place < lead.speakerEnd
      if meaning.isHouse, isSpeaker { signs.house = match.range }
      let isWholeSpeaker = match.range.upperBound == lead.speakerEnd && meaning.region != nil
      if isSpeaker, meaning.isOfPublic || isWholeSpeaker { signs.speakerIsUnknown = false }
      if meaning.isMove, place < lead.headEnd { signs.hasMove = true }
      var isFirst = true
      // Keys are not zero.
      seen.update(UInt64(match.word) + 1) {
        isFirst = $0 == 0
        $0 = 1
      }
      let repeated = isFirst ? 1 : 0.3
      for entry in meaning.weights {
        if isInName, !(entry.topic == .china || entry.topic == .foreign && entry.weight == 3) { continue }
        var weight = entry.weight * lead.factor(at: place) * repeated
        if entry.topic.isRegion, isSpeaker { weight *= 1.6 }
        if entry.topic == .industry, entry.weight == 3, lead.isFirst(place, within: 24) {
          weight *= 1.7
          signs.namesSector = true
        }
        if entry.topic == .policy, entry.weight == 3, lead.isFirst(place, within: 12) { weight *= 1.5 }
        add(weight, entry.topic, match.range, .word(entry.topic, entry.weight))
      }
    }
    return signs
  }

  mutating func count(_ companies: CompaniesInHead, _ signs: Signs, _ lead: TopicLead) {
    guard let first = companies.first else { return }
    if companies.count >= 3, signs.hasMove, self[.company] < 6 {
      add(2.5, .industry, first, .named("several companies and moves of prices"))
    } else {
      add(lead.isFirst(first.lowerBound, within: 16) ? 3 : 1.5, .company, first, .named("listed company"))
    }
    for region in companies.regions { add(1.5, region, first, .named("listed company")) }
  }

  /// What stands before a colon and is no firm: a column of a paper, or a person.
  private static let writers: [StaticString] = [
    "快评", "评论员文章", "特写", "获得者", "】", "人民日报", "新华社", "通讯", "述评", "社评", "时评", "综述", "记者", "调查", "炼成", "观察", "访谈",
  ]

  /// Weighs what belongs together: a sector and its shares, a house and its view, a speaker of whom nothing is known, illness and all that it touches.
  mutating func settle(_ signs: Signs, _ lead: TopicLead) {
    if let speaker = lead.speaker, signs.speakerIsUnknown,
      !Self.writers.contains(where: { bytes.stands($0, before: speaker.upperBound) })
    {
      add(1.5, .company, speaker, .named("speaker of no office"))
    }
    if signs.namesSector, signs.hasMove { self[.company] *= 0.45 }
    if let house = signs.house { add(4, .company, house, .named("house of analysts")) }
    if self[.pandemic] >= 3 { self[.pandemic] *= 1.35 }
  }

  /// The heaviest subject. A foreign maker of vaccines is two, company and illness, and so is a rate of exchange: economy and currency.
  func subjects(least: Double) -> [Topic] {
    guard let first = heaviestSubject(least: least) else { return [] }
    if self[.pandemic] >= 6, self[.company] >= 3.5, isNamed, region(least: 0) == .foreign {
      return [.company, .pandemic]
    }
    if first == .economy, self[.currency] >= 3 { return [.economy, .currency] }
    return [first]
  }

  /// The first of equals.
  private func heaviestSubject(least: Double) -> Topic? {
    var heaviest: Topic?
    for topic in Topic.allCases where !topic.isRegion && self[topic] >= least {
      if heaviest.map({ self[$0] < self[topic] }) != false { heaviest = topic }
    }
    return heaviest
  }

  /// Whether a listed company in the head speaks loudest for 公司.
  private var isNamed: Bool {
    guard case .named(let rule)? = best[Topic.company.place]?.reason else { return false }
    return rule.description == "listed company"
  }

  func region(least: Double) -> Topic? {
    [Topic.china, .foreign, .international].filter { self[$0] > least }.max { self[$0] < self[$1] }
  }

  func evidence(for topic: Topic) -> Mention? { best[topic.place] }

  private mutating func add(_ weight: Double, _ topic: Topic, _ range: Range<Int>, _ reason: Reason) {
    if !exclusions.isEmpty, exclusions.silence(bytes[range], for: topic) { return }
    self[topic] += weight
    if weight > best[topic.place]?.weight ?? 0 {
      best[topic.place] = Mention(range: range, weight: weight, reason: reason)
    }
  }
}

extension Range<Int> {
  /// Whether a word lies within a longer name.
  fileprivate func holds(_ word: Range<Int>) -> Bool {
    lowerBound <= word.lowerBound && word.upperBound <= upperBound && word.count < count
  }
}

extension TopicMeaning {
  /// Whether it tells of an industry, of the world or of a policy, as words do of which firms make their names: World, Industries, Plan.
  fileprivate var speaksOfSize: Bool {
    weights.contains { $0.topic == .industry || $0.topic == .international || $0.topic == .policy }
  }
}

extension [UInt8] {
  /// Whether what follows is how a firm's name ends: `INC`, `<ACM>`.
  fileprivate func endsFirm(at index: Int) -> Bool {
    let ends: [StaticString] = [
      " inc", " corp", " ltd", " plc", " co ", " co.", " trust", " fund", " holdings", " <", " industries inc",
      " group inc",
    ]
    return ends.contains { stands($0, at: index) }
  }
}

extension Topic {
  /// Its place among all.
  fileprivate var place: Int {
    switch self {
    case .company: 0
    case .industry: 1
    case .market: 2
    case .china: 3
    case .foreign: 4
    case .international: 5
    case .economy: 6
    case .policy: 7
    case .politics: 8
    case .futures: 9
    case .bonds: 10
    case .property: 11
    case .currency: 12
    case .crypto: 13
    case .energy: 14
    case .pandemic: 15
    case .other: 16
    }
  }
}
