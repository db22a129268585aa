import Testing

@testable import Configuration

struct SettingsTests {
  @Test func automaticChoicesFollowTheEnvironment() {
    var settings = Settings()
    #expect(settings.language(in: ["LANG": "en_US.UTF-8"]) == .en)
    #expect(settings.prefersASCII(in: ["TERM": "linux"]))
    #expect(!settings.prefersASCII(in: ["TERM": "xterm"]))
    settings.language = .zhHans
    settings.symbols = .unicode
    #expect(settings.language(in: ["LANG": "en_US.UTF-8"]) == .zhHans)
    #expect(!settings.prefersASCII(in: ["TERM": "linux"]))
  }

  @Test func theThemeFitsTheTerminal() {
    var settings = Settings()
    #expect(settings.themeName(colorCount: 8, isLight: true) == "terminal16")
    #expect(settings.themeName(colorCount: 256, isLight: nil) == "gruvbox_dark")
    #expect(settings.themeName(colorCount: 1 << 24, isLight: true) == "paper")
    settings.theme = "amber"
    #expect(settings.themeName(colorCount: 256, isLight: nil) == "amber")
    for count in [0, 8, 16, 88] { #expect(settings.themeName(colorCount: count, isLight: nil) == "terminal16") }
  }

  @Test func theThemesItChoosesAreShipped() {
    let chosen = [8, 256].flatMap { count in
      [true, false].map { Settings().themeName(colorCount: count, isLight: $0) }
    }
    #expect(Set(chosen).isSubset(of: ShippedThemesTests.names))
  }
}
