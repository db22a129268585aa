/// The language of the interface.
package enum Language: String, Hashable, Sendable, CaseIterable {
  case zhHans = "zh-Hans"
  case en

  /// The language that an environment asks for.
  ///
  /// The first of `LC_ALL`, `LC_MESSAGES` and `LANG` that is not empty decides. Chinese of any kind is Chinese, and so
  /// is a locale without a language (`C`, `POSIX`, `C.UTF-8` or none at all), as most readers are Chinese; every other
  /// language is English. Terminals that have no Chinese glyphs (`TERM=linux` and the VT series) get English.
  package init(environment: [String: String]) {
    if TerminalKind(environment: environment).hasFewGlyphs {
      self = .en
      return
    }
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    let language = locale.prefix { $0 != "_" && $0 != "." && $0 != "@" && $0 != "-" }.lowercased()
    self = ["zh", "c", "posix"].contains(language) ? .zhHans : .en
  }
}

/// What the name of a terminal tells about its glyphs.
package struct TerminalKind {
  /// Neither Chinese characters nor blocks and braille can be counted on.
  package let hasFewGlyphs: Bool

  package init(environment: [String: String]) {
    let name = environment["TERM"] ?? ""
    hasFewGlyphs =
      name == "linux" || name == "dumb" || (name.hasPrefix("vt") && name.dropFirst(2).first?.isNumber == true)
  }
}
