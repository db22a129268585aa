/// The documents of one block that have several grams at once: their ordinals, ascending.
///
/// Each list is read once, forwards; the rarest gram leads. Time grows with the lists up to the last ordinal that is asked for.
public struct Intersection: Sendable {
  private var leader: PostingIterator
  /// The other lists, the rarest first, and where each of them stands.
  private var others: [(list: PostingIterator, ordinal: Int)]
  private var bound = 0

  /// Nil for no lists.
  public init?(_ lists: [PostingList]) {
    let ordered = lists.sorted { $0.count < $1.count }
    guard let rarest = ordered.first else { return nil }
    leader = rarest.makeIterator()
    others = ordered.dropFirst().map { ($0.makeIterator(), -1) }
  }

  /// The next ordinal that is at least `ordinal`, or nil at the end.
  public mutating func next(from ordinal: Int = 0) -> Int? {
    bound = max(bound, ordinal)
    search: while let candidate = leader.next(from: bound) {
      bound = candidate + 1
      for index in others.indices {
        if others[index].ordinal < candidate {
          guard let next = others[index].list.next(from: candidate) else { return nil }
          others[index].ordinal = next
        }
        if others[index].ordinal > candidate {
          bound = others[index].ordinal
          continue search
        }
      }
      return candidate
    }
    return nil
  }
}
