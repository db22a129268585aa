/// The themes that there are: the user's own first, then those that come with the program.
package struct ThemeCatalog: Sendable {
  /// Whose theme it is.
  package enum Owner: String, Hashable, Sendable {
    case user
    case shipped
  }

  /// A theme that can be chosen.
  package struct Entry: Hashable, Sendable {
    package let name: String
    package let owner: Owner
    package let path: String
  }

  private let folders: [(owner: Owner, path: String)]
  private let files: FileAccess

  /// - Parameters:
  ///   - userFolder: where users keep their own themes; it need not exist.
  ///   - shippedFolder: the themes of the program; nil where its data was not found.
  package init(userFolder: String, shippedFolder: String?, files: FileAccess = .disk) {
    folders = [(.user, userFolder)] + (shippedFolder.map { [(.shipped, $0)] } ?? [])
    self.files = files
  }

  /// Every theme by name; a user's theme hides the shipped one of the same name.
  package func entries() -> [Entry] {
    var known: [String: Entry] = [:]
    for folder in folders {
      for file in files.list(folder.path) where file.hasSuffix(ThemeCatalog.ending) && !file.hasPrefix(".") {
        let name = String(file.dropLast(ThemeCatalog.ending.count))
        if known[name] == nil { known[name] = Entry(name: name, owner: folder.owner, path: "\(folder.path)/\(file)") }
      }
    }
    return known.values.sorted { $0.name < $1.name }
  }

  /// Loads a theme with all that it inherits.
  ///
  /// A theme that is not there, or that cannot be read as a whole, gives `Theme.plain` and what is wrong; see
  /// `ConfigurationProblem.isFatal`. Any other mistake leaves the inherited value.
  /// - Parameter origin: where the name was written, for the message that there is no such theme.
  package func load(
    _ name: String, namedAt origin: Origin = .standard
  ) -> (theme: Theme, problems: [ConfigurationProblem]) {
    var problems: [ConfigurationProblem] = []
    var layers: [ThemeFile] = []
    var paths: [String] = []
    var names: [String] = []
    var next: (name: String, origin: Origin)? = (name, origin)
    while let wanted = next {
      names.append(wanted.name)
      // A user's `nord` that inherits `nord` means the shipped one.
      guard let found = find(wanted.name, besides: wanted.name == names.dropLast().last ? paths : []) else {
        let isCycle = names.dropLast().contains(wanted.name)
        problems.append(
          ConfigurationProblem(
            isCycle ? .inheritanceCycle(names) : .themeNotFound(wanted.name),
            key: layers.isEmpty ? "theme" : "inherits",
            at: wanted.origin))
        break
      }
      guard !paths.contains(found.path) else {
        problems.append(ConfigurationProblem(.inheritanceCycle(names), key: "inherits", at: wanted.origin))
        break
      }
      paths.append(found.path)
      guard let bytes = files.bytes(found.path) else {
        problems.append(ConfigurationProblem(.unreadable, at: .file(found.path, at: nil)))
        break
      }
      let file = ThemeFile(bytes, file: found.path)
      problems += file.problems
      layers.append(file)
      next = file.inherits
    }
    guard !layers.isEmpty, !problems.contains(where: \.isFatal) else {
      return (.plain, problems.sorted(by: ConfigurationProblem.inOrderOfFiles))
    }
    let theme = Theme(name: name, files: layers, problems: &problems)
    return (theme, problems.sorted(by: ConfigurationProblem.inOrderOfFiles))
  }

  private func find(_ name: String, besides taken: [String]) -> (path: String, owner: Owner)? {
    // A name is not a path: it must not lead out of the folder.
    guard !name.isEmpty, !name.contains("/") else { return nil }
    for folder in folders {
      let path = "\(folder.path)/\(name)\(ThemeCatalog.ending)"
      if !taken.contains(path), files.isFile(path) { return (path, folder.owner) }
    }
    return nil
  }

  private static let ending = ".toml"
}
