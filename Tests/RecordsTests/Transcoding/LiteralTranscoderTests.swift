import ParsingSupport
import SourceForms
import Testing

@testable import Records

@Suite struct LiteralTranscoderTests {
  private func literal(_ text: String, piece: Int = .max) -> String {
    json(text, by: LiteralTranscoder.self, piece: piece)
  }

  /// The value of the only member of an object.
  private func value(_ literal: String) -> String {
    let text = self.literal("{'a': \(literal)}")
    guard text.hasPrefix("{\"a\":"), text.hasSuffix("}") else { return text }
    return String(text.dropFirst(5).dropLast())
  }

  @Test(arguments: [
    ("{'title': '甲', 'n': 1}", #"{"title":"甲","n":1}"#), ("[{'a': 1}, {'b': 2},]", #"[{"a":1},{"b":2}]"#),
    ("{'a': 1,}", #"{"a":1}"#), ("{'a': [1, 2,], 'b': ()}", #"{"a":[1,2],"b":[]}"#), ("{1: 'a'}", #"{"1":"a"}"#),
    ("({'a': 1},)", #"[{"a":1}]"#), ("{'a': ('x', 'y')}", #"{"a":["x","y"]}"#), ("{\"a\": \"b\"}", #"{"a":"b"}"#),
    ("{'a': {'b': {}}}", #"{"a":{"b":{}}}"#), ("{'a': 1}\n{'b': 2}\n", #"{"a":1}{"b":2}"#),
    ("{'a': 1}, {'b': 2}", #"{"a":1}{"b":2}"#),
  ])
  func valuesOfPythonBecomeJSON(text: String, expected: String) {
    for piece in [1, 1_000] { #expect(literal(text, piece: piece) == expected) }
  }

  @Test(arguments: [
    ("{title: '甲', n: 1}", #"{"title":"甲","n":1}"#), ("var news = [{title: \"甲\"}];", #"[{"title":"甲"}]"#),
    ("export default {a: `b`}", #"{"a":"b"}"#), ("callback({\"a\": 1})", #"{"a":1}"#),
    ("cb([{\"a\":1}]);", #"[{"a":1}]"#),
    ("module.exports = {a: {b: 1}};", #"{"a":{"b":1}}"#), ("{a: undefined, b: NaN}", #"{"a":null,"b":null}"#),
    ("{a: new Date(2031, 5, 15)}", #"{"a":"2031-06-15"}"#), ("{$a_1: 10n}", #"{"$a_1":10}"#),
  ])
  func objectsOfJavaScriptBecomeJSON(text: String, expected: String) {
    #expect(literal(text) == expected)
  }

  @Test(arguments: [
    ("Article(title='甲', n=1)", #"{"title":"甲","n":1}"#), ("[A(x='1'), A(x='2')]", #"[{"x":"1"},{"x":"2"}]"#),
    ("Row(a=None, b=[1])", #"{"a":null,"b":[1]}"#), ("A(x=B(y='1'))", #"{"x":{"y":"1"}}"#),
  ])
  func namedArgumentsAreMembers(text: String, expected: String) {
    #expect(literal(text) == expected)
  }

  // MARK: Calls within values

  @Test(arguments: [
    ("datetime.datetime(2031, 6, 15, 5, 42)", "\"2031-06-15 05:42\""), ("datetime.date(2031, 12, 5)", "\"2031-12-05\""),
    ("datetime.datetime(2031, 6, 15, 5, 42, 9, 123456)", "\"2031-06-15 05:42:09\""), ("Date(7)", "\"7\""),
    ("datetime.datetime(2031, 6, 15, 5)", "\"2031-06-15\""), ("datetime.datetime(2031, 6, tzinfo=x)", "\"2031 6\""),
    ("new Date(2031, 11, 5, 6, 7)", "\"2031-12-05 06:07\""), ("new Date(2031, 8, 5)", "\"2031-09-05\""),
    ("new Date(1939239729000)", "\"1939239729000\""), ("new Date('2031-06-15')", "\"2031-06-15\""),
    ("Date(\"2031-06-15\")", "\"2031-06-15\""),
    ("datetime.datetime(2031, 6, 15, 5, 42, tzinfo=<UTC>)", "\"2031-06-15 05:42\""),
    (
      "datetime.datetime(2031, 6, 15, 5, 42, tzinfo=datetime.timezone(datetime.timedelta(seconds=28800)))",
      "\"2031-06-15 05:42\""
    ),
    (
      "datetime.datetime(2031, 6, 15, 5, 42, tzinfo=<DstTzInfo 'Asia/Shanghai' CST+8:00:00 STD>)",
      "\"2031-06-15 05:42\""
    ),
    ("ObjectId('7')", "\"7\""), ("Decimal('1.5')", "\"1.5\""), ("Timestamp('2031-06-15', tz='UTC')", "\"2031-06-15\""),
    ("set()", "null"), ("set([1, 2])", "[1,2]"), ("OrderedDict([('x', 1)])", "[[\"x\",1]]"),
    ("f('x', ['y', {'z': 1}])", "\"x\""), ("f(g('x', 'y'), 'z')", "\"x\""),
  ])
  func aCallStandsForItsFirstArgumentOrADay(text: String, expected: String) {
    #expect(value(text) == expected)
  }

  @Test func whatFollowsACallIsWritten() {
    #expect(literal("{'a': f('x', 'y'), 'b': 2}") == #"{"a":"x","b":2}"#)
    #expect(literal("[f('x', {'y': 1}), 3]") == #"["x",3]"#)
    #expect(literal("[date(2031, 6, 15, tz=f('x')), 3]") == #"["2031-06-15",3]"#)
    #expect(literal("[f('x', date(2031, 6, 15, tz=f('x'))), 3]") == #"["x",3]"#)
  }

  // MARK: Words and numbers

  @Test(arguments: [
    ("True", "true"), ("False", "false"), ("true", "true"), ("None", "null"), ("nan", "null"), ("NaT", "null"),
    ("inf", "null"), ("-inf", "null"), ("Infinity", "null"), ("1.5", "1.5"), ("-2", "-2"), ("10L", "10"),
    ("1e5", "1e5"),
    ("0x10", "0x10"), ("abc", "\"abc\""), ("1.2.3", "\"1.2.3\""), ("a.b", "\"a.b\""),
  ])
  func aWordIsItsValue(word: String, expected: String) {
    #expect(value(word) == expected)
  }

  // MARK: Strings

  @Test(arguments: [
    (#"'a\'b'"#, #""a'b""#), (#"'a"b'"#, #""a\"b""#), (#""a'b""#, #""a'b""#), (#"'a\nb'"#, #""a\nb""#),
    (#"'a\tb\rc'"#, #""a\tb\rc""#), (#"'a\\b'"#, #""a\\b""#), (#"'a\qb'"#, #""a\\qb""#), (#"'a\/b'"#, #""a/b""#),
    (#"'\x41\x42'"#, #""AB""#), (#"'\xe9'"#, #""é""#), (#"b'\xe7\x94\xb2'"#, #""甲""#), (#"'\u7532'"#, #""\u7532""#),
    (#"'\U00007532'"#, #""甲""#), (#"'\U00110000'"#, "\"\u{fffd}\""), (#"'\x4g'"#, #""4g""#), (#"'\x4'"#, #""4""#),
    (#"r'a\nb'"#, #""a\\nb""#), (#"r'a\'b'"#, #""a'b""#), (#"u'甲'"#, #""甲""#), (#"B"a""#, #""a""#),
    (#"'a' 'b'"#, #""ab""#), (#"'a' "b""#, #""ab""#), (#"'a\bb\fc'"#, #""a\nb\nc""#), ("''", "\"\""),
  ])
  func aStringIsWhatItsEscapesSay(text: String, expected: String) {
    #expect(value(text) == expected)
  }

  @Test func stringsAreJoinedOverLinesAndTheLinesAreCounted() {
    #expect(literal("{'title': 'a'\n 'b'\n}") == #"{"title":"ab"}"#)
    #expect(literal("{'title': 'a\\\nb'}") == #"{"title":"ab"}"#)
    let found = read("{'title': '甲'\n'乙'}\n{'x': 1}\n", as: .literals)
    #expect(found.outline == ["甲乙", "noArticleFields 3"])
  }

  @Test func aTextBetweenBackticksGoesOverLines() {
    let found = read("{title: '甲', text: `一段。\n二段。`}\n{x: 1}", as: .literals)
    #expect(found.items.first?.blocks == [.paragraph("一段。"), .paragraph("二段。")])
    #expect(found.refusals.map(\.line) == [3])
  }

  @Test func aStringThatNeverEndsTakesNoOtherLineWithIt() {
    let found = read("{'title': '甲', 'x': ['\n{'title': '乙'}\n", as: .literals)
    #expect(found.titles == ["乙"])
    #expect(found.refusals.map(\.line) == [1])
  }

  @Test func piecesOfAnySizeGiveTheSame() {
    let text = #"{'title': u'\u7532\x41' "乙", 'd': datetime.date(2031, 6, 5), 'l': f(1, [2]), 'n': None}"# + "\n"
    let whole = read(text, as: .literals)
    #expect(whole.titles == ["甲A乙"])
    for piece in 1...5 { #expect(read(text, as: .literals, piece: piece) == whole) }
  }

  // MARK: Borders

  @Test func bracketsBeyondTheDeepestAreNotFollowed() {
    let deep = String(repeating: "[", count: 150) + "1" + String(repeating: "]", count: 150)
    let found = literal(deep)
    #expect(found.filter { $0 == "[" }.count == 100 && found.filter { $0 == "]" }.count == 100)
    #expect(literal("{'a': \(deep), 'b': 2}").hasSuffix(#","b":2}"#))
  }

  @Test func bracketsThatCloseNothingAreNothing() {
    #expect(literal("]})}{'a': 1}") == #"{"a":1}"#)
  }

  @Test func aWordIsNoLongerThanSo() {
    #expect(value(String(repeating: "x", count: 5_000)).utf8.count == 4_096 + 2)
  }

  @Test(arguments: [
    "{'title': '甲'}", "[{'a':1}]", "[{u'a': 1}]", "({'a': 1},)", "{title: '甲'}", "var x = [{\"a\":1}]", "cb({\"a\":1})",
    "Article(title='甲')", "Row(a=\"甲\")", "[A(x='1')]", "A({'x': 1})",
  ])
  func namesWithValuesTellALiteral(text: String) {
    #expect(isMet(.literals, text))
  }

  @Test(arguments: ["['甲', '乙']", "{'甲', '乙'}", "甲(来源：港口日报)", "f(x)", "{\"a\":1}", "Ports (updated)", "", "a='1'"])
  func otherTextsAreNone(text: String) {
    #expect(!isMet(.literals, text))
  }
}
