import Configuration
import Terminal

extension Settings.Colors {
  /// The most colours that the screen may use; nil where the terminal alone decides.
  var maximumDepth: ColorDepth? {
    switch self {
    case .auto, .truecolor: nil
    case .indexed256: .indexed256
    case .ansi16: .ansi16
    case .mono: .monochrome
    }
  }

  /// The environment as the screen is to see it: the setting, which already knows `NO_COLOR`, goes before the variables.
  func applied(to environment: [String: String]) -> [String: String] {
    var environment = environment
    if self != .auto { environment["NO_COLOR"] = nil }
    if self == .truecolor { environment["COLORTERM"] = "truecolor" }
    return environment
  }
}
