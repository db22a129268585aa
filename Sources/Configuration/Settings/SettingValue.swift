import Foundation
import Log
import NewsModel
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

extension Settings.LanguageChoice: SettingValue {
  /// Chinese is understood by its bare name, too.
  init?(_ node: TOMLNode) {
    guard case .text(let name) = node else { return nil }
    self.init(rawValue: name == "zh" ? Self.zhHans.rawValue : name)
  }
}
extension Settings.AmbiguousWidth: SettingValue {}
extension Settings.Symbols: SettingValue {}
extension Settings.Colors: SettingValue {}
extension Settings.Links: SettingValue {}
extension Settings.NoticeForm: SettingValue {}
extension Settings.MarketColors: SettingValue {}
extension StatisticsSpan: SettingValue {}
extension TradingCalendar.Exchange: SettingValue {}
extension LogLevel: SettingValue {}

extension Settings.ZoneChoice: SettingValue {
  init?(_ node: TOMLNode) {
    guard case .text(let name) = node else { return nil }
    if name == "local" {
      self = .local
    } else if TimeZone(identifier: name) != nil {
      self = .named(name)
    } else {
      return nil
    }
  }

  var node: TOMLNode? {
    switch self {
    case .local: .text("local")
    case .named(let name): .text(name)
    }
  }
}

extension TOMLNode {
  /// The value as a file writes it, for messages; tables are only hinted at.
  var notation: String {
    switch self {
    case .text(let text): TOMLNode.quoted(text)
    case .number(let number): String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .fraction(let text), .moment(let text): text
    case .list(let elements): "[" + elements.map(\.node.notation).joined(separator: ", ") + "]"
    case .table: "{ … }"
    }
  }

  /// `text` as a basic string of TOML, so that it can be pasted into a file.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where isControl(scalar):
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }
}

extension TOMLEntry {
  /// The key as messages name it: in quotation marks only where it could not be seen otherwise.
  var shownKey: String {
    let quoted = TOMLNode.quoted(key)
    return key.isEmpty || quoted.utf8.count != key.utf8.count + 2 ? quoted : key
  }
}
