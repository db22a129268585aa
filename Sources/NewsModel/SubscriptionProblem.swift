/// Why a subscription is refused, or not found.
package enum SubscriptionProblem: Error, Hashable, Sendable {
  /// Neither `http` nor `https`, or without a host.
  case badAddress(String)
  /// This one has the address already.
  case alreadyThere(Subscription)
  /// None has the name or the address.
  case unknown(String)
}
