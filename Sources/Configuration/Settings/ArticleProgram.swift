import TOML

/// A program that articles are handed to: a table below `[pipe]` or `[share]` in the user's file, under a name of their own.
package struct ArticleProgram: Hashable, Sendable {
  /// What it is offered for.
  package enum Use: String, Hashable, Sendable, CaseIterable {
    /// It reads the article from standard input, and what it writes is shown.
    case pipe
    /// It passes the article on.
    case share
  }

  /// How the article is written for it.
  package enum Form: String, Hashable, Sendable, CaseIterable {
    case text
    case markdown
    case json
  }

  /// Where it writes to.
  package enum Output: String, Hashable, Sendable, CaseIterable {
    case popup
    /// It has the terminal to itself until it ends.
    case terminal
    case none
  }

  package let use: Use
  package let name: String
  /// The program and its arguments. In these stand `{url}`, `{title}` and `{file}` for what is the article's.
  package internal(set) var command: [String] = []
  package internal(set) var form: Form
  package internal(set) var output: Output
  /// Seconds until it is ended; in the terminal it has all the time.
  package internal(set) var timeLimit = 30
  package let origin: Origin

  package init(_ use: Use, name: String, command: [String] = [], output: Output? = nil, at origin: Origin = .standard) {
    self.use = use
    self.name = name
    self.command = command
    self.origin = origin
    form = use == .pipe ? .text : .markdown
    self.output = output ?? (use == .pipe ? .popup : .none)
  }
}

extension ArticleProgram {
  /// What can be said of a program.
  enum Field: String, CaseIterable {
    case command
    case form
    case output
    case timeLimit = "time_limit"

    static let timeLimits = 1...3_600

    /// What the field takes.
    var kind: SettingKind {
      switch self {
      case .command: .command
      case .form: .choice(Form.allCases.map(\.rawValue))
      case .output: .choice(Output.allCases.map(\.rawValue))
      case .timeLimit: .number(Self.timeLimits, unit: "s")
      }
    }
  }

  /// Takes a value over; false where the field does not take it.
  mutating func set(_ field: Field, to node: TOMLNode) -> Bool {
    switch field {
    case .command: Self.take([String](node).flatMap { $0.isEmpty ? nil : $0 }, &command)
    case .form: Self.take(Form(node), &form)
    case .output: Self.take(Output(node), &output)
    case .timeLimit: Self.take(Int(node).flatMap { Field.timeLimits.contains($0) ? $0 : nil }, &timeLimit)
    }
  }

  private static func take<Value>(_ value: Value?, _ place: inout Value) -> Bool {
    guard let value else { return false }
    place = value
    return true
  }

  /// As `newstape config` lists it.
  var notation: String? {
    command.node.map {
      "{ command = \($0.notation), form = \"\(form.rawValue)\", output = \"\(output.rawValue)\", time_limit = \(timeLimit) }"
    }
  }
}

extension ArticleProgram.Form: SettingValue {}
extension ArticleProgram.Output: SettingValue {}

extension SettingsLoader {
  /// Reads the tables below `[pipe]` or `[share]`; a list in place of a table is the command.
  mutating func readPrograms(_ entries: [TOMLEntry], for use: ArticleProgram.Use) {
    for entry in entries {
      let key = "\(use.rawValue).\(entry.shownKey)"
      var program = ArticleProgram(use, name: entry.key, at: origin(entry.place))
      if case .table(let members) = entry.value.node {
        for member in members { read(member, of: &program, key) }
      } else if !program.set(.command, to: entry.value.node) {
        report(.badValue(found: entry.value.node.notation, allowed: .command), key, at: entry.value.place)
        continue
      }
      if program.command.isEmpty {
        report(.commandMissing, key, at: entry.place)
      } else {
        settings.programs.append(program)
      }
    }
  }

  private mutating func read(_ member: TOMLEntry, of program: inout ArticleProgram, _ key: String) {
    let place = "\(key).\(member.shownKey)"
    if let field = ArticleProgram.Field(rawValue: member.key) {
      if !program.set(field, to: member.value.node) {
        report(.badValue(found: member.value.node.notation, allowed: field.kind), place, at: member.value.place)
      }
    } else {
      let known = ArticleProgram.Field.allCases.map(\.rawValue)
      report(.unknownSetting(suggestion: Suggestion.nearest(to: member.key, among: known)), place, at: member.place)
    }
  }
}
