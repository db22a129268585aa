import Foundation
import Glibc
import NewsModel
import Testing
import TextBasics

@testable import App

@Suite struct OutputTests {
  @Test func aLineEndsOnce() throws {
    let text = try written { output in
      output.writeLine("云杉动力")
      try output.writeLine()
      output.writeLine("海岬银行")
    }
    #expect(text == "云杉动力\n\n海岬银行\n")
  }

  /// Neither steers the terminal nor makes a second line.
  @Test func whatComesFromOutsideIsMadeSafe() throws {
    let text = try written { output in
      output.writeLine("红\u{1b}[31m字\u{7}\n第二行")
      try output.writeLine(SafeText("甲\n乙"))
    }
    #expect(text.lines.count == 2)
    #expect(!text.contains("\u{1b}") && !text.contains("\u{7}"))
    #expect(text.lines[1] == "甲 乙")
  }

  @Test func theFieldsOfARowStandBetweenTabs() throws {
    let text = try written { output in
      try output.writeRow(["7", SafeText("有\t制表符"), ""])
      try output.writeRow([])
    }
    #expect(text.lines.count == 2)
    #expect(text.lines[0].filter { $0 == "\t" }.count == 2)
    #expect(text.lines[0].hasPrefix("7\t") && text.lines[0].hasSuffix("\t"))
    #expect(text.lines[1] == "")
  }

  @Test func aValueIsJSONOnALineOfItsOwn() throws {
    let text = try written { output in
      try output.writeJSON(SavedQueryObject(name: "新股\n两行", query: "tag:\"IPO\"", recheck: false))
      try output.writeJSON(["列"])
    }
    #expect(text.lines.count == 2)
    let object = try text.lines[0].objects[0]
    #expect(object["name"] as? String == "新股\n两行" && object["query"] as? String == "tag:\"IPO\"")
    #expect(object["recheck"] as? Bool == false && object.count == 3)
  }

  @Test func aPieceThatWasWrittenIsEmptied() throws {
    var piece = Array("{\"a\":".utf8)
    let text = try written { output in
      try output.writeJSON(piece: &piece)
      #expect(piece.isEmpty)
      piece = Array("1}".utf8)
      try output.writeJSON(piece: &piece)
      try output.write(document: Array("\u{1b} stays".utf8))
    }
    #expect(text == "{\"a\":1}\u{1b} stays")
  }

  /// Memory stays flat, and whoever reads sees the first lines before the last one is made.
  @Test func whatIsMuchGoesOutBeforeTheEnd() throws {
    let line = SafeText(String(repeating: "长", count: 100))
    let path = FileManager.default.temporaryDirectory.path + "/newstape-early-\(UUID().uuidString)"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer {
      close(descriptor)
      unlink(path)
    }
    var output = Output(descriptor: descriptor)
    var sizes: [off_t] = []
    for _ in 0..<300 {
      try output.writeLine(line)
      sizes.append(lseek(descriptor, 0, SEEK_END))
    }
    #expect(sizes[0] == 0)
    #expect((1...100_000).contains(try #require(sizes.last)))
    try output.flush()
    #expect(lseek(descriptor, 0, SEEK_END) == 300 * 301)
    // What is out is not written twice.
    try output.flush()
    #expect(lseek(descriptor, 0, SEEK_END) == 300 * 301)
  }

  @Test func aDocumentGoesOutInPieces() throws {
    let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 40 << 10)
    let text = try written { output in for _ in 0..<3 { try output.write(document: piece) } }
    #expect(text.utf8.count == 3 * (40 << 10))
  }

  /// `newstape list | head` is no failure.
  @Test func aReaderThatHasSeenEnoughEndsTheProgramWell() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    var output = Output(descriptor: ends[1])
    output.writeLine("给谁看")
    #expect(throws: App.ExitStatus.success) { try output.flush() }
  }

  @Test func whatTheSystemRefusesIsAnError() throws {
    let full = open("/dev/full", O_WRONLY | O_CLOEXEC)
    try #require(full >= 0)
    defer { close(full) }
    var output = Output(descriptor: full)
    output.writeLine("没有空间")
    let error = try #require(throws: OutputError.self) { try output.flush() }
    #expect(error.code == ENOSPC)
    // It is not tried again.
    try output.flush()
  }

  @Test func aTerminalIsToldFromAFile() throws {
    let isForced = ProcessInfo.processInfo.environment["COLUMNS"] != nil
    _ = try written { output in
      #expect(!output.isTerminal)
      #expect(isForced || output.columns == 80)
    }
    _ = try shown(columns: 57) { output in
      #expect(output.isTerminal)
      #expect(isForced || output.columns == 57)
    }
  }

  @Test func aRewrittenLineTakesThePlaceOfTheLast() throws {
    let text = try shown { output in
      try output.rewriteLine("一半")
      try output.rewriteLine("全部")
      try output.rewriteLine("")
    }
    #expect(text == "\r一半\u{1b}[K\r全部\u{1b}[K\r\u{1b}[K")
  }
}
