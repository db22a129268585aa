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
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "config",
      .init(
        "显示生效的配置，以及每项的出处。",
        "Prints the configuration in force and where each value comes from."),
      .init(
        """
        每行都是 TOML；# 之后是出处：文件及行号、环境变量、选项或默认。密码以星号代替。错误列在最后，此时退\
        出码为 78。
        """,
        """
        Every line is TOML; behind # stands where its value was written: a file with the line, a variable \
        of the environment, an option, or default. Passwords are masked. Mistakes follow at the end, and \
        then the exit code is 78.
        """),
      examples: [
        "newstape config",
        "NEWSTAPE_THEME=nord newstape config --language en",
      ])
  }

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    try writePlaces(setup, &output)
    let words = setup.words
    let lines = setup.settings.entries.map { entry in
      // A setting that is left out and has no default cannot be written in TOML but as a comment.
      let text = entry.notation.map { "\(entry.key) = \($0)" } ?? "# \(entry.key)"
      let origin = entry.origin == .standard ? words.byDefault : setup.paths.abbreviating(entry.origin.notation)
      let help = Setting.named(entry.key)?.help(in: setup.language)
      return (text: SafeText(AddressSecrets.masked(text)), origin: origin, help: help)
    }
    let columns = min(48, lines.map { setup.widths.columns($0.text) }.max() ?? 0)
    for line in lines {
      if let help = line.help { try output.writeLine(SafeText("# " + help)) }
      let isLong = setup.widths.columns(line.text) > columns
      let text = isLong ? line.text : setup.widths.pad(line.text, to: columns)
      try output.writeLine(text + "  # " + SafeText(line.origin))
    }
    let problems = setup.allProblems
    for problem in problems {
      output.writeLine("# " + words.labelled(words.problem, setup.describe(problem)))
    }
    let mistakes = setup.mistakesInOwnTables
    for mistake in mistakes { output.writeLine("# " + words.labelled(words.problem, mistake)) }
    if !problems.isEmpty || !mistakes.isEmpty { throw ExitStatus.configuration }
  }

  private func writePlaces(_ setup: Setup, _ output: inout Output) throws {
    let (words, paths) = (setup.words, setup.paths)
    let file = paths.configuration
    let isThere = FileManager.default.fileExists(atPath: file)
    let configuration = paths.abbreviating(file) + (isThere ? "" : words.isMissing)
    output.writeLine("# " + words.labelled(words.configurationFile, configuration))
    let hasTables = FileManager.default.fileExists(atPath: paths.tables)
    let tables = paths.abbreviating(paths.tables) + (hasTables ? "" : words.isMissing)
    output.writeLine("# " + words.labelled(words.ownTables, tables))
    let location = setup.readLocation
    let note = location.kind == .sample ? words.sampleNote : ""
    output.writeLine("# " + words.labelled(words.storeFile, paths.abbreviating(location.path) + note))
    let folder = setup.dataFolder.map { paths.abbreviating($0.path) } ?? words.notFound
    output.writeLine("# " + words.labelled(words.dataFolder, folder))
    try output.writeLine()
  }
}

/// `newstape themes`
struct ThemesCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "themes",
      .init("列出主界面的配色。", "Lists the themes of the dashboard."),
      .init(
        """
        生效的以星号标出；theme = "auto" 时由终端决定。自己的配色放在 ~/.config/newstape/themes。输出到管道\
        时每行为标记、名称、归属、文件，以制表符分隔。
        """,
        """
        The one in force is marked with a star; with theme = "auto" the terminal decides. Put your own into \
        ~/.config/newstape/themes. Into a pipe as lines of mark, name, owner and file, separated by tabs.
        """),
      examples: [
        "newstape themes",
        "newstape --theme amber",
      ])
  }

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

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
