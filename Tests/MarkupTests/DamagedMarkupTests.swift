import Markup
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

  /// Bytes and tokens agree whatever comes: each byte is in one token.
  @Test(arguments: [MarkupDialect.xml, .html])
  func everyByteBelongsToOneToken(dialect: MarkupDialect) {
    let pieces = [
      "<", ">", "/", "!", "--", "\"", "'", "=", "a", "<p", "</p>", "<script", "<![CDATA[", "]]>", "<?", "?>", "\u{0}",
      "&", ";", "#x", "é", " ",
    ]
    var seed: UInt64 = 7
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<20 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count]
      }
      Array(text.utf8).withUnsafeBufferPointer { bytes in
        var lexer = MarkupLexer(bytes, dialect: dialect)
        var end = 0
        while true {
          let token = lexer.next()
          guard token.kind != .end else { break }
          #expect(token.range.lowerBound == end && token.range.upperBound > end, "\(text)")
          for attribute in lexer.attributes(of: token) { _ = lexer.string(attribute.value, in: .attribute) }
          _ = lexer.string(token.content)
          end = token.range.upperBound
        }
        #expect(end == bytes.count)
      }
    }
  }

  /// What is looked for in vain is looked for once: each of these took minutes otherwise.
  @Test(arguments: [
    "<!--", "<title>", "<a b=\"", "<a b='", "<?", "<![CDATA[", "</", "<!DOCTYPE [", "<script>", "<", "&",
  ])
  func repeatedOpenEndsTakeLinearTime(piece: String) {
    let text = Array(String(repeating: piece, count: 200_000).utf8)
    for dialect in [MarkupDialect.xml, .html] {
      text.withUnsafeBufferPointer { bytes in
        var lexer = MarkupLexer(bytes, dialect: dialect)
        while lexer.next().kind != .end {}
      }
    }
  }
}
