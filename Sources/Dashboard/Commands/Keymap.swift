package import Terminal

/// Which keys run which command in which pane.
package struct Keymap: Sendable {
  /// What a run of keys means.
  package enum Match: Hashable, Sendable {
    case command(Command)
    /// A longer sequence begins like this.
    case prefix
    case none
  }

  private var bindings: [CommandContext: [[Key]: Command]] = [:]
  private var sequences: [Command: [[Key]]] = [:]

  /// The default keys, with the keys of some commands replaced; an empty list unbinds a command.
  ///
  /// Where two commands claim one key in one context, the one with the replaced keys has it.
  package init(replacing: [Command: [String]] = [:]) {
    let defaults = Command.all.filter { replacing[$0] == nil }
    for command in defaults { bind(command, to: command.keys) }
    for command in Command.all { if let keys = replacing[command] { bind(command, to: keys) } }
  }

  private mutating func bind(_ command: Command, to keys: [String]) {
    for sequence in keys.compactMap(Key.parseSequence) {
      for context in command.contexts {
        if let loser = bindings[context]?.updateValue(command, forKey: sequence) {
          sequences[loser]?.removeAll { $0 == sequence }
        } else if bindings[context] == nil {
          bindings[context] = [sequence: command]
        }
      }
      sequences[command, default: []].append(sequence)
    }
  }

  /// What the keys mean in a context; the context's own bindings go before those that work everywhere.
  package func match(_ keys: [Key], in context: CommandContext) -> Match {
    let tables = (context.withBase + [.everywhere]).compactMap { bindings[$0] }
    for table in tables { if let command = table[keys] { return .command(command) } }
    let isPrefix = tables.contains { $0.keys.contains { $0.count > keys.count && $0.starts(with: keys) } }
    return isPrefix ? .prefix : .none
  }

  /// The contexts in which the keys mean something, or begin to.
  func contexts(of keys: [Key]) -> [CommandContext] {
    CommandContext.allCases.filter { context in
      let meaning = match(keys, in: context)
      return meaning != .none && meaning != context.base.map { match(keys, in: $0) }
    }
  }

  /// The keys of a command as hints and help show them, such as `gg` or `Ctrl-d`.
  ///
  /// - Parameter inASCII: whether Enter and arrows are written as words, for terminals without the signs.
  package func keys(for command: Command, inASCII: Bool = false) -> [String] {
    (sequences[command] ?? []).map { Self.text($0, inASCII: inASCII) }
  }

  /// The keys that mean the command in a context: not those that mean another one there.
  func keys(for command: Command, in context: CommandContext, inASCII: Bool) -> [String] {
    (sequences[command] ?? []).filter { match($0, in: context) == .command(command) }
      .map { Self.text($0, inASCII: inASCII) }
  }

  private static func text(_ sequence: [Key], inASCII: Bool) -> String {
    sequence.map { $0.shown(inASCII: inASCII) }.joined()
  }
}

/// The keys of a sequence that is not complete yet.
struct KeySequence: Sendable {
  private var pending: [Key] = []
  /// The key whose command is being run: `q` leaves where other keys of the same command only go back.
  private(set) var last: Key?

  /// Looks a key up together with those before it.
  mutating func add(_ key: Key, _ keymap: Keymap, in context: CommandContext) -> Keymap.Match {
    let keys = pending + [key]
    pending = []
    last = key
    let match = keymap.match(keys, in: context)
    switch match {
    case .command: return match
    case .prefix:
      pending = keys
      return match
    // A key that does not continue a sequence may still mean something by itself.
    case .none: return keys.count > 1 ? add(key, keymap, in: context) : match
    }
  }
}

extension Key {
  /// The key as hints and help show it: modifiers as words, Enter and arrows by their usual signs.
  func shown(inASCII: Bool) -> String {
    let held: [(Modifiers, String)] = [(.control, "Ctrl-"), (.alt, "Alt-"), (.shift, "Shift-")]
    return held.filter { modifiers.contains($0.0) }.map(\.1).joined() + shownCode(inASCII: inASCII)
  }

  private func shownCode(inASCII: Bool) -> String {
    switch code {
    case .backTab: "Shift-Tab"
    case .enter where !inASCII: "↵"
    case .up where !inASCII: "↑"
    case .down where !inASCII: "↓"
    case .left where !inASCII: "←"
    case .right where !inASCII: "→"
    default: Key(code).description
    }
  }
}
