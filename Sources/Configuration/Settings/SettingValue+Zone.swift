import Foundation
import TOML

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
