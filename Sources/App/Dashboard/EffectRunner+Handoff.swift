import Configuration
import Dashboard
import Dispatch
import Foundation
import Log
import NewsLibrary
import NewsModel
import NewsStore
import NewsWriting
import TextBasics
import WebAddresses
import Wording

/// Why an article could not be handed out, or what a program made of it.
enum HandoffFailure: Error, Equatable {
  case articleGone
  case noLink
  case noCopy(SystemProblem)
  case failed(String, status: Int, complaint: String)
  case killed(String, signal: Int)
  case tooSlow(String, seconds: Int)
  case stopped(String)
}

/// Which programs of the system there are, and where files for them are made.
struct ProgramPlaces: Sendable {
  /// The folders in which programs are looked for, as in `PATH`.
  let searchPath: String
  fileprivate let temporaryFolder: String
  fileprivate let editor: [String]
  fileprivate let pager: [String]

  init(environment: [String: String]) {
    let searchPath = environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    func words(_ names: String...) -> [String]? {
      names.lazy.compactMap { environment[$0]?.split(separator: " ").map(String.init) }.first { !$0.isEmpty }
    }
    func firstOf(_ names: String...) -> [String] {
      [names.first { ChildProgram.find($0, in: searchPath) != nil } ?? names[0]]
    }
    self.searchPath = searchPath
    let folder = environment["TMPDIR"] ?? ""
    temporaryFolder = folder.hasPrefix("/") ? folder : "/tmp"
    editor = words("VISUAL", "EDITOR") ?? firstOf("vi", "nano")
    pager = words("PAGER") ?? firstOf("less", "more")
  }
}

extension EffectRunner {
  /// What a program may write that is shown.
  private static let mostOutput = 256 << 10
  private static let mostLines = 1_000

  /// Hands an article to what is outside of the program; what takes the terminal is only prepared.
  func handOff(_ request: HandoffRequest) {
    programs.async { [self] in
      do {
        mailbox.post(.handedOff(try handedOff(request)))
      } catch {
        let reason = words(for: error, in: "hand article \(request.key) to \(request.target.name)")
        mailbox.post(.handedOff(.failed(reason, isProgram: request.target.runsBeside)))
      }
    }
  }

  private func handedOff(_ request: HandoffRequest) throws -> HandoffEnd {
    switch request.target {
    case .clipboard: .text(SafeText(lines: String(decoding: try written(request, as: .text), as: UTF8.self)))
    case .editor: try prepared("$EDITOR", places.editor + ["{file}"], for: request, as: .markdown)
    case .pager: try prepared("$PAGER", places.pager + ["{file}"], for: request, as: .text)
    case .program(let program) where program.output == .terminal:
      try prepared(
        program.name, program.command, for: request, as: program.form.format, readsInput: program.use == .pipe)
    case .program(let program): try .ran(run(program, on: request))
    }
  }

  private func prepared(
    _ name: String, _ command: [String], for request: HandoffRequest, as format: ExportFormat, readsInput: Bool = false
  ) throws -> HandoffEnd {
    let file = try ArticleFile(try written(request, as: format), format, in: places.temporaryFolder)
    do {
      let command = try filled(command, with: request, file)
      return .awaitsTerminal(
        TerminalProgram(name: name, command: command, file: file.path, readsInput: readsInput))
    } catch {
      file.remove()
      throw error
    }
  }

