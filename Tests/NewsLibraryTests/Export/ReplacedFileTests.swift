import Foundation
import NewsLibrary
import Testing

struct ReplacedFileTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.path) }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: "\(folder.path)/\(name)", encoding: .utf8)
  }

  @Test func theFileIsThereWhenItIsWhole() throws {
    try ReplacedFile.write(folder.path + "/a", replaces: false) { file in
      try file.write(Array("一".utf8))
      #expect(try !names().contains("a"))
      try file.write(Array("二".utf8))
    }
    #expect(try text("a") == "一二")
    #expect(try names() == ["a"])
  }

  @Test func whatFailsLeavesWhatWasThere() throws {
    try "mine".write(toFile: folder.path + "/a", atomically: false, encoding: .utf8)
    #expect(throws: CancellationError.self) {
      try ReplacedFile.write(folder.path + "/a", replaces: true) { file in
        try file.write(Array("x".utf8))
        throw CancellationError()
      }
    }
    #expect(try text("a") == "mine")
    #expect(try names() == ["a"])
  }

  @Test func aFileThatCameInTheMeantimeIsNotReplaced() throws {
    #expect(throws: ReplacedFile.Failure.exists(path: folder.path + "/a")) {
      try ReplacedFile.write(folder.path + "/a", replaces: false) { _ in
        try "theirs".write(toFile: folder.path + "/a", atomically: false, encoding: .utf8)
      }
    }
    #expect(try text("a") == "theirs")
    #expect(try names() == ["a"])
  }

  @Test func foldersAndDevicesAreNeverReplaced() throws {
    for path in [folder.path, "/dev/null"] {
      #expect(throws: ReplacedFile.Failure.notAFile(path: path)) {
        try ReplacedFile.write(path, replaces: true) { _ in }
      }
    }
  }
}
