import FeedParsing
import Foundation
import NewsModel
import Terminal
import Testing
import Wording

@testable import App
@testable import NewsLibrary
@testable import NewsStore

/// Errors and reports of the modules below, in the sentences of the catalogue.
@Suite struct WordsOfLibraryTests {
  private let english = Words(language: .en)
  private let chinese = Words(language: .zhHans)

  /// Each has words, no two have the same, and no language is left out.
  private func expectOwnWords<T>(_ values: [T], _ describe: (Words, T) -> String) {
    let texts = [english, chinese].map { words in values.map { describe(words, $0) } }
    for texts in texts {
      #expect(Set(texts).count == texts.count, "\(texts)")
      #expect(!texts.contains(""))
    }
    for (one, other) in zip(texts[0], texts[1]) { #expect(one != other) }
  }

  @Test func everyErrorOfTheStoreHasWords() {
    let errors: [StoreError] = [
      .notFound(path: "a.db"), .notAStore(path: "a.db"), .newerVersion(found: 9, supported: 3),
      .olderVersion(path: "a.db"),
      .cannotOpen(path: "a.db", SystemProblem(code: EACCES)), .readOnly(path: "a.db"), .logUnreadable(path: "a.db"),
      .usedByAnotherName(path: "a.db"), .lost(path: "a.db", .missing), .lost(path: "a.db", .replaced),
      .lost(path: "a.db", .cut), .damaged(path: "a.db", detail: "page 3"), .busy, .inputOutput(path: "a.db"), .diskFull,
      .name(.empty), .name(.tooLong(limit: 60)), .name(.taken("甲")), .name(.unknown("甲")),
      .subscription(.badAddress("ftp://x")), .subscription(.unknown("晨报")),
      .subscription(.alreadyThere(Subscription(name: "晨报", address: "https://x.example/"))), .cancelled,
      .failed(detail: "SQLite says"),
    ]
    expectOwnWords(errors) { $0.describe($1) }
    #expect(english.describe(StoreError.notFound(path: "a.db")).contains("a.db"))
    #expect(
      english.describe(StoreError.cannotOpen(path: "a.db", SystemProblem(code: EACCES))).contains("no permission"))
  }