  /// The article as it is in the store, or was at the moment that is asked for.
  private func written(_ request: HandoffRequest, as format: ExportFormat) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let count = try library.export(
      .article(request.key, asOf: request.moment), as: format, title: "", zone: zone
    ) { bytes += $0 }
    guard count > 0 else { throw HandoffFailure.articleGone }
    return bytes
  }

  /// A command with what is the article's in its places.
  private func filled(_ command: [String], with request: HandoffRequest, _ file: ArticleFile) throws -> [String] {
    guard let article = try library.store.article(request.key, asOf: request.moment) else {
      throw HandoffFailure.articleGone
    }
    let link = article.url.flatMap { BrowserLauncher.isWebLink($0) ? SafeText($0).string : nil }
    let places = ArgumentPlaces(url: link, title: SafeText(article.headline.title).string, file: file.path)
    return try command.prefix(1) + command.dropFirst().map(places.fill)
  }

  private func run(_ program: ArticleProgram, on request: HandoffRequest) throws -> ProgramOutput {
    let file = try ArticleFile(
      try written(request, as: program.form.format), program.form.format, in: places.temporaryFolder)
    defer { file.remove() }
    let child = try ChildProgram(try filled(program.command, with: request, file), searchPath: places.searchPath)
    let input = open(program.use == .pipe ? file.path : "/dev/null", O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw HandoffFailure.noCopy(SystemProblem(code: errno)) }
    defer { close(input) }
    let limits = ChildProgram.Limits(time: .seconds(program.timeLimit), output: Self.mostOutput)
    let ended = try child.run(input: input, limits) { ending.isCancelled }
    let failure = HandoffFailure(ended, of: program)
    let isAwaited = program.output != .none
    let lines = isAwaited ? Self.lines(of: ended.output) : []
    return ProgramOutput(
      name: program.name, lines: Array(lines.prefix(Self.mostLines)),
      isCut: ended.isCut || lines.count > Self.mostLines, isAwaited: isAwaited,
      failure: failure.map { words(for: $0, in: "hand article \(request.key) to \(program.name)") })
  }

  /// The lines of what a program wrote, without empty ones at the end.
  private static func lines(of output: [UInt8]) -> [SafeText] {
    let text = SafeText(lines: String(decoding: output, as: UTF8.self)).string
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { SafeText(String($0)) }
    return Array(lines.prefix(through: lines.lastIndex { !$0.isEmpty } ?? -1))
  }
}

extension HandoffTarget {
  fileprivate var name: String {
    switch self {
    case .program(let program): program.name
    case .editor: "the editor"
    case .pager: "the pager"
    case .clipboard: "the clipboard"
    }
  }

  /// Whether it is a program that runs beside the screen.
  fileprivate var runsBeside: Bool {
    if case .program(let program) = self { program.output != .terminal } else { false }
  }
}

extension ArticleProgram.Form {
  fileprivate var format: ExportFormat {
    switch self {
    case .text: .text
    case .markdown: .markdown
    case .json: .jsonl
    }
  }
}

extension HandoffFailure {
  /// Nil where a program has done what it was to do. One that wrote more than is kept was ended for that alone.
  fileprivate init?(_ ended: ChildProgram.Ended, of program: ArticleProgram) {
    if ended.isLate {
      self = .tooSlow(program.name, seconds: program.timeLimit)
    } else if ended.isStopped {
      self = .stopped(program.name)
    } else if !ended.isCut {
      self.init(ended.status, of: program.name, complaints: ended.complaints)
    } else {
      return nil
    }
  }

  fileprivate init?(_ status: ChildProgram.Status, of name: String, complaints: [UInt8] = []) {
    switch status {
    case .code(0): return nil
    case .code(let code):
      let lines = String(decoding: complaints, as: UTF8.self).split(whereSeparator: \.isNewline)
      self = .failed(name, status: code, complaint: AddressSecrets.masked(String((lines.first ?? "").prefix(200))))
    case .signal(let signal): self = .killed(name, signal: signal)
    }
  }
}

extension Words {
  func describe(_ failure: HandoffFailure) -> String {
    switch failure {
    case .articleGone: articleGone
    case .noLink: noLink
    case .noCopy(let problem): cannotMakeCopy(problem)
    case .failed(let name, let status, let complaint): programFailed(name, status: status, complaint: complaint)
    case .killed(let name, let signal): programKilled(name, signal: signal)
    case .tooSlow(let name, let seconds): programTooSlow(name, seconds: seconds)
    case .stopped(let name): programStopped(name)
    }
  }

