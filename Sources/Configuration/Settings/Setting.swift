import TOML
package import Wording

/// A setting as the registry knows it: the source of its default, its checks and its reference.
package struct Setting: Sendable {
  /// The dotted name, as files write it.
  package let key: String
  package let kind: SettingKind
  /// The variable of the environment that sets it, if any.
  package let variable: String?
  /// The option of the command line that sets it, if any.
  package let option: String?
  private let help: Bilingual
  private let current: @Sendable (Settings) -> TOMLNode?
  private let change: @Sendable (inout Settings, TOMLNode) -> Bool

  /// - Parameters:
  ///   - property: where `Settings` keeps it; the property's first value is the default.
  ///   - en: one line of help.
  ///   - zhHans: the same in Chinese.
  init<Value: SettingValue>(
    _ key: String, _ property: any WritableKeyPath<Settings, Value> & Sendable, _ kind: SettingKind,
    variable: String? = nil, option: String? = nil, en: String, zhHans: String
  ) {
    self.key = key
    self.kind = kind
    self.variable = variable
    self.option = option
    help = Bilingual(zhHans, en)
    current = { $0[keyPath: property].node }
    change = { settings, node in
      guard let value = Value(node), kind.permits(node) else { return false }
      settings[keyPath: property] = value
      return true
    }
  }

  /// A setting with a closed set of values.
  init<Value: SettingValue & CaseIterable & RawRepresentable<String>>(
    _ key: String, _ property: any WritableKeyPath<Settings, Value> & Sendable, variable: String? = nil,
    option: String? = nil, en: String, zhHans: String
  ) {
    self.init(
      key, property, .choice(Value.allCases.map(\.rawValue)), variable: variable, option: option, en: en,
      zhHans: zhHans)
  }

  /// One line that says what it is for.
  package func help(in language: Language) -> String { help(language) }

  /// The value in `settings` as a TOML file writes it; nil where the setting is left out.
  package func notation(in settings: Settings) -> String? { current(settings)?.notation }

  /// Takes `node` over; false, and no change, when it is of the wrong type or out of range.
  func set(_ node: TOMLNode, in settings: inout Settings) -> Bool { change(&settings, node) }

  /// A text of the environment or of the command line as the file would have written it.
  func node(from text: String) -> TOMLNode {
    switch kind {
    case .flag: ["true": .flag(true), "false": .flag(false)][text] ?? .text(text)
    case .number: Int(text).map { .number($0) } ?? .text(text)
    case .command, .names, .keys: .list(text.split(separator: " ").map { TOMLValue(.text(String($0))) })
    case .pairs: .list(text.split(separator: ",").map { TOMLValue(.text(String($0))) })
    case .choice, .theme, .zone, .path, .text: .text(text)
    }
  }
}

extension SettingKind {
  /// Whether a text is `field=name`.
  func isPair(_ node: TOMLNode) -> Bool { if case .text(let text) = node { text.contains("=") } else { false } }

  /// The checks that go beyond the type.
  fileprivate func permits(_ node: TOMLNode) -> Bool {
    switch (self, node) {
    case (.number(let range, _), .number(let number)): range.contains(number)
    case (.command, .list(let words)): !words.isEmpty
    case (.pairs, .text): isPair(node)
    case (.theme, .text(let name)): !name.contains("/")
    default: true
    }
  }
}

/// Which values a setting takes.
package enum SettingKind: Hashable, Sendable {
  case flag
  /// A whole number in a range, and what it counts.
  case number(ClosedRange<Int>, unit: String)
  case choice([String])
  /// The name of a theme.
  case theme
  /// A name of the IANA time zone database, or `local`.
  case zone
  /// A file: absolute, or below the home folder by `~/`.
  case path
  /// Any text.
  case text
  /// A program and its arguments.
  case command
  /// Pairs with an equals sign between.
  case pairs
  /// Names of saved queries.
  case names
  /// A key or several.
  case keys
}
