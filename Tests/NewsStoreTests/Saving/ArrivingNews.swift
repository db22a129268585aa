import NewsModel
import SeededRandom

/// News of which it is known for certain what is one article, with all the ids and addresses that publishers give: good ones, shared
/// ones, none, new ones at each fetch. It arrives in bodies; between them articles are edited.
struct ArrivingNews {
  /// How an article is named.
  enum Naming: CaseIterable {
    /// An id of its own: everything else may be edited.
    case ownID
    /// An address of its own: headline and text may be edited.
    case ownAddress
    /// An id that several share, and its own headline.
    case sharedID
    /// The address of a page that several share, and its own headline.
    case sharedAddress
    /// Ids of its own on a shared page, and one headline for all.
    case sharedAddressAndTitle
    /// A new id in each body; address and headline stay.
    case passingID
    /// An id and an address that are none, and an exact time.
    case placeholders
    /// One headline for all of a day.
    case dayOnly
    /// One headline for all, and no time.
    case undated
  }

  private struct Truth {
    var naming: Naming
    var item: Item
    var hasArrived = false
  }

  var random: SeededGenerator
  private var truths: [Truth] = []
  private var number = 0

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// What must be in the store: headline and text of each article, as they last arrived.
  var arrived: [String: String] {
    Dictionary(
      truths.filter(\.hasArrived).map { ($0.item.blocks[0].text, $0.item.title) }, uniquingKeysWith: { $0 + " | " + $1 }
    )
  }

  /// Which articles these are: the numbers of those that have arrived by their texts.
  var numbers: [String: Int] {
    Dictionary(
      truths.enumerated().filter(\.element.hasArrived).map { ($0.element.item.blocks[0].text, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The next body: some new articles, some known ones, of which some were edited, in any order.
  mutating func body() -> [Item] {
    for _ in 0..<Int.random(in: 0...6, using: &random) { make() }
    var chosen = Set(truths.indices.filter { _ in Int.random(in: 0..<3, using: &random) == 0 })
    for naming in [Naming.sharedID, .sharedAddress, .sharedAddressAndTitle] { completeGroup(naming, &chosen) }
    return chosen.shuffled(using: &random).map { index in
      var truth = truths[index]
      if truth.hasArrived, Int.random(in: 0..<3, using: &random) == 0 { edit(&truth) }
      truth.hasArrived = true
      if truth.naming == .passingID {
        number += 1
        truth.item.originID = "pass-\(number)"
      }
      truths[index] = truth
      return truth.item
    }
  }

  /// That a name is shared shows when two that bear it come together.
  private func completeGroup(_ naming: Naming, _ chosen: inout Set<Int>) {
    let group = truths.indices.filter { truths[$0].naming == naming }
    guard !group.contains(where: { truths[$0].hasArrived }) else { return }
    if group.count < 2 { chosen.subtract(group) } else if !chosen.isDisjoint(with: group) { chosen.formUnion(group) }
  }

  private mutating func make() {
    number += 1
    let naming = Naming.allCases.randomElement(using: &random) ?? .ownID
    let minute = noon + Int64.random(in: 0..<3_000, using: &random) * 60 + 420
    var item = Item(title: "第\(number)号新闻", source: "晨星日报", published: minute, blocks: [.paragraph(text(60))])
    switch naming {
    case .ownID: item.originID = "own-\(number)"
    case .ownAddress: item.url = "https://news.example/\(number)"
    case .sharedID: item.originID = "same"
    case .sharedAddress: item.url = "https://news.example/live"
    case .sharedAddressAndTitle:
      item.originID = "flash-\(number)"
      item.url = "https://news.example/flash"
      item.title = "快讯"
    case .passingID: item.url = "https://news.example/pass/\(number)"
    case .placeholders:
      item.originID = ["N/A", "0", "-", "null"].randomElement(using: &random)
      item.url = ["#", "https://news.example/", "N/A"].randomElement(using: &random)
    case .dayOnly:
      item.title = "联播快讯"
      item.published = noon - 43_200
    case .undated:
      item.title = "要闻"
      item.published = nil
    }
    truths.append(Truth(naming: naming, item: item))
  }

  private mutating func edit(_ truth: inout Truth) {
    let revised = text(20) + truth.item.blocks[0].text
    switch truth.naming {
    case .ownID:
      truth.item.title += "（改）"
      truth.item.blocks = [.paragraph(text(60))]
      truth.item.published = truth.item.published.map { $0 + 200_000 }
    case .ownAddress:
      number += 1
      if Bool.random(using: &random) { truth.item.title = "第\(number)号新闻" }
      truth.item.blocks = [.paragraph(text(60))]
    case .passingID, .placeholders: truth.item.blocks = [.paragraph(text(60))]
    case .sharedID, .sharedAddress, .sharedAddressAndTitle, .dayOnly, .undated:
      truth.item.blocks = [.paragraph(revised)]
    }
  }

  private static let letters = Array("央行降准中国股市场的月日上海深圳港口扩建年报利润增长新能源汽车电池工厂投产")

  /// No two are alike.
  private mutating func text(_ length: Int) -> String {
    String((0..<length).map { _ in Self.letters[Int.random(in: 0..<Self.letters.count, using: &random)] })
  }
}
