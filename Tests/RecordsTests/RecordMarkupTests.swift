import Testing

@testable import Records

/// Which texts of records are HTML.
@Suite struct RecordMarkupTests {
  @Test(arguments: [
    "<p>甲</p>", "甲<br>乙", "甲<br/>乙", "<DIV>甲</DIV>", "<h2>甲</h2>乙", "<ul><li>甲</li></ul>", "<td>甲</td>",
    "<section>甲</section>", "<blockquote>甲</blockquote>", "<p class=\"a\">甲</p>", "<b>甲</b><p>乙</p>", "<p>甲",
    "甲\n<p>乙</p>\n丙",
  ])
  func elementsThatEndParagraphsMakeHTML(text: String) {
    #expect(RecordMarkup.isHTML(text) == (text != "<p>甲"))
  }

  @Test(arguments: [
    "", "甲乙", "<b>甲</b>乙", "<a href=\"x\">甲</a>", "甲 <某某> 乙</某某>", "a < b, p > c", "<pre>甲</pre>", "<paragraph>甲",
    "写作 `<p>甲</p>` 的标签", "use <p> and <corp>甲</corp>", "&lt;p&gt;甲&lt;/p&gt;", "<p甲>", "< p>甲</ p>",
  ])
  func otherTagsAndSignsAreText(text: String) {
    #expect(!RecordMarkup.isHTML(text))
  }

  @Test(arguments: [
    ("<p>甲</p>", "<p>甲</p>"), ("甲\n乙", "甲\n乙\n"), ("甲\n\n乙", "甲\n<br>\n乙\n"), ("甲。\n乙", "甲。\n<br>乙\n"),
    ("<p>甲</p>\n\n<p>乙</p>", "<p>甲</p>\n\n<p>乙</p>\n"), ("甲！\n\n乙", "甲！\n<br>\n乙\n"),
    ("甲，\n乙？\n", "甲，\n乙？\n<br>\n"), ("甲.\n乙”", "甲.\n乙”\n<br>"), ("\n\n甲\n", "\n\n甲\n<br>\n"),
  ])
  func emptyLinesAndEndsOfSentencesBreak(html: String, broken: String) {
    #expect(RecordMarkup.withBreaks(html) == broken)
  }
}
