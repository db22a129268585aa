import FeedParsing
import NewsLibrary
import NewsModel
import NewsParsing
import NewsStore
import NewsWriting
import Terminal
import TextBasics
import WebAddresses
import Wording

// Errors and reports of the other modules, in the sentences of the catalogue.

extension Words {
  func nothingFound(at address: String, _ failure: FeedSearchFailure) -> String {
    let address = AddressSecrets.masked(address)
    guard failure.reason == .notNews else {
      let offer = failure.overHTTP.map { overHTTPOffered(AddressSecrets.masked($0)) }
      return labelled(address, describe(failure.reason)) + (offer ?? semicolon + advice(failure.reason))
    }
    return failure.unexpected.map { nothingNews(at: address, insteadOf: $0) } ?? noFeed(at: address)
  }

  /// What was wrong with a feed that could be read all the same.
  func describe(_ found: [FeedNote]) -> String { remarks(found.map(describe)) }

  private func describe(_ remark: FeedNote) -> String {
    switch remark {
    case .invalidBytes: remarkInvalidBytes
    case .wrongCharset(let declared, let actual): remarkWrongCharset(declared, actual)
    case .mixedCharsets(let one, let other): remarkMixedCharsets(one, other)
    case .damagedMarkup: remarkDamagedMarkup
    case .cutShort: remarkCutShort
    case .damagedJSON(let problem, _): remarkDamagedJSON(describe(problem))
    case .tooDeep: remarkTooDeep
    case .tooManyItems(let limit): remarkTooManyItems(limit)
    case .longText: remarkLongText
    case .tooManyTags(let limit): remarkTooManyTags(limit)
    case .unreadableDate(let example): remarkUnreadableDate(example)
    case .droppedLink(let example): remarkDroppedLink(example)
    case .repeatedID(let example): remarkRepeatedID(example)
    }
  }

  func describe(_ failure: ReplacedFile.Failure) -> String {
    switch failure {
    case .exists(let path): fileIsThere(path)
    case .isTheStore(let path): fileIsTheStore(path)
    case .notAFile(let path): fileNotAFile(path)
    case .system(let path, let problem): fileCannotBeWritten(path, problem)
    case .store(let path): fileIsAStore(path)
    }
  }

  func followed(_ report: FollowReport) -> String { followed(new: report.new.count, known: report.known) }

  func noFormat(_ path: String) -> String { noFormat(path, ExportFormat.allCases.map(\.rawValue)) }

  func describe(_ error: StoreError) -> String {
    switch error {
    case .notFound(let path): storeNotFound(path)
    case .notAStore(let path): storeNotAStore(path)
    case .newerVersion(let found, let supported): storeNewerVersion(found, supported)
    case .olderVersion(let path): storeOlderVersion(path)
    case .cannotOpen(let path, let problem): storeCannotOpen(path, problem)
    case .readOnly(let path): storeReadOnly(path)
    case .logUnreadable(let path): storeLogUnreadable(path)
    case .usedByAnotherName(let path): storeUsedByAnotherName(path)
    case .lost(let path, let loss): describe(loss, path)
    case .damaged(let path, let detail): storeDamaged(path, detail)
    case .busy: storeBusy
    case .inputOutput(let path): storeInputOutput(path)
    case .diskFull: storeDiskFull
    case .name(let problem): describe(problem)
    case .subscription(let problem): describe(problem)
    case .cancelled: storeCancelled
    case .stopped(let count, let error):
      describe(error) + semicolon + stays(count)
    case .failed(let detail): storeFailed(detail)
    }
  }

  private func describe(_ loss: StoreLoss, _ path: String) -> String {
    switch loss {
    case .missing: storeMissing(path)
    case .replaced: storeReplaced(path)
    case .cut: storeCut(path)
    }
  }

  /// What whoever reads wants to know of the reason why nothing can be written; nil where that is no concern of theirs.
  func onlyRead(_ obstacle: StoreError) -> String? { obstacle == .diskFull ? diskFullForWriting : nil }

  func describe(_ found: StoreFinding) -> String {
    finding(name(found.kind), count: found.count, examples: found.examples)
  }

  func found(_ finding: StoreFinding) -> String { found(describe(finding)) }

  func describe(_ lost: RepairLoss) -> String { loss(name(lost.kind), count: lost.count, examples: lost.examples) }

  private func name(_ kind: StoreFinding.Kind) -> String {
    switch kind {
    case .file: damagedFile
    case .tables: damagedTables
    case .rows(let table): damagedRows(table)
    case .references: damagedReferences
    case .articles: damagedArticles
    case .bodies: damagedBodies
    case .places: damagedPlaces
    case .postings: damagedPostings
    case .counts: damagedCounts
    case .identities: damagedIdentities
    case .folded: damagedFolded
    case .index: damagedIndex
    case .notIndexed: damagedNotIndexed
    case .fetchStates: damagedFetchStates
    case .undo: damagedUndo
    }
  }

  func checking(_ part: CheckProgress.Part) -> String {
    switch part {
    case .file: checkingFile
    case .rows: checkingRows
    case .counts: checkingCounts
    case .articles: checkingArticles
    case .index: checkingIndex
    }
  }

  private func name(_ kind: RepairLoss.Kind) -> String {
    switch kind {
    case .articles: lostArticles
    case .headlineRows: lostHeadlineRows
    case .headlines: lostHeadlines
    case .times: lostTimes
    case .texts: lostTexts
    case .details: lostDetails
    case .terms: lostTerms
    case .marks: lostMarks
    case .rows(let table): lostRows(table)
    case .values(let table): lostValues(table)
    case .parts(let table): lostParts(table)
    case .fetchStates: lostFetchStates
    }
  }

  func damageMet(_ damage: StoreDamage) -> String {
    damageMet(
      articles: damage.articles, versions: damage.versions, unreachable: damage.hasUnreachableArticles,
      inLists: damage.isInLists, inIndex: damage.isInIndex, fetchStates: damage.fetchStates)
  }

  func noScreen(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal, .alreadyOpen: noTerminalToDrawOn
    case .unknownTerminal(let names): screenUnknownTerminal(names)
    }
  }

  func browserFailed(_ failure: BrowserLauncher.Failure) -> SafeText {
    switch failure {
    case .notAWebLink: SafeText(onlyWebLinks)
    case .cannotStart(let program): SafeText(cannotStart(program))
    case .unseen: SafeText(noBrowserHere)
    }
  }
}
