import NewsModel
import TextBasics

/// The words that tell topics in one language, with their weights. A reader's own words join it.
struct TopicTable: Sendable {
  private(set) var matcher = WordMatcher()
  /// By the matcher's number of the word.
  private var meanings: [TopicMeaning] = []

  init(_ lists: [(role: TopicRole, words: String)]) {
    for (role, words) in lists {
      for word in words.parts(",") { add(String(word), role) }
    }
    inheritRegions()
  }

  func meaning(of word: Int) -> TopicMeaning { meanings[word] }

  mutating func add(_ word: String, _ role: TopicRole) {
    guard let number = matcher.add(word) else { return }
    while meanings.count <= number { meanings.append(TopicMeaning()) }
    switch role {
    case .topic(let topic, let weight):
      meanings[number].weights.append(TopicWeight(topic: topic, weight: weight))
    case .house: meanings[number].isHouse = true
    case .move: meanings[number].isMove = true
    case .silent: meanings[number] = TopicMeaning()
    }
  }

  /// A word that names a place in passing tells of it too: 英国央行 is of economy by its row, and foreign by 英国.
  private mutating func inheritRegions() {
    for number in meanings.indices where !meanings[number].weights.isEmpty && meanings[number].region == nil {
      let word = Array(matcher.word(number).utf8)
      let places = matcher.matches(in: word, word.indices).filter { (meanings[$0.word].region?.weight ?? 0) == 3 }
      let first = places.min { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }
      guard let region = first.flatMap({ meanings[$0.word].region }) else { continue }
      meanings[number].weights.append(region)
    }
  }
}

enum TopicRole: Sendable {
  /// From 1, a hint, to 3, which all but decides.
  case topic(Topic, Double)
  /// A house of analysts.
  case house
  /// A move of prices.
  case move
  /// Takes the place of what it holds.
  case silent
}

struct TopicWeight: Sendable {
  let topic: Topic
  let weight: Double
}

struct TopicMeaning: Sendable {
  var weights: [TopicWeight] = []
  var isHouse = false
  var isMove = false

  /// Whether it tells of an office, a market or another country.
  var isOfPublic: Bool {
    weights.contains { $0.topic != .company && $0.topic != .industry && $0.topic != .china }
  }

  /// The first region that it tells.
  var region: TopicWeight? { weights.first { $0.topic.isRegion } }
}

extension Topic {
  /// Whether it says where something happens, and not what.
  var isRegion: Bool { self == .china || self == .foreign || self == .international }
}

extension TopicTable {
  static let chinese = TopicTable([
    (.topic(.company, 3), ChineseTopicWords.company3), (.topic(.company, 2), ChineseTopicWords.company2),
    (.topic(.company, 1), ChineseTopicWords.company1), (.topic(.industry, 3), ChineseTopicWords.industry3),
    (.topic(.industry, 2), ChineseTopicWords.industry2), (.topic(.industry, 1), ChineseTopicWords.industry1),
    (.topic(.market, 3), ChineseTopicWords.market3), (.topic(.market, 2), ChineseTopicWords.market2),
    (.topic(.market, 1), ChineseTopicWords.market1), (.topic(.economy, 3), ChineseTopicWords.economy3),
    (.topic(.economy, 2), ChineseTopicWords.economy2), (.topic(.economy, 1), ChineseTopicWords.economy1),
    (.topic(.policy, 3), ChineseTopicWords.policy3), (.topic(.policy, 2), ChineseTopicWords.policy2),
    (.topic(.policy, 1), ChineseTopicWords.policy1), (.topic(.politics, 3), ChineseTopicWords.politics3),
    (.topic(.politics, 2), ChineseTopicWords.politics2), (.topic(.politics, 1), ChineseTopicWords.politics1),
    (.topic(.futures, 3), ChineseTopicWords.futures3), (.topic(.futures, 2), ChineseTopicWords.futures2),
    (.topic(.futures, 1), ChineseTopicWords.futures1), (.topic(.bonds, 3), ChineseTopicWords.bonds3),
    (.topic(.bonds, 2), ChineseTopicWords.bonds2), (.topic(.bonds, 1), ChineseTopicWords.bonds1),
    (.topic(.property, 3), ChineseTopicWords.property3), (.topic(.property, 2), ChineseTopicWords.property2),
    (.topic(.property, 1), ChineseTopicWords.property1), (.topic(.currency, 3), ChineseTopicWords.currency3),
    (.topic(.currency, 2), ChineseTopicWords.currency2), (.topic(.currency, 1), ChineseTopicWords.currency1),
    (.topic(.crypto, 3), ChineseTopicWords.crypto3), (.topic(.crypto, 2), ChineseTopicWords.crypto2),
    (.topic(.crypto, 1), ChineseTopicWords.crypto1), (.topic(.energy, 3), ChineseTopicWords.energy3),
    (.topic(.energy, 2), ChineseTopicWords.energy2), (.topic(.energy, 1), ChineseTopicWords.energy1),
    (.topic(.pandemic, 3), ChineseTopicWords.pandemic3), (.topic(.pandemic, 2), ChineseTopicWords.pandemic2),
    (.topic(.pandemic, 1), ChineseTopicWords.pandemic1), (.topic(.foreign, 3), ChineseTopicWords.foreign3),
    (.topic(.foreign, 2), ChineseTopicWords.foreign2), (.topic(.foreign, 1), ChineseTopicWords.foreign1),
    (.topic(.china, 3), ChineseTopicWords.china3), (.topic(.china, 2), ChineseTopicWords.china2),
    (.topic(.china, 1), ChineseTopicWords.china1), (.topic(.international, 3), ChineseTopicWords.international3),
    (.topic(.international, 2), ChineseTopicWords.international2),
    (.topic(.international, 1), ChineseTopicWords.international1), (.house, ChineseTopicWords.houses),
    (.move, ChineseTopicWords.moves), (.silent, ChineseTopicWords.silent),
  ])

