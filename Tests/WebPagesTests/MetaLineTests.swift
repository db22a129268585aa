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

@Suite struct MetaLineRuleTests {
  private func text(_ line: String) -> String { String(MetaLine(line[...]).text) }

  @Test(arguments: ["2031-02-03 南岸财讯", "南岸财讯", "", "甲 | 乙", "By Ann Poe · 3 March 2031"])
  func aLineWithoutNoiseIsNotTouched(line: String) {
    #expect(text(line) == line)
  }

  @Test(arguments: [
    "https://a.example/x", "www.a.example", "(12)", "[12]", "#1", "阅读(1660)", "评论（5）", "3 comments", "1,204 views",
    "4 min read", "12 likes", "没有评论", "No comments", "分类：行情", "Category: Markets", "Posted in : Markets",
  ])
  func noiseAloneLeavesNothing(line: String) { #expect(text(line).isEmpty) }

  @Test(arguments: ["Monday", "Mon,", "tues", "Friday", "Sat."]) func daysOfTheWeekSayNothing(word: String) {
    #expect(text("\(word) 3 March 2031") == "3 March 2031")
  }

  @Test(arguments: [
    "南岸(12版)", "南岸财讯(12)", "#a", "#", "云杉(a)", "分类 行情", "12 cranes", "twelve comments", "3 comments of many readers",
    "3 comments views likes shares",
    "12", "1 2 3 4 5 comments", "Sunderland", "Category",
  ])
  func otherWordsStay(line: String) { #expect(text(line) == line) }

  @Test func eachPieceIsLookedAtByItself() {
    #expect(text("2031-02-03 ｜ 12 comments • 南岸财讯 » www.a.example") == "2031-02-03 | 南岸财讯")
    #expect(text("2031-02-03 — 分类:行情 — 南岸财讯") == "2031-02-03 | 南岸财讯")
  }

  @Test(arguments: [
    ("文/陈一", "作者:陈一"), ("来源／南岸财讯", "来源:南岸财讯"), ("作者/陈一 编辑/林二", "作者:陈一 编辑:林二"), ("2031/02/03", "2031/02/03"),
    ("文/", "文/"), ("/陈一", "/陈一"), ("行情/陈一", "行情/陈一"),
  ])
  func aStrokeBehindAKeyIsAColon(line: String, expected: String) { #expect(text(line) == expected) }

  @Test(arguments: [
    ("Publié le lundi 3 mars 2031", "3 mars 2031"), ("Veröffentlicht am: 3. März 2031", "3. März 2031"),
    ("Mo., 3. März 2031", "3. März 2031"), ("Дата: 3 марта 2031", "3 марта 2031"), ("Montagne 2031", "Montagne 2031"),
    ("Submitted", "Submitted"),
  ])
  func wordsBeforeADateGo(line: String, expected: String) { #expect(text(line) == expected) }

  // MARK: - Names in other languages

  @Test(arguments: [
    ("von Karsten Ohlendorf", "Karsten Ohlendorf"), ("Par Inès Quiroga", "Inès Quiroga"),
    ("12.09.2031 - von Karsten Ohlendorf", "Karsten Ohlendorf"), ("Autor: Karl von der Ohe", "Karl von der Ohe"),
    ("3 marzo 2031, di Anna Poe", "Anna Poe"),
    ("Door Jan de Vries", "Jan de Vries"),
  ])
  func namesStandBehindAWordForThem(line: String, names: String) {
    let line = MetaLine(line[...])
    #expect(line.byline == names)
    #expect(!line.text.contains(names))
  }

  @Test(arguments: [
    "von Karsten", "von karsten ohlendorf", "von A B C D E", "Von Karsten 3 Ohlendorf",
    "Ein Brief von Karsten Ohlendorf", "di 云杉 动力", "By Ann Poe", "von",
  ]) func otherLinesNameNobody(line: String) {
    #expect(MetaLine(line[...]).byline == nil)
  }

  @Test func whatStandsBeforeTheNameStays() {
    let line = MetaLine("南岸财讯 | 12.09.2031, von Karsten Ohlendorf | Par Inès Quiroga")
    #expect(line.text == "南岸财讯 | 12.09.2031")
    #expect(line.byline == "Karsten Ohlendorf")
  }
}
