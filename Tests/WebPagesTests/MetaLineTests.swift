import Testing

@testable import WebPages

@Suite struct MetaLineTests {
  @Test(
    "what says nothing of the article is left out",
    arguments: [
      ("May 8, 2024 | Ann Poe | 11 comments", "May 8, 2024 | Ann Poe"), ("4 min read", ""),
      ("http://www.site.test 2024年05月08日15:10 南岸财讯", "2024年05月08日15:10 南岸财讯"),
      ("作者：陈一 阅读(1660) 评论(5) 2014-04-08", "作者：陈一 2014-04-08"), ("作者：陈一 | 分类:行情", "作者：陈一"),
      ("文/陈一 来源/南岸财讯 2024-05-08", "作者:陈一 来源:南岸财讯 2024-05-08"), ("Publié le 3 mars 2024", "3 mars 2024"),
    ])
  func left(line: String, rest: String) {
    #expect(MetaLine(line[...]).text == rest[...])
  }

  @Test("a line with nothing to leave out stays as it is")
  func whole() {
    let line = "南岸财讯 · 快讯 — 2024-05-08 15:10"
    #expect(MetaLine(line[...]).text == line[...])
  }

  @Test(
    "bylines of other languages are told",
    arguments: [
      ("12. September 2023 | von Karsten Ohlendorf", "Karsten Ohlendorf"), ("Por Inés Quiroga", "Inés Quiroga"),
      ("14 марта 2023, 11:20 Автор: Ирина Соколова", "Ирина Соколова"),
    ])
  func bylines(line: String, names: String) {
    #expect(MetaLine(line[...]).byline == names)
  }

  @Test("a sentence with such a word is none")
  func sentence() {
    #expect(MetaLine("Il presidente di Harbor ha detto di no").byline == nil)
  }
}
