import NewsModel
import ParsingSupport
import SourceForms
import Testing

@testable import ArticleFields
@testable import Records

/// Where the articles of an answer lie, and what stands around and within them.
@Suite struct JSONAnswersTests {
  private func outline(_ text: String) -> [String] { read(text, as: .jsonLines).outline }
  private func item(_ text: String) throws -> Item {
    let found = read(text, as: .jsonLines)
    #expect(found.records.count == 1)
    return try #require(found.items.first)
  }

  // MARK: Lists

  @Test(arguments: [
    "items", "articles", "feed", "value", "response", "rolldata", "children", "news", "results", "result", "data",
    "entries", "docs", "documents", "list", "rows", "hits", "records", "stories", "posts", "feeds", "Items",
    "roll_data",
  ])
  func aListBesideTheTitleOfTheWholeIsFoundByItsName(name: String) {
    #expect(outline(#"{"title":"全部","\#(name)":[{"title":"甲"},{"title":"乙"}]}"#) == ["甲", "乙"])
  }

  @Test(arguments: ["images", "related", "authors_list", "comments"]) func otherListsBelongToTheArticle(name: String) {
    #expect(outline(#"{"title":"甲","\#(name)":[{"title":"乙"}]}"#) == ["甲"])
  }

  @Test func withoutATitleAnyListIsLookedThrough() {
    #expect(outline(#"{"ok":1,"x":{"y":[{"title":"甲"}]}}"#) == ["甲"])
    #expect(outline(#"{"x":[{"title":"甲"},{"title":"乙"}],"y":[{"title":"丙"}]}"#) == ["甲", "乙", "丙"])
    #expect(outline(#"{"x":[{"w":1}],"y":[{"title":"丙"},{"title":"丁"}]}"#) == ["丙", "丁"])
  }

  @Test func aListIsJudgedByItsFirstObject() {
    #expect(outline(#"{"x":[{"w":1},{"title":"甲"}]}"#) == ["noArticleFields 1"])
    #expect(outline(#"{"x":[{"title":"甲"},{"w":1}]}"#) == ["甲", "noArticleFields 1"])
  }

  @Test func anArticleWithATextIsOneWhateverListItHas() {
    #expect(outline(#"{"title":"甲","text":"一段。","items":[{"title":"乙"}]}"#) == ["甲"])
  }

