import Configuration
import Foundation
import Log
import NewsLibrary
import NewsModel
import NewsStore
import TextAnalysis
import Wording

/// The file of what the reader taught the analysis, `tables.tsv` in the folder of the configuration.
struct OwnTablesFile: Sendable {
  let path: String
  /// Rows that count besides, as those of the sample do while it is shown; the file's win.
  var besides: @Sendable () -> OwnTables = { OwnTables() }

  /// What it says; nothing where there is no such file. Takes as long as the file is read.
  func tables() -> OwnTables {
    guard FileManager.default.fileExists(atPath: path) else { return OwnTables() }
    return Log.attempt("read \(path)") { OwnTables(try bytes()) } ?? OwnTables()
  }

  private func bytes() throws -> [UInt8] {
    let file = try FileHandle(forReadingFrom: URL(filePath: path))
    defer { Log.attempt("close \(path)", .info) { try file.close() } }
    return try file.read(upToCount: OwnTables.limit + 1).map(Array.init) ?? []
  }
}

extension OwnTablesFile {
  /// Changes the text of the file; returns what it says then.
  func change(_ change: (String) -> String) throws -> OwnTables {
    let old = FileManager.default.fileExists(atPath: path) ? try bytes() : []
    // What is longer than the limit, or no text, would lose something.
    guard old.count <= OwnTables.limit, let text = String(validating: old, as: UTF8.self) else {
      throw ReplacedFile.Failure.system(
        path: path, SystemProblem(code: old.count > OwnTables.limit ? EFBIG : EILSEQ))
    }
    let new = change(text)
    if new != text { try write(new) }
    return OwnTables(new)
  }

  /// Puts other text in place of the whole file, which is never seen half written. A link stays one.
  private func write(_ text: String) throws {
    let place = URL(filePath: path).resolvingSymlinksInPath()
    try PrivateFolder.make(place.deletingLastPathComponent().path)
    try ReplacedFile.write(place.path, replaces: true) { file in try file.write(Array(text.utf8)) }
  }
}

extension Setup {
  var ownTables: OwnTablesFile { OwnTablesFile(path: paths.tables) { [self] in sampleTables } }

  /// The invented companies of the sample, as long as the reader has no store.
  private var sampleTables: OwnTables {
    guard readLocation.kind == .sample else { return OwnTables() }
    return OwnTablesFile(path: samplePages + "/tables.tsv").tables()
  }

  /// Lets the program follow the reader's own tables, which are read when they are needed first, and the exchange that was chosen.
  func followReader() {
    TradingCalendar.use(settings.exchange)
    TextAnalyser.takeOwnTables { [ownTables] in ownTables.tables().joined(behind: ownTables.besides()) }
  }

  /// What is wrong in the reader's own tables, a line each.
  ///
  /// Where there are any, this takes as long as the tables of companies are loaded.
  var mistakesInOwnTables: [String] {
    let tables = ownTables.tables()
    guard !tables.lines.isEmpty || !tables.mistakes.isEmpty else { return [] }
    let mistakes = tables.mistakes + TextAnalyser(own: tables).mistakes
    return mistakes.sorted { ($0.line, $0.column) < ($1.line, $1.column) }.map { mistake in
      words.placed("\(paths.tables):\(mistake.line):\(mistake.column)", words.describe(mistake.reason))
    }
  }
}

extension Words {
  fileprivate func describe(_ reason: OwnTables.Mistake.Reason) -> String {
    switch reason {
    case .unknownKind(let name): unknownKindOfRow(name, OwnRow.Kind.allCases.map(self.name))
    case .columnMissing: columnMissing
    case .tooManyColumns: tooManyColumns
    case .columnTooLong(let limit): columnTooLong(limit)
    case .unknownCompany(let name): unknownCompanyInTables(name)
    case .unknownEvent(let name):
      unknownEventInTables(name, EventKind.allCases.map { self.name($0.rawValue, of: .event) })
    case .unknownTopic(let name):
      unknownTopicInTables(name, Topic.allCases.map { self.name($0.rawValue, of: .topic) })
    case .emptyPattern: emptyPattern
    case .blankInDetail: blankInDetail
    case .badDirection(let text): badDirection(text)
    case .badTone(let text): badToneInTables(text)
    case .tooManyRows(let limit): tooManyRows(limit)
    case .tooLarge(let limit): tablesTooLarge(limit)
    case .notUTF8: tablesNotUTF8
    }
  }

  private func name(_ kind: OwnRow.Kind) -> String { language == .en ? kind.rawValue : kind.chineseName }
}
