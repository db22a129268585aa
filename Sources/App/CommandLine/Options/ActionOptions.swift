import ArgumentParser
import NewsModel

/// The options that say what is to be done to articles.
struct ActionOptions: ParsableArguments {
  @Flag(help: "Mark them read.")
  var read = false

  @Flag(help: "Mark them unread.")
  var unread = false

  @Flag(help: "Star them.")
  var star = false

  @Flag(help: "Take their stars away.")
  var unstar = false

  @Flag(help: "Mute them: they leave every list and count; is:muted finds them.")
  var mute = false

  @Flag(help: "Bring muted ones back.")
  var unmute = false

  @Option(help: ArgumentHelp("Give them a tag of your own; may be repeated.", valueName: "name"))
  var tag: [String] = []

  @Option(help: ArgumentHelp("Take a tag of your own away; may be repeated.", valueName: "name"))
  var untag: [String] = []

  /// What is to be done, at least one thing and nothing with its opposite.
  func actions(_ messages: Messages) throws -> [StatusAction] {
    let flags: [(Bool, StatusAction)] = [
      (read, .read), (unread, .unread), (star, .star), (unstar, .unstar), (mute, .mute), (unmute, .unmute),
    ]
    let actions = flags.filter(\.0).map(\.1) + tag.map { .tag($0) } + untag.map { .untag($0) }
    guard !actions.isEmpty else { throw CommandFailure(.usage, messages.noAction) }
    for action in actions where actions.contains(action.inverse) {
      throw CommandFailure(.usage, messages.contradiction(action.description, action.inverse.description))
    }
    return actions
  }
}

/// The options that say what a rule does.
struct RuleActionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Give a tag of your own; may be repeated.", valueName: "name"))
  var tag: [String] = []

  @Flag(help: "Star.")
  var star = false

  @Flag(help: "Mute: leave it out of every list and count; is:muted finds it.")
  var mute = false

  @Flag(help: "Mark read.")
  var read = false

  var actions: [StatusAction] {
    tag.map { .tag($0) } + (star ? [.star] : []) + (read ? [.read] : []) + (mute ? [.mute] : [])
  }
}

/// How a change of many articles is agreed on.
struct AgreementOptions: ParsableArguments {
  @Flag(name: .customLong("yes"), help: "Do not ask; needed where no terminal is.")
  var isAgreed = false

  @Flag(help: "Only say how many articles match.")
  var dryRun = false
}