  @Test func aListLiesNoDeeperThanSo() {
    func nested(_ depth: Int) -> String {
      String(repeating: #"{"x":[{"w":1}],"y":"#, count: depth) + #"[{"title":"甲"},{"title":"乙"}]"#
        + String(repeating: "}", count: depth)
    }
    #expect(outline(nested(5)) == ["甲", "乙"])
    #expect(outline(nested(9)) == ["noArticleFields 1"])
  }

  // MARK: The only article within an object

  @Test func anObjectAroundAnArticleAddsWhatItDoesNotSay() throws {
    let found = try item(
      #"{"_id":"7","date":"2031-06-15","title_x":1,"doc":{"title":"甲","date":"2031-06-14"},"source":{"name":"港口日报"}}"#)
    #expect(found.title == "甲" && found.originID == "7" && found.source == "港口日报")
    #expect(found.published == moment(2031, 6, 14))
  }

  @Test func ofTwoArticlesNeitherIsTheOnlyOne() {
    #expect(outline(#"{"id":"7","x":{"title":"甲"},"y":{"title":"乙"}}"#) == ["甲", "乙"])
  }

  @Test func anAnswerWithinAnObjectIsNoArticle() {
    #expect(outline(#"{"id":"7","x":{"title":"全部","items":[{"title":"甲"},{"title":"乙"}]}}"#) == ["甲", "乙"])
  }

  // MARK: An article in parts

  @Test(arguments: ["fields", "attributes", "_source", "properties", "detail"])
  func aPartHoldsMoreOfTheSameArticle(name: String) throws {
    let found = read(
      #"{"title":"甲","url":"https://a.example/1","\#(name)":{"body":"一段。","title":"乙","tags":["港口"],"w":7}}"#,
      as: .jsonLines)
    #expect(found.titles == ["甲"])
    #expect(found.items.first?.blocks == [.paragraph("一段。")] && found.items.first?.tags == ["港口"])
    #expect(Set(found.notes.map(\.kind)) == [.unknownField("w"), .surplusField("title")])
  }

  @Test func anObjectThatIsCalledLikeATextIsAPartWhereItHoldsNone() {
    let found = read(#"{"title":"甲","article":{"tags":["港口"],"w":7}}"#, as: .jsonLines)
    #expect(found.items.first?.tags == ["港口"] && found.notes == [ParseNote(.unknownField("w"))])
  }

  @Test func otherObjectsAreNoParts() {
    let found = read(#"{"title":"甲","extra":{"body":"一段。"}}"#, as: .jsonLines)
    #expect(found.items.first?.blocks == [] && found.notes == [ParseNote(.unknownField("extra"))])
    let list = read(#"{"title":"甲","fields":[{"body":"一段。"}]}"#, as: .jsonLines)
    #expect(list.items.first?.blocks == [])
  }

  @Test func anArticleWithATextNeedsNoPart() {
    let found = read(#"{"title":"甲","text":"一段。","fields":{"summary":"s"}}"#, as: .jsonLines)
    #expect(found.items.first?.summary == nil && found.notes == [ParseNote(.unknownField("fields"))])
  }

  // MARK: Damage

  @Test func ofAnAnswerThatIsCutOffTheWholeArticlesAreRead() {
    let text = #"{"data":{"list":[{"title":"甲","x":{"y":1}},{"title":"乙"},{"title":"丙","text":"一"#
    #expect(outline(text).prefix(2) == ["甲", "乙"])
    #expect(outline(text).count == 3)
    // An article that is cut off gives none of the objects within it.
    #expect(outline(#"{"title":"甲","images":[{"title":"图"}],"text":"一"#).count == 1)
  }

  @Test func theObjectsThatAreLookedForInACutAnswerAreLimited() {
    let deep = String(repeating: #"{"a":"#, count: 60)
    #expect(outline(deep + #"[{"title":"甲"},{"b":"#).first == "甲")
    #expect(outline(deep + deep + #"[{"title":"甲"},{"b":"#).count == 1)
  }

  @Test func damageIsToldWithItsPlaceInTheLine() {
    let found = read("{\"title\":\"甲\"}\n  {\"title\":\"乙\" \"x\":1}\n", as: .jsonLines, context(fileName: "a.jsonl"))
    #expect(found.refusals == [ParseRefusal(.badJSON(.unexpected), path: "a.jsonl", line: 2, offset: 17)])
    let second = read(#"[{"title":"甲"},{bad},{"title":"乙"}]"#, as: .jsonLines)
    #expect(second.refusals == [ParseRefusal(.badJSON(.unexpected), line: 1, offset: 18)])
    let escape = read(#"{"title":"a\qb"}"#, as: .jsonLines)
    #expect(escape.refusals == [ParseRefusal(.badJSON(.badEscape), line: 1, offset: 11)])
    let number = read(#"{"title":"甲","x":1e}"#, as: .jsonLines)
    #expect(number.refusals.map(\.reason) == [.badJSON(.badNumber)])
    let deep = read(#"{"title":"甲","x":"# + String(repeating: "[", count: 80), as: .jsonLines)
    #expect(deep.refusals.map(\.reason) == [.badJSON(.tooDeep)])
  }

  @Test func signsBetweenObjectsArePassedOver() {
    for piece in [1, 2, 3, 1_000] {
      let found = read(
        "\u{feff}[,\r\n{\"title\":\"甲\"},,[]\u{feff}{\"title\":\"乙\"}]\n\n\u{feff}", as: .jsonLines, piece: piece)
      #expect(found.outline == ["甲", "乙"], "in pieces of \(piece)")
    }
  }

  @Test func linesThatAreNoObjectsAreRefusedEach() {
    let found = read("甲\n\"乙\"\n7\n{\"title\":\"丙\"}\n", as: .jsonLines)
    #expect(found.refusals.map(\.line) == [1, 2, 3])
    #expect(found.refusals.allSatisfy { $0.reason == .badJSON(.notAnObject) })
    #expect(found.titles == ["丙"])
  }

  // MARK: Other character sets

  @Test func aLineInGB18030AmongOthersTakesNoneWithIt() throws {
    let line = #"{"title":"远帆航运货量回升","text":"公司公布了上半年的数据。"}"#
    let bytes =
      try Array("{\"title\":\"甲\"}\n".utf8) + encoded(line, .gb18030) + Array("\n{\"title\":\"乙\"}\n{x\n".utf8)
    for piece in [1, 9, 1_000] {
      let found = read(bytes, as: .jsonLines, piece: piece)
      #expect(found.titles == ["甲", "远帆航运货量回升", "乙"], "in pieces of \(piece)")
      #expect(found.refusals.map(\.line) == [4])
    }
  }
}
