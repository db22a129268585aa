package import NewsModel
import TextBasics

/// What the reader calls the tags of pages: one name for several, and those that are not to be seen. The store keeps them as they came, so
/// that nothing is lost where a row goes away.
package struct TagNames: Sendable {
  /// By the folded tag, the name that it is shown under.
  private var names: [String: String] = [:]
  /// By the folded name, the tags that go by it.
  private var members: [String: [String]] = [:]
  private var hidden: Set<String> = []
  /// The tags and names of the rows, each once.
  private var known: [String] = []

  package init(_ own: OwnTables = OwnTables()) {
    for row in own.rows {
      switch row {
      case .tag(let word, let name):
        names[Folding.fold(word)] = name
        known += [name, word]
      case .notTag(let word):
        hidden.insert(Folding.fold(word))
        known.append(word)
      case .company, .alias, .notCompany, .event, .notEvent, .notTopic, .tone, .notKeyword: continue
      }
    }
    var seen: Set<String> = []
    known = known.filter { seen.insert(Folding.fold($0)).inserted }
    for case .tag(let word, _) in own.rows {
      let name = Folding.fold(target(of: word))
      if name != Folding.fold(word) { members[name, default: []].append(word) }
    }
  }

  package var isEmpty: Bool { names.isEmpty && hidden.isEmpty }

  /// Where a tag leads that may have been renamed several times, and never round in a circle.
  private func target(of tag: String) -> String {
    var name = tag
    for _ in 0..<Self.longestChain {
      guard let next = names[Folding.fold(name)], Folding.fold(next) != Folding.fold(tag) else { break }
      name = next
    }
    return name
  }

  private static let longestChain = 8

  /// The name under which a tag is shown; nil for one that is hidden.
  package func shown(_ tag: String) -> String? {
    if hidden.contains(Folding.fold(tag)) { return nil }
    let name = target(of: tag)
    return hidden.contains(Folding.fold(name)) ? nil : name
  }

  /// Tags as they are shown, each once.
  package func shown(_ tags: [String]) -> [String] {
    guard !isEmpty else { return tags }
    return tags.reduce(into: []) { result, tag in
      if let name = shown(tag), !result.contains(name) { result.append(name) }
    }
  }

  /// The tags that are shown under another name than their own, by that name; where it is itself a tag it is among them.
  package var groups: [(name: String, tags: [String])] {
    var result: [(name: String, tags: [String])] = []
    for tag in known {
      guard let name = shown(tag) else { continue }
      if let place = result.firstIndex(where: { Folding.fold($0.name) == Folding.fold(name) }) {
        result[place].tags.append(tag)
      } else {
        result.append((name, [tag]))
      }
    }
    return result.filter { group in group.tags.contains { Folding.fold($0) != Folding.fold(group.name) } }
  }

  /// The tags of the rows that are not shown.
  package var hiddenTags: [String] { known.filter { shown($0) == nil } }

  /// A query that means all tags of a name where it names one.
  package func expanded(_ query: Query) -> Query {
    guard !names.isEmpty else { return query }
    return query.replacingLeaves { term in
      guard case .term(.tag, let name) = term else { return term }
      let shown = target(of: name)
      guard let tags = members[Folding.fold(shown)] else { return term }
      return .or(([shown] + tags).map(Query.tag))
    }
  }
}

extension [String] {
  /// Without those that lie within another: 新能源 says nothing beside 新能源车.
  package var withoutContained: [String] {
    let folded = map { Folding.fold($0) }
    return indices.filter { index in
      !folded.contains { $0.utf8.count > folded[index].utf8.count && $0.contains(folded[index]) }
    }.map { self[$0] }
  }
}
