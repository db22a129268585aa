import ArgumentParser
import Configuration
import TextBasics

/// `newstape themes`
struct ThemesCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "Lists the themes of the dashboard.",
    discussion: """
      The one in force is marked with a star; with theme = "auto" the terminal decides. Put your own into \
      ~/.config/newstape/themes. Into a pipe as lines of mark, name, owner and file, separated by tabs.

      EXAMPLES:
        newstape themes
        newstape --theme amber
      """)

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let entries = setup.themes.entries()
    let widths = setup.widths
    let nameColumns = entries.map { widths.columns(SafeText($0.name)) }.max() ?? 0
    for entry in entries {
      let mark: SafeText = entry.name == setup.settings.theme ? "*" : ""
      let path = SafeText(setup.paths.abbreviating(entry.path))
      if output.isTerminal {
        let owner = entry.owner == .user ? setup.messages.userTheme : setup.messages.shippedTheme
        let name = widths.pad(SafeText(entry.name), to: nameColumns)
        try output.writeLine(widths.pad(mark, to: 2) + name + "  " + widths.pad(SafeText(owner), to: 8) + path)
      } else {
        try output.writeRow([mark, SafeText(entry.name), SafeText(entry.owner.rawValue), path])
      }
    }
  }
}
