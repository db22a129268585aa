import Testing

@testable import App

struct ArgumentOrderTests {
  @Test(arguments: [
    (["--store", "x", "list", "--json"], ["list", "--json", "--store", "x"]),
    (["--store=x", "--theme", "nord", "show", "3"], ["show", "3", "--store=x", "--theme", "nord"]),
    (["--language", "en", "import", "--", "-odd"], ["import", "--language", "en", "--", "-odd"]),
    (["list", "--store", "x"], ["list", "--store", "x"]), (["--theme", "nord"], ["--theme", "nord"]),
    (["--store", "x", "--help"], ["--store", "x", "--help"]), (["--version"], ["--version"]), ([], []),
    (["--store"], ["--store"]),
  ])
  func globalOptionsMayStandBeforeTheSubcommand(arguments: [String], expected: [String]) {
    #expect(ArgumentOrder.withGlobalOptionsLast(arguments) == expected)
  }
}
