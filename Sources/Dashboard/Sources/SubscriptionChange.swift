import Foundation
package import NewsModel
import WebAddresses

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

/// What of a source can be typed anew.
enum SourceField: Hashable, Sendable {
  case name
  case address
  /// Written as a path: `财经/要闻`.
  case folder
  /// Separated by commas.
  case tags
}

extension Subscription {
  /// A field as it is typed; secrets of the address stay masked.
  func text(of field: SourceField) -> String {
    switch field {
    case .name: name
    case .address: AddressSecrets.masked(address)
    case .folder: folders.joined(separator: "/")
    case .tags: tags.joined(separator: ", ")
    }
  }

  /// This source with what was typed into a field.
  func with(_ text: String, in field: SourceField) -> Subscription {
    var changed = self
    switch field {
    case .name: changed.name = text
    case .address: changed.address = AddressSecrets.restored(text, from: address)
    case .folder: changed.folders = Self.parts(of: text, separatedBy: "/／")
    case .tags: changed.tags = Self.parts(of: text, separatedBy: ",，、;；")
    }
    return changed
  }

  /// The parts without blanks around them, each once.
  private static func parts(of text: String, separatedBy separators: String) -> [String] {
    var seen = Set<String>()
    return text.split { separators.contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}
