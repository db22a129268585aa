package import NewsModel

/// A change of what the reader follows.
package enum SubscriptionChange: Hashable, Sendable {
  /// Follows a source; its id is the store's to give.
  case add(Subscription)
  /// Stops following a source; its articles stay.
  case remove(Subscription)
  /// Changes what the reader decides about a source: name, address, folders, tags, whole articles.
  case replace(Subscription, with: Subscription)
}

extension SubscriptionChange {
  /// What undoes it.
  var inverse: SubscriptionChange {
    switch self {
    case .add(let subscription): .remove(subscription)
    case .remove(let subscription): .add(subscription)
    case .replace(let old, let new): .replace(new, with: old)
    }
  }

  /// The source as it is afterwards.
  var subscription: Subscription {
    switch self {
    case .add(let subscription), .remove(let subscription), .replace(_, let subscription): subscription
    }
  }
}
