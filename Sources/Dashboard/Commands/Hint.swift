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

  static func reader(_ place: Int, _ title: Bilingual? = nil, alongside partner: Command? = nil) -> Hint {
    Hint(.reader, place, title, partner)
  }

  static func saved(_ place: Int, _ title: Bilingual? = nil) -> Hint { Hint(.saved, place, title, nil) }

  static func statistics(_ place: Int, _ title: Bilingual? = nil, alongside partner: Command? = nil) -> Hint {
    Hint(.statistics, place, title, partner)
  }

  static func statistics(_ place: Int, _ title: @escaping Title) -> Hint { Hint(.statistics, place, nil, title) }

  static func sources(_ place: Int, _ title: Bilingual? = nil) -> Hint { Hint(.sources, place, title, nil) }

  static func sources(_ place: Int, _ title: @escaping Title) -> Hint { Hint(.sources, place, nil, title) }
}

extension Command {
  /// The commands that the line of hints shows in a context, in order.
  static func hinted(in context: CommandContext) -> [(command: Command, hint: Hint)] { hinted[context] ?? [] }

  private static let hinted: [CommandContext: [(command: Command, hint: Hint)]] = {
    let all = Command.all.flatMap { command in command.hints.map { (command: command, hint: $0) } }
    return Dictionary(grouping: all) { $0.hint.context }.mapValues { $0.sorted { $0.hint.place < $1.hint.place } }
  }()
}
