import ArgumentParser
import Corpus
import Foundation
import Measuring

/// `newstape-bench`
@main
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "newstape-bench",
    abstract: "Measures what newstape promises and prints one table.",
    discussion: """
      Stores are made once, by the program itself, and kept. Figures are p50 / p99 in milliseconds where nothing else is \
      said; the bar is that of the largest store.

      EXAMPLES:
        newstape-bench --program .build/release/newstape
        newstape-bench --program .build/release/newstape --sizes 1000 --only keys --only search
      """)

  @Option(help: ArgumentHelp("The newstape to measure.", valueName: "path"))
  var program: String

  @Option(help: ArgumentHelp("How many articles the stores have.", valueName: "numbers"))
  var sizes = "1000,100000,1000000"

  @Flag(help: "Repeat less, and import fewer articles.")
  var quick = false

  @Option(help: ArgumentHelp("The folder of the stores.", valueName: "path"))
  var stores: String?

  @Option(
    help: ArgumentHelp(
      "Only start, keys, filter, search, typing, shell, statistics, facets, import, fetch.", valueName: "part"))
  var only: [String] = []

  @Flag(help: "Make the stores anew.")
  var rebuild = false

  private static var scenes: [any Scene.Type] {
    [
      StartScene.self, KeyScene.self, FilterScene.self, SearchScene.self, TypingScene.self, ShellScene.self,
      StatisticsScene.self, FacetScene.self, TimeScene.self,
    ]
  }

  func validate() throws {
    guard !numbers.isEmpty else { throw ValidationError("--sizes needs numbers.") }
    let known = Self.scenes.map { $0.name } + [ImportScene.name, FetchScene.name]
    for part in only where !known.contains(part) { throw ValidationError("\(part) is not one of \(known).") }
  }

  private var numbers: [Int] { sizes.split(separator: ",").compactMap { Int($0) }.filter { $0 > 0 }.sorted() }

  func run() throws {
    let stage = try stage()
    let load = Machine.load
    var report = Report()
    var broken = 0
    func play(_ name: String, _ body: () throws -> Void) {
      do {
        Note.write("\(name): \(Table.number(try timed(body).milliseconds / 1_000)) s")
      } catch {
        broken += 1
        Note.write("\(name): \(error)")
      }
    }
    for size in numbers { play("store of \(Table.grouped(size))") { try prepare(size, stage.stores, &report) } }
    for scene in Self.scenes where isWanted(scene.name) {
      for size in numbers {
        play("\(scene.name) at \(Table.grouped(size))") {
          try stage.stores.prepare(size)
          try scene.init(stage: stage).play(size, &report)
        }
      }
    }
    if isWanted(ImportScene.name) {
      play(ImportScene.name) { try ImportScene(stage: stage).play(&report, as: numbers.last ?? 0) }
    }
    if isWanted(FetchScene.name) {
      play(FetchScene.name) { try FetchScene(stage: stage).play(&report, as: numbers.last ?? 0) }
    }
    let table = report.table(sizes: numbers)
    print("\(Machine.today); \(Machine.description); load before: \(Table.number(load))\n")
    for line in table.lines { print(line) }
    print("\n\(table.passes) PASS, \(table.failures) FAIL")
    if table.failures + broken > 0 { throw ExitCode(1) }
  }

  private func isWanted(_ part: String) -> Bool { only.isEmpty || only.contains(part) }

  private func stage() throws -> Stage {
    let root = Vocabulary.dataFolder.deletingLastPathComponent()
    let named = stores ?? ProcessInfo.processInfo.environment["NEWSTAPE_BENCH_STORES"]
    let folder = named.map { URL(filePath: $0) } ?? root.appending(path: "Benchmarks/.stores")
    let home = folder.appending(path: "home")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let measured = MeasuredProgram(path: URL(filePath: program).path, home: home, data: root)
    let vocabulary = try Vocabulary(data: Vocabulary.dataFolder)
    let stores = BenchmarkStores(folder: folder, program: measured, vocabulary: vocabulary)
    return Stage(stores: stores, effort: quick ? .quick : .full)
  }

  /// Makes a store where it is missing, and tells what that took.
  private func prepare(_ size: Int, _ stores: BenchmarkStores, _ report: inout Report) throws {
    if rebuild { stores.discard(size) }
    let figures = try stores.store(size)
    guard isWanted(ImportScene.name) else { return }
    report.add(.importMemory, size, Double(figures.peakMemory) / 1_048_576)
    report.add(.storeSize, size, Double(figures.storeBytes) / Double(figures.textBytes))
  }
}
