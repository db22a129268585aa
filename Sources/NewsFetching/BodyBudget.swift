/// The memory that bodies on their way may take together. Of one run, on its thread.
final class BodyBudget {
  private let limit: Int
  private(set) var used = 0

  init(limit: Int) { self.limit = limit }

  var isSpent: Bool { used >= limit }

  /// Takes so much if there is as much.
  func take(_ size: Int) -> Bool {
    guard used + size <= limit else { return false }
    used += size
    return true
  }

  /// Takes it in any case.
  func overdraw(_ size: Int) { used += size }

  func give(_ size: Int) { used -= size }
}
