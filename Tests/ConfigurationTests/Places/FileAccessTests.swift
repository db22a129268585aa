import Foundation
import Testing

@testable import Configuration

struct FileAccessTests {
  @Test func theDiskTellsFilesFoldersAndWhatCannotBeRead() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/newstape-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder + "/inner", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("中".utf8).write(to: URL(filePath: folder + "/text"))
    try Data([0xFF, 0xFE, 0x80]).write(to: URL(filePath: folder + "/bytes"))

    let disk = FileAccess.disk
    #expect(try disk.read(folder + "/text") == Array("中".utf8))
    #expect(try disk.read(folder + "/bytes") == [0xFF, 0xFE, 0x80])
    #expect(throws: FileAccess.ReadError.absent) { try disk.read(folder + "/none") }
    #expect(throws: FileAccess.ReadError.unreadable) { try disk.read(folder + "/inner") }
    #expect(Set(disk.list(folder)) == ["text", "bytes", "inner"])
    #expect(disk.list(folder + "/none") == [])
    #expect(disk.isFile(folder + "/text") && !disk.isFile(folder + "/inner") && !disk.isFile(folder + "/none"))
    #expect(disk.isFolder(folder + "/inner") && !disk.isFolder(folder + "/text"))
  }
}
