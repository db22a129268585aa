import NewsModel
import Testing

@testable import TextAnalysis

/// Every kind of event that the shipped patterns tell apart can be named in English too.
@Suite struct EventNamesTests {
  private static let finer = Set(EventTable.shipped.rows.compactMap(\.detail))

  @Test func everyFinerKindHasANameOfItsOwn() {
    var english = Set(EventKind.allCases.map(\.englishName))
    for chinese in Self.finer.sorted() where EventKind(name: chinese) == nil {
      let name = TermField.event.word(for: chinese, in: .english)
      #expect(name != nil, "\(chinese)")
      #expect(name.map { english.insert($0).inserted } != false, "\(name ?? chinese) means two things")
      #expect(name.flatMap(TextAnalyser.names.event) == chinese)
      #expect(TextAnalyser.names.event(chinese) == chinese)
    }
    #expect(Self.finer.count > 60)
  }

  @Test func kindsGoBeforeFinerKinds() {
    for kind in EventKind.allCases { #expect(TextAnalyser.names.event(kind.englishName) == kind.rawValue) }
    #expect(TextAnalyser.names.event("no such thing") == nil)
  }
}
