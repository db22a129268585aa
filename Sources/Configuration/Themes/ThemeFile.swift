import TOML

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

  private let file: String

  /// Reads the file's bytes; what is wrong with it stands in `problems`, and the rest holds.
  init(_ bytes: [UInt8], file: String) {
    self.file = file
    let document = TOMLDocument(bytes)
    problems = document.mistakes.map { ConfigurationProblem(.notation($0.kind), at: .file(file, at: $0.place)) }
    for entry in document.entries { read(entry) }
  }

  private mutating func read(_ entry: TOMLEntry) {
    switch (entry.key, entry.value.node) {
    case ("inherits", .text(let name)):
      inherits = (name, .file(file, at: entry.value.place))
    case ("inherits", let node):
      report(.badValue(found: node.notation, allowed: .theme), "inherits", at: entry.value.place)
    case ("palette", .table(let colors)):
      for color in colors { palette[color.key] = readColor(color.value, named: "palette.\(color.shownKey)") }
    default:
      readRole(entry, named: entry.shownKey)
    }
  }

  /// A role is a quoted name with dots, or a table within tables; both may be mixed.
  private mutating func readRole(_ entry: TOMLEntry, named name: String) {
    var style = StyleEntry()
    var isStyle = false
    switch entry.value.node {
    case .text:
      style.foreground = readColor(entry.value, named: name)
      isStyle = true
    case .table(let members):
      for member in members {
        let memberName = "\(name).\(member.shownKey)"
        switch member.key {
        case "fg": style.foreground = readColor(member.value, named: memberName)
        case "bg": style.background = readColor(member.value, named: memberName)
        case "modifiers": style.modifiers = readModifiers(member.value, named: memberName)
        default:
          readRole(member, named: memberName)
          continue
        }
        isStyle = true
      }
      isStyle = isStyle || members.isEmpty
    case .number, .flag, .fraction, .moment, .list:
      report(.badStyle(entry.value.node.notation), name, at: entry.value.place)
      return
    }
    guard isStyle else { return }
    if let role = ThemeRole(named: name) {
      styles[role] = style
    } else {
      let suggestion = Suggestion.nearest(to: name, among: ThemeRole.all.map(\.name))
      report(.unknownRole(suggestion: suggestion), name, at: entry.place)
    }
  }

  private mutating func readColor(_ value: TOMLValue, named key: String) -> ColorEntry? {
    guard case .text(let text) = value.node else {
      report(.badColor(value.node.notation), key, at: value.place)
      return nil
    }
    return ColorEntry(text: text, key: key, origin: .file(file, at: value.place))
  }

  private mutating func readModifiers(_ value: TOMLValue, named key: String) -> ThemeModifiers {
    var elements = [value]
    if case .list(let list) = value.node { elements = list }
    var modifiers: ThemeModifiers = []
    for element in elements {
      if case .text(let name) = element.node, let modifier = ThemeModifiers(name: name) {
        modifiers.insert(modifier)
      } else if case .text(let name) = element.node {
        report(.badModifier(name), key, at: element.place)
      } else {
        report(.badModifier(element.node.notation), key, at: element.place)
      }
    }
    return modifiers
  }

  private mutating func report(_ kind: ConfigurationProblem.Kind, _ key: String, at place: TOMLPlace?) {
    problems.append(ConfigurationProblem(kind, key: key, at: .file(file, at: place)))
  }
}
