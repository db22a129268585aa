import Foundation
import NewsModel
import Testing

@testable import App

struct HeadlineLauncherTests {
  private func headline(_ title: String) -> Headline {
    Headline(id: ArticleID(1), key: ArticleKey(7), title: title, published: Timestamp(0))
  }

  @Test func aTextThatIsTooLongForAnArgumentIsCutBetweenTwoCharacters() throws {
    let home = try TemporaryHome()
    let script = try home.write("#!/bin/sh\nprintf '%s' \"$1\" > \"$0.out\"\n", to: "told", permissions: 0o755)
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
    let home = try TemporaryHome()
    let script = try home.write("neither a script nor a program", to: "told", permissions: 0o755)
    let launcher = try #require(HeadlineLauncher(command: [script], searchPath: "", atOnce: 1))
    #expect(throws: (any Error).self) { try launcher.start(headline("标题"), url: nil, zone: .gmt) }
    launcher.wait()
  }

  @Test func whatFitsIsNotCut() {
    #expect(HeadlineLauncher.cut("降准", toBytes: 6) == "降准")
    #expect(HeadlineLauncher.cut("降准了", toBytes: 8) == "降…")
    #expect(HeadlineLauncher.cut("ab👨‍👩‍👧", toBytes: 10) == "ab…")
  }

  @Test(arguments: [
    ("{title}", "降准 {source}"), ("--{source}={title}", "--晨报=降准 {source}"), ("{none} {title", "{none} {title"),
    ("{{id}}", "{7}"),
    ("", ""), ("{id}{id}", "77"), ("}{", "}{"),
  ])
  func placesAreFilledOnce(argument: String, filled: String) {
    let values = ["title": "降准 {source}", "source": "晨报", "id": "7"]
    #expect(HeadlineLauncher.replacing(in: argument, values) == filled)
  }

  /// No headline becomes an option of the program.
  @Test func aTextThatBeginsWithAMinusGetsABlank() {
    #expect(HeadlineLauncher.replacing(in: "{title}", ["title": "--delete"]) == " --delete")
    #expect(HeadlineLauncher.replacing(in: "-n", [:]) == "-n")
    #expect(HeadlineLauncher.replacing(in: "-t{title}", ["title": "-x"]) == "-t-x")
  }

  @Test func whatIsKnownIsInTheEnvironmentToo() throws {
    let home = try TemporaryHome()
    let script = try home.write(
      "#!/bin/sh\nprintf '%s|' \"$NEWSTAPE_ID\" \"$NEWSTAPE_TITLE\" \"$NEWSTAPE_SOURCE\" \"$NEWSTAPE_TIME\" \"$NEWSTAPE_URL\""
        + " \"$@\" > \"$0.out\"\n", to: "bin/told", permissions: 0o755)
    let launcher = try #require(
      HeadlineLauncher(command: ["told", "{id}", "$(x)"], searchPath: "/nowhere:\(home.path)/bin", atOnce: 2))
    try launcher.start(
      headline("红\u{1b}[31m字"), url: "https://news.example/1", zone: try #require(TimeZone(secondsFromGMT: 8 * 3_600)))
    launcher.wait()
    let told = try String(contentsOfFile: script + ".out", encoding: .utf8)
    #expect(!told.contains("\u{1b}"))
    #expect(told.hasPrefix("7|") && told.hasSuffix("||1970-01-01T08:00:00+08:00|https://news.example/1|7|$(x)|"))
  }

  @Test func aProgramThatIsNotThereHasNoLauncher() throws {
    let home = try TemporaryHome()
    try home.write("#!/bin/sh\n", to: "bin/told")
    #expect(HeadlineLauncher(command: ["told"], searchPath: home.path + "/bin", atOnce: 1) == nil)
    #expect(HeadlineLauncher(command: [], searchPath: "/bin", atOnce: 1) == nil)
  }
}
