import Log
import TOML

/// A value that can be read from a file, a variable or an option, and be written back.
protocol SettingValue: Sendable {
  /// nil when the setting does not take such a value.
  init?(_ node: TOMLNode)
  /// The value as a file writes it; nil for one that is expressed by leaving the setting out.
  var node: TOMLNode? { get }
}

extension Bool: SettingValue {
  init?(_ node: TOMLNode) {
    switch node {
    case .flag(let flag): self = flag
    default: return nil
    }
  }

  var node: TOMLNode? { .flag(self) }
}

extension Int: SettingValue {
  init?(_ node: TOMLNode) {
    guard case .number(let number) = node else { return nil }
    self = number
  }

  var node: TOMLNode? { .number(self) }
}

extension String: SettingValue {
  init?(_ node: TOMLNode) {
    guard case .text(let text) = node, !text.isEmpty else { return nil }
    self = text
  }

  var node: TOMLNode? { .text(self) }
}

extension Optional: SettingValue where Wrapped: SettingValue {
  init?(_ node: TOMLNode) {
    guard let value = Wrapped(node) else { return nil }
    self = .some(value)
  }

  var node: TOMLNode? { self?.node }
}

extension Array: SettingValue where Element == String {
  /// A text counts as a list of one.
  init?(_ node: TOMLNode) {
    switch node {
    case .text(let text) where !text.isEmpty: self = [text]
    case .list(let nodes):
      let texts = nodes.compactMap { String($0.node) }
      guard texts.count == nodes.count else { return nil }
      self = texts
    default: return nil
    }
  }

  var node: TOMLNode? { .list(map { TOMLValue(.text($0)) }) }
}

extension SettingValue where Self: RawRepresentable<String> {
  /// Choices such as `256` may be written as numbers.
  init?(_ node: TOMLNode) {
    switch node {
    case .text(let text): self.init(rawValue: text)
    case .number(let number): self.init(rawValue: String(number))
    default: return nil
    }
  }

  var node: TOMLNode? { .text(rawValue) }
}

extension Settings.LanguageChoice: SettingValue {}
extension Settings.AmbiguousWidth: SettingValue {}
extension Settings.Symbols: SettingValue {}
extension Settings.Colors: SettingValue {}
extension Settings.MarketColors: SettingValue {}
extension Settings.StatisticsRange: SettingValue {}
extension LogLevel: SettingValue {}
