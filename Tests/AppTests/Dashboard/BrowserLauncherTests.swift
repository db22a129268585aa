import Foundation
import Testing
import TextBasics
import Wording

@testable import App

@Suite struct BrowserLauncherTests {
  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  /// A browser that writes down its arguments, one a line.
  private func makeBrowser(_ name: String = "browser") throws -> String {
    try home.write(
      "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$0.new\"\nmv \"$0.new\" \"$0.opened\"\n", to: "bin/" + name,
      permissions: 0o755)
  }

  private func arguments(of browser: String) throws -> [String] {
    let deadline = ContinuousClock.now + .seconds(60)
    while !FileManager.default.fileExists(atPath: browser + ".opened"), ContinuousClock.now < deadline {
      Thread.sleep(forTimeInterval: 0.002)
    }
    return try String(contentsOfFile: browser + ".opened", encoding: .utf8).lines
  }

  @Test(arguments: [
    (["browser"], ["https://news.example/1?a=$(x);b'"]),
    (["browser", "--new"], ["--new", "https://news.example/1?a=$(x);b'"]),
    (["browser", "--url={url}", "end"], ["--url=https://news.example/1?a=$(x);b'", "end"]),
    (["browser", "{url}", "{url}"], ["https://news.example/1?a=$(x);b'", "https://news.example/1?a=$(x);b'"]),
  ])
  func theLinkIsOneArgumentAndNoShellSeesIt(command: [String], arguments: [String]) throws {
    let browser = try makeBrowser()
    let launcher = BrowserLauncher(command: command, searchPath: "/nowhere:\(home.path)/bin")
    try launcher.open("https://news.example/1?a=$(x);b'")
    #expect(try self.arguments(of: browser) == arguments)
  }

  @Test(arguments: [
    "file:///etc/passwd", "javascript:alert(1)", "news.example", "", "HTTPSX://news.example", "data:text/html,x", " ",
  ])
  func onlyLinksOfTheWebAreHandedOn(link: String) throws {
    _ = try makeBrowser()
    let launcher = BrowserLauncher(command: ["browser"], searchPath: home.path + "/bin")
    #expect(throws: BrowserLauncher.Failure.notAWebLink) { try launcher.open(link) }
  }

  @Test func theSchemeMayBeWrittenInCapitals() throws {
    let browser = try makeBrowser()
    try BrowserLauncher(command: ["browser"], searchPath: home.path + "/bin").open("HTTP://news.example/")
    #expect(try arguments(of: browser) == ["HTTP://news.example/"])
  }

  @Test func aProgramWithAPathIsNotLookedFor() throws {
    let browser = try makeBrowser()
    try BrowserLauncher(command: [browser], searchPath: "").open("https://news.example/")
    #expect(try arguments(of: browser) == ["https://news.example/"])
  }

  @Test func ofTwoOfOneNameTheFirstIsStarted() throws {
    let first = try makeBrowser()
    try home.write("#!/bin/sh\nexit 1\n", to: "other/browser", permissions: 0o755)
    try BrowserLauncher(command: ["browser"], searchPath: "\(home.path)/bin:\(home.path)/other").open(
      "https://a.example/")
    #expect(try arguments(of: first) == ["https://a.example/"])
  }

  @Test func whatCannotBeStartedIsNamed() throws {
    try home.write("#!/bin/sh\n", to: "bin/no-program")
    for name in ["no-such-browser", "no-program", "\(home.path)/bin/none"] {
      let launcher = BrowserLauncher(command: [name], searchPath: home.path + "/bin")
      #expect(throws: BrowserLauncher.Failure.cannotStart(name)) { try launcher.open("https://news.example/") }
    }
    let nothing = BrowserLauncher(command: [], searchPath: home.path + "/bin")
    #expect(throws: BrowserLauncher.Failure.cannotStart("")) { try nothing.open("https://news.example/") }
    let text = try home.write("neither a script nor a program", to: "bin/text", permissions: 0o755)
    #expect(throws: BrowserLauncher.Failure.cannotStart(text)) {
      try BrowserLauncher(command: [text], searchPath: "").open("https://news.example/")
    }
  }

  @Test func whereNobodyWouldSeeItNothingIsStarted() throws {
    _ = try makeBrowser()
    let launcher = BrowserLauncher(command: ["browser"], searchPath: home.path + "/bin", isUnseen: true)
    #expect(throws: BrowserLauncher.Failure.unseen) { try launcher.open("https://news.example/") }
  }

  @Test func theReaderIsToldWhatToDo() {
    #expect(Words(language: .en).browserFailed(.notAWebLink) == "only http and https links are opened")
    #expect(Words(language: .zhHans).browserFailed(.cannotStart("火狐")).string.contains("browser.command"))
  }
}
