import Growth
import Markup
import SeededRandom
import Testing

@Suite struct DamagedMarkupTests {
  @Test(arguments: [
    ("a < b && c", ["\"a < b && c\""]), ("1<2 <b>3", ["\"1<2 \"", "<b>", "\"3\""]), ("a <", ["\"a <\""]),
    ("<p>text<", ["<p>", "\"text<\""]), ("<div <p>x", ["<div>", "<p>", "\"x\""]), ("<a href=\"x", ["<a href=x>"]),
    ("<a href=\"x><b>y</b>", ["<a href=x>", "<b>", "\"y\"", "</b>"]), ("<!-- a <b>c</b>", ["! a <b", "\"c\"", "</b>"]),
    ("<title>lost <p>found", ["<title>", "\"lost \"", "<p>", "\"found\""]), ("</p", ["</p>"]), ("<!", ["\"<!\""]),
    ("<script>x", ["<script>", "[x]"]), ("a\u{0}b", ["\"ab\""]),
  ])
  func losesLittleOfDamagedPages(text: String, expected: [String]) {
    #expect(tokens(text, .html) == expected)
  }

  @Test(arguments: [
    ("<t><![CDATA[cut", ["<t>", "[cut]"]), ("<t>a & b<c", ["<t>", "\"a & b\"", "<c>"]),
    ("<t><?php echo <b>x</b>", ["<t>", "?php", "\"x\"", "</b>"]),
    ("<!DOCTYPE a [<!ENTITY b 'c'><t>x", ["!doctype a [<!ENTITY b 'c'>", "<t>", "\"x\""]),
  ])
  func losesLittleOfDamagedFeeds(text: String, expected: [String]) {
    #expect(tokens(text, .xml) == expected)
  }

  private static let pieces = [
    "<", ">", "/", "!", "--", "\"", "'", "=", "a", "<p", "</p>", "<script", "<![CDATA[", "]]>", "<?", "?>", "\u{0}",
    "&", ";", "#x", "é",
    " ", "<!DOCTYPE", "[", "]", "<!ENTITY a", "<title>", "</title>", "<table><tr><td>", "<li>", "</b>", "<svg/>",
    "&#xD83D;",
  ].map { Array($0.utf8) }

  /// A sound page with a bit of everything, for damage to be done to.
  private static let page = Array(
    """
    <?xml version="1.0"?><!DOCTYPE html [<!ENTITY co 'x'>]><HTML lang=zh><head><title>金价 &amp; 油价</title><style>a > b {}</style></head>
    <body><!-- top --><h1 class="a b" id='c'>Gold &#8212; up</h1><p>One<br/>two<p title=it's>three <b>four</b> &co;<ul><li>a<li>b</ul>
    <table><caption>t<tr><td>1<td>2</table><script>if (a < b) "<p>"</script><![CDATA[raw]]></body></HTML>
    """.utf8)

