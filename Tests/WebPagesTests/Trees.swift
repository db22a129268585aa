import Markup
import NewsModel
import Testing

@testable import ArticleFields
@testable import WebPages

/// A page's tree, which lives as long as the call.
func withTree<Result>(_ html: String, _ body: (HTMLTree) throws -> Result) rethrows -> Result {
  try Array(html.utf8).withUnsafeBufferPointer { try body(HTMLTree($0)) }
}

func withLayout<Result>(_ html: String, titles: [String] = [], _ body: (PageLayout) throws -> Result) rethrows -> Result
{
  try withTree(html) { try body(PageLayout($0, titles: titles)) }
}

extension HTMLTree {
  /// The element with an `id`; of two the first.
  func element(_ id: String) throws -> Int {
    try #require(nodes.indices.first { attribute("id", of: $0) == id }, "no element \(id)")
  }

  /// The ids of elements for which something holds, in the page's order.
  func ids(where isWanted: (Int) -> Bool) -> [String] {
    nodes.indices.filter { nodes[$0].kind == .element && isWanted($0) }.compactMap { attribute("id", of: $0) }
  }
}

/// A sentence of so many bytes without blanks, which is long enough to be running text.
func sentence(_ count: Int = 90) -> String {
  String(repeating: "云杉动力", count: max(1, (count - 3) / 12)) + String(repeating: "a", count: max(0, count - 3) % 12)
    + "。"
}

/// Paragraphs of running text.
func paragraphs(_ count: Int = 3) -> String { (0..<count).map { _ in "<p>" + sentence(120) + "</p>" }.joined() }

/// A paragraph as `HTMLBlockWriter` gives it.
func line(_ text: String, linked: Int = 0, bold: Int = 0, node: Int = 0) -> HTMLBlock {
  HTMLBlock(block: .paragraph(text), node: node, size: text.utf8.count { $0 > 0x20 }, linked: linked, bold: bold)
}

func heading(_ text: String) -> HTMLBlock {
  HTMLBlock(block: .heading(text, level: 2), node: 0, size: text.utf8.count { $0 > 0x20 })
}
