import Foundation
import NewsModel
import Testing

@testable import App

struct HeadlineLauncherTests {
  private func headline(_ title: String) -> Headline {
    Headline(id: ArticleID(1), key: ArticleKey(7), title: title, published: Timestamp(0))
  }

  @Test func aTextThatIsTooLongForAnArgumentIsCutBetweenTwoCharacters() throws {
    let run = try CommandLineRun()
    let script = try run.write("#!/bin/sh\nprintf '%s' \"$1\" > \"$0.out\"\n", to: "told")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    let title = String(repeating: "长", count: 60_000)
    for (argument, count) in [("{title}", 10_921), (String(repeating: "{title}", count: 5), 43_600)] {
      let launcher = try #require(
        HeadlineLauncher(command: [script, argument], searchPath: "/usr/bin:/bin", atOnce: 1))
      try launcher.start(headline(title), url: nil, zone: .gmt)
      launcher.wait()
      let told = try String(contentsOfFile: script + ".out", encoding: .utf8)
      #expect(told.hasPrefix("长") && told.hasSuffix("…"))
      #expect(told.count > count && told.utf8.count < 128 << 10)
    }
  }

  @Test func aProgramThatCannotBeStartedIsTold() throws {
    let run = try CommandLineRun()
    let script = try run.write("neither a script nor a program", to: "told")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: script)
    let launcher = try #require(HeadlineLauncher(command: [script], searchPath: "", atOnce: 1))
    #expect(throws: (any Error).self) { try launcher.start(headline("标题"), url: nil, zone: .gmt) }
    launcher.wait()
  }

  @Test func whatFitsIsNotCut() {
    #expect(HeadlineLauncher.cut("降准", toBytes: 6) == "降准")
    #expect(HeadlineLauncher.cut("降准了", toBytes: 8) == "降…")
    #expect(HeadlineLauncher.cut("ab👨‍👩‍👧", toBytes: 10) == "ab…")
  }
}
