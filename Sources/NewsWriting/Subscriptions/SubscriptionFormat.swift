package import NewsModel
import TextBasics
import WebAddresses

/// The forms in which subscriptions leave the program.
package enum SubscriptionFormat: String, Hashable, Sendable, CaseIterable {
  /// OPML 2.0, which nearly every reader of feeds takes.
  case opml
  /// newsboat's `urls` file.
  case newsboat

  /// The format that a file's name asks for; nil where it asks for none.
  package init?(fileName: String) {
    let name = fileName.split(separator: "/").last ?? ""
    if name.lowercased().hasSuffix(".opml") {
      self = .opml
    } else if name == "urls" {
      self = .newsboat
    } else {
      return nil
    }
  }

  /// The document with all the subscriptions.
  ///
  /// - Parameter withPasswords: whether addresses keep what `AddressSecrets` tells of: such a file is not for others.
  package func document(_ subscriptions: [Subscription], withPasswords: Bool = false) -> [UInt8] {
    let subscriptions = withPasswords ? subscriptions : subscriptions.map(\.withoutSecrets)
    return switch self {
    case .opml: OPMLWriter.document(subscriptions)
    case .newsboat: NewsboatURLsWriter.document(subscriptions)
    }
  }
}

extension Subscription {
  /// Whether its address has a password, or a key among its parameters.
  package var hasSecrets: Bool { withoutSecrets.address != address }

  fileprivate var withoutSecrets: Subscription {
    var bare = self
    bare.address = AddressSecrets.removed(from: address)
    bare.homePage = homePage.map(AddressSecrets.removed(from:))
    return bare
  }
}

/// Subscriptions as newsboat's `urls` file. It knows no folders: they become tags.
enum NewsboatURLsWriter {
  static func document(_ subscriptions: [Subscription]) -> [UInt8] {
    var bytes: [UInt8] = []
    for subscription in subscriptions {
      // The address is a web address without blanks: no line of this file can run anything.
      guard let link = WebLink(subscription.address) else { continue }
      bytes += link.address.utf8
      bytes += " ".utf8
      bytes.append(quoted: "~" + subscription.name)
      for tag in subscription.folders + subscription.tags.filter({ !subscription.folders.contains($0) }) {
        bytes += " ".utf8
        bytes.append(quoted: tag)
      }
      bytes += "\n".utf8
    }
    return bytes
  }
}

extension [UInt8] {
  fileprivate mutating func append(quoted text: String) {
    append(UInt8(ascii: "\""))
    for byte in KeptText(text).string.utf8 {
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { append(UInt8(ascii: "\\")) }
      append(byte)
    }
    append(UInt8(ascii: "\""))
  }
}
