import Foundation
import NewsLibrary
import NewsModel
import NewsStore
import Testing

@testable import App

@Suite struct CommandRunnerTests {
  private let home: TemporaryHome
  private let setup: Setup

  init() throws {
    home = try TemporaryHome()
    setup = try home.setup()
  }

  @Test(arguments: [
    ["nonsense"], ["list", "--nonsense"], ["show"], ["list", "--limit", "many"], ["--store"],
    ["rules", "move", "a", "b"],
  ])
  func aCommandLineThatIsNoneIsAMistakeOfUsage(arguments: [String]) {
    #expect(CommandRunner.run(arguments) == .usage)
  }

  /// Nothing is read and no log is begun before the file of settings is known to be there.
  @Test func whatACommandRefusesBecomesItsCode() throws {
    let failure = try #require(throws: CommandFailure.self) {
      try Setup.load(try GlobalOptions.parse(["--config", home.path + "/none.toml"]), environment: home.environment())
    }
    #expect(failure.status == .noInput)
    #expect(failure.message.contains("none.toml"))
  }

  @Test func everyErrorOfTheStoreHasItsCode() throws {
    let codes: [(StoreError, App.ExitStatus)] = [
      (.notFound(path: "x"), .noInput), (.logUnreadable(path: "x"), .noInput), (.notAStore(path: "x"), .badData),
      (.newerVersion(found: 9, supported: 1), .badData), (.damaged(path: "x", detail: ""), .badData),
      (.cannotOpen(path: "x", SystemProblem(code: EACCES)), .cannotCreate), (.readOnly(path: "x"), .cannotCreate),
      (.olderVersion(path: "x"), .cannotCreate), (.diskFull, .inputOutput), (.inputOutput(path: "x"), .inputOutput),
      (.lost(path: "x", .missing), .inputOutput), (.busy, .failure), (.usedByAnotherName(path: "x"), .failure),
      (.failed(detail: "x"), .failure), (.name(.empty), .usage), (.subscription(.unknown("x")), .usage),
      (.cancelled, .interrupted), (.stopped(after: 3, .diskFull), .inputOutput),
    ]
    for (error, status) in codes {
      let failure = try #require(throws: CommandFailure.self) { try setup.explainingErrors { throw error } }
      #expect(failure.status == status, "\(error)")
      #expect(!failure.message.isEmpty && failure.details.isEmpty)
    }
  }

  @Test func errorsOfFilesAreExplainedAndOthersLeft() throws {
    let output = try #require(throws: CommandFailure.self) {
      try setup.explainingErrors { throw OutputError(code: ENOSPC) }
    }
    #expect(output.status == .inputOutput)
    let file = try #require(throws: CommandFailure.self) {
      try setup.explainingErrors { throw ReplacedFile.Failure.exists(path: "cuts.csv") }
    }
    #expect(file.status == .cannotCreate && file.message.contains("cuts.csv"))
    #expect(throws: App.ExitStatus.badData) { try setup.explainingErrors { throw App.ExitStatus.badData } }
    #expect(try setup.explainingErrors { 7 } == 7)
  }

  // MARK: Libraries of commands

  @Test func theOwnLibraryIsClosedAfterwards() throws {
    let library = try setup.withOwnLibrary(.create) { library in
      _ = try library.store.save([Item(title: "云杉动力召回电池", published: Timestamp(1_557_100_800))])
      return library
    }
    #expect(!library.isSample && library.store.path == setup.paths.store)
    #expect(throws: StoreError.self) { try library.store.count(.all) }
    #expect(try setup.withOwnLibrary { try $0.store.count(.all) } == 1)
  }

  @Test func aStoreThatIsNotThereIsNotMade() throws {
    #expect(throws: CommandFailure.self) { try setup.withOwnLibrary { _ in } }
    #expect(!FileManager.default.fileExists(atPath: setup.paths.store))
  }

  @Test func newsComeFromTheSampleWhereThereAreNoOwn() throws {
    #expect(try setup.withLibraryOrSample { $0.isSample })
    try setup.withOwnLibrary(.create) { library in
      _ = try library.store.save([Item(title: "云杉动力召回电池", published: Timestamp(1_557_100_800))])
    }
    #expect(try setup.withLibraryOrSample { $0.isSample } == false)
  }

  @Test func anErrorOfTheWorkClosesTheLibraryToo() throws {
    var kept: NewsLibrary?
    #expect(throws: App.ExitStatus.noInput) {
      try setup.withOwnLibrary(.create) { library in
        kept = library
        throw App.ExitStatus.noInput
      }
    }
    #expect(throws: StoreError.self) { try kept?.store.count(.all) }
  }
}
