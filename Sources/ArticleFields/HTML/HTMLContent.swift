import Markup
package import NewsModel
import WebAddresses

/// Reads pieces of HTML, such as the content of a feed's item, without asking which part of them is the article.
package enum HTMLContent {
  /// The blocks of a piece of HTML, as safe text. Linear; the piece may be damaged or plain text.
  package static func blocks(of html: String) -> [Block] { read(html, base: nil).blocks }

  /// The blocks and the links of a piece of HTML.
  ///
  /// - Parameter base: The address that links are relative to; without one, only absolute links are kept.
  package static func read(_ html: String, base: String?) -> (blocks: [Block], links: [ArticleLink]) {
    var html = html
    return html.withUTF8 { bytes in
      let tree = HTMLTree(bytes, limit: mostNodes)
      var writer = HTMLBlockWriter(tree, HTMLStructure(tree))
      writer.write(0..<tree.nodes.count) { tree.nodes[$0].tag == .noscript }
      return (writer.blocks.map(\.block), absolute(writer.links, base))
    }
  }

  private static let mostNodes = 100_000

  /// The links with absolute addresses, each address once.
  package static func absolute(_ links: [(text: String, address: String, node: Int)], _ base: String?) -> [ArticleLink]
  {
    var seen: Set<String> = []
    return links.compactMap { link in
      guard let address = WebAddress.absolute(link.address, base: base),
        seen.insert(address).inserted
      else { return nil }
      return ArticleLink(text: link.text, address: address)
    }
  }
}
