import Foundation
import Testing

@testable import App

struct QueryArgumentsTests {
  @Test(arguments: [
    (["search", "-tag:x", "a"], ["search", "－tag:x", "a"]), (["list", "a", "OR", "-b"], ["list", "a", "OR", "－b"]),
    (["list", "--limit", "-5"], ["list", "--limit", "-5"]), (["stats", "--json", "-x"], ["stats", "--json", "－x"]),
    (["list", "--store", "-odd.db"], ["list", "--store", "-odd.db"]), (["list", "-h"], ["list", "-h"]),
    (["list", "--", "-x"], ["list", "--", "-x"]), (["list", "--count", "-"], ["list", "--count", "-"]),
    (["import", "-x"], ["import", "-x"]), (["show"], ["show"]), ([], []),
  ])
  func onlyTermsOfQueriesAreDisguised(arguments: [String], expected: [String]) {
    #expect(QueryArguments.disguised(arguments) == expected)
  }

  @Test func theTextIsWhatWasTyped() {
    #expect(QueryArguments.text(["－tag:x", "a", "5－10"]) == "-tag:x a 5－10")
  }

  /// The lists of commands and options are those of the commands themselves.
  @Test func noCommandAndNoOptionIsForgotten() throws {
    let dump = try #require(throws: (any Error).self) { try NewstapeCommand.parseAsRoot(["--experimental-dump-help"]) }
    let help = NewstapeCommand.fullMessage(for: dump)
    let root = try #require(JSONSerialization.jsonObject(with: Data(help.utf8)) as? [String: Any])
    let commands = try #require((root["command"] as? [String: Any])?["subcommands"] as? [[String: Any]])
    var names: Set<String> = []
    var options: Set<String> = []
    for command in commands {
      let parts = [command] + (command["subcommands"] as? [[String: Any]] ?? [])
      let arguments = parts.flatMap { $0["arguments"] as? [[String: Any]] ?? [] }
      guard arguments.contains(where: { $0["valueName"] as? String == "query" }) else { continue }
      names.formUnion([command["commandName"] as? String ?? ""] + (command["aliases"] as? [String] ?? []))
      for argument in arguments where argument["kind"] as? String == "option" {
        for name in argument["names"] as? [[String: String]] ?? [] { options.insert("--" + (name["name"] ?? "")) }
      }
    }
    #expect(names == QueryArguments.commands)
    #expect(options == QueryArguments.valuedOptions.union(ArgumentOrder.valued))
  }
}
