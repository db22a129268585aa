import Foundation
import NewsLibrary
import NewsModel

extension Setup {
  /// How news is fetched, as the settings have it.
  var fetchSettings: FetchSettings {
    var result = FetchSettings(
      userAgent: settings.fetchUserAgent ?? ProgramVersion.userAgent,
      proxy: settings.fetchProxy == "none" ? "" : settings.fetchProxy, interval: settings.fetchInterval * 60,
      sourceZone: sourceZone, rulesZone: displayZone)
    result.limits.bodySize = settings.fetchSizeLimit << 20
    result.limits.totalTime = .seconds(settings.fetchTimeLimit)
    result.limits.connections = settings.fetchConnections
    let messages = messages
    result.describe = { messages.describe($0) }
    return result
  }
}

extension NewsLibrary {
  /// The subscriptions that are meant by names or addresses. Throws a `CommandFailure` for one that is none.
  func subscriptions(named names: [String], _ messages: Messages) throws -> [Subscription] {
    let all = try subscriptions()
    return try names.map { name in
      guard let found = all.first(where: { $0.hasName(name) }) ?? all.first(where: { $0.address == name }) else {
        throw CommandFailure(.noInput, messages.noSubscription(name))
      }
      return found
    }
  }
}
