import ArgumentParser
import Configuration
import Foundation
import NewsLibrary
import NewsModel
import TextBasics
import WebAddresses
import Wording

/// `newstape config`
struct ConfigCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Prints the configuration in force and where each value comes from.",
    discussion: """
      Every line is TOML; behind # stands where its value was written: a file with the line, a variable of the \
      environment, an option, or default. Passwords are masked. Mistakes follow at the end, and then the exit code is 78.

      EXAMPLES:
        newstape config
        NEWSTAPE_THEME=nord newstape config --language en
      """)

  @OptionGroup(title: "Global options") var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try writePlaces(setup, &output)
    let lines = setup.settings.entries.map { entry in
      // A setting that is left out and has no default cannot be written in TOML but as a comment.
      let text = entry.notation.map { "\(entry.key) = \($0)" } ?? "# \(entry.key)"
      return (text: SafeText(AddressSecrets.masked(text)), origin: setup.paths.abbreviating(entry.origin.notation))
    }
    let columns = min(48, lines.map { setup.widths.columns($0.text) }.max() ?? 0)
    for line in lines {
      let isLong = setup.widths.columns(line.text) > columns
      let text = isLong ? line.text : setup.widths.pad(line.text, to: columns)
      try output.writeLine(text + "  # " + SafeText(line.origin))
    }
    let problems = setup.allProblems
    for problem in problems {
      output.writeLine("# \(setup.words.problem): \(setup.describe(problem))")
    }
    if !problems.isEmpty { throw ExitStatus.configuration }
  }

  private func writePlaces(_ setup: Setup, _ output: inout Output) throws {
    let (words, paths) = (setup.words, setup.paths)
    let file = paths.configuration
    let isThere = FileManager.default.fileExists(atPath: file)
    output.writeLine("# \(words.configurationFile): \(paths.abbreviating(file))\(isThere ? "" : words.isMissing)")
    let location = setup.readLocation
    let note = location.kind == .sample ? words.sampleNote : ""
    output.writeLine("# \(words.storeFile): \(paths.abbreviating(location.path))\(note)")
    let folder = setup.dataFolder.map { paths.abbreviating($0.path) } ?? words.notFound
    output.writeLine("# \(words.dataFolder): \(folder)")
    try output.writeLine()
  }
}

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
        let owner = entry.owner == .user ? setup.words.userTheme : setup.words.shippedTheme
        let name = widths.pad(SafeText(entry.name), to: nameColumns)
        try output.writeLine(widths.pad(mark, to: 2) + name + "  " + widths.pad(SafeText(owner), to: 8) + path)
      } else {
        try output.writeRow([mark, SafeText(entry.name), SafeText(entry.owner.rawValue), path])
      }
    }
  }
}
