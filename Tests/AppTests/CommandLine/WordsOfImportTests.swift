import Archives
import ArticleFields
import Foundation
import NewsModel
import SourceForms
import Testing
import Wording

@testable import App
@testable import NewsLibrary

/// What an import tells of: a line for each kind of thing, in both languages.
@Suite struct WordsOfImportTests {
  private let english = Words(language: .en)
  private let chinese = Words(language: .zhHans)

  private func notes(_ notes: ParseNote..., of path: String = "a.csv") -> ImportNotes {
    var all = ImportNotes()
    all.add(notes, of: path)
    return all
  }

  @Test func columnsThatAreNotKnownStandOnOneLine() {
    let found = notes(
      ParseNote(.unknownField("hits"), count: 3), ParseNote(.unreadableDate, count: 2, example: "昨晚"),
      ParseNote(.unknownField("score"), count: 1), ParseNote(.surplusField("headline2"), count: 4))
    let lines = english.notes(found, named: FieldMap())
    #expect(lines.count == 3)
    #expect(lines[0].contains("hits (3 records), score (1 record)") && lines[0].contains("--map"))
    #expect(lines[1].contains("headline2 (4 records)"))
    #expect(lines[2] == "dates that cannot be read: 2, such as '昨晚'; the file's time stands instead")
  }

  @Test func aPlaceIsNamedWhereThereIsOne() {
    let found = notes(ParseNote(.missingCells, count: 2, line: 14), of: "table.csv")
    #expect(english.notes(found, named: FieldMap()) == ["rows with fewer cells than columns: 2, first at table.csv:14"])
    #expect(chinese.notes(found, named: FieldMap()) == ["单元格少于列数的2行，最早在 table.csv 第14行"])
  }

  @Test func aNameOfTheReadersOwnThatIsNowhereIsTold() throws {
    let map = try FieldMap("title=Headline,text=Body")
    let found = notes(ParseNote(.mappedName("Body"), count: 1))
    #expect(english.notes(found, named: map) == ["--map names what is nowhere: Headline; check the spelling"])
    #expect(english.notes(ImportNotes(), named: FieldMap()) == [])
  }

  @Test(arguments: [
    ParseNote.Kind.skippedTable("log"), .skippedEntry, .furtherFields, .surplusTags(limit: 50),
    .surplusVersions(limit: 50), .unreadableVersion, .futureDate, .exchangeableDate, .impossibleTime, .surplusCells,
    .openQuote, .innerQuote,
  ])
  func everyKindHasALineWithItsCount(kind: ParseNote.Kind) {
    let found = notes(ParseNote(kind, count: 731, example: "样本", line: 9))
    for words in [english, chinese] {
      let lines = words.notes(found, named: FieldMap())
      #expect(lines.count == 1 && lines.allSatisfy { $0.contains("731") }, "\(lines)")
    }
    #expect(english.notes(found, named: FieldMap()) != chinese.notes(found, named: FieldMap()))
  }

  @Test func whatWasReadIsCountedInOneLine() {
    var report = ImportReport()
    (report.new, report.updated, report.completedStubs, report.stubs, report.unchanged) = (7, 6, 5, 4, 3)
    #expect(
      english.summary(report) == "7 new, 6 updated, 5 completed, 4 headline only, 3 unchanged")
    report.ruled = 2
    #expect(english.summary(report).hasPrefix("7 new") && english.summary(report).contains("2"))
    #expect(chinese.summary(report).hasPrefix("新增7，更新6，补全5，仅标题4，未变3"))
  }

  @Test func progressTellsShareOrSize() {
    let half = ImportProgress(bytesRead: 5 << 20, bytesInAll: 10 << 20, articles: 300, elapsed: .seconds(60))
    #expect(english.progress(half) == "50%  300 articles  5 a second  01:00 left")
    let pipe = ImportProgress(bytesRead: 5 << 20, bytesInAll: nil, articles: 300, elapsed: .seconds(60))
    #expect(english.progress(pipe) == "5 MB  300 articles  5 a second  --:-- left")
  }

  // MARK: Refusals

  private func reason(_ reason: ParseRefusal.Reason) -> ImportProblem.Reason { .refused(reason) }

  @Test func aRefusalNamesItsPlace() {
    #expect(
      english.refused(ImportProblem(reason(.noTitle), path: "a.txt")) == "not imported a.txt: no headline")
    #expect(
      chinese.refused(ImportProblem(reason(.empty), path: "news.jsonl", line: 12)) == "未导入 news.jsonl 第12行：空文件")
    #expect(english.refused(ImportProblem(.notFound, path: "x")) == "not imported x: there is no such file or folder")
    #expect(
      english.refused(ImportProblem(.unreadable(SystemProblem(code: EACCES)), path: "x"))
        == "not imported x: cannot be read (no permission)")
  }

  @Test func everyReasonHasWordsOfItsOwn() {
    let reasons: [ImportProblem.Reason] =
      [
        .empty, .endsWithinEntry, .tooManyItems(limit: 9), .tooLarge(limit: 64 << 20), .binary, .noTitle, .notAnArticle,
        .noArticleFields, .badHeader(["id", "值"]), .openQuote, .noFeed, .command("exec"),
        .notAWebAddress("ftp://x.example"),
        .noFeedAddress("晨报"), .tooManyFeeds(limit: 9, leftOut: 3), .otherDatabase, .corruptGzip, .holdsNothing(.feed),
        .holdsNothing(.objects), .holdsNothing(.rows), .holdsNothing(.records), .holdsNothing(.archivedPages),
        .holdsNothing(.subscriptions), .holdsNothing(.cache),
      ].map(reason) + ForeignFormat.allCases.map { reason(.foreign($0)) }
      + [
        .notFound, .archive(.noLibrary), .archive(.unreadable), .archive(.damaged), .archive(.tooLarge(limit: 4 << 30)),
        .archive(.tooDense(limit: 100)), .archive(.tooManyEntries(limit: 9)), .archive(.tooDeep(limit: 3)),
        .archive(.encrypted),
      ]
    for words in [english, chinese] {
      let texts = reasons.map { words.describe($0) }
      #expect(Set(texts).count == texts.count)
      #expect(!texts.contains(""))
    }
    #expect(english.describe(.archive(.noMemory)) == english.describe(.archive(.unreadable)))
  }

  @Test func aFormThatIsNotReadNamesWhatHelps() {
    #expect(english.describe(reason(.foreign(.xz))).contains("xz -d"))
    #expect(english.describe(reason(.foreign(.parquet))).contains("read_parquet"))
    #expect(chinese.describe(reason(.foreign(.subscriptions))).contains("newstape import"))
    #expect(english.describe(reason(.foreign(.image))).contains("no news"))
  }

  @Test func aMistakeInNamesOfColumnsIsToldWithItsPlace() {
    #expect(
      english.describe(FieldMapProblem.incomplete("title"), in: "--map").hasPrefix("--map 'title' is not complete"))
    let unknown = english.describe(FieldMapProblem.unknownField("headlines"), in: "import.map")
    #expect(unknown.hasPrefix("import.map: there is no field 'headlines'") && unknown.contains("title, "))
    #expect(chinese.describe(FieldMapProblem.repeatedName("a"), in: "--map") == "--map 中“a”出现两次；请只保留一个")
  }

  @Test func aLineThatIsLeftOutIsNamedWithItsFile() {
    #expect(english.leftOut(RemovedLine(text: "分享到", path: "a.txt")) == "left out of a.txt: 分享到")
  }
}
