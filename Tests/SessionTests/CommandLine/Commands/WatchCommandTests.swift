import Foundation
import Testing

@Suite struct WatchCommandTests {
  private func line(_ number: Int, _ title: String) -> String {
    #"{"id":"\#(number)","title":"\#(title)","text":"正文。","source":"晚报","published":"2024-02-29 10:00:00"}"# + "\n"
  }

  @Test func whatOtherProgramsBringInIsPrintedAndHandedToAProgramWithoutAShell() throws {
    let run = try CommandLineRun()
    _ = try run("import", input: line(0, "旧闻"))
    let script = try run.writeProgram(
      """
      #!/bin/sh
      printf '%s|%s|%s\\n' "$1" "$2" "$NEWSTAPE_SOURCE" >> "$0.out"
      """, to: "told")
    let watch = try run.start([
      "watch", "title:harm", "--json", "--jobs", "1", "--exec", script, "{title}", "-n{id}",
    ])

    // Nobody says when it has begun: news comes until it has told of some.
    let title = "-$(touch \(run.home)/harm); `x` {id}"
    var number = 1
    while (try? String(contentsOfFile: script + ".out", encoding: .utf8))?.hasSuffix("\n") != true, number < 200 {
      _ = try run("import", input: line(number, "别的 \(number)") + line(1_000 + number, title + " \(number)"))
      number += 1
    }
    watch.send(SIGINT)
    let result = try watch.wait()

    #expect(result.status == 0)
    #expect(try result.objects.allSatisfy { ($0["title"] as? String)?.hasPrefix("-$(touch") == true })
    #expect(try !result.objects.isEmpty)
    let told = try String(contentsOfFile: script + ".out", encoding: .utf8)
    let first = try #require(told.split(separator: "\n").first)
    #expect(first.hasPrefix(" \(title)") && first.contains("|-n") && first.hasSuffix("|晚报"))
    #expect(!FileManager.default.fileExists(atPath: run.home + "/harm"))
  }

  @Test func aProgramThatIsNotThereIsSaid() throws {
    let run = try CommandLineRun()
    let result = try run("watch", "--exec", "no-such-program", "{title}")
    #expect(result.status == 66 && result.errors.contains("no-such-program"))
  }
}
