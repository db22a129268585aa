import ArgumentParser
import Foundation
import Log
import TextBasics
import Wording

/// The help of a command as a page: laid out here, as the parser's own layout knows one language and takes a Chinese character for one column.
struct HelpPage {
  private let command: CommandDescription
  /// The names before it, from the program's on.
  private let path: [String]
  private let words: Words
  private let widths: ColumnWidths
  private let columns: Int

  /// Where the texts of options begin.
  private static let textColumn = 28
  /// The widest that text is set.
  private static let widest = 100

  /// - Parameters:
  ///   - path: the names of the command, from the program's on.
  ///   - columns: the width of the terminal.
  /// - Returns: nil where there is no such command.
  init?(_ path: [String], words: Words, widths: ColumnWidths = ColumnWidths(), columns: Int) {
    guard var command = CommandDescription.program, command.commandName == path.first else { return nil }
    for name in path.dropFirst() {
      guard let next = command.subcommands?.first(where: { $0.commandName == name }) else { return nil }
      command = next
    }
    self.command = command
    self.path = path
    self.words = words
    self.widths = widths
    self.columns = min(max(columns, 40), Self.widest)
  }

  var lines: [SafeText] {
    var blocks: [[SafeText]] = [wrap(words.helpOverview(command.abstract ?? ""))]
    if let discussion = command.discussion { blocks.append(wrap(discussion)) }
    blocks.append(wrap(words.helpUsage(usage), hanging: 4))
    for section in sections {
      blocks.append([SafeText(section.title)] + section.rows.flatMap { row($0.label, $0.text) })
    }
    if command.subcommands?.isEmpty == false {
      blocks.append(wrap(words.helpOfSubcommands(path.joined(separator: " "))))
    }
    return Array(blocks.joined(separator: [""]))
  }

  // MARK: - Parts

  private var usage: String {
    let arguments = (command.arguments ?? []).filter { $0.kind == .positional && $0.shouldDisplay }
    var parts = path + ["[<\(words.helpOptionsName)>]"] + arguments.map { $0.isOptional ? "[\($0.label)]" : $0.label }
    if command.subcommands?.isEmpty == false { parts.append("[<\(words.helpSubcommandName)>]") }
    return parts.joined(separator: " ")
  }

  private typealias Row = (label: String, text: String)

  private var sections: [(title: String, rows: [Row])] {
    // The version is the program's.
    let shown = (command.arguments ?? []).filter { $0.shouldDisplay && (path.count == 1 || !$0.isVersion) }
    let positional = shown.filter { $0.kind == .positional }
    let options = shown.filter { $0.kind != .positional }
    var titles: [String] = []
    for option in options { if let title = option.sectionTitle, !titles.contains(title) { titles.append(title) } }
    var sections = [(words.helpArguments, positional), (words.helpOptions, options.filter { $0.sectionTitle == nil })]
    sections += titles.map { title in (words.heading(title), options.filter { $0.sectionTitle == title }) }
    var rows = sections.map { (title: $0, rows: $1.map { (label: $0.label, text: text(of: $0)) }) }
    let commands = (command.subcommands ?? []).filter { $0.shouldDisplay != false && $0.commandName != "help" }
    rows.append((words.helpSubcommands, commands.map { (label: $0.names, text: $0.abstract ?? "") }))
    return rows.filter { !$0.rows.isEmpty }
  }

  private func text(of argument: ArgumentDescription) -> String {
    if argument.isHelp { return words.helpOfHelp }
    if argument.isVersion { return words.helpOfVersion }
    return (argument.abstract ?? "") + words.helpValues(argument.allValues ?? [], standard: argument.defaultValue)
  }

  // MARK: - Layout

  /// A label with its text beside it, or below where it is too long.
  private func row(_ label: String, _ text: String) -> [SafeText] {
    let label = SafeText("  " + label)
    let indent = SafeText(String(repeating: " ", count: Self.textColumn))
    let lines = widths.wrap(SafeText(text), columns: columns - Self.textColumn)
    guard let first = lines.first else { return [label] }
    let rest = lines.dropFirst().map { indent + $0 }
    guard widths.columns(label) + 2 <= Self.textColumn else { return [label, indent + first] + rest }
    return [widths.pad(label, to: Self.textColumn) + first] + rest
  }

  /// A text in lines; those that are indented already are examples and stay as they are.
  private func wrap(_ text: String, hanging indent: Int = 0) -> [SafeText] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [SafeText] in
      guard !line.isEmpty, !line.hasPrefix("  ") else { return [SafeText(String(line))] }
      let lines = widths.wrap(SafeText(String(line)), columns: columns - indent)
      return lines.enumerated().map { $0 == 0 ? $1 : SafeText(String(repeating: " ", count: indent)) + $1 }
    }
  }
}

/// What the parser of arguments says of a command, as `--experimental-dump-help` prints it.
private struct CommandDescription: Decodable {
  let commandName: String
  let aliases: [String]?
  let abstract: String?
  let discussion: String?
  let shouldDisplay: Bool?
  let subcommands: [CommandDescription]?
  let arguments: [ArgumentDescription]?

  var names: String { ([commandName] + (aliases ?? [])).joined(separator: ", ") }

  private struct Tool: Decodable { let command: CommandDescription }

  /// The whole program; nil where the parser does not say it in the expected form.
  static var program: CommandDescription? {
    do {
      _ = try NewstapeCommand.parseAsRoot(["--experimental-dump-help"])
      return nil
    } catch {
      let dump = Data(NewstapeCommand.fullMessage(for: error).utf8)
      return Log.attempt("read the description of the commands") {
        try JSONDecoder().decode(Tool.self, from: dump).command
      }
    }
  }
}

private struct ArgumentDescription: Decodable {
  enum Kind: String, Decodable { case positional, option, flag }

  struct Name: Decodable {
    let kind: String
    let name: String

    var text: String { (kind == "long" ? "--" : "-") + name }
  }

  let kind: Kind
  let shouldDisplay: Bool
  let sectionTitle: String?
  let isOptional: Bool
  let isRepeating: Bool
  let names: [Name]?
  let valueName: String?
  let defaultValue: String?
  let allValues: [String]?
  let abstract: String?

  var isHelp: Bool { names?.contains { $0.name == "help" } == true }
  var isVersion: Bool { names?.contains { $0.name == "version" } == true }

  /// `--tag <name> ...`, `-h, --help`, `<query> ...`
  var label: String {
    let value = valueName.map { "<\($0)>" } ?? ""
    let dots = isRepeating && kind == .positional ? " ..." : ""
    guard kind != .positional else { return value + dots }
    let names = (names ?? []).sorted { $0.text.count < $1.text.count }.map(\.text).joined(separator: ", ")
    return kind == .flag ? names : names + " " + value
  }
}
