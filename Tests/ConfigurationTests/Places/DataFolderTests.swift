import Testing

@testable import Configuration

struct DataFolderTests {
  private let files = memoryFiles([
    "/opt/tape/themes/a.toml": "", "/usr/share/newstape/themes/a.toml": "", "/src/newstape/Package.swift": "",
    "/src/newstape/themes/a.toml": "", "/src/Package.swift": "",
  ])

  private func locate(_ environment: [String: String], _ executable: String?) -> String? {
    DataFolder.locate(environment: environment, executable: executable, files: files)?.path
  }

  @Test func theVariableComesFirst() {
    #expect(locate(["NEWSTAPE_DATA": "/opt/tape"], "/usr/bin/newstape") == "/opt/tape")
  }

  @Test func aVariableThatLeadsNowhereIsPassedOver() {
    #expect(locate(["NEWSTAPE_DATA": "/opt/none"], "/usr/bin/newstape") == "/usr/share/newstape")
    #expect(locate(["NEWSTAPE_DATA": ""], "/usr/bin/newstape") == "/usr/share/newstape")
  }

  @Test func aProgramInItsCheckoutFindsIt() {
    #expect(locate([:], "/src/newstape/.build/x86_64-unknown-linux-gnu/release/newstape") == "/src/newstape")
  }

  @Test func aProgramAnywhereElseFindsNothing() {
    #expect(locate([:], "/tmp/newstape") == nil)
    #expect(locate([:], "/newstape") == nil)
    #expect(locate([:], nil) == nil)
  }

  @Test func thisCheckoutIsFoundOnDisk() {
    let found = DataFolder.locate(environment: [:], executable: checkout + "/.build/debug/newstape")
    #expect(found?.path == checkout)
    #expect(DataFolder.executablePath?.hasPrefix("/") != false)
  }
}