  static let english = TopicTable([
    (.topic(.company, 3), EnglishTopicWords.company3), (.topic(.company, 2), EnglishTopicWords.company2),
    (.topic(.company, 1), EnglishTopicWords.company1), (.topic(.industry, 3), EnglishTopicWords.industry3),
    (.topic(.industry, 2), EnglishTopicWords.industry2), (.topic(.industry, 1), EnglishTopicWords.industry1),
    (.topic(.market, 3), EnglishTopicWords.market3), (.topic(.market, 2), EnglishTopicWords.market2),
    (.topic(.market, 1), EnglishTopicWords.market1), (.topic(.economy, 3), EnglishTopicWords.economy3),
    (.topic(.economy, 2), EnglishTopicWords.economy2), (.topic(.economy, 1), EnglishTopicWords.economy1),
    (.topic(.policy, 3), EnglishTopicWords.policy3), (.topic(.policy, 2), EnglishTopicWords.policy2),
    (.topic(.policy, 1), EnglishTopicWords.policy1), (.topic(.politics, 3), EnglishTopicWords.politics3),
    (.topic(.politics, 2), EnglishTopicWords.politics2), (.topic(.politics, 1), EnglishTopicWords.politics1),
    (.topic(.futures, 3), EnglishTopicWords.futures3), (.topic(.futures, 2), EnglishTopicWords.futures2),
    (.topic(.futures, 1), EnglishTopicWords.futures1), (.topic(.bonds, 3), EnglishTopicWords.bonds3),
    (.topic(.bonds, 2), EnglishTopicWords.bonds2), (.topic(.bonds, 1), EnglishTopicWords.bonds1),
    (.topic(.property, 3), EnglishTopicWords.property3), (.topic(.property, 2), EnglishTopicWords.property2),
    (.topic(.property, 1), EnglishTopicWords.property1), (.topic(.currency, 3), EnglishTopicWords.currency3),
    (.topic(.currency, 2), EnglishTopicWords.currency2), (.topic(.currency, 1), EnglishTopicWords.currency1),
    (.topic(.crypto, 3), EnglishTopicWords.crypto3), (.topic(.crypto, 2), EnglishTopicWords.crypto2),
    (.topic(.crypto, 1), EnglishTopicWords.crypto1), (.topic(.energy, 3), EnglishTopicWords.energy3),
    (.topic(.energy, 2), EnglishTopicWords.energy2), (.topic(.energy, 1), EnglishTopicWords.energy1),
    (.topic(.pandemic, 3), EnglishTopicWords.pandemic3), (.topic(.pandemic, 2), EnglishTopicWords.pandemic2),
    (.topic(.pandemic, 1), EnglishTopicWords.pandemic1), (.topic(.foreign, 3), EnglishTopicWords.foreign3),
    (.topic(.foreign, 2), EnglishTopicWords.foreign2), (.topic(.foreign, 1), EnglishTopicWords.foreign1),
    (.topic(.china, 3), EnglishTopicWords.china3), (.topic(.china, 2), EnglishTopicWords.china2),
    (.topic(.china, 1), EnglishTopicWords.china1), (.topic(.international, 3), EnglishTopicWords.international3),
    (.topic(.international, 2), EnglishTopicWords.international2),
    (.topic(.international, 1), EnglishTopicWords.international1), (.house, EnglishTopicWords.houses),
    (.silent, EnglishTopicWords.silent),
  ])
}
