import Configuration
import Foundation

/// A colour as the screen shows it, with its contrast to another by WCAG 2.2.
struct ShownColor: Hashable, CustomStringConvertible {
  var red, green, blue: Int

  /// nil for a colour that the terminal decides.
  init?(_ color: ThemeColor) {
    guard case .rgb(let red, let green, let blue) = color else { return nil }
    self.init(red: Int(red), green: Int(green), blue: Int(blue))
  }

  private init(red: Int, green: Int, blue: Int) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// From 1, no contrast, to 21, black on white.
  func contrast(to other: ShownColor) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private var luminance: Double {
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The component as light, by the transfer function of sRGB (IEC 61966-2-1).
  private func linear(_ component: Int) -> Double {
    let value = Double(component) / 255
    guard value > 0.04045 else { return value / 12.92 }
    let base = (value + 0.055) / 1.055
    return pow(base, 2.4)
  }

  /// What a terminal of 256 colours shows in its place: the nearest of xterm's cube and greys by the "redmean" distance.
  var indexed: ShownColor {
    ShownColor.palette.min { distance(to: $0) < distance(to: $1) } ?? self
  }

  private func distance(to other: ShownColor) -> Int {
    let mean = (red + other.red) / 2
    let (r, g, b) = (red - other.red, green - other.green, blue - other.blue)
    return (512 + mean) * r * r + 1024 * g * g + (767 - mean) * b * b
  }

  private static let palette: [ShownColor] = {
    let levels = [0, 95, 135, 175, 215, 255]
    let cube = levels.flatMap { r in levels.flatMap { g in levels.map { ShownColor(red: r, green: g, blue: $0) } } }
    return cube + (0..<24).map { ShownColor(red: 8 + 10 * $0, green: 8 + 10 * $0, blue: 8 + 10 * $0) }
  }()

  var description: String {
    "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
