import Foundation
import Synchronization
import Testing

@testable import Log

@Suite final class LogFileTests: Sendable {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "newstape-log-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private var path: String { folder.appending(path: "newstape.log").path }

  private func file(_ limits: LogFile.Limits = LogFile.Limits()) -> LogFile { LogFile(path, limits: limits) { false } }

  private func line(_ text: String) -> LogLine { LogLine(.info, module: "Log", text) }

  private func flush(_ file: LogFile) { file.flush(atMost: .seconds(60)) }

  /// The texts of a file, without what goes before them.
  private func texts(_ ending: String = "") throws -> [String] {
    try String(contentsOfFile: path + ending, encoding: .utf8).split(separator: "\n").map { line in
      String(line[try #require(line.firstRange(of: " Log: ")).upperBound...])
    }
  }

  private func permissions() throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func linesAreWrittenInTheirOrder() throws {
    let file = file()
    for number in 0..<100 { file.write(line("\(number)")) }
    flush(file)
    #expect(try texts() == (0..<100).map { "\($0)" })
  }

  @Test func theFileIsTheUsersAlone() throws {
    let file = file()
    file.write(line("a"))
    flush(file)
    #expect(try permissions() == 0o600)
  }

  @Test func aFileThatOthersCanReadBecomesTheUsersAlone() throws {
    try Data().write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    let file = file()
    file.write(line("a"))
    flush(file)
    #expect(try permissions() == 0o600)
  }

  @Test func withoutALineThereIsNoFile() {
    let file = file()
    flush(file)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func theFolderIsMadeForTheFirstLine() throws {
    let inner = folder.appending(path: "state")
    let made = Mutex(0)
    let file = LogFile(inner.appending(path: "newstape.log").path) {
      made.withLock { $0 += 1 }
      return (try? FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)) != nil
    }
    #expect(made.withLock(\.self) == 0)
    file.write(line("a"))
    file.write(line("b"))
    flush(file)
    #expect(made.withLock(\.self) == 1)
    #expect(FileManager.default.fileExists(atPath: inner.appending(path: "newstape.log").path))
  }

  @Test func aFullFileGetsTheNextNameAndTheOldestGoes() throws {
    var limits = LogFile.Limits()
    limits.size = 400
    limits.formerFiles = 2
    let file = file(limits)
    for number in 0..<40 {
      file.write(line("\(number) " + String(repeating: "x", count: 100)))
      flush(file)
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["newstape.log", "newstape.log.1", "newstape.log.2"])
    let kept = try ["", ".1", ".2"].map { try texts($0) }
    #expect(kept.allSatisfy { (1...3).contains($0.count) })
    let numbers = kept.reversed().joined().compactMap { Int($0.prefix { $0 != " " }) }
    #expect(numbers == Array((40 - numbers.count)..<40))
  }

  @Test func aLineLongerThanAFileIsWrittenAllTheSame() throws {
    var limits = LogFile.Limits()
    limits.size = 10
    let file = file(limits)
    file.write(line("a"))
    file.write(line("b"))
    flush(file)
    #expect(try texts() == ["b"])
    #expect(try texts(".1") == ["a"])
  }

  @Test func severalProgramsWriteWholeLinesToOneFileAndLoseNone() async throws {
    var limits = LogFile.Limits()
    limits.size = 20_000
    limits.formerFiles = 100
    // What two programs share is the file alone.
    let files = [file(limits), file(limits), file(limits)]
    await withTaskGroup(of: Void.self) { group in
      for (writer, file) in files.enumerated() {
        group.addTask { [self] in
          for number in 0..<500 { file.write(line("\(writer)-\(number)")) }
          flush(file)
        }
      }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let written = try names.flatMap { try texts(String($0.dropFirst("newstape.log".count))) }
    #expect(names.count > 2)
    #expect(Set(written) == Set((0..<3).flatMap { writer in (0..<500).map { "\(writer)-\($0)" } }))
    #expect(written.count == 1_500)
  }

  @Test func aFileThatIsRemovedIsMadeAgain() throws {
    let file = file()
    file.write(line("a"))
    flush(file)
    try FileManager.default.removeItem(atPath: path)
    file.write(line("b"))
    flush(file)
    #expect(try texts() == ["b"])
  }

  @Test func linesThatComeTooFastAreCounted() throws {
    var limits = LogFile.Limits()
    limits.waiting = 2
    let file = file(limits)
    for number in 0..<5_000 { file.write(line("\(number)")) }
    flush(file)
    let texts = try texts()
    let lost = texts.compactMap { $0.hasSuffix("lines came too fast") ? Int($0.prefix { $0 != " " }) : nil }
    #expect(!lost.isEmpty)
    #expect(lost.reduce(texts.count - lost.count, +) == 5_000)
  }

  @Test func wherePathsLeadNowhereNothingHappens() throws {
    let pipe = folder.appending(path: "pipe").path
    try #require(mkfifo(pipe, 0o600) == 0)
    for path in ["/proc/nowhere/newstape.log", folder.path, pipe] {
      let file = LogFile(path) { false }
      file.write(line("a"))
      flush(file)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["pipe"])
  }
}
