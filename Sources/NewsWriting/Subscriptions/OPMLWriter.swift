import NewsModel
import TextBasics

/// Subscriptions as OPML 2.0: folders as outlines around them, tags as categories.
///
/// What OPML has no place for stands in attributes of a namespace of our own, as its specification allows: whole articles, the interval,
/// and tags that a list with commas cannot hold.
enum OPMLWriter {
  static func document(_ subscriptions: [Subscription]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes +=
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0" xmlns:newstape="https://newstape.invalid/opml">
      <head><title>newstape</title></head>
      <body>

      """.utf8
    write(Folder(subscriptions), indent: 1, to: &bytes)
    bytes += "</body>\n</opml>\n".utf8
    return bytes
  }

  /// The subscriptions in a folder and the folders in it, both in the order in which they first come.
  private struct Folder {
    var subscriptions: [Subscription] = []
    var folders: [(name: String, folder: Folder)] = []
    private var places: [String: Int] = [:]

    private init() {}

    init(_ all: [Subscription]) {
      for subscription in all { add(subscription, at: subscription.folders[...]) }
    }

    private mutating func add(_ subscription: Subscription, at path: ArraySlice<String>) {
      guard let name = path.first else {
        subscriptions.append(subscription)
        return
      }
      let place = places[name] ?? folders.count
      if place == folders.count {
        places[name] = place
        folders.append((name, Folder()))
      }
      folders[place].folder.add(subscription, at: path.dropFirst())
    }
  }

  private static func write(_ folder: Folder, indent: Int, to bytes: inout [UInt8]) {
    let blanks = String(repeating: "  ", count: indent).utf8
    for subscription in folder.subscriptions {
      bytes += blanks
      write(subscription, to: &bytes)
    }
    for (name, inner) in folder.folders {
      bytes += blanks
      bytes += "<outline".utf8
      bytes.append(attribute: "text", name)
      bytes += ">\n".utf8
      write(inner, indent: indent + 1, to: &bytes)
      bytes += blanks
      bytes += "</outline>\n".utf8
    }
  }

  private static func write(_ subscription: Subscription, to bytes: inout [UInt8]) {
    bytes += "<outline type=\"rss\"".utf8
    bytes.append(attribute: "text", subscription.name)
    bytes.append(attribute: "title", subscription.name)
    bytes.append(attribute: "xmlUrl", subscription.address)
    bytes.append(attribute: "htmlUrl", subscription.homePage)
    if !subscription.tags.isEmpty {
      bytes.append(attribute: "category", subscription.tags.joined(separator: ","))
      if subscription.tags.contains(where: { $0.contains(",") || $0.contains("/") }) {
        // A line break within an attribute only lasts as a character reference.
        let tags = subscription.tags.map { KeptText($0).string }.joined(separator: "\n")
        bytes.append(attribute: "newstape:tags", tags, lineBreak: "&#10;")
      }
    }
    if subscription.fetchesArticles { bytes.append(attribute: "newstape:articles", "whole") }
    bytes.append(attribute: "newstape:interval", subscription.interval.map(String.init))
    bytes += "/>\n".utf8
  }
}

extension [UInt8] {
  fileprivate mutating func append(attribute name: StaticString, _ value: String?, lineBreak: StaticString = " ") {
    guard let value else { return }
    self += " \(name)=\"".utf8
    for (index, line) in value.split(separator: "\n").enumerated() {
      if index > 0 { self += "\(lineBreak)".utf8 }
      append(escaped: KeptText(String(line)))
    }
    append(UInt8(ascii: "\""))
  }
}
