package import ArticleFields
import Markup
package import NewsModel
package import SourceForms
import TextScanning
import WebAddresses

extension SourceFormat {
  /// A web page.
  package static let html = SourceFormat(
    "web page", extensions: ["html", "htm", "xhtml", "shtml"], isText: false, isMet: \.isWebPage
  ) {
    WholeInputReader(context: $0, limit: $0.sizeLimit, read: readWebPage)
  }

  @Sendable private static func readWebPage(_ bytes: [UInt8], _ context: ParsingContext) -> [ParsedRecord] {
    let page = WebPageParser.parsePage(
      bytes, contentType: context.contentType, address: context.address, context: context)
    return [ParsedRecord(page)]
  }
}

extension WebPageParser {
  /// Reads a web page in whatever character set and gives the article on it.
  ///
  /// Never traps, and takes time linear in the page; input over `context.sizeLimit` is refused unread.
  /// - Parameters:
  ///   - contentType: The header of the answer that carried the page, for its character set.
  ///   - address: Where the page was fetched from: links are relative to it.
  package static func parsePage(
    _ bytes: UnsafeRawBufferPointer, contentType: String? = nil, address: String? = nil, context: ParsingContext
  ) -> Result<Item, ParseRefusal> {
    do throws(ParseRefusal.Reason) {
      guard bytes.count <= context.sizeLimit else { throw .tooLarge(limit: context.sizeLimit) }
      var text = try PageText.decode(bytes, contentType: contentType)
      let parser = WebPageParser(context: context, address: address.flatMap { WebAddress.absolute($0) })
      let result: Result<Item, ParseRefusal.Reason> = text.withUTF8 { utf8 in
        Result { () throws(ParseRefusal.Reason) in try parser.parse(utf8) }
      }
      return .success(try result.get())
    } catch {
      return .failure(ParseRefusal(error, path: context.fileName))
    }
  }

  package static func parsePage(
    _ bytes: [UInt8], contentType: String? = nil, address: String? = nil, context: ParsingContext
  ) -> Result<Item, ParseRefusal> {
    bytes.withUnsafeBytes { parsePage($0, contentType: contentType, address: address, context: context) }
  }

  /// The feeds that a web page names, in its order, with absolute addresses, each once.
  package static func feedLinks(
    in bytes: UnsafeRawBufferPointer, contentType: String? = nil, address: String
  ) -> [FeedLink] {
    guard var text = PageText.text(bytes, contentType: contentType) else { return [] }
    return text.withUTF8 { utf8 in
      let metadata = PageMetadata(HTMLTree(utf8))
      let base = metadata.base.flatMap { WebAddress.absolute($0, base: address) } ?? address
      var seen: Set<String> = []
      return metadata.feeds.compactMap { feed in
        guard let address = WebAddress.absolute(feed.address, base: base),
          seen.insert(address).inserted
        else { return nil }
        return FeedLink(title: TextLines.safeLine(feed.title), address: address, type: feed.type)
      }
    }
  }
}
