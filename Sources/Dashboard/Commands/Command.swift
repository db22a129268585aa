/// Something that a user can do, in one record: keys, the palette, the command line, hints, help and `docs/keys.md` are made from it.
package struct Command: Sendable {
  /// What the configuration and the command line call it.
  package let name: String
  /// Short names on the command line, known from other programs.
  let aliases: [String]
  /// The default keys, as the configuration writes them; a sequence such as `gg` is typed in a row.
  let keys: [String]
  let contexts: [CommandContext]
  /// Two or three words for hints and menus.
  let title: Bilingual
  /// One line that says what it does.
  let help: Bilingual
  /// Where the line of hints shows it.
  let hints: [Hint]
  let disabledReason: DisabledReason
  let run: @Sendable (inout State, inout [Effect]) -> Void

  /// Why a command makes no sense at present; nil where it does.
  typealias DisabledReason = @Sendable (State) -> Bilingual?

  init(
    _ name: String, keys: [String] = [], aliases: [String] = [], in contexts: [CommandContext] = [.everywhere],
    title: Bilingual, help: Bilingual, hints: [Hint] = [], disabled: @escaping DisabledReason = { _ in nil },
    run: @escaping @Sendable (inout State, inout [Effect]) -> Void
  ) {
    self.name = name
    self.aliases = aliases
    self.keys = keys
    self.contexts = contexts
    self.title = title
    self.help = help
    self.hints = hints
    disabledReason = disabled
    self.run = run
  }
}

extension Command {
  /// Every command, in the order of help, palette and reference.
  package static let all =
    movementGroup + pageGroup + articleGroup + filterGroup + savedGroup + statisticsGroup + sourceGroup + programGroup

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
  private static let byAlias = Dictionary(
    uniqueKeysWithValues: all.flatMap { command in command.aliases.map { ($0, command) } })

  /// The command of a name; nil where there is none.
  package static func named(_ name: String) -> Command? { byName[name] }

  /// The command of a name or a short name.
  static func called(_ name: String) -> Command? { byName[name] ?? byAlias[name] }
}

/// Commands of one name are the same.
extension Command: Hashable {
  package static func == (a: Command, b: Command) -> Bool { a.name == b.name }

  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Where the keys of a command work.
package enum CommandContext: Sendable, Hashable, CaseIterable {
  case everywhere
  case feed
  case reader
  case saved
  case statistics
  case sources
}
