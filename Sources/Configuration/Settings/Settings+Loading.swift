extension Settings {
  /// Puts the settings together: defaults, then the file, then the environment, then the options.
  ///
  /// A file that is not there is no problem. What is wrong is left out, named in the problems, and the value before it
  /// stays in force.
  public static func load(
    environment: [String: String], paths: Paths, files: FileAccess = .disk, overrides: Overrides = Overrides()
  ) -> (settings: Settings, problems: [ConfigurationProblem]) {
    var loader = SettingsLoader(paths: paths)
    loader.readConvention(environment)
    do {
      let document = try TOMLDocument(try files.read(paths.configuration), file: paths.configuration)
      loader.read(document.entries, under: "")
    } catch let problem as ConfigurationProblem {
      loader.problems.append(problem)
    } catch FileAccess.ReadError.unreadable {
      loader.problems.append(ConfigurationProblem(.unreadable, at: .file(paths.configuration, line: nil)))
    } catch {
      // No file: the defaults hold.
    }
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

private struct SettingsLoader {
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

  mutating func read(_ entries: [TOMLEntry], under group: String) {
    for entry in entries {
      let key = group.isEmpty ? entry.key : "\(group).\(entry.key)"
      let origin = Origin.file(paths.configuration, line: entry.line)
      if key == "keys", case .table(let members) = entry.value {
        readKeys(members, under: "")
      } else if let setting = Setting.named(key) {
        take(setting, entry.value, at: origin)
      } else if case .table(let members) = entry.value, isGroup(key) {
        read(members, under: key)
      } else if key == "keys" {
        problems.append(
          ConfigurationProblem(.badValue(found: entry.value.notation, allowed: .keys), key: key, at: origin))
      } else {
        reportUnknown(key, at: origin)
      }
    }
  }

  private func isGroup(_ key: String) -> Bool { Setting.all.contains { $0.key.hasPrefix(key + ".") } }

  /// Commands have dots in their names: they may be quoted, or be tables within tables.
  private mutating func readKeys(_ entries: [TOMLEntry], under group: String) {
    for entry in entries {
      let command = group.isEmpty ? entry.key : "\(group).\(entry.key)"
      let origin = Origin.file(paths.configuration, line: entry.line)
      if case .table(let members) = entry.value {
        readKeys(members, under: command)
      } else if let keys = [String](entry.value) {
        settings.keyBindings.append(Settings.KeyBinding(command: command, keys: keys, origin: origin))
      } else {
        problems.append(
          ConfigurationProblem(
            .badValue(found: entry.value.notation, allowed: .keys), key: "keys.\(command)", at: origin))
      }
    }
  }

  mutating func take(_ setting: Setting, _ node: TOMLNode, at origin: Origin) {
    guard let node = located(node, of: setting, at: origin), setting.set(node, in: &settings) else {
      problems.append(
        ConfigurationProblem(.badValue(found: node.notation, allowed: setting.kind), key: setting.key, at: origin))
      return
    }
    settings.origins[setting.key] = origin
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
