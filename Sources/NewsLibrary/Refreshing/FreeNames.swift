package import NewsModel
package import NewsStore
import TextBasics
import WebAddresses

extension NewsLibrary {
  /// A name for a feed that no subscription has: its title, else the host of its address, with a number where that is taken.
  package func freeName(for feed: FoundFeed) throws(StoreError) -> String {
    var names = FreeNames(try store.subscriptions())
    return names.name(for: feed)
  }
}

extension Subscription {
  /// Whether this is its name, however it is written.
  package func hasName(_ text: String) -> Bool { Folding.fold(name) == Folding.fold(text) }
}

/// Finds names that no subscription has; each in constant time, however many want the same one.
struct FreeNames {
  /// Folded, as names are compared.
  private var taken: Set<String>
  /// The number to try next for a name that others have.
  private var numbers: [String: Int] = [:]

  init(_ subscriptions: [Subscription]) { taken = Set(subscriptions.map { Folding.fold($0.name) }) }

  /// Takes a name off those that are free.
  mutating func reserve(_ name: String) { taken.insert(Folding.fold(name)) }

  /// The feed's title, else the host of its address, with a number where that is taken.
  mutating func name(for feed: FoundFeed) -> String {
    let name =
      NameProblem.name(from: feed.title) ?? NameProblem.name(from: WebAddress.siteName(of: feed.address)) ?? "?"
    guard taken.contains(Folding.fold(name)) else { return name }
    let stem = String(name.prefix(NameProblem.longestName - 6))
    var number = numbers[stem] ?? 2
    while taken.contains(Folding.fold("\(stem) \(number)")) { number += 1 }
    numbers[stem] = number
    return "\(stem) \(number)"
  }
}
