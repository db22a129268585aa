import Foundation
import Glibc
import Testing

/// `o` hands the link to another program, as one argument and past any shell.
@Suite struct BrowserTests {
  @Test(arguments: [
    (#"["browser"]"#, "https://news.example/1;touch$(x)'\n"),
    (#"["browser", "--new={url}", "end"]"#, "--new=https://news.example/1;touch$(x)'\nend\n"),
  ])
  func aLinkIsOneArgument(command: String, arguments: String) throws {
    let run = try CommandLineRun()
    var item = InventedNews.item(1)
    item.url = "https://news.example/1;touch$(x)'"
    try InventedNews.save([item], in: run)
    _ = try run.writeProgram(
      "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$HOME/new\"\nmv \"$HOME/new\" \"$HOME/opened\"\n", to: "bin/browser")
    try run.write("[browser]\ncommand = \(command)\n", to: ".config/newstape/config.toml")
    let session = try DashboardSession(in: run, environment: ["PATH": "\(run.home)/bin:/usr/bin:/bin"])
    try session.see("第1篇正文开头")
    session.press("o")
    try session.await("the browser's arguments") { access(run.home + "/opened", F_OK) == 0 }
    #expect(try String(contentsOfFile: run.home + "/opened", encoding: .utf8) == arguments)
  }

  @Test func onlyLinksOfTheWebAreOpened() throws {
    let run = try CommandLineRun()
    var item = InventedNews.item(1)
    item.url = "file:///etc/passwd"
    try InventedNews.save([item], in: run)
    let session = try DashboardSession(in: run)
    try session.see("第1篇正文开头")
    session.press("o")
    try session.see("只打开 http 和 https 链接")
  }
}
