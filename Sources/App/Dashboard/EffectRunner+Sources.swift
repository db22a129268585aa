import Dashboard
import NewsFetching
import NewsLibrary
import NewsModel
import NewsStore
import Synchronization
import TextBasics
import Wording

extension EffectRunner {
  /// Changes what the reader follows. Nobody follows anything in the sample: the reader's own store takes its place first.
  func changeSubscription(_ change: SubscriptionChange, _ purpose: ChangePurpose) {
    sources.async { [self] in
      do {
        let (made, hasChanged) = try shown.withOwn { try $0.make(change) }
        if hasChanged { mailbox.post(.storeChanged(isSample: false)) }
        mailbox.post(.subscriptionChanged(made, purpose))
      } catch {
        mailbox.post(.subscriptionFailed(words(for: error, in: "change what is followed")))
      }
    }
  }

  /// Looks for feeds at an address. Where only `http` may lead to it, the discovery offers that.
  ///
  /// - Throws: `FeedSearchFailure`.
  func discover(_ address: String, _ cancellation: Cancellation) throws -> FeedSearchResult {
    do throws(FeedSearchFailure) {
      let discovery = try NewsLibrary.findFeeds(at: address, with: fetching, cancellation: cancellation)
      feedAnswers.withLock { $0 = discovery.answers }
      return .found(discovery.feeds, insteadOf: discovery.unexpected)
    } catch {
      guard let other = error.overHTTP else { throw error }
      return .unanswered(words(for: error, in: "find feeds at \(address)"), overHTTP: other)
    }
  }

  /// Fetches sources. What comes in is saved in short transactions, so that nothing else waits for it.
  func refresh(_ request: RefreshRequest) {
    let cancellation = Cancellation()
    refreshCancellation.withLock { $0 = cancellation }
    refreshes.async { [self] in
      do {
        let answers = feedAnswers.withLock(\.self)
        let report = try library.refresh(request.scope, with: fetching, answers: answers, cancellation: cancellation) {
          mailbox.post(.refreshProgressed($0))
        }
        mailbox.post(.refreshEnded(.done(report)))
      } catch {
        mailbox.post(.refreshEnded(.failed(words(for: error, in: "refresh"))))
      }
    }
  }

  func stopRefresh() {
    refreshCancellation.withLock { $0 }?.cancel()
  }
}

extension NewsLibrary {
  /// Changes what the reader follows; returns the change as it was made.
  ///
  /// - Throws: what the store throws.
  fileprivate func make(_ change: SubscriptionChange) throws -> SubscriptionChange {
    switch change {
    case .add(var source):
      source.name = try freeName(for: FoundFeed(title: source.name, address: source.address))
      return .add(try store.subscribe(source))
    case .remove(let source): try store.unsubscribe(source.id)
    case .replace(let old, let new):
      guard let current = try store.subscriptions().first(where: { $0.id == old.id }) else {
        throw StoreError.subscription(.unknown(old.name))
      }
      try store.update(current.changed(as: old, to: new))
    }
    return change
  }
}

extension Subscription {
  /// This source with what differs between two others: what a refresh changed meanwhile, such as its address, stays.
  fileprivate func changed(as old: Subscription, to new: Subscription) -> Subscription {
    var result = self
    func adopt<T: Equatable>(_ field: WritableKeyPath<Subscription, T>) {
      if old[keyPath: field] != new[keyPath: field] { result[keyPath: field] = new[keyPath: field] }
    }
    adopt(\.name)
    adopt(\.address)
    adopt(\.folders)
    adopt(\.tags)
    adopt(\.fetchesArticles)
    adopt(\.interval)
    return result
  }
}
