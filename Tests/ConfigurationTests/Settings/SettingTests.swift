import TOML
import Testing
import Wording

@testable import Configuration

struct SettingTests {
  @Test func namesAreUniqueAndHelpIsOneLineInBothLanguages() {
    #expect(Set(Setting.all.map(\.key)).count == Setting.all.count)
    for setting in Setting.all {
      for language in Language.allCases {
        let help = setting.help(in: language)
        #expect(!help.isEmpty && !help.contains("\n"), "\(setting.key)")
      }
    }
  }

  @Test func everyDefaultIsAllowed() throws {
    for setting in Setting.all {
      guard let notation = setting.notation(in: Settings()) else { continue }
      var settings = Settings()
      let node = try #require(TOMLDocument(Array("x = \(notation)".utf8)).entries.first?.value.node)
      #expect(setting.set(node, in: &settings), "\(setting.key)")
    }
  }

  @Test func noSettingIsAGroupOfOthers() {
    for setting in Setting.all {
      #expect(!Setting.all.contains { $0.key.hasPrefix(setting.key + ".") }, "\(setting.key)")
    }
  }
}
