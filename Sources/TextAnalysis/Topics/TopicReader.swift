import NewsModel
import TextBasics

/// Reads what an article is about: one subject, seldom two, and the region that it plays in.
///
/// Words of tables give weight to topics, each word once in full; the title or first sentence counts most. The heaviest subject wins,
/// and the heaviest region: China, another country, or several. Listed companies that the head names speak for 公司; three and more
/// with moves of prices speak for their sector.
struct TopicReader: Sendable {
  var chinese: TopicTable
  var english: TopicTable

  private let exclusions: TopicExclusions

  init(
    chinese: TopicTable = .chinese, english: TopicTable = .english, exclusions: TopicExclusions = TopicExclusions()
  ) {
    self.chinese = chinese
    self.english = english
    self.exclusions = exclusions
  }

  /// A subject needs as much as one hint.
  private static let leastSubject = 1.0
  private static let leastRegion = 0.5
  private static let leastCompany = 1.0
  private static let leastAffair = 3.0

  struct Result {
    var topics: [TopicReading] = []
    /// Whether states, economies or the public act, and no word of a company stands beside them.
    var isPublicAffair = false
  }

  /// - Parameter names: where companies are named, in order: words within a name do not speak.
  func topics(of text: AnalysedText, companies: [CompanyMention], names: [Range<Int>] = []) -> Result {
    let lead = TopicLead(text)
    guard !lead.range.isEmpty else { return Result() }
    var scores = TopicScores(text.bytes, exclusions)
    let signs = scores.count(text, lead, lead.isEnglish ? english : chinese, names)
    scores.count(CompaniesInHead(companies, text, lead), signs, lead)
    scores.settle(signs, lead)
    let isPublicAffair = isPublicAffair(scores, inEnglish: lead.isEnglish)
    return Result(topics: readings(scores, text, lead), isPublicAffair: isPublicAffair)
  }

  private func isPublicAffair(_ scores: TopicScores, inEnglish: Bool) -> Bool {
    guard let subject = scores.subjects(least: Self.leastSubject).first else { return false }
    switch subject {
    // Regulators who act in English news act on companies.
    case .policy where inEnglish: return false
    case .policy, .politics, .economy, .pandemic, .currency, .futures:
      return scores[subject] >= Self.leastAffair && scores[.company] < Self.leastCompany
    default: return false
    }
  }

  private func readings(_ scores: TopicScores, _ text: AnalysedText, _ lead: TopicLead) -> [TopicReading] {
    var topics = scores.subjects(least: Self.leastSubject)
    if topics.isEmpty { topics = [.other] }
    if let region = scores.region(least: Self.leastRegion) {
      topics.append(region)
    } else if !lead.isEnglish {
      topics.append(.china)
    }
    return topics.map { topic in
      if let best = scores.evidence(for: topic) {
        return TopicReading(topic: topic, evidence: text.evidence(best.range, rule: best.rule))
      }
      let rule = topic == .china ? TopicReading.onlyChinese : TopicReading.noWord
      return TopicReading(topic: topic, evidence: text.evidence(lead.beginning(text.bytes), rule: rule))
    }
  }
}

extension TopicLead {
  /// The first characters, which stand for a reading that no word decided.
  fileprivate func beginning(_ bytes: [UInt8]) -> Range<Int> {
    var end = min(headEnd, range.lowerBound + 36)
    while end > range.lowerBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return range.lowerBound..<end
  }
}

/// Words of the reader's own tables that do not speak for a topic, whichever rule they decided by.
struct TopicExclusions: Sendable {
  private struct Exclusion {
    let word: [UInt8]
    /// Nil for all topics.
    let topic: Topic?
  }

  private var exclusions: [Exclusion] = []

  init(_ own: OwnTables = OwnTables()) {
    for case .notTopic(let word, let topic) in own.rows {
      exclusions.append(Exclusion(word: Array(Folding.fold(word).utf8), topic: topic))
    }
  }

  var isEmpty: Bool { exclusions.isEmpty }

  /// - Parameter word: as folded text has it.
  func silence(_ word: some Collection<UInt8>, for topic: Topic) -> Bool {
    exclusions.contains { ($0.topic == nil || $0.topic == topic) && $0.word.elementsEqual(word) }
  }
}
