import NewsModel
import TextBasics

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
