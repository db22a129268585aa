import Configuration
import Dashboard
import Foundation
import Log
import NewsLibrary
import NewsModel
import NewsStore
import RegularExpressions
import Terminal
import TextAnalysis
import TextBasics
import WebAddresses
import Wording

/// What every command and the dashboard begin with: settings, places, language, zones.
struct Setup: Sendable {
  let environment: [String: String]
  let paths: Paths
  let settings: Settings
  /// Mistakes in the settings.
  let problems: [ConfigurationProblem]
  let language: Language
  /// Themes and sample of the program; nil where they were not found.
  let dataFolder: DataFolder?

  /// Puts the settings together. Throws `CommandFailure` for an option that cannot be followed.
  static func load(
    _ options: GlobalOptions, environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws -> Setup {
    let paths = Paths(environment: environment, configuration: options.config)
    let (settings, problems) = Settings.load(environment: environment, paths: paths, overrides: options.overrides)
    let setup = Setup(
      environment: environment, paths: paths, settings: settings, problems: problems,
      language: settings.language(in: environment),
      dataFolder: DataFolder.locate(environment: environment, executable: DataFolder.executablePath))
    Log.keep(in: setup.logFile, from: settings.logLevel)
    if let config = options.config, !FileManager.default.fileExists(atPath: config) {
      throw CommandFailure(.noInput, setup.words.noFile(config))
    }
    for problem in problems {
      if case .option = problem.origin { throw CommandFailure(.usage, setup.describe(problem)) }
    }
    if let theme = options.theme, theme != "auto", !setup.themes.entries().contains(where: { $0.name == theme }) {
      throw CommandFailure(.usage, setup.words.noThemeListed(theme))
    }
    return setup
  }

  /// Tells what is wrong with the settings. Throws `ExitStatus.configuration` where nothing should be done until it is mended.
  func reportProblems() throws {
    for problem in problems { CommandRunner.reportError(describe(problem)) }
    if hasFatalProblem { throw ExitStatus.configuration }
  }

  /// In words, without the secrets of an address that a file was given.
  func describe(_ problem: ConfigurationProblem) -> String { AddressSecrets.masked(problem.message(in: language)) }

  private var logFile: LogFile {
    LogFile(paths.log) { [path = paths.log] in
      do {
        try PrivateFolder.make(URL(filePath: path).deletingLastPathComponent().path)
        return true
      } catch {  // There is no log in which this could be told.
        return false
      }
    }
  }

  var hasFatalProblem: Bool { problems.contains(where: \.isFatal) }

  var words: Words { Words(language: language) }

  var themes: ThemeCatalog { ThemeCatalog(userFolder: paths.themes, shippedFolder: dataFolder?.themes) }

  var widths: ColumnWidths { ColumnWidths(ambiguous: settings.ambiguousWidth.columns) }

  var isASCII: Bool { settings.prefersASCII(in: environment) }

  /// The zone of pages that name none, and of times that scripts read.
  var sourceZone: TimeZone { settings.sourceZone.zone }

  /// The zone in which times are shown and typed.
  ///
  /// A computer that runs on UTC, as servers do, does not say where its reader is: then that of the sources, unless
  /// the configuration asks for UTC.
  var displayZone: TimeZone { displayZone(local: .ofComputer(environment)) }

  func displayZone(local: TimeZone) -> TimeZone {
    guard case .local = settings.displayZone else { return settings.displayZone.zone }
    let saysNothing =
      settings.origin(of: "timezone.display") == .standard && Self.serverZones.contains(local.identifier)
    return saysNothing ? sourceZone : local
  }

  private static let serverZones: Set<String> = ["UTC", "GMT", "Etc/UTC", "Etc/GMT", "Etc/UCT", "Universal", "Zulu"]
}

extension Setup {
  /// The store that is read without further wishes.
  var readLocation: LibraryLocation {
    .forReading(named: settings.storePath, user: paths.store, sample: paths.sampleStore)
  }

  /// The store that imports go into.
  var writeLocation: LibraryLocation { .forWriting(named: settings.storePath, user: paths.store) }

  /// The folder of the sample's files.
  var samplePages: String { (dataFolder?.data ?? "data") + "/sample" }

  /// Opens the user's store or, where there is none yet, the sample.
  ///
  /// - Parameter mode: whether a store that was named and is not there is made.
  func openLibrary(
    _ mode: NewsStore.OpenMode = .existing, onEvent: (@Sendable (StoreEvent) -> Void)? = nil
  ) throws -> NewsLibrary {
    let location = readLocation
    return try explainingErrors {
      guard location.kind == .sample else { return try openLibrary(at: location.path, mode, onEvent: onEvent) }
      let sample = SampleLibrary(pages: samplePages, storePath: location.path)
      return try NewsLibrary.open(sample, zone: displayZone, onEvent: onEvent)
    }
  }

  /// Opens the user's own store, never the sample.
  func openOwnLibrary(
    _ mode: NewsStore.OpenMode = .existing, onEvent: (@Sendable (StoreEvent) -> Void)? = nil
  ) throws -> NewsLibrary {
    try explainingErrors { try openLibrary(at: writeLocation.path, mode, onEvent: onEvent) }
  }

