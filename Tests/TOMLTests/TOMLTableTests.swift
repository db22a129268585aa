import Testing

@testable import TOML

/// Keys, tables, lists of tables: where they may stand, and who may go on with them.
struct TOMLTableTests {
  @Test func keysAreBareQuotedOrDotted() {
    #expect(outline("a-b_1 = 1\n1234 = 2\n\"\" = 3\n'q.r' = 4\n\"\\u4e2d\" = 5") == "a-b_1=1 1234=2 =3 q.r=4 中=5")
    #expect(outline("a . \"b.c\" . d = 1\na.e = 2") == "a={b.c={d=1} e=2}")
    #expect(outline("3.14 = 'pi'") == "3={14=\"pi\"}")
  }

  @Test func headersOpenTables() {
    #expect(outline("z = 0\n[a]\nx = 1\n[a.b.c]\ny = 2\n[ d . 'e f' ]\n") == "z=0 a={x=1 b={c={y=2}}} d={e f={}}")
    #expect(outline("[a.b]\nx = 1\n[a]\ny = 2") == "a={b={x=1} y=2}")
  }

  @Test func doubleBracketsOpenTablesOfAList() {
    #expect(
      outline("[[a]]\nx = 1\n[[a]]\n[a.b]\ny = 2\n[[a.c]]\n[[a.c]]\nz = 3") == "a=[{x=1} {b={y=2} c=[{} {z=3}]}]")
  }

  @Test func aTableOfDottedKeysTakesFurtherTables() {
    #expect(outline("[f]\na.b = 1\na.c = 2\n[f.a.d]\nx = 3") == "f={a={b=1 c=2 d={x=3}}}")
  }

  @Test(arguments: [
    "a = 1\na = 2", "a = 1\n\"a\" = 2", "[a]\n[a]", "[a]\nb = 1\n[a.b]", "a.b = 1\na.b = 2", "a.b = 1\n[a]",
    "[a.b.c]\nz = 9\n[a]\nb.c.t = 1", "a = []\n[[a]]", "a = {}\n[a]", "[f]\na.b = 1\n[f.a]",
  ])
  func whatIsDefinedIsNotDefinedAgain(text: String) {
    let found = TOMLDocument(Array(text.utf8)).mistakes
    #expect(found.count == 1)
    guard case .alreadyDefined(_, let first)? = found.first?.kind else {
      Issue.record("\(found)")
      return
    }
    #expect(first < found[0].place)
  }

  @Test(arguments: ["a = 1\na.b = 2", "a = 1\n[a.b]", "a = {}\na.b = 1", "a = []\n[a.b]", "[[a]]\n[b]\nx = 1\n[b.x.y]"])
  func aValueHoldsNoKeys(text: String) {
    let kinds = TOMLDocument(Array(text.utf8)).mistakes.map(\.kind)
    guard case .notATable? = kinds.first, kinds.count == 1 else {
      Issue.record("\(kinds)")
      return
    }
  }

  @Test(arguments: ["[a]\n[[a]]", "[[a]]\n[a]", "[a.b]\n[[a]]"])
  func aTableIsNoListOfTables(text: String) {
    let kinds = TOMLDocument(Array(text.utf8)).mistakes.map(\.kind)
    guard case .notOfOneKind? = kinds.first, kinds.count == 1 else {
      Issue.record("\(kinds)")
      return
    }
  }

  @Test(arguments: [
    "[", "[[", "[]", "[a", "[[a]", "[a.]", "[.a]", "[a]]", "[a] b", "[ [a]]", "a", "a =", "= 1", "a.= 1", ".a = 1",
    "a b = 1",
    "a = 1 b = 2", "a = = 1", "\"\"\"a\"\"\" = 1", "中文 = 1", "a!b = 1", "[a#b]", "a = 1, b = 2", "]", "}", "a = ]",
    "a = }",
    "a = [", "a = {", "a = [1 2]", "a = [1,,2]", "a = [,1]", "a = {,}", "a = {x = 1 y = 2}", "a = {x}", "a = {x =}",
    "a={g=\"\",s=[}",
    "\"a = 1", "'a\n' = 1", "a = nord", "a = \"x\" y", "!",
  ])
  func whatIsNoNotationIsAMistake(text: String) { #expect(!mistakes(text).isEmpty) }

  @Test func everyKeyAndValueHasItsPlace() throws {
    let document = TOMLDocument(
      Array("# 注\n[a]\n  中.b = [1,\n \"中文\", {c = 2}]\n".replacing("中.", with: "\"中\".").utf8))
    #expect(document.mistakes == [])
    let a = try #require(document.entries.first)
    #expect(a.place == TOMLPlace(line: 2, column: 2))
    guard case .table(let members) = a.value.node, case .table(let inner)? = members.first?.value.node,
      let b = inner.first, case .list(let list) = b.value.node
    else {
      Issue.record("\(document.entries)")
      return
    }
    #expect(members[0].place == TOMLPlace(line: 3, column: 3))
    #expect(b.place == TOMLPlace(line: 3, column: 7))
    #expect(b.value.place == TOMLPlace(line: 3, column: 11))
    #expect(list.map(\.place) == [.init(line: 3, column: 12), .init(line: 4, column: 2), .init(line: 4, column: 8)])
  }
}
