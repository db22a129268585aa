/// The memory that bodies on their way may take together. Of one run, on its thread.
final class BodyBudget {
  private let limit: Int
  private(set) var used = 0

  init(limit: Int) { self.limit = limit }

  var isSpent: Bool { used >= limit }

  /// Reserves bytes; false where fewer are left.
  func reserve(_ size: Int) -> Bool {
    guard used + size <= limit else { return false }
    used += size
    return true
  }

  /// Reserves bytes, whether they are left or not.
  func overdraw(_ size: Int) { used += size }

  func release(_ size: Int) { used -= size }
}
