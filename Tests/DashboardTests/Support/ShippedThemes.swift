import Configuration
import Foundation

/// The themes that come with the program.
enum ShippedThemes {
  static func load(_ name: String) -> Theme {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return ThemeCatalog(userFolder: "", shippedFolder: root.appending(path: "themes").path).load(name).theme
  }
}
