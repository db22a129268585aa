import Configuration
import Dashboard
import Terminal

extension Setup {
  /// The keys of the configuration over the default ones, and what of them makes no sense.
  var keymap: (keymap: Keymap, problems: [ConfigurationProblem]) {
    var replaced: [Command: [String]] = [:]
    var problems: [ConfigurationProblem] = []
    for binding in settings.keyBindings {
      let key = "keys." + binding.command
      guard let command = Command.named(binding.command) else {
        problems.append(ConfigurationProblem(.unknownCommand(suggestion: nil), key: key, at: binding.origin))
        continue
      }
      let bad = binding.keys.filter { Key.parseSequence($0) == nil }
      problems += bad.map { ConfigurationProblem(.badKey($0), key: key, at: binding.origin) }
      replaced[command] = binding.keys
    }
    return (Keymap(replacing: replaced), problems)
  }

  /// Mistakes in settings, keys and the theme that was chosen: what the dashboard and `newstape config` tell of.
  var allProblems: [ConfigurationProblem] {
    let theme = settings.theme
    let ofTheme = theme == "auto" ? [] : themes.load(theme, namedAt: settings.origin(of: "theme")).problems
    return problems + keymap.problems + ofTheme
  }
}
