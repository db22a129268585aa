import Wording

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
  /// Commands that belong together, under a heading.
  struct Group: Sendable {
    let title: Bilingual
    let commands: [Command]
  }

  /// Every command, in the order of help and palette.
  static let groups = [
    Group(title: .init("移动", "Moving"), commands: movementGroup),
    Group(title: .init("页面与窗格", "Pages and panes"), commands: pageGroup),
    Group(title: .init("新闻", "Articles"), commands: articleGroup),
    Group(title: .init("搜索与筛选", "Search and filters"), commands: filterGroup),
    Group(title: .init("已存查询与规则", "Saved queries and rules"), commands: savedGroup),
    Group(title: .init("统计", "Statistics"), commands: statisticsGroup),
    Group(title: .init("订阅", "Feeds"), commands: sourceGroup),
    Group(title: .init("程序", "Program"), commands: programGroup),
  ]

  /// Every command, in the order of the reference.
  package static let all = groups.flatMap(\.commands)

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
  case table
  case reader
  case saved
  case statistics
  case sources
  case company

  /// Whose keys work here too, where they have no other meaning here: a table is a look of the list.
  var base: CommandContext? {
    switch self {
    case .table: .feed
    case .everywhere, .feed, .reader, .saved, .statistics, .sources, .company: nil
    }
  }

  /// This one, and whose keys work here too.
  var withBase: [CommandContext] { [self] + (base.map { [$0] } ?? []) }
}

/// A place of a command in the line of hints.
struct Hint: Sendable {
  /// What the hint says, made of the command's title; nil where the command is of no use now.
  typealias Title = @Sendable (_ title: Bilingual, State) -> Bilingual?

  let context: CommandContext
  /// Hints stand in the order of these numbers; gaps leave room for new ones.
  let place: Int
  let title: Title
  /// The command of the opposite direction, whose key stands beside the key.
  let partner: Command?

  private init(_ context: CommandContext, _ place: Int, _ partner: Command?, _ title: @escaping Title) {
    self.context = context
    self.place = place
    self.partner = partner
    self.title = title
  }

  /// - Parameter title: what the hint says where the command's own title is too general.
  private init(_ context: CommandContext, _ place: Int, _ title: Bilingual?, _ partner: Command?) {
    self.init(context, place, partner) { own, _ in title ?? own }
  }
}

extension Hint {
  static func feed(_ place: Int, _ title: Bilingual? = nil, alongside partner: Command? = nil) -> Hint {
    Hint(.feed, place, title, partner)
  }

  static func table(_ place: Int, _ title: Bilingual? = nil, alongside partner: Command? = nil) -> Hint {
    Hint(.table, place, title, partner)
  }

  static func reader(_ place: Int, _ title: Bilingual? = nil, alongside partner: Command? = nil) -> Hint {
    Hint(.reader, place, title, partner)
  }

  static func saved(_ place: Int, _ title: Bilingual? = nil) -> Hint { Hint(.saved, place, title, nil) }

  static func saved(_ place: Int, _ title: @escaping Title) -> Hint { Hint(.saved, place, nil, title) }

  static func statistics(_ place: Int, _ title: Bilingual? = nil, alongside partner: Command? = nil) -> Hint {
    Hint(.statistics, place, title, partner)
  }

  static func statistics(_ place: Int, alongside partner: Command? = nil, _ title: @escaping Title) -> Hint {
    Hint(.statistics, place, partner, title)
  }

  static func sources(_ place: Int, _ title: Bilingual? = nil) -> Hint { Hint(.sources, place, title, nil) }

  static func company(_ place: Int, _ title: Bilingual? = nil, alongside partner: Command? = nil) -> Hint {
    Hint(.company, place, title, partner)
  }

  static func sources(_ place: Int, _ title: @escaping Title) -> Hint { Hint(.sources, place, nil, title) }
}

extension Command {
  /// The commands that the line of hints shows in a context, in order.
  static func hinted(in context: CommandContext) -> [(command: Command, hint: Hint)] {
    let own = hinted[context] ?? []
    let others = context.base.flatMap { hinted[$0] } ?? []
    return (own + others.filter { other in !own.contains { $0.command == other.command } })
      .sorted { $0.hint.place < $1.hint.place }
  }

  private static let hinted: [CommandContext: [(command: Command, hint: Hint)]] = {
    let all = Command.all.flatMap { command in command.hints.map { (command: command, hint: $0) } }
    return Dictionary(grouping: all) { $0.hint.context }
  }()
}
