import Dashboard
import NewsLibrary
import NewsModel
import TextBasics

extension EffectRunner {
  func changeSubscription(_ change: SubscriptionChange, _ purpose: ChangePurpose) {
    mailbox.post(.subscriptionFailed(SafeText("…")))
  }

  func refresh(_ request: RefreshRequest) { mailbox.post(.refreshEnded(.done(RefreshReport()))) }

  func stopRefresh() {}
}
