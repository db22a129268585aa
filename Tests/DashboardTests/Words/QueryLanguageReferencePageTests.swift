import Foundation
import Testing

@testable import Dashboard

@Suite struct QueryLanguageReferencePageTests {
  @Test func pageIsUpToDate() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = root.appending(path: "docs/query-language.md")
    if ProcessInfo.processInfo.environment["NEWSTAPE_RECORD_DOCS"] != nil {
      try QueryGuide.referenceMarkdown().write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: page, encoding: .utf8) == QueryGuide.referenceMarkdown(), "run `make docs`")
  }
}
