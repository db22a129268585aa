/// The documents of one block that have several grams at once: their ordinals, ascending.
///
/// Each list is read once, forwards; the rarest gram leads. Time grows with the lists up to the last ordinal that is asked for.
package struct Intersection: Sendable {
  private struct Walk {
    var list: PostingIterator
    /// What must follow the gram.
    var nextClasses: NextCharacterClasses
    var ordinal = -1
  }

  private var leader: Walk
  /// The other lists, the rarest first.
  private var others: [Walk]
  private var bound = 0

  /// Nil for no lists.
  package init?(_ lists: [(list: PostingList, nextClasses: NextCharacterClasses)]) {
    let walks = lists.sorted { $0.list.count < $1.list.count }
      .map { Walk(list: $0.list.makeIterator(), nextClasses: $0.nextClasses) }
    guard let rarest = walks.first else { return nil }
    leader = rarest
    others = Array(walks.dropFirst())
  }

  /// The next ordinal that is at least `ordinal`, or nil at the end.
  package mutating func next(from ordinal: Int = 0) -> Int? {
    bound = max(bound, ordinal)
    search: while let candidate = leader.list.next(from: bound) {
      bound = candidate + 1
      guard leader.list.nextClasses.isSuperset(of: leader.nextClasses) else { continue }
      for index in others.indices {
        if others[index].ordinal < candidate {
          guard let next = others[index].list.next(from: candidate) else { return nil }
          others[index].ordinal = next
        }
        if others[index].ordinal > candidate {
          bound = others[index].ordinal
          continue search
        }
        guard others[index].list.nextClasses.isSuperset(of: others[index].nextClasses) else { continue search }
      }
      return candidate
    }
    return nil
  }
}
