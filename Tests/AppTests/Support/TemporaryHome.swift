import Configuration
import Foundation
import ScriptFiles
import Testing

@testable import App

/// A home folder of its own for a test, with what the program reads there.
final class TemporaryHome: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/newstape-home-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The folder with themes and data of the checkout.
  static let checkout = URL(fileURLWithPath: #filePath).pathComponents.dropLast(4).joined(separator: "/")
    .replacing("//", with: "/")

  @discardableResult
  func write(_ text: String, to name: String, permissions: Int = 0o644) throws -> String {
    let file = "\(path)/\(name)"
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if permissions & 0o111 != 0 {
      try writeScript(text, to: file)
    } else {
      try text.write(toFile: file, atomically: false, encoding: .utf8)
    }
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: file)
    return file
  }

  func environment(_ more: [String: String] = [:]) -> [String: String] {
    ["HOME": path, "LANG": "en_US.UTF-8", "NEWSTAPE_DATA": Self.checkout].merging(more) { $1 }
  }

  /// What the program would begin with in this home, in English and in the zone of Shanghai unless the settings say otherwise.
  func setup(_ configuration: String = "", _ more: [String: String] = [:]) throws -> Setup {
    try write("timezone.display = \"Asia/Shanghai\"\n" + configuration, to: ".config/newstape/config.toml")
    let environment = environment(more)
    let paths = Paths(environment: environment)
    let (settings, problems) = Settings.load(environment: environment, paths: paths)
    return Setup(
      environment: environment, paths: paths, settings: settings, problems: problems,
      language: settings.language(in: environment), dataFolder: DataFolder(path: Self.checkout))
  }
}
