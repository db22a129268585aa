package import ArticleFields
import Decoding
import Markup
import NewsModel
import SourceForms
import TextBasics
import TextScanning
import WebAddresses

/// Reads subscriptions from OPML 1.0 and 2.0: outlines with an address are feeds, those around them folders.
///
/// Categories become tags. What else an outline says is passed over (`language`, `description` …). Takes time linear in the input,
/// whatever it is.
package enum OPMLReader {
  package static func read(_ bytes: UnsafeRawBufferPointer, context: ParsingContext) -> SubscriptionList {
    var list = SubscriptionList(path: context.fileName)
    do throws(ParseRefusal.Reason) {
      var text = try markupText(of: bytes)
      text.withUTF8 { read($0, &list) }
    } catch {
      list.refuse(error)
      return list
    }
    if list.isEmpty { list.refuse(.holdsNothing(.subscriptions)) }
    return list
  }

  /// Deeper folders are those around them.
  private static let deepest = 16

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>, _ list: inout SubscriptionList) {
    var lexer = MarkupLexer(bytes, dialect: .xml)
    // The name of each open outline that is a folder; nil for one that is a feed.
    var open: [String?] = []
    var depthBeyond = 0
    var isOwn = false
    while true {
      let token = lexer.next()
      switch token.kind {
      case .end:
        if !open.isEmpty, !list.endsWithinEntry { list.refuse(.endsWithinEntry) }
        return
      case .startTag where lexer.isCutShort(token): list.refuse(.endsWithinEntry)
      case .startTag where lexer.matches(token.name, "opml"):
        isOwn = lexer.attributes(of: token).contains { lexer.verbatim($0.name.prefix(64)) == "xmlns:newstape" }
      case .startTag where lexer.matches(token.name, "outline"):
        let outline = Outline(token, &lexer, isOwn: isOwn)
        if outline.address.isEmpty == false { list.add(outline.subscription(in: open.compactMap(\.self))) }
        guard !token.isSelfClosing else {
          if outline.address.isEmpty { list.refuse(.noFeedAddress(outline.title)) }
          continue
        }
        if open.count < deepest { open.append(outline.address.isEmpty ? outline.title : nil) } else { depthBeyond += 1 }
      case .endTag where lexer.matches(token.name, "outline"):
        if depthBeyond > 0 { depthBeyond -= 1 } else { _ = open.popLast() }
      default: break
      }
    }
  }

  /// The bytes as text that holds tags, which nothing has been done to.
  private static func markupText(of bytes: UnsafeRawBufferPointer) throws(ParseRefusal.Reason) -> String {
    guard !bytes.isEmpty else { throw .empty }
    let decoded = TextDecoding.decode(bytes)
    guard decoded.invalidCount * 10 <= decoded.text.utf8.count else { throw .binary }
    return decoded.text
  }
}

/// The attributes of an outline that mean something here.
private struct Outline {
  var title = ""
  var address = ""
  var homePage: String?
  var tags: [String] = []
  var fetchesArticles = false
  var interval: Int?

  /// Longer texts are cut: a name is none at that length.
  private static let longestText = 500
  private static let mostTags = 100

  /// - Parameter isOwn: whether the list is an export of ours, whose names are written as they are.
  init(_ token: MarkupToken, _ lexer: inout MarkupLexer, isOwn: Bool) {
    var exactTags: [String]?
    for attribute in lexer.attributes(of: token) {
      let name = lexer.verbatim(attribute.name.prefix(64))
      let value = attribute.value.prefix(8 << 10)
      switch name.lowercased() {
      case "text": if title.isEmpty { title = Self.line(lexer.string(value, in: .attribute), isOwn) }
      case "title": title = Self.nonEmpty(Self.line(lexer.string(value, in: .attribute), isOwn)) ?? title
      case "xmlurl": address = lexer.string(value, in: .attribute)
      case "htmlurl": homePage = WebAddress.listed(lexer.string(value, in: .attribute))
      case "category": tags = Self.categories(lexer.string(value, in: .attribute), isOwn)
      case "newstape:tags": exactTags = Self.list(lexer.string(value, in: .attribute))
      case "newstape:articles": fetchesArticles = lexer.string(value, in: .attribute) == "whole"
      case "newstape:interval": interval = Int(lexer.string(value, in: .attribute)).flatMap { $0 > 0 ? $0 : nil }
      default: break
      }
    }
    if let exactTags { tags = exactTags }
  }

  func subscription(in folders: [String]) -> Subscription {
    Subscription(
      name: title, address: address, homePage: homePage, folders: folders.filter { !$0.isEmpty }, tags: tags,
      fetchesArticles: fetchesArticles, interval: interval)
  }

  /// OPML 2.0: categories are separated by commas, and their levels by slashes; the last level is the tag.
  private static func categories(_ text: String, _ isOwn: Bool) -> [String] {
    unique(text.split(separator: ",").map { line(String($0.split(separator: "/").last ?? ""), isOwn) })
  }

  private static func list(_ text: String) -> [String] {
    unique(text.split(separator: "\n").map { line(String($0), true) })
  }

  private static func unique(_ tags: [String]) -> [String] {
    var seen: Set<String> = []
    return tags.prefix(mostTags).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// A name on one line. One that was escaped twice is read once more, for no feed is called `R&amp;D`.
  private static func line(_ text: String, _ isOwn: Bool) -> String {
    let text = String(text.prefix(longestText))
    let name = !isOwn && text.contains(ascii: "&") ? MarkupLexer.decoded(text, dialect: .xml) : text
    return String(KeptText(name).string[...].trimmed)
  }

  private static func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
}