  /// Opens a store, and shows on standard error how far bringing it up to date has come, where it is an older program's.
  func openLibrary(
    at path: String, _ mode: NewsStore.OpenMode = .create, onEvent: (@Sendable (StoreEvent) -> Void)? = nil
  ) throws(StoreError) -> NewsLibrary {
    let display = SharedDisplay(words)
    defer { display.bar.end() }
    return try NewsLibrary.open(at: path, mode, onUpgrade: { display.bar.show($0) }, onEvent: onEvent)
  }

  /// Runs `body`; what the library or the system has against it becomes a `CommandFailure` in words.
  func explainingErrors<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as StoreError {
      throw CommandFailure(error.exitStatus, words.describe(error))
    } catch let error as OutputError {
      throw CommandFailure(.inputOutput, words.cannotWriteOutput(SystemProblem(code: error.code)))
    } catch let error as ReplacedFile.Failure {
      throw CommandFailure(.cannotCreate, words.describe(error))
    }
  }
}

extension Setup {
  /// Words for an error that comes up while the dashboard is open.
  func describe(_ error: any Error) -> SafeText {
    switch error {
    case let error as StoreError: SafeText(words.describe(error))
    case let error as ReplacedFile.Failure: SafeText(words.describe(error))
    case let failure as FeedSearchFailure: SafeText(words.describe(failure.reason))
    case let failure as HandoffFailure: SafeText(words.describe(failure))
    case let failure as ChildProgram.Failure: SafeText(words.describe(failure))
    default: SafeText(String(describing: error))
    }
  }
}

extension StoreError {
  fileprivate var exitStatus: ExitStatus {
    switch self {
    case .notFound: .noInput
    case .logUnreadable: .noInput
    case .notAStore, .newerVersion, .damaged: .badData
    case .cannotOpen, .readOnly, .olderVersion: .cannotCreate
    case .diskFull, .inputOutput, .lost: .inputOutput
    case .busy, .usedByAnotherName, .failed: .failure
    case .name, .subscription: .usage
    case .cancelled: .interrupted
    case .stopped(_, let error): error.exitStatus
    }
  }
}

extension Setup {
  /// How news is fetched, as the settings have it.
  var fetchSettings: FetchSettings {
    var result = FetchSettings(
      userAgent: settings.fetchUserAgent ?? ProgramVersion.userAgent,
      proxy: settings.fetchProxy == "none" ? "" : settings.fetchProxy, interval: settings.fetchInterval * 60,
      sourceZone: sourceZone, rulesZone: displayZone)
    result.limits.bodySize = settings.fetchSizeLimit << 20
    result.limits.totalTime = .seconds(settings.fetchTimeLimit)
    result.limits.connections = settings.fetchConnections
    let words = words
    result.describe = { words.describe($0) }
    return result
  }
}

extension NewsStore {
  /// The subscriptions that are meant by names or addresses. Throws a `CommandFailure` for one that is none.
  func subscriptions(named names: [String], _ words: Words) throws -> [Subscription] {
    let all = try subscriptions()
    return try names.map { name in
      guard let found = all.first(where: { $0.hasName(name) }) ?? all.first(where: { $0.address == name }) else {
        throw CommandFailure(.noInput, words.noSubscription(name))
      }
      return found
    }
  }
}

extension Setup {
  /// The keys of the configuration over the default ones, and what of them makes no sense.
  var keymap: (keymap: Keymap, problems: [ConfigurationProblem]) {
    var replaced: [Command: [String]] = [:]
    var problems: [ConfigurationProblem] = []
    for binding in settings.keyBindings {
      let key = "keys." + binding.command
      guard let command = Command.named(binding.command) else {
        problems.append(ConfigurationProblem(.unknownCommand(suggestion: nil), key: key, at: binding.origin))
        continue
      }
      let bad = binding.keys.filter { Key.parseSequence($0) == nil }
      problems += bad.map { ConfigurationProblem(.badKey($0), key: key, at: binding.origin) }
      replaced[command] = binding.keys
    }
    return (Keymap(replacing: replaced), problems)
  }

  /// Mistakes in settings, keys and the theme that was chosen: what the dashboard and `newstape config` tell of.
  var allProblems: [ConfigurationProblem] {
    let theme = settings.theme
    let ofTheme = theme == "auto" ? [] : themes.load(theme, namedAt: settings.origin(of: "theme")).problems
    return problems + keymap.problems + ofTheme
  }
}

extension Setup {
  /// The query that a text means, with dates as of now. A text that is none becomes a `CommandFailure` in words.
  ///
  /// - Parameter asksForArriving: whether it is one of news as it arrives.
  func query(_ text: String, asksForArriving: Bool = false) throws -> Query {
    let parser = QueryParser(
      now: .now, zone: displayZone, names: TextAnalyser.names, exchange: settings.exchange,
      asksForArriving: asksForArriving, checkPattern: RegularExpression.mistake)
    do throws(QueryError) {
      return try parser.parse(text)
    } catch {
      throw CommandFailure(error, in: text, self)
    }
  }
}
