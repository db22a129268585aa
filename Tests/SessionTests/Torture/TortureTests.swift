import Foundation
import Testing

/// Whatever the program is killed at: the store opens, checks clean and holds what was announced, and the work goes on.
@Suite struct TortureTests {
  @Test(.enabled(if: TortureSize.long == nil), arguments: TortureKind.allCases)
  func aKillLosesNothingThatWasAnnounced(kind: TortureKind) throws {
    var torturer = try Torturer(kind, .short)
    let tally = try torturer.run()
    #expect(tally.findings.isEmpty, "\(tally.findings.joined(separator: "\n"))")
    #expect(tally.kills == TortureSize.short.kills)
  }

  /// The long form (`make torture`), which says what was killed how often.
  @Test(.enabled(if: TortureSize.long != nil))
  func hundredsOfKillsLoseNothing() throws {
    let size = try #require(TortureSize.long)
    print(
      "Seed \(size.seed), \(size.articles) articles. Early: killed before anything was shown; ended: before the kill.")
    print(Self.row(["work", "killed", "early", "ended", "reads", "writes", "findings"]))
    for kind in TortureKind.allCases {
      var torturer = try Torturer(kind, size)
      let tally = try torturer.run()
      let numbers = [tally.kills, tally.early, tally.escaped, tally.reads, tally.writes, tally.findings.count]
      print(Self.row([kind.rawValue] + numbers.map(String.init)))
      for finding in tally.findings { Issue.record("\(finding)") }
    }
  }

  private static func row(_ cells: [String]) -> String {
    let first = cells[0].padding(toLength: 12, withPad: " ", startingAt: 0)
    return first + cells.dropFirst().map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
  }
}
