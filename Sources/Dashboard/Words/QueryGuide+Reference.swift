extension QueryGuide {
  /// The page of the query language, for `docs/query-language.md`.
  package static func referenceMarkdown() -> String {
    var page = """
      # The query language

      <!-- Made by `make docs` from QueryGuide.swift: change that, not this page. -->

      One language says which articles are meant: for `/` and `f` in the dashboard, for saved queries and rules, and on the
      command line (`newstape search 降准 -tag:期货 since:7d`, the same for `list`, `stats`, `tags` and `sources`). A query
      without any term means all articles. Terms side by side must all hold.

      Case, full or half width, and Traditional or Simplified never matter: `a股` finds Ａ股, `马上消费` finds 馬上消費. Nor does the way of
      writing: `don't` finds don’t, `5G-A` finds 5G‑A, `"New York"` finds it with a blank that does not break, `ガンダム` finds
      ｶﾞﾝﾀﾞﾑ, `final` finds ﬁnal, `strasse` finds Straße, `m2` finds m², `(株)` finds ㈱, and é is é whether it is one character
      or two. Quotation marks of all kinds are alike. What means something else stays apart: é and e, が and か, 👍 and 👍🏽 where
      the query has the skin tone.

      Signs may be typed in full width: `：`, `（）`, `－`, `“”`, `「」`, `『』`, `＂＂`. A colon that stands behind no field's name belongs
      to the word: `NYSE:BABA`, `https://example.com/a`, `C:\\new`. Only what is nearly a field (`tags:`, `autor:`) is refused; in
      quotes it is a word, too. The shell reads signs of its own: put a query in single quotes there.

      筛选、搜索、命令行、保存的查询和规则用的是同一种写法。不写条件即全部新闻；并列的条件须同时成立。大小写、全角半角、繁简都不区分，
      写法不同的同一文字也不区分：各种引号、连字符和破折号、不换行空格、半角片假名、连字 ﬁ、上下标、㈱ 与 (株)、ß 与 ss、合写与分写的 é。
      符号可用全角输入。冒号前不是字段名时，冒号属于这个词，如 `NYSE:BABA`；与字段名只差一点的（`tags:`）会提示，加引号即按原文查。
      在 shell 中请用单引号把整条查询括起来。

      """
    for section in sections {
      page += "\n## \(section.title.english) · \(section.title.chinese)\n\n| written | means | 意思 |\n|---|---|---|\n"
      for entry in section.entries {
        let examples = entry.examples.map { "`" + $0.inCell + "`" }.joined(separator: "<br>")
        page += "| \(examples) | \(entry.meaning.english.inCell) | \(entry.meaning.chinese.inCell) |\n"
      }
    }
    page += """

      A regular expression is looked for in folded text, and is folded itself: it is caseless, `臺灣` in it finds 台湾, and a
      full-width sign in it is that sign, never an operator. It gives up on a text that would take it too long; the text then
      counts as one without a match. A word finds what it stands in, too: `AI` finds chair, `/\\bAI\\b/` does not.

      A query that cannot be read is refused with what is wrong and where, and the last good list stays. At most 256 terms
      and 64 levels of parentheses are read.

      """
    return page
  }
}

extension String {
  /// As it can stand in a cell of a table.
  fileprivate var inCell: String { replacing("|", with: "\\|") }
}
