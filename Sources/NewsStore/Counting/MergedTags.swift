import GRDB
import NewsModel
import TextAnalysis

/// Tags of a store that count as one, since the reader shows them under one name, and those that are not shown.
///
/// An article that has several tags of a name counts once for it.
struct MergedTags {
  struct Group {
    let name: String
    let tags: [String]
    /// The tag that stands for all of them.
    let leader: Int64
  }

  private(set) var groups: [Group] = []
  private var leaders: [Int64: Int64] = [:]
  private var hidden: Set<Int64> = []

  init(_ names: TagNames, _ db: Database) throws {
    for tag in names.hiddenTags { hidden.formUnion(try FoldedNames.terms(.tag, tag, db)) }
    for (name, tags) in names.groups {
      let ids = try tags.flatMap { try FoldedNames.terms(.tag, $0, db) }
      guard let leader = ids.first else { continue }
      groups.append(Group(name: name, tags: tags, leader: leader))
      for id in ids { leaders[id] = leader }
    }
  }

  var isEmpty: Bool { leaders.isEmpty && hidden.isEmpty }

  /// Whether a tag has another name, or none.
  func concerns(_ tag: Int64) -> Bool { leaders[tag] != nil || hidden.contains(tag) }

  /// How many tags have to be looked at so that so many are left.
  func widened(_ limit: Int) -> Int {
    let (sum, isTooMuch) = limit.addingReportingOverflow(leaders.count + hidden.count)
    return isTooMuch ? .max : sum
  }

  /// The article with the tags that it is shown with.
  func merged(_ facts: CountedFacts) -> CountedFacts {
    guard !isEmpty, facts.tags.contains(where: concerns) else { return facts }
    var result = facts
    result.tags = facts.tags.reduce(into: []) { tags, tag in
      let tag = leaders[tag] ?? tag
      if !hidden.contains(tag), !tags.contains(tag) { tags.append(tag) }
    }
    return result
  }

  /// The name that a tag is shown under, where it stands for several; nil for any other term.
  func name(of term: Int64) -> String? { groups.first { $0.leader == term }?.name }
}