  @Test func whatWasDoneBeforeAnErrorIsSaid() {
    #expect(
      english.describe(StoreError.stopped(after: 12, .diskFull))
        == "the disk is full; make room and try again; what was done to 12 articles before that stays")
    #expect(chinese.describe(StoreError.stopped(after: 12, .busy)).hasSuffix("；此前完成的12条仍然有效"))
  }

  @Test func onlyAFullDiskConcernsWhoeverReads() {
    #expect(english.onlyRead(.diskFull) == "the disk is full: the store can be read, but not written")
    for other in [StoreError.readOnly(path: "a.db"), .busy, .olderVersion(path: "a.db")] {
      #expect(english.onlyRead(other) == nil)
    }
  }

  @Test func everyFindingAndEveryLossHasWords() {
    let kinds: [StoreFinding.Kind] = [
      .file, .tables, .rows(table: "rule"), .references, .articles, .bodies, .places, .postings, .counts, .identities,
      .folded, .index, .notIndexed, .fetchStates, .undo,
    ]
    expectOwnWords(kinds.map { StoreFinding($0, count: 3, examples: ["7", "9"]) }) { $0.describe($1) }
    let losses: [RepairLoss.Kind] = [
      .articles, .headlineRows, .headlines, .times, .texts, .details, .terms, .marks, .rows(table: "rule"),
      .values(table: "rule"), .parts(table: "rule"), .fetchStates,
    ]
    expectOwnWords(losses.map { RepairLoss(kind: $0, count: 3, examples: ["7"]) }) { $0.describe($1) }
    let finding = StoreFinding(.articles, count: 3, examples: ["7", "9"])
    #expect(english.describe(finding).contains("(such as 7, 9)"))
    #expect(english.found(finding).contains(english.describe(finding)))
  }

  @Test func everyPartOfACheckHasWords() {
    expectOwnWords([CheckProgress.Part.file, .rows, .counts, .articles, .index]) { $0.checking($1) }
  }

  @Test func damageIsToldByWhatItMeans() {
    var damage = StoreDamage()
    damage.articles = 3
    #expect(english.damageMet(damage).contains("3"))
    var others: [StoreDamage] = [damage]
    damage = StoreDamage()
    damage.versions = 7
    #expect(english.damageMet(damage).contains("7") && chinese.damageMet(damage).contains("7"))
    others.append(damage)
    damage = StoreDamage()
    damage.isInLists = true
    others.append(damage)
    damage = StoreDamage()
    damage.isInIndex = true
    others.append(damage)
    expectOwnWords(others) { $0.damageMet($1) }
  }

  @Test func everyRemarkOfAFeedHasWords() {
    let remarks: [FeedNote] = [
      .invalidBytes, .wrongCharset(declared: "gbk", actual: "utf-8"), .mixedCharsets("gbk", "big5"), .damagedMarkup,
      .cutShort,
      .tooDeep, .tooManyItems(limit: 9), .longText, .tooManyTags(limit: 9), .unreadableDate("昨晚"),
      .droppedLink("javascript:x"),
      .repeatedID("7"),
    ]
    expectOwnWords(remarks) { $0.describe([$1]) }
    #expect(english.describe([FeedNote.damagedMarkup, .cutShort]) == "damaged markup; ends within an entry")
    #expect(english.describe([FeedNote]()) == "")
    #expect(!english.describe([FeedNote.droppedLink("https://me:secret@x.example/")]).contains("secret"))
  }

  @Test func everyFailureOfAFileHasWords() {
    let failures: [ReplacedFile.Failure] = [
      .exists(path: "a.md"), .isTheStore(path: "a.md"), .notAFile(path: "a.md"), .store(path: "a.md"),
      .system(path: "a.md", SystemProblem(code: ENOSPC)),
    ]
    expectOwnWords(failures) { $0.describe($1) }
    #expect(failures.allSatisfy { english.describe($0).contains("a.md") })
    #expect(english.noFormat("a.docx").contains("a.docx") && english.noFormat("a.docx").contains("jsonl"))
  }

  // MARK: Looking for feeds

  @Test func whereThereIsNoFeedTheAnswerIsNamed() {
    let none = english.nothingFound(at: "https://me:secret@x.example/", FeedSearchFailure(.notNews))
    #expect(none.contains("there is no feed here") && !none.contains("secret"))
    let page = english.nothingFound(at: "https://x.example/", FeedSearchFailure(.notNews, unexpected: .page))
    #expect(page.contains("no feed, and the usual places of the site have none"))
    #expect(page != none)
  }

  @Test func anotherWayIsOfferedInPlaceOfAdvice() {
    let offered = english.nothingFound(
      at: "x.example", FeedSearchFailure(.noConnection, overHTTP: "http://me:secret@x.example"))
    #expect(offered.hasPrefix("x.example: ") && offered.contains("newstape add http://"))
    #expect(!offered.contains("secret"))
    let advised = english.nothingFound(at: "x.example", FeedSearchFailure(.noConnection))
    #expect(advised.contains("; ") && !advised.contains("newstape add http://"))
  }

  @Test func everyFailureOfAFetchHasItsCode() {
    let codes: [(FetchFailure, App.ExitStatus)] = [
      (.badAddress, .usage), (.notNews, .badData), (.tooLarge(limit: 9), .badData), (.badRedirect("ftp:"), .badData),
      (.notHTTP, .badData), (.hostNotFound, .inputOutput), (.noConnection, .inputOutput), (.timedOut, .inputOutput),
      (.insecure, .inputOutput), (.tooManyRedirects, .inputOutput), (.broken, .inputOutput),
      (.status(500), .inputOutput),
    ]
    for (failure, status) in codes { #expect(failure.exitStatus == status, "\(failure)") }
    expectOwnWords(codes.map(\.0)) { $0.describe($1) }
  }

  @Test func listsOfFeedsAreCounted() {
    var report = FollowReport()
    report.new = [Subscription(name: "晨报", address: "https://x.example/")]
    report.known = 2
    #expect(english.followed(report).contains("1") && english.followed(report).contains("2"))
  }

  @Test func aScreenThatIsNoneIsExplained() {
    #expect(english.noScreen(.notATerminal) == english.noScreen(.alreadyOpen))
    #expect(english.noScreen(.unknownTerminal(["vt-nonsense", "other"])).contains("vt-nonsense"))
  }
}
