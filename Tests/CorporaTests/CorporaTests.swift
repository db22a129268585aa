import Foundation
import Testing

/// Inputs as people have them are read as they mean them.
struct CorporaTests {
  /// Every case with what is read in it: read once for all tests.
  private static let readings = Result {
    try CorpusFolder.allCases.map { folder in
      (folder: folder, cases: try folder.cases().map { (test: $0, reading: try CorpusReading($0)) })
    }
  }

  private func cases(of folder: CorpusFolder) throws -> [(test: CorpusCase, reading: CorpusReading)] {
    try Self.readings.get().filter { $0.folder == folder }.flatMap(\.cases)
  }

  @Test(
    "a case of the corpora is read as it must be, or is named among the open ones", arguments: CorpusFolder.allCases)
  func cases(folder: CorpusFolder) throws {
    let open = try folder.open()
    let all = try cases(of: folder)
    #expect(open.subtracting(all.map(\.test.name)).isEmpty, "open.txt names cases that are not there")
    for (test, reading) in all {
      let mistakes = reading.mistakes
      if open.contains(test.name) {
        #expect(!mistakes.isEmpty, "\(test.label) is read right now: take its name out of open.txt")
      } else {
        #expect(mistakes.isEmpty, "\(test.label) (\(test.want.holds))\n\(Self.told(mistakes))")
      }
    }
  }

  @Test("no more than three cases hold one mechanism", arguments: CorpusFolder.allCases)
  func mechanisms(folder: CorpusFolder) throws {
    let counts = Dictionary(grouping: try cases(of: folder), by: \.test.want.holds).mapValues(\.count)
    #expect(counts.filter { $0.value > 3 }.isEmpty)
  }

  @Test("the rates by field stay above their floors")
  func floors() throws {
    let floors = try JSONDecoder().decode([String: [String: Double]].self, from: Data(contentsOf: CorpusFolder.floors))
    var table = ScoreTable()
    for (folder, cases) in try Self.readings.get() {
      for (_, reading) in cases { table.add(reading, of: folder) }
    }
    if ProcessInfo.processInfo.environment["NEWSTAPE_SCORE"] != nil { print(table) }
    // What `floors.json` does not name must be right everywhere.
    for (folder, fields) in floors.mapValues({ Set($0.keys) }).merging(table.fields, uniquingKeysWith: { $0.union($1) })
    {
      for field in fields {
        let rate = table.rate(of: field, in: folder) ?? 0
        #expect(rate >= floors[folder]?[field] ?? 1, "\(field) of \(folder)")
      }
    }
  }

  @Test(
    "there are enough cases of each kind",
    arguments: [(CorpusFolder.feeds, 200), (.pages, 80), (.dumps, 100), (.records, 60)])
  func counts(folder: CorpusFolder, least: Int) throws {
    #expect(try cases(of: folder).count >= least)
  }

  @Test(
    "half of the pages and dumps are whole, with all that surrounds an article",
    arguments: [CorpusFolder.pages, .dumps])
  func wholePages(folder: CorpusFolder) throws {
    let lengths = try cases(of: folder).map { try $0.test.lineCount }
    #expect(lengths.count { $0 >= 60 } * 2 >= lengths.count)
  }

  private static func told(_ mistakes: [CorpusReading.Comparison]) -> String {
    mistakes.map { "  \($0.field)\n    got  \(short($0.got))\n    want \(short($0.want))" }.joined(separator: "\n")
  }

  private static func short(_ text: String) -> String {
    let line = text.replacing("\n", with: " ⏎ ")
    return line.count > 600 ? line.prefix(600) + "…" : line
  }
}
