import NewsModel
import ParsingSupport
import SourceForms
import Testing

@testable import ArticleFields
@testable import Records

/// What is taken of the values of an object, and what is told of the rest.
@Suite struct JSONValuesTests {
  private func item(_ members: String) throws -> Item {
    try #require(read("{\(members)}", as: .jsonLines).items.first, "\(members)")
  }

  private func notes(_ members: String) -> [ParseNote.Kind] { read("{\(members)}", as: .jsonLines).notes.map(\.kind) }

  // MARK: Objects in place of texts

  @Test(arguments: [
    #""title":{"rendered":"甲"}"#, #""title":{"main":"甲","kicker":"x"}"#, #""title":{"original":"甲"}"#,
    ##""title":{"#text":"甲"}"##, #""title":{"$t":"甲"}"#, #""title":{"content":{"text":"甲"}}"#, #""title":["甲"]"#,
    #""title":{"name":"","title":"甲","value":"乙"}"#, #""title":{"value":["甲","乙"]}"#,
  ])
  func aHeadlineMayLieInAnObject(members: String) throws {
    let title = try item(members + #","text":"一段。""#).title
    #expect(title == (members.contains(#""name":"""#) ? "一段。" : "甲"))
  }

  @Test(arguments: [
    #""content":{"rendered":"一段。"}"#, #""body":{"html":"一段。"}"#, #""text":{"value":{"content":"一段。"}}"#,
    #""content":[{"type":"html","value":"一段。"}]"#, #""body":["一段。"]"#, #""summary":{"content":"一段。"}"#,
  ])
  func aTextMayLieInAnObject(members: String) throws {
    #expect(try item(#""title":"甲","# + members).blocks == [.paragraph("一段。")])
  }

  @Test(arguments: [
    (#""id":{"$oid":"7"}"#, "7"), (#""id":{"value":7}"#, "7"), (##""guid":{"#text":"7","isPermaLink":true}"##, "7"),
    (#""id":7.50"#, "7.50"), (#""id":["7","7"]"#, "7"), (#""id":["7",{"id":"8"}]"#, "7"),
  ])
  func anIDIsWhatItsMemberSays(members: String, id: String) throws {
    #expect(try item(#""title":"甲","# + members).originID == id)
  }

  @Test(arguments: [
    #""url":{"href":"https://a.example/1"}"#, #""link":[{"rel":"x","href":"https://a.example/1"}]"#,
    #""alternate":[{"href":"https://a.example/1","type":"text/html"}]"#, #""url":["https://a.example/1"]"#,
    #""source_url":"https://b.example/","url":"https://a.example/1""#,
  ])
  func anAddressIsWhatItsMemberSays(members: String) throws {
    #expect(try item(#""title":"甲","# + members).url == "https://a.example/1")
  }

  @Test(arguments: [
    #""date":{"$date":{"$numberLong":"1939239729000"}}"#, #""date":{"seconds":1939239729,"nanos":0}"#,
    #""date":{"_seconds":1939239729}"#, #""date":{"value":"2031-06-15 05:42:09"}"#, #""date":[1939239729]"#,
  ])
  func aTimeIsWhatItsMemberSays(members: String) throws {
    #expect(try item(#""title":"甲","# + members).published == moment(2031, 6, 15, 5, 42, 9))
  }

  @Test(arguments: [
    #""tags":[{"term":"港口"},{"label":"航运"}]"#, #""symbols":[{"ticker":"港口"},{"symbol":"航运"}]"#,
    #""categories":["港口",{"name":"航运","id":7}]"#, #""tags":[["港口"],"航运",[]]"#, #""tags":{"name":"港口;航运"}"#,
    #""tags":["港口",null,"航运",""]"#,
  ])
  func tagsAreWhatTheirMembersSay(members: String) throws {
    #expect(try item(#""title":"甲","# + members).tags == ["港口", "航运"])
  }

  @Test func ofSeveralSourcesTheFirstCounts() throws {
    #expect(try item(#""title":"甲","provider":[{"name":"港口日报"},{"name":"星海财经"}]"#).source == "港口日报")
    #expect(try item(#""title":"甲","authors":[{"name":"Ann"},{"name":"Bob"}]"#).byline == "Ann, Bob")
  }

  // MARK: Values that say nothing

  @Test(arguments: [
    #""x":null"#, #""x":true"#, #""x":false"#, #""x":0"#, #""x":"""#, #""x":"  ""#, #""x":[]"#, #""x":{ }"#,
    #""x":NaN"#, #""text":null"#, #""text":"""#, #""text":[]"#, #""url":[]"#, #""url":null"#, #""tags":[]"#,
    #""index":7"#, #""":"1""#, #""unnamed_0":1.0"#, #""estimated":true"#, #""source":false"#, #""summary":{}"#,
  ])
  func whatSaysNothingIsNotTold(members: String) {
    #expect(notes(#""title":"甲","# + members) == [])
  }

  @Test(
    arguments: [
      (#""x":1"#, "x"), (#""x":-1"#, "x"), (#""x":"0""#, "x"), (#""x":[0]"#, "x"), (#""x":{"a":0}"#, "x"),
      (#""x":10"#, "x"), (#""index":"甲""#, "index"), (#""text":true"#, "text"), (#""url":{"rel":"x"}"#, "url"),
      (#""date":{"zone":"x"}"#, "date"), (#""title":[{"x":"乙"}]"#, "title"), (#""label":[{"name":"乙"}]"#, "label"),
      (#""summary":[{"text":"乙"}]"#, "summary"), (#""tags":[{"x":"乙"}]"#, "tags"),
    ] as [(String, String)])
  func whatSaysSomethingThatNobodyTakesIsToldByItsName(members: String, name: String) {
    #expect(notes(#""text":"一段。","headline":"甲","# + members).contains(.unknownField(name)))
  }

  @Test(
    arguments: [
      (#""source":{"name":"港口日报","id":7,"home":"h"}"#, ["source.home", "source.id"]),
      (#""tags":[{"name":"港口"},{"name":"航运","rank":7},{"name":"x","rank":0}]"#, ["tags.rank"]),
      (#""author":{"name":"Ann"}"#, []), (#""author":{"name":"Ann","bio":""}"#, []),
    ] as [(String, [String])])
  func membersBesideTheOneThatIsTakenAreTold(members: String, names: [String]) {
    #expect(notes(#""title":"甲","# + members) == names.map { .unknownField($0) })
  }

  // MARK: Names of the reader's own

  private func mapped(_ line: String, _ map: String) throws -> ReadRecords {
    var context = context()
    context.fieldMap = try FieldMap(map)
    return read(line, as: .jsonLines, context)
  }

  @Test(
    arguments: [
      (#"{"a":{"b":"甲"}}"#, "title=a.b"), (#"{"A":{"B_b":"甲"}}"#, "title=a.bb"), (#"{"a":[{"b":"甲"}]}"#, "title=a.b"),
      (#"{"a":[{"b":"x"},{"b":"甲"}]}"#, "title=a.1.b"), (#"{"a":["x","甲"]}"#, "title=a.1"),
      (#"{"a":{"b":{"c":["甲"]}}}"#, "title=a.b.c"), (#"{"a.b":"甲"}"#, "title=a.b"),
    ] as [(String, String)])
  func aWayLeadsToItsValue(line: String, map: String) throws {
    #expect(try mapped(line, map).titles == ["甲"])
  }

  @Test(arguments: [
    (#"{"a":{"c":"甲"}}"#, "title=a.b"), (#"{"a":"甲"}"#, "title=a.b"), (#"{"a":["甲"]}"#, "title=a.7"),
    (#"{"a":{"b":{"c":"甲"}}}"#, "title=a.c"), (#"{"a":[[{"x":"甲"}]]}"#, "title=a.b"),
  ])
  func aWayThatLeadsNowhereFindsNothing(line: String, map: String) throws {
    #expect(try mapped(line, map).refusals.map(\.reason) == [.noArticleFields])
  }

  @Test func whatAWayTookIsNotToldAndTheRestIs() throws {
    let found = try mapped(#"{"a":{"b":"甲","c":"x","d":0},"title":"乙"}"#, "title=a.b")
    #expect(found.titles == ["甲"])
    #expect(
      found.notes == [
        ParseNote(.unknownField("a.c")), ParseNote(.surplusField("title")), ParseNote(.mappedName("a.b")),
      ])
  }
}
