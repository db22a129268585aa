import Testing
import Wording

@testable import Configuration

struct LanguageTests {
  @Test(arguments: [
    ("zh_CN.UTF-8", Language.zhHans), ("zh_TW", .zhHans), ("zh", .zhHans), ("C", .zhHans), ("C.UTF-8", .zhHans),
    ("POSIX", .zhHans), ("", .zhHans), ("en_US.UTF-8", .en), ("de_DE@euro", .en), ("zu_ZA.UTF-8", .en),
  ])
  func followsTheLocale(locale: String, language: Language) {
    #expect(Language(environment: ["LANG": locale]) == language)
  }

  @Test func theStrongestVariableThatSaysSomethingDecides() {
    #expect(Language(environment: ["LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "zh_CN"]) == .en)
    #expect(Language(environment: ["LC_ALL": "zh_CN", "LC_MESSAGES": "en_GB"]) == .zhHans)
    #expect(Language(environment: [:]) == .zhHans)
  }

  @Test(arguments: ["linux", "vt100", "vt220", "dumb"])
  func aTerminalWithoutChineseGlyphsGetsEnglish(terminal: String) {
    #expect(Language(environment: ["LANG": "zh_CN.UTF-8", "TERM": terminal]) == .en)
  }

  @Test(arguments: ["xterm-256color", "vte-256color"])
  func otherTerminalsKeepTheLocale(terminal: String) {
    #expect(Language(environment: ["LANG": "zh_CN.UTF-8", "TERM": terminal]) == .zhHans)
  }
}