  func describe(_ failure: ChildProgram.Failure) -> String {
    switch failure {
    case .notFound(let name): cannotRun(name, nil)
    case .cannotStart(let name, let problem): cannotRun(name, problem)
    }
  }
}

/// What stands in the arguments of a command for what is the article's. What is put in is not looked at for more of them.
struct ArgumentPlaces {
  let url: String?
  let title: String
  let file: String

  func fill(_ argument: String) throws(HandoffFailure) -> String {
    var result = ""
    var rest = argument[...]
    while let brace = rest.firstIndex(of: "{") {
      result += rest[..<brace]
      rest = rest[brace...]
      if let name = ["{url}", "{title}", "{file}"].first(where: rest.hasPrefix) {
        let value = try value(of: name)
        // No program is to take a headline for an option.
        result += (result.isEmpty && value.hasPrefix("-") ? " " : "") + value
        rest = rest.dropFirst(name.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return result + rest
  }

  private func value(of place: String) throws(HandoffFailure) -> String {
    switch place {
    case "{url}":
      guard let url else { throw .noLink }
      return url
    case "{title}": return title
    default: return file
    }
  }
}

/// A file with an article in a folder of its own, both for this user alone.
struct ArticleFile {
  let path: String

  init(_ bytes: [UInt8], _ format: ExportFormat, in folder: String) throws(HandoffFailure) {
    var template = Array((folder + "/newstape-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw .noCopy(SystemProblem(code: errno)) }
    let own = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    path = own + "/article." + (format == .jsonl ? "json" : format.fileExtension)
    do throws(SystemProblem) {
      try Self.write(bytes, to: path)
    } catch {
      remove()
      throw .noCopy(error)
    }
  }

  /// One that was made before.
  init(at path: String) { self.path = path }

  private static func write(_ bytes: [UInt8], to path: String) throws(SystemProblem) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SystemProblem(code: errno) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw SystemProblem(code: errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// What is in it now; nil where it cannot be read.
  var contents: Data? { FileManager.default.contents(atPath: path) }

  /// Takes it away, and what an editor has left beside it.
  func remove() {
    Log.attempt("remove the copy of an article") {
      try FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent())
    }
  }
}

/// Gives programs the terminal. The screen must have let go of it.
struct TerminalLoan {
  let searchPath: String
  let words: Words

  /// Who ends so soon has left something to read on the terminal, or nothing.
  private static let soon = Duration.seconds(1)

  func run(_ program: TerminalProgram) -> HandoffEnd {
    let file = ArticleFile(at: program.file)
    let before = file.contents
    let began = ContinuousClock.now
    let failure = failure(of: program)
    if failure != nil || ContinuousClock.now - began < Self.soon { waitForEnter(after: failure) }
    guard file.contents == before else {
      return .returned(SafeText(words.copyKept(program.file)))
    }
    file.remove()
    return failure.map { .failed($0, isProgram: false) } ?? .returned(nil)
  }

  private func failure(of program: TerminalProgram) -> SafeText? {
    do throws(ChildProgram.Failure) {
      let child = try ChildProgram(program.command, searchPath: searchPath)
      let input = program.readsInput ? open(program.file, O_RDONLY | O_CLOEXEC) : nil
      defer { if let input { close(input) } }
      let status = try child.runInTerminal(input: input)
      guard let failure = HandoffFailure(status, of: program.name) else { return nil }
      Log.warning("cannot hand an article to \(program.name)", failure)
      return SafeText(words.describe(failure))
    } catch {
      Log.warning("cannot start \(program.name)", error)
      return SafeText(words.describe(error))
    }
  }

  private func waitForEnter(after failure: SafeText?) {
    let text = "\n" + (failure.map { $0.string + "\n" } ?? "") + words.pressEnter
    _ = text.utf8.withContiguousStorageIfAvailable { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    var byte: UInt8 = 0
    repeat {
      guard read(STDIN_FILENO, &byte, 1) == 1 else { return }
    } while byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r")
  }
}
