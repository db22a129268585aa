import Foundation
import Testing

@testable import App

struct ExitCodesReferencePageTests {
  /// `make docs` writes the page; any other run holds it against the list.
  @Test func theReferencePageIsWhatTheListSays() throws {
    let path = TemporaryHome.checkout + "/docs/exit-codes.md"
    if ProcessInfo.processInfo.environment["NEWSTAPE_RECORD_DOCS"] == "1" {
      try App.ExitStatus.referenceMarkdown.write(toFile: path, atomically: true, encoding: .utf8)
    }
    let written = try String(contentsOfFile: path, encoding: .utf8)
    #expect(written == App.ExitStatus.referenceMarkdown, "docs/exit-codes.md is stale: run `make docs`")
  }
}
