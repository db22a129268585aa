import TOML

extension Settings {
  /// Puts the settings together: defaults, then the file, then the environment, then the options.
  ///
  /// A file that is not there is no problem. What is wrong is left out, named in the problems, and the value before it
  /// stays in force.
  package static func load(
    environment: [String: String], paths: Paths, files: FileAccess = .disk, overrides: Overrides = Overrides()
  ) -> (settings: Settings, problems: [ConfigurationProblem]) {
    var loader = SettingsLoader(paths: paths)
    loader.readConvention(environment)
    loader.readFile(files)
    for setting in Setting.all {
      if let variable = setting.variable, let text = environment[variable], !text.isEmpty {
        loader.take(setting, setting.node(from: text), at: .environment(variable))
      }
    }
    for (key, text) in overrides.values.sorted(by: { $0.key < $1.key }) {
      let origin = Origin.option(Setting.named(key)?.option ?? "--set")
      if let setting = Setting.named(key) {
        loader.take(setting, setting.node(from: text), at: origin)
      } else {
        loader.reportUnknown(key, at: origin)
      }
    }
    return (loader.settings, loader.problems)
  }
}

struct SettingsLoader {
  let paths: Paths
  var settings = Settings()
  var problems: [ConfigurationProblem] = []

  init(paths: Paths) { self.paths = paths }

  /// `NO_COLOR` (no-color.org) is a default that the file and the options outweigh.
  mutating func readConvention(_ environment: [String: String]) {
    guard let value = environment["NO_COLOR"], !value.isEmpty else { return }
    settings.colors = .mono
    settings.origins["colors"] = .environment("NO_COLOR")
  }

  /// Takes the user's file over. All that is wrong with it is named in the order of its lines; where there is none, the defaults hold.
  mutating func readFile(_ files: FileAccess) {
    let file = paths.configuration
    do throws(FileAccess.ReadError) {
      let document = TOMLDocument(try files.read(file))
      read(document.entries, under: "")
      problems += document.mistakes.map { ConfigurationProblem(.notation($0.kind), at: .file(file, at: $0.place)) }
      problems.sort(by: ConfigurationProblem.inOrderOfFiles)
    } catch {
      if error == .unreadable { problems.append(ConfigurationProblem(.unreadable, at: .file(file, at: nil))) }
    }
  }

  private mutating func read(_ entries: [TOMLEntry], under group: String) {
    for entry in entries {
      let key = group.isEmpty ? entry.shownKey : "\(group).\(entry.shownKey)"
      if key == "keys", case .table(let members) = entry.value.node {
        readKeys(members, under: "")
      } else if let use = ArticleProgram.Use(rawValue: key), case .table(let members) = entry.value.node {
        readPrograms(members, for: use)
      } else if let setting = Setting.named(key) {
        take(setting, entry.value.node, at: origin(entry.value.place))
      } else if case .table(let members) = entry.value.node, isGroup(key) {
        read(members, under: key)
      } else if key == "keys" {
        report(.badValue(found: entry.value.node.notation, allowed: .keys), key, at: entry.value.place)
      } else {
        reportUnknown(key, at: origin(entry.place))
      }
    }
  }

  func origin(_ place: TOMLPlace?) -> Origin { .file(paths.configuration, at: place) }

  mutating func report(_ kind: ConfigurationProblem.Kind, _ key: String, at place: TOMLPlace?) {
    problems.append(ConfigurationProblem(kind, key: key, at: origin(place)))
  }

  private func isGroup(_ key: String) -> Bool { Setting.all.contains { $0.key.hasPrefix(key + ".") } }

  /// Commands have dots in their names: they may be quoted, or be tables within tables.
  private mutating func readKeys(_ entries: [TOMLEntry], under group: String) {
    for entry in entries {
      let command = group.isEmpty ? entry.shownKey : "\(group).\(entry.shownKey)"
      let node = entry.value.node
      if case .table(let members) = node {
        readKeys(members, under: command)
      } else if let keys = [String](node) {
        settings.keyBindings.append(Settings.KeyBinding(command: command, keys: keys, origin: origin(entry.place)))
      } else {
        report(.badValue(found: node.notation, allowed: .keys), "keys.\(command)", at: entry.value.place)
      }
    }
  }

  mutating func take(_ setting: Setting, _ node: TOMLNode, at origin: Origin) {
    let pairs = pairs(of: node, for: setting, at: origin)
    guard let node = located(pairs, of: setting, at: origin), setting.set(node, in: &settings) else {
      problems.append(
        ConfigurationProblem(.badValue(found: node.notation, allowed: setting.kind), key: setting.key, at: origin))
      return
    }
    settings.origins[setting.key] = origin
  }

  /// A list of pairs without the entries that are none: each is a mistake of its own, and the others hold.
  private mutating func pairs(of node: TOMLNode, for setting: Setting, at origin: Origin) -> TOMLNode {
    guard setting.kind == .pairs, case .list(let entries) = node else { return node }
    for entry in entries where !setting.kind.isPair(entry.node) {
      problems.append(
        ConfigurationProblem(.badValue(found: entry.node.notation, allowed: .pairs), key: setting.key, at: origin))
    }
    return .list(entries.filter { setting.kind.isPair($0.node) })
  }

  /// A path with the home folder in it; one in a file may not depend on the folder the program is started in.
  private func located(_ node: TOMLNode, of setting: Setting, at origin: Origin) -> TOMLNode? {
    guard setting.kind == .path, case .text(let path) = node else { return node }
    let expanded = paths.expanding(path)
    if case .file = origin, !expanded.hasPrefix("/") { return nil }
    return .text(expanded)
  }

  mutating func reportUnknown(_ key: String, at origin: Origin) {
    let suggestion = Suggestion.nearest(to: key, among: Setting.all.map(\.key))
    problems.append(ConfigurationProblem(.unknownSetting(suggestion: suggestion), key: key, at: origin))
  }
}

/// What the options of the command line say; it outweighs the environment and the file.
package struct Overrides: Hashable, Sendable {
  /// Texts by the names of settings, as the options gave them.
  package var values: [String: String]

  package init(values: [String: String] = [:]) { self.values = values }

  /// The settings that have an option of their own; nil is an option not given.
  package init(
    store: String? = nil, theme: String? = nil, language: String? = nil, logLevel: String? = nil
  ) {
    values = [:]
    values["store.path"] = store
    values["theme"] = theme
    values["language"] = language
    values["log.level"] = logLevel
  }
}

extension Settings {
  /// A setting as it is in force.
  package struct Entry: Hashable, Sendable {
    package let key: String
    /// As a TOML file writes it; nil for a setting that is left out and has no default.
    package let notation: String?
    package let origin: Origin

    /// Whether someone wrote it: false for a default.
    package var isSet: Bool { origin != .standard }
  }

  /// Every setting in the order of the reference, then the user's programs and keys.
  package var entries: [Entry] {
    Setting.all.map { Entry(key: $0.key, notation: $0.notation(in: self), origin: origin(of: $0.key)) }
      + programs.map {
        Entry(key: "\($0.use.rawValue).\(TOMLNode.quoted($0.name))", notation: $0.notation, origin: $0.origin)
      }
      + keyBindings.map {
        Entry(key: "keys.\($0.command)", notation: $0.keys.node?.notation, origin: $0.origin)
      }
  }
}
