import ParsingSupport
import SourceForms
import Testing

@testable import Records

@Suite struct YAMLTranscoderTests {
  private func yaml(_ text: String) -> String { json(text, by: YAMLTranscoder.self) }
  private func value(_ text: String) -> String {
    let found = yaml("title: 甲\nx: \(text)\n")
    return found.replacing(#"{"title":"甲","x":"#, with: "").replacing("}", with: "")
  }

  private static let both = #"{"title":"甲","text":"一段。"}{"title":"乙","text":"二段。"}"#

  @Test(arguments: [
    "- title: 甲\n  text: 一段。\n- title: 乙\n  text: 二段。\n", "title: 甲\ntext: 一段。\n---\ntitle: 乙\ntext: 二段。\n",
    "---\ntitle: 甲\ntext: 一段。\n...\n---\ntitle: 乙\ntext: 二段。",
    "-\n  title: 甲\n  text: 一段。\n-\n  title: 乙\n  text: 二段。\n",
    "version: 1\nitems:\n  - title: 甲\n    text: 一段。\n  - title: 乙\n    text: 二段。\n",
    "-   title: 甲\n    text: 一段。\n\n-   title: 乙\n\n    text: 二段。\n",
    "# note\n- title: 甲\n# note\n  text: 一段。\n- title: 乙\n  text: 二段。\n",
    "- title: 甲\r\n  text: 一段。\r\n- title: 乙\r\n  text: 二段。\r\n",
    "--- # first\ntitle: 甲\ntext: 一段。\n--- \ntitle: 乙\ntext: 二段。\n",
  ])
  func recordsAreEntriesOfAListOrDocuments(text: String) {
    #expect(yaml(text) == Self.both)
  }

  // MARK: Scalars

  @Test(arguments: [
    ("甲", "\"甲\""), ("甲 # note", "\"甲\""), ("甲#乙", "\"甲#乙\""), ("'甲 # 乙'", "\"甲 # 乙\""), ("'it''s'", "\"it's\""),
    ("\"a\\nb\\u7532\"", "\"a\\nb甲\""), ("\"a \\q b\"", #""a \\q b""#), ("'a", "\"'a\""), ("\"a", #""\"a""#),
    ("https://a.example/1", "\"https://a.example/1\""), ("a: b", "\"a: b\""), ("12:30", "\"12:30\""), ("'~'", "\"~\""),
    ("[a, b]", #"["a","b"]"#), ("['a', \"b\"]", #"["a","b"]"#), ("[a]", #""a""#), ("[港口", "\"[港口\""),
  ])
  func aScalarIsItsText(text: String, expected: String) {
    #expect(value(text) == expected)
  }

  @Test(arguments: ["", "~", "null", "[]", "''", "\"\""]) func nothingIsNoMember(text: String) {
    #expect(yaml("title: 甲\nx: \(text)\n") == #"{"title":"甲"}"#)
  }

  @Test func aScalarGoesOnInLinesThatStandIn() {
    #expect(yaml("title: 甲\ntext: 一段\n  二段\n\n  三段\nx: 1\n") == #"{"title":"甲","text":"一段 二段 三段","x":"1"}"#)
    #expect(yaml("title: 甲\ntext:\n  '一段\n  二段'\n") == #"{"title":"甲","text":"一段 二段"}"#)
    #expect(yaml("title: 甲\ntext: 一段\n  key: 二段\n  - 三段\n") == #"{"title":"甲","text":"一段 key: 二段 - 三段"}"#)
  }

  @Test func aListOfScalarsIsOne() {
    #expect(yaml("title: 甲\ntags:\n  - 港口\n  - '航运'\n  - \n") == #"{"title":"甲","tags":["港口","航运"]}"#)
    #expect(
      yaml("- title: 甲\n  tags:\n    - 港口\n    - 航运\n- title: 乙\n") == #"{"title":"甲","tags":["港口","航运"]}{"title":"乙"}"#
    )
    #expect(yaml("title: 甲\ntags:\n- 港口\n- 航运\nx: 1\n") == #"{"title":"甲","tags":["港口","航运"],"x":"1"}"#)
  }

  // MARK: Blocks

  @Test func aBlockStaysLineByLineFromItsMargin() {
    let text = "title: 甲\ntext: |\n    一段。\n      二段: x\n\n    # 三段\n    - 四段\nx: 1\n"
    #expect(yaml(text) == #"{"title":"甲","text":"一段。\n  二段: x\n\n# 三段\n- 四段","x":"1"}"#)
  }

  @Test(arguments: [">", ">-", ">+"]) func aFoldedBlockJoinsItsLines(style: String) {
    #expect(yaml("title: 甲\ntext: \(style)\n  一\n  二\n\n\n  三\n") == #"{"title":"甲","text":"一 二\n\n三"}"#)
  }

  @Test(arguments: ["|", "|-", "|2"]) func entriesOfAListEndABlock(style: String) {
    let text = "- title: 甲\n  text: \(style)\n    一\n    - 二\n- title: 乙\n"
    #expect(yaml(text) == #"{"title":"甲","text":"一\n- 二"}{"title":"乙"}"#)
  }

  @Test func aWideMarginIsCut() {
    let text = "title: 甲\ntext: |\n  一\n" + String(repeating: " ", count: 500) + "二\n"
    #expect(yaml(text) == #"{"title":"甲","text":"一\n"# + String(repeating: " ", count: 40) + #"二"}"#)
  }

  // MARK: Keys

  @Test(arguments: [
    ("'title': 甲", "title"), ("\"title\": 甲", "title"), ("article title: 甲", "article title"), ("标题: 甲", "标题"),
    ("a.b-c_d: 甲", "a.b-c_d"), ("title:   甲", "title"),
  ])
  func aKeyIsWhatStandsBeforeItsColon(line: String, key: String) {
    #expect(yaml(line + "\n") == "{\"\(key)\":\"甲\"}")
  }

  @Test(arguments: ["a b c d: 甲", "http://a.example", ": 甲", "title:甲", "甲"]) func otherLinesAreNoEntries(line: String)
  {
    #expect(yaml(line + "\n") == "")
    #expect(yaml("title: 乙\n" + line + "\n") == "{\"title\":\"乙 \(line)\"}")
  }

  @Test func anEntryOfALongKeyIsNone() {
    #expect(yaml(String(repeating: "k", count: 80) + ": 甲\n") != "")
    #expect(yaml(String(repeating: "k", count: 81) + ": 甲\n") == "")
  }

  @Test func entriesBeyondAThousandAreNotKept() {
    let text = "title: 甲\n" + (0..<1_200).map { "k\($0): 1\n" }.joined()
    let found = yaml(text)
    #expect(found.contains("\"k998\"") && !found.contains("\"k999\""))
  }

  // MARK: The reader

  @Test func aRecordOverTheLimitIsRefusedAndTheNextIsRead() {
    var small = context()
    small.sizeLimit = 200
    let text = "- title: 甲\n  text: \(String(repeating: "长", count: 100))\n- title: 乙\n  text: 一段。\n"
    let found = read(text, as: .yaml, piece: 30, small)
    #expect(found.titles == ["乙"] && found.refusals.map(\.reason) == [.tooLarge(limit: 200)])
  }

  @Test func aRefusalNamesTheLineOfItsRecord() {
    let found = read("- title: 甲\n  x: 1\n- x: 2\n- title: 乙\n", as: .yaml)
    #expect(found.outline == ["甲", "noArticleFields 3", "乙"])
  }

  @Test func piecesOfAnySizeGiveTheSame() {
    let text = "- title: 甲\n  text: >\n    一段,\n    又一段。\n\n    二段。\n- x: 1\n- title: 乙\n  tags: [a, b]"
    let whole = read(text, as: .yaml)
    #expect(whole.outline == ["甲", "noArticleFields 7", "乙"])
    #expect(whole.items.first?.blocks == [.paragraph("一段, 又一段。"), .paragraph("二段。")])
    for piece in [1, 2, 3, 7, 20] { #expect(read(text, as: .yaml, piece: piece) == whole) }
  }

  @Test(arguments: [
    "- title: 甲\n", "---\n- headline: 甲\n", "# note\n\n- 标题: 甲\n", "- source:\n",
    "count: 1\nnews:\n  - title: 甲\n    date: 2031-06-15\n",
  ])
  func entriesWithKnownNamesTellTheForm(text: String) {
    #expect(isMet(.yaml, text))
  }

  @Test(arguments: ["- 甲\n- 乙\n", "- host: a\n  port: 1\n", "- title:甲", "title: 甲", "货量回升\n公司公布了数据。\n", ""])
  func otherListsAreNone(text: String) {
    #expect(!isMet(.yaml, text))
  }
}
