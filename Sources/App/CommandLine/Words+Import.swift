import Archives
import ArticleFields
import JSON
import NewsLibrary
import NewsParsing
import SourceForms
import Wording

// What an import reports, in the sentences of the catalogue.

extension Words {
  /// What a form is called, and what helps.
  func describe(_ format: ForeignFormat) -> String {
    switch format {
    case .sgml: formSGML
    case .arc: formARC
    case .pythonLiterals: formPythonLiterals
    case .rows: formRows
    case .xml: formXML
    case .yaml: formYAML
    case .httpAnswer: formHTTPAnswer
    case .subscriptions: formSubscriptions
    case .pdf: formPDF
    case .rtf: formRTF
    case .latex: formLaTeX
    case .officeDocument: formOfficeDocument
    case .postScript: formPostScript
    case .sqlite: formSQLite
    case .parquet: formParquet
    case .arrow: formArrow
    case .columns: formColumns
    case .pickle: formPickle
    case .arrays: formArrays
    case .zip: formZIP
    case .xz: formXz
    case .bzip2: formBzip2
    case .zstandard: formZstandard
    case .sevenZip: formSevenZip
    case .rar: formRAR
    case .tar: formTar
    case .image: formImage
    case .audioOrVideo: formAudioOrVideo
    case .font: formFont
    case .program: formProgram
    case .sourceCode: formSourceCode
    case .patch: formPatch
    case .configuration: formConfiguration
    case .log: formLog
    case .calendar: formCalendar
    case .subtitles: formSubtitles
    case .key: formKey
    case .encoded: formEncoded
    }
  }

  /// One line for each kind of thing that was passed over or guessed; columns and keys stand together.
  func notes(_ report: ImportReport, named map: FieldMap) -> [String] {
    var lines = notes(report.notes, named: map)
    if report.estimated > 0 { lines.append(estimated(report.estimated)) }
    return lines
  }

  func notes(_ notes: ImportNotes, named map: FieldMap) -> [String] {
    var lines: [String] = []
    let unknown = notes.entries.compactMap { entry in
      if case .unknownField(let name) = entry.kind { (name, entry.count) } else { nil }
    }
    let surplus = notes.entries.compactMap { entry in
      if case .surplusField(let name) = entry.kind { (name, entry.count) } else { nil }
    }
    if !unknown.isEmpty { lines.append(passedOver(list(unknown))) }
    if !surplus.isEmpty { lines.append(leftOut(list(surplus))) }
    lines += notes.entries.compactMap(describe)
    let unused = notes.unused(of: map)
    if !unused.isEmpty { lines.append(notFound(unused)) }
    return lines
  }

  /// Nil for what is told together with others.
  private func describe(_ entry: ImportNotes.Entry) -> String? {
    let count = entry.count
    let example = entry.example.map(suchAs) ?? ""
    let place = entry.line.map { firstAt(entry.path, line: $0) } ?? ""
    switch entry.kind {
    case .unknownField, .surplusField, .mappedName: return nil
    case .skippedTable(let name): return noteSkippedTable(name, count)
    case .skippedEntry: return noteSkippedEntry(count, example)
    case .furtherFields: return noteFurtherFields(count)
    case .surplusTags(let limit): return noteSurplusTags(limit, count)
    case .surplusVersions(let limit): return noteSurplusVersions(limit, count)
    case .unreadableVersion: return noteUnreadableVersion(count, example)
    case .unreadableDate: return noteUnreadableDate(count, example)
    case .futureDate: return noteFutureDate(count, example)
    case .unknownArrival: return noteUnknownArrival(count, example)
    case .exchangeableDate: return noteExchangeableDate(count, example)
    case .impossibleTime: return noteImpossibleTime(count, example)
    case .missingCells: return noteMissingCells(count, place)
    case .surplusCells: return noteSurplusCells(count, place)
    case .openQuote: return noteOpenQuote(count, place)
    case .innerQuote: return noteInnerQuote(count, place)
    }
  }

