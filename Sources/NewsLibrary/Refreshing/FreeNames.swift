import NewsModel
import TextBasics
import WebAddresses

/// Finds names that no subscription has; each in constant time, however many want the same one.
struct FreeNames {
  /// Folded, as names are compared.
  private var taken: Set<String>
  /// The number to try next for a name that others have.
  private var numbers: [String: Int] = [:]

  init(_ subscriptions: [Subscription]) { taken = Set(subscriptions.map { Folding.fold($0.name) }) }

  mutating func take(_ name: String) { taken.insert(Folding.fold(name)) }

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
