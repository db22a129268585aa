import ArticleFields
import NewsModel
import Testing

@testable import SourceForms

@Suite struct ParseNotesTests {
  @Test func eachKindIsNotedOnceWithHowManyRecordsItConcerns() {
    var notes = ParseNotes()
    notes.add(.unreadableDate, example: "昨天", line: 3)
    notes.add(.surplusCells, count: 2)
    notes.add(.unreadableDate, count: 4, example: "今天", line: 9)
    #expect(
      notes.all == [ParseNote(.unreadableDate, count: 5, example: "昨天", line: 3), ParseNote(.surplusCells, count: 2)])
  }

  @Test func kindsWithOtherNamesAreOtherKinds() {
    var notes = ParseNotes()
    for name in ["热度", "编号", "热度"] { notes.add(.unknownField(name)) }
    notes.add(.surplusField("热度"))
    #expect(notes.all.map(\.kind) == [.unknownField("热度"), .unknownField("编号"), .surplusField("热度")])
    #expect(notes.all.map(\.count) == [2, 1, 1])
  }

  @Test func anExampleIsCutAtSixtyCharacters() {
    var notes = ParseNotes()
    notes.add(.skippedEntry, example: String(repeating: "金", count: 61))
    notes.add(.missingCells, example: String(repeating: "金", count: 60))
    #expect(notes.all.map { $0.example?.count } == [60, 60])
  }

  @Test func anExampleIsMadeOnceAlone() {
    var notes = ParseNotes()
    var made = 0
    func example() -> String? {
      made += 1
      return "甲"
    }
    for _ in 0..<3 { notes.add(.futureDate, example: example()) }
    #expect(made == 1 && notes.all.map(\.count) == [3])
  }
}
