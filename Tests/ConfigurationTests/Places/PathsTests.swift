import Testing

@testable import Configuration

struct PathsTests {
  @Test func standsBelowTheHomeFolder() {
    let paths = Paths(environment: ["HOME": "/home/li"])
    #expect(paths.configuration == "/home/li/.config/newstape/config.toml")
    #expect(paths.themes == "/home/li/.config/newstape/themes")
    #expect(paths.store == "/home/li/.local/share/newstape/newstape.db")
    #expect(paths.sampleStore == "/home/li/.local/share/newstape/sample.db")
    #expect(paths.log == "/home/li/.local/state/newstape/newstape.log")
  }

  @Test func followsTheVariablesUnlessTheyAreRelativeOrEmpty() {
    let paths = Paths(environment: [
      "HOME": "/h", "XDG_CONFIG_HOME": "/c/", "XDG_DATA_HOME": "relative", "XDG_STATE_HOME": "",
    ])
    #expect(paths.configuration == "/c/newstape/config.toml")
    #expect(paths.store == "/h/.local/share/newstape/newstape.db")
    #expect(paths.log == "/h/.local/state/newstape/newstape.log")
  }

  @Test func theTildeStandsForTheHomeFolder() {
    let paths = Paths(environment: ["HOME": "/home/li"])
    #expect(paths.expanding("~/a.db") == "/home/li/a.db")
    #expect(paths.expanding("~other/a.db") == "~other/a.db")
    #expect(paths.expanding("/a~/b") == "/a~/b")
    #expect(paths.abbreviating("/home/li/a.db") == "~/a.db")
    #expect(paths.abbreviating("/home/lisa/a.db") == "/home/lisa/a.db")
  }
}
