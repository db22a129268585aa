import ArgumentParser
import Wording

// The texts that the parser of arguments is given, in both languages.

/// The language in which the parser of arguments is given its texts.
///
/// It asks for them anew whenever it needs them, so that they can follow the language of the interface, which the arguments may name.
enum HelpLanguage {
  @TaskLocal static var current = Language.en
}

extension Bilingual {
  var inHelp: String { self(HelpLanguage.current) }
}

extension ArgumentHelp {
  /// - Parameter value: what the value is called; left out, the parser names it after the property.
  static func text(_ chinese: String, _ english: String, value: ValueName? = nil) -> ArgumentHelp {
    ArgumentHelp(Bilingual(chinese, english).inHelp, valueName: value?.name.inHelp)
  }
}

/// What the values of options and arguments are called.
enum ValueName {
  case address, bucket, command, field, fieldAndName, file, form, format, header, id, language, level, name, newName,
    number,
    path
  case place, query, source, span, time, url

  fileprivate var name: Bilingual {
    switch self {
    case .address, .url: .init("网址", "url")
    case .bucket: .init("单位", "bucket")
    case .command: .init("命令", "command")
    case .field: .init("字段", "field")
    case .fieldAndName: .init("字段=列名", "field=name")
    case .file: .init("文件", "file")
    case .form: .init("形式", "form")
    case .format: .init("格式", "format")
    case .header: .init("HTTP头", "header")
    case .id: .init("编号", "id")
    case .language: .init("语言", "language")
    case .level: .init("级别", "level")
    case .name: .init("名称", "name")
    case .newName: .init("新名称", "new-name")
    case .number: .init("数量", "number")
    case .path: .init("路径", "path")
    case .place: .init("位置", "place")
    case .query: .init("查询", "query")
    case .source: .init("订阅", "feed")
    case .span: .init("时段", "span")
    case .time: .init("时间", "time")
    }
  }
}

/// The headings of options that belong together.
enum HelpSection {
  static var global: String { Bilingual("全局选项", "Global options").inHelp }
  static var records: String { Bilingual("记录", "Records").inHelp }
  static var actions: String { Bilingual("动作", "What to do").inHelp }
}

extension CommandConfiguration {
  /// A command line that shows how a command is used, with what it does where that does not show.
  struct Example: ExpressibleByStringLiteral {
    let line: String
    let remark: Bilingual?

    init(stringLiteral line: String) {
      self.line = line
      remark = nil
    }

    init(_ line: String, _ chinese: String, _ english: String) {
      self.line = line
      remark = Bilingual(chinese, english)
    }

    /// The line, with what it does behind so many columns.
    fileprivate func text(width: Int) -> String {
      guard let remark else { return "  " + line }
      return "  " + line + String(repeating: " ", count: max(0, width - line.count)) + "  # " + remark.inHelp
    }
  }

  /// A command with its help.
  ///
  /// - Parameter appendix: what stands below the examples.
  init(
    _ name: String, _ abstract: Bilingual, _ discussion: Bilingual? = nil, examples: [Example] = [],
    subcommands: [any ParsableCommand.Type] = [], defaultSubcommand: (any ParsableCommand.Type)? = nil,
    aliases: [String] = [], version: String = "", appendix: String? = nil
  ) {
    let heading = Bilingual("示例：", "EXAMPLES:").inHelp
    let width = examples.map { $0.remark == nil ? 0 : $0.line.count }.max() ?? 0
    let shown = examples.isEmpty ? nil : ([heading] + examples.map { $0.text(width: width) }).joined(separator: "\n")
    self.init(
      commandName: name, abstract: abstract.inHelp,
      discussion: [discussion?.inHelp, shown, appendix].compactMap(\.self).joined(separator: "\n\n"),
      version: version, subcommands: subcommands, defaultSubcommand: defaultSubcommand, aliases: aliases)
  }
}
