/// One theme file as written: nothing resolved, nothing inherited yet.
struct ThemeFile: Sendable {
  /// A colour as written, with its place.
  struct ColorEntry: Sendable {
    var text: String
    var key: String
    var origin: Origin
  }

  /// What a file says about a role; what it leaves out comes from the parent role.
  struct StyleEntry: Sendable {
    var foreground: ColorEntry?
    var background: ColorEntry?
    var modifiers: ThemeModifiers = []
  }

  private(set) var inherits: (name: String, origin: Origin)?
  private(set) var palette: [String: ColorEntry] = [:]
  private(set) var styles: [ThemeRole: StyleEntry] = [:]
  private(set) var problems: [ConfigurationProblem] = []

  /// Reads the file's text; what is wrong with it stands in `problems`, and the rest holds.
  init(_ text: String, file: String) {
    do {
      for entry in try TOMLDocument(text, file: file).entries { read(entry, file: file) }
    } catch {
      problems.append(error)
    }
  }

  private mutating func read(_ entry: TOMLEntry, file: String) {
    switch (entry.key, entry.value) {
    case ("inherits", .text(let name)):
      inherits = (name, .file(file, line: entry.line))
    case ("inherits", let value):
      report(.badValue(found: value.notation, allowed: .theme), entry, file)
    case ("palette", .table(let colors)):
      for color in colors { palette[color.key] = readColor(color, file: file) }
    default:
      readRole(entry, named: entry.key, file: file)
    }
  }

  /// A role is a quoted name with dots, or a table within tables; both may be mixed.
  private mutating func readRole(_ entry: TOMLEntry, named name: String, file: String) {
    var style = StyleEntry()
    var isStyle = false
    switch entry.value {
    case .text:
      style.foreground = readColor(entry, file: file)
      isStyle = true
    case .table(let members):
      for member in members {
        switch member.key {
        case "fg": style.foreground = readColor(member, file: file)
        case "bg": style.background = readColor(member, file: file)
        case "modifiers": style.modifiers = readModifiers(member, file: file)
        default:
          readRole(member, named: "\(name).\(member.key)", file: file)
          continue
        }
        isStyle = true
      }
      isStyle = isStyle || members.isEmpty
    default:
      report(.badStyle(entry.value.notation), entry, file)
      return
    }
    guard isStyle else { return }
    if let role = ThemeRole(named: name) {
      styles[role] = style
    } else {
      let suggestion = Suggestion.nearest(to: name, among: ThemeRole.all.map(\.name))
      problems.append(
        ConfigurationProblem(.unknownRole(suggestion: suggestion), key: name, at: .file(file, line: entry.line)))
    }
  }

  private mutating func readColor(_ entry: TOMLEntry, file: String) -> ColorEntry? {
    guard case .text(let text) = entry.value else {
      report(.badColor(entry.value.notation), entry, file)
      return nil
    }
    return ColorEntry(text: text, key: entry.dottedPath, origin: .file(file, line: entry.line))
  }

  private mutating func readModifiers(_ entry: TOMLEntry, file: String) -> ThemeModifiers {
    var elements = [entry.value]
    if case .list(let list) = entry.value { elements = list }
    var modifiers: ThemeModifiers = []
    for element in elements {
      if case .text(let name) = element, let modifier = ThemeModifiers(name: name) {
        modifiers.insert(modifier)
      } else if case .text(let name) = element {
        report(.badModifier(name), entry, file)
      } else {
        report(.badModifier(element.notation), entry, file)
      }
    }
    return modifiers
  }

  private mutating func report(_ kind: ConfigurationProblem.Kind, _ entry: TOMLEntry, _ file: String) {
    problems.append(ConfigurationProblem(kind, key: entry.dottedPath, at: .file(file, line: entry.line)))
  }
}