  /// Seeded inputs of three kinds: any bytes, pieces of markup in any order, and a page with a few places changed.
  private static func inputs(_ count: Int, seed: UInt64) -> [[UInt8]] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      switch number % 3 {
      case 0: return (0..<40).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      case 1: return (0..<20).flatMap { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
      default:
        var bytes = page
        for _ in 0..<3 {
          let start = Int.random(in: 0..<bytes.count, using: &random)
          let end = min(bytes.count, start + Int.random(in: 0...9, using: &random))
          bytes.replaceSubrange(start..<end, with: pieces[Int.random(in: 0..<pieces.count, using: &random)])
        }
        return bytes
      }
    }
  }

  /// Tokens go forward without a gap, and what they name stands within them.
  @Test(arguments: [MarkupDialect.xml, .html])
  func everyByteBelongsToOneToken(dialect: MarkupDialect) {
    for input in Self.inputs(1_500, seed: 7) {
      input.withUnsafeBufferPointer { bytes in
        var lexer = MarkupLexer(bytes, dialect: dialect)
        var end = 0
        while true {
          let token = lexer.next()
          guard token.kind != .end else { break }
          let isSound =
            token.range.lowerBound == end && token.range.upperBound > end && lexer.position == token.range.upperBound
            && token.range.holds(token.content) && token.range.holds(token.name)
          guard isSound else {
            Issue.record("\(token) in \(input)")
            return
          }
          for attribute in lexer.attributes(of: token) where token.kind == .startTag {
            if !token.content.holds(attribute.name) || !token.content.holds(attribute.value) {
              Issue.record("\(attribute) in \(input)")
            }
            _ = lexer.string(attribute.value, in: .attribute)
          }
          _ = lexer.string(token.content)
          end = token.range.upperBound
        }
        #expect(end == bytes.count)
        #expect(lexer.next().kind == .end && lexer.next().range == end..<end)
      }
    }
  }

  /// Each node lies within its parent, and the tree holds the text of all tokens in their order.
  @Test func nodesNestAndHoldAllText() {
    for input in Self.inputs(1_500, seed: 11) {
      input.withUnsafeBufferPointer { bytes in
        let tree = HTMLTree(bytes)
        var last = 0
        for (index, node) in tree.nodes.enumerated() {
          let parent = Int(node.parent)
          let outerEnd = parent < 0 ? tree.nodes.count : Int(tree.nodes[parent].end)
          let isSound =
            parent < index && Int(node.end) > index && Int(node.end) <= outerEnd
            && node.textRange.upperBound <= bytes.count
          let isForward = node.textRange.lowerBound >= last
          if !isSound || !isForward { Issue.record("node \(index) of \(input)") }
          if parent >= 0, tree.nodes[parent].kind != .element || tree.nodes[parent].tag.isVoid {
            Issue.record("parent of \(index) of \(input)")
          }
          last = node.textRange.upperBound
        }
        var lexer = MarkupLexer(bytes, dialect: .html)
        var text: [Range<Int>] = []
        var token = lexer.next()
        while token.kind != .end {
          if token.kind == .text || token.kind == .cdata { text.append(token.content) }
          token = lexer.next()
        }
        #expect(tree.nodes.filter { $0.kind != .element }.map(\.textRange) == text)
      }
    }
  }

  /// Walking by children visits each node once, as walking by index does.
  @Test func childrenTogetherAreAllNodes() {
    for input in Self.inputs(150, seed: 13) {
      input.withUnsafeBufferPointer { bytes in
        let tree = HTMLTree(bytes)
        for index in tree.nodes.indices {
          let expected = tree.descendants(of: index).filter { Int(tree.nodes[$0].parent) == index }
          #expect(Array(tree.children(of: index)) == expected)
        }
      }
    }
  }

  /// Twice the input gives twice the tokens, whatever is left open: nothing is cut ever finer.
  @Test(arguments: [
    "<!--", "<a b=\"", "<?x", "<![CDATA[", "</a", "<!DOCTYPE [", "<", "&", "<p>a", "<a b='c'", "<!-- -->", "<title>",
  ])
  func tokensGrowWithTheInput(piece: String) {
    for dialect in [MarkupDialect.xml, .html] {
      let counts = [100, 200, 400].map { tokens(String(repeating: piece, count: $0), dialect).count }
      #expect(counts[2] - counts[1] == 2 * (counts[1] - counts[0]), "\(counts)")
    }
  }

  /// What is looked for in vain is looked for once: each of these took minutes otherwise.
  @Test(arguments: [
    "<!--", "<title>", "<a b=\"", "<a b='", "<?", "<![CDATA[", "</", "<!DOCTYPE [", "<script>", "<", "&",
  ])
  func repeatedOpenEndsTakeLinearTime(piece: String) {
    for dialect in [MarkupDialect.xml, .html] {
      #expect(
        growsLinearly(from: 4_000, { Array(String(repeating: piece, count: $0).utf8) }) { text in
          text.withUnsafeBufferPointer { bytes in
            var lexer = MarkupLexer(bytes, dialect: dialect)
            while lexer.next().kind != .end {}
          }
        }, "\(dialect)")
    }
  }
}

extension Range<Int> {
  fileprivate func holds(_ other: Range) -> Bool { lowerBound <= other.lowerBound && other.upperBound <= upperBound }
}
