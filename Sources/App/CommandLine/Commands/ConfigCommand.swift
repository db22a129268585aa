import ArgumentParser
import Configuration
import Foundation
import NewsLibrary
import NewsModel
import TextBasics
import WebAddresses

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
      output.writeLine("# \(setup.messages.problem): \(setup.describe(problem))")
    }
    if !problems.isEmpty { throw ExitStatus.configuration }
  }

  private func writePlaces(_ setup: Setup, _ output: inout Output) throws {
    let (messages, paths) = (setup.messages, setup.paths)
    let file = paths.configuration
    let isThere = FileManager.default.fileExists(atPath: file)
    output.writeLine("# \(messages.configurationFile): \(paths.abbreviating(file))\(isThere ? "" : messages.isMissing)")
    let location = setup.readLocation
    let note = location.kind == .sample ? messages.sampleNote : ""
    output.writeLine("# \(messages.storeFile): \(paths.abbreviating(location.path))\(note)")
    let folder = setup.dataFolder.map { paths.abbreviating($0.path) } ?? messages.notFound
    output.writeLine("# \(messages.dataFolder): \(folder)")
    try output.writeLine()
  }
}
