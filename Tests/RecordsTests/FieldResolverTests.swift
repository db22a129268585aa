import SourceForms
import Testing

@testable import ArticleFields
@testable import Records

/// What the names of one input mean, and what is told of them.
@Suite struct FieldResolverTests {
  private func meaning(_ name: String, map: String? = nil) throws -> FieldResolver.Name {
    var names = FieldResolver(try map.map { try FieldMap($0) } ?? FieldMap())
    let place = names.place(of: name)
    return names.names[place]
  }

  @Test func eachSpellingHasAPlaceOfItsOwn() {
    var names = FieldResolver(FieldMap())
    let places = ["title", "Title", "title", "", "x"].map { names.place(of: $0) }
    #expect(places == [1, 2, 1, 3, 4])
    #expect(places.map { names.names[$0].text } == ["title", "Title", "title", "", "x"])
    #expect(names.names[1].meaning == names.names[2].meaning)
    #expect(!places.contains(FieldResolver.furtherPlace))
  }

  @Test(arguments: [("title", false), ("blocks", false), ("标题", false), ("x", true), ("", true), ("Blocks", true)])
  func aNameOfNoUseIsUnknown(name: String, isUnknown: Bool) throws {
    #expect(try meaning(name).isUnknown == isUnknown)
  }

  @Test func theReadersNamesGoBeforeThoseThatAreKnown() throws {
    let name = try meaning("Body", map: "title=body,text=a.b,source=a.c")
    #expect(name.meaning == FieldNames.Meaning(field: .title, rank: FieldResolver.rankOfMap))
    let outer = try meaning("A", map: "title=body,text=a.b,source=a.c")
    #expect(outer.meaning == nil && !outer.isUnknown)
    #expect(outer.nested.map(\.field) == [.text, .source])
  }

  @Test func aPathIsAlsoFoundAsOneName() throws {
    let name = try meaning("a.b", map: "text=a.b")
    #expect(name.meaning?.field == .text && name.nested.isEmpty)
    #expect(try meaning("a_b", map: "text=a.b").meaning?.field == .text)
  }

  @Test func namesBeyondTheMostShareOnePlace() {
    var names = FieldResolver(FieldMap())
    let places = (0..<5_000).map { names.place(of: "x\($0)") }
    #expect(places.first == 1 && places.last == FieldResolver.furtherPlace)
    #expect(names.names.count == Set(places).count)
    // A name that has its place keeps it.
    #expect(names.place(of: "x0") == 1)
  }

  @Test func notesTellUnknownThenSurplusThenMappedNames() throws {
    var names = FieldResolver(try FieldMap("title=kop,text=a.b"))
    let (x, title, kop) = (names.place(of: "x"), names.place(of: "title"), names.place(of: "kop"))
    names.countSurplus(title)
    names.countUnknown(x)
    names.countUnknown(x)
    names.countUnknown(FieldResolver.furtherPlace)
    names.countSurplus(FieldResolver.furtherPlace)
    var notes = ParseNotes()
    names.addNotes(to: &notes)
    #expect(names.names[kop].meaning?.field == .title)
    #expect(
      notes.all == [
        ParseNote(.furtherFields), ParseNote(.unknownField("x"), count: 2), ParseNote(.surplusField("title")),
        ParseNote(.mappedName("kop")),
      ])
    let a = names.place(of: "a")
    for entry in names.names[a].nested { names.countMapped(entry) }
    notes = ParseNotes()
    names.addNotes(to: &notes)
    #expect(notes.all.last == ParseNote(.mappedName("a.b")))
  }

  @Test(arguments: ["1", "1.0", "-1", "\"12\"", " 7 ", "", "2031-06-15"]) func numbersCountRows(value: String) {
    #expect(RowNumber.isOne(value.utf8))
  }

  @Test(arguments: ["一", "1a", "1,2", "+1"]) func otherValuesDoNot(value: String) {
    #expect(!RowNumber.isOne(value.utf8))
  }
}