  func describe(_ problem: FieldMapProblem, in place: String) -> String {
    let fields = ArticleField.allCases.map(\.rawValue).joined(separator: ", ")
    return switch problem {
    case .incomplete(let pair): mapIncomplete(pair, place)
    case .unknownField(let word): mapUnknownField(word, place, fields)
    case .repeatedName(let name): mapRepeatedName(name, place)
    }
  }

  func describe(_ reason: ImportProblem.Reason) -> String {
    switch reason {
    case .notFound: noSuchFile
    case .unreadable(let problem): unreadable(problem)
    case .refused(let reason): describe(reason)
    case .archive(let failure): describe(failure)
    }
  }

  private func describe(_ reason: ParseRefusal.Reason) -> String {
    switch reason {
    case .empty: refusedEmpty
    case .holdsNothing(let container): describeEmpty(container)
    case .endsWithinEntry: refusedEndsWithinEntry
    case .tooManyItems(let limit): refusedTooManyItems(limit)
    case .tooLarge(let limit): refusedTooLarge(limit)
    case .binary: refusedBinary
    case .foreign(let format): describe(format)
    case .noTitle: refusedNoTitle
    case .notAnArticle: refusedNotAnArticle
    case .badJSON(let problem): refusedBadJSON(describe(problem))
    case .noArticleFields: refusedNoArticleFields
    case .badHeader(let names): refusedBadHeader(names)
    case .openQuote: refusedOpenQuote
    case .noFeed: refusedNoFeed
    case .command(let name): refusedCommand(name)
    case .notAWebAddress(let address): refusedNotAWebAddress(address)
    case .noFeedAddress(let name): refusedNoFeedAddress(name)
    case .tooManyFeeds(let limit, let leftOut): refusedTooManyFeeds(limit, leftOut)
    case .otherDatabase: refusedOtherDatabase
    case .corruptGzip: refusedCorruptGzip
    }
  }

  func describe(_ problem: JSONReader.Problem) -> String {
    switch problem {
    case .notAnObject: jsonNotAnObject
    case .cutShort: jsonCutShort
    case .unexpected: jsonUnexpected
    case .badEscape: jsonBadEscape
    case .badNumber: jsonBadNumber
    case .tooDeep: jsonTooDeep
    case .trailing: jsonTrailing
    }
  }

  private func describe(_ failure: ArchiveFailure) -> String {
    switch failure {
    case .noLibrary: archiveNoLibrary
    case .noMemory, .unreadable: archiveUnreadable
    case .damaged: archiveDamaged
    case .tooLarge(let limit): archiveTooLarge(limit)
    case .tooDense(let limit): archiveTooDense(limit)
    case .tooManyEntries(let limit): archiveTooManyEntries(limit)
    case .tooDeep(let limit): archiveTooDeep(limit)
    case .encrypted: archiveEncrypted
    }
  }

  private func describeEmpty(_ container: ParseRefusal.Container) -> String {
    switch container {
    case .feed: emptyFeed
    case .objects: emptyObjects
    case .rows: emptyRows
    case .records: emptyRecords
    case .archivedPages: emptyArchivedPages
    case .subscriptions: emptySubscriptions
    case .cache: emptyCache
    }
  }

  func summary(_ report: ImportReport) -> String {
    imported(
      new: report.new, updated: report.updated, completed: report.completedStubs, stubs: report.stubs,
      unchanged: report.unchanged, outdated: report.outdated, refused: report.refused, ruled: report.ruled)
  }

  func leftOut(_ line: RemovedLine) -> String { leftOut(line.text, of: line.path) }

  func refused(_ problem: ImportProblem) -> String {
    refused(place(problem.path, line: problem.line), describe(problem.reason))
  }

  func progress(_ progress: ImportProgress) -> String {
    let share = progress.fraction.map { "\(Int($0 * 100))%" } ?? "\(progress.bytesRead >> 20) MB"
    return importing(
      share: share, articles: progress.articles, rate: Int(progress.rate), remaining: progress.remaining)
  }
}
