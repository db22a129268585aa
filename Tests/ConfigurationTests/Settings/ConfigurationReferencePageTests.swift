import Foundation
import Testing

@testable import Configuration

struct ConfigurationReferencePageTests {
  /// `make docs` writes the page; any other run holds it against the registry.
  @Test func thePageIsWhatTheRegistrySays() throws {
    let page = Settings.referenceMarkdown()
    let path = checkout + "/docs/configuration.md"
    if ProcessInfo.processInfo.environment["NEWSTAPE_RECORD_DOCS"] == "1" {
      try FileManager.default.createDirectory(atPath: checkout + "/docs", withIntermediateDirectories: true)
      try page.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOfFile: path, encoding: .utf8)
    #expect(written == page, "docs/configuration.md is stale: run `make docs`")
  }

  @Test func thePageNamesEverySettingAndEveryRole() {
    let page = Settings.referenceMarkdown()
    for setting in Setting.all { #expect(page.contains("### `\(setting.key)`")) }
    for role in ThemeRole.all { #expect(page.contains("| `\(role.name)` |")) }
  }
}
