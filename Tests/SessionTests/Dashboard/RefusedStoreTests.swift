import Foundation
import Testing

/// Files in the place of the store that are none: refused in one line, and left as they are.
@Suite struct RefusedStoreTests {
  private func expectRefusal(_ bytes: Data, _ words: String, line: UInt = #line) throws {
    let run = try CommandLineRun()
    let path = run.home + "/store.db"
    try bytes.write(to: URL(fileURLWithPath: path))
    let session = try DashboardSession(in: run, arguments: ["--store", path])
    #expect(session.exit() == .code(65), "line \(line)")
    let output = String(decoding: session.terminal.rawBytes, as: UTF8.self)
    #expect(output.hasPrefix("newstape: ") && output.contains(words), "line \(line): \(output)")
    #expect(output.hasSuffix("\r\n") && output.filter(\.isNewline).count == 1, "line \(line): \(output)")
    #expect(!session.terminal.rawBytes.contains(0x1B), "line \(line)")
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes, "line \(line)")
  }

  /// A sound store with some of its bytes replaced.
  private func store(replacing bytes: [UInt8], at offset: Int) throws -> Data {
    let run = try CommandLineRun.withNews(count: 5)
    var data = try Data(contentsOf: URL(fileURLWithPath: InventedNews.storePath(in: run)))
    data.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    return data
  }

  @Test func aFileOfAnotherKind() throws {
    try expectRefusal(Data("只是一份会议记录。\n".utf8), "不是 newstape 的新闻库文件")
  }

  @Test func aDatabaseOfAnotherProgram() throws {
    // SQLite's file format, 1.3: the application id is at 68.
    try expectRefusal(store(replacing: [1, 2, 3, 4], at: 68), "不是 newstape 的新闻库文件")
  }

  @Test func aStoreOfANewerProgram() throws {
    // The user version is at 60.
    try expectRefusal(store(replacing: [0, 0, 3, 231], at: 60), "999")
  }

  @Test func aDamagedStore() throws {
    // The page that lists all tables.
    try expectRefusal(store(replacing: Array(repeating: 0xA5, count: 200), at: 100), "已损坏")
  }
}
