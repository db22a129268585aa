import Foundation

/// Starts the user's browser with a link, by an argument vector: no shell ever sees the link.
struct BrowserLauncher {
  enum Failure: Error, Equatable {
    /// The link is not one of the web: nothing else is handed to another program.
    case notAWebLink
    case cannotStart(String)
    /// Over ssh a browser would open where nobody sees it.
    case unseen
  }

  /// The program and its arguments; the link stands in place of `{url}`, else it becomes the last one.
  let command: [String]
  /// The folders in which programs are looked for, as in `PATH`.
  let searchPath: String
  /// Whether what the command starts would be seen by nobody.
  var isUnseen = false

  func open(_ link: String) throws(Failure) {
    guard Self.isWebLink(link) else { throw .notAWebLink }
    guard !isUnseen else { throw .unseen }
    guard let program = command.first else { throw .cannotStart("") }
    guard let path = ChildProgram.find(program, in: searchPath) else { throw .cannotStart(program) }
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments(for: link)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    do {
      try process.run()
    } catch {
      throw .cannotStart(program)
    }
  }

  static func isWebLink(_ link: String) -> Bool {
    let scheme = URL(string: link)?.scheme?.lowercased()
    return scheme == "http" || scheme == "https"
  }

  private func arguments(for link: String) -> [String] {
    let arguments = command.dropFirst()
    guard arguments.contains(where: { $0.contains(Self.place) }) else { return arguments + [link] }
    return arguments.map { $0.replacing(Self.place, with: link) }
  }

  private static let place = "{url}"
}
