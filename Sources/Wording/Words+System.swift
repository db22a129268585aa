import Foundation
package import NewsModel

// MARK: - Why the system refused

extension Words {
  /// The reason in words that stand in brackets behind what could not be done.
  package func describe(_ problem: SystemProblem) -> String {
    switch problem.code {
    case EACCES, EPERM: text("没有权限", "no permission")
    case ENOENT: text("没有这个文件或目录", "there is no such file or folder")
    case ENOTDIR: text("路径中有一部分不是目录", "a part of the path is no folder")
    case EISDIR: text("是目录", "it is a folder")
    case EEXIST: text("已存在", "it is there already")
    case EROFS: text("磁盘只读", "the disk can only be read")
    case ENOSPC: text("磁盘已满", "the disk is full")
    case EDQUOT: text("磁盘配额已用完", "the disk quota is used up")
    case EIO: text("磁盘读写出错", "the disk failed to read or write")
    case EFBIG: text("文件过大", "the file would be too large")
    case ENOMEM: text("内存不足", "there is not enough memory")
    case EMFILE, ENFILE: text("打开的文件过多", "too many files are open")
    case ELOOP: text("链接成环", "the links lead in a circle")
    case ENAMETOOLONG: text("名称过长", "the name is too long")
    case EBUSY, ETXTBSY: text("正在使用中", "it is in use")
    case ENXIO, ENODEV: text("没有这个设备", "there is no such device")
    case ESTALE, ETIMEDOUT, EHOSTDOWN: text("网络磁盘没有响应", "the network drive does not answer")
    default:
      text("系统错误 \(problem.code)", "system error \(problem.code): \(String(cString: strerror(problem.code)))")
    }
  }
}

// MARK: - Reasons within sentences

extension Words {
  package var jsonNotAnObject: String { text("不是对象", "not an object") }
  package var jsonCutShort: String { text("内容不完整", "cut short") }
  package var jsonUnexpected: String { text("意外字符", "unexpected character") }
  package var jsonBadEscape: String { text("转义有误", "bad escape") }
  package var jsonBadNumber: String { text("数字有误", "bad number") }
  package var jsonTooDeep: String { text("嵌套过深", "nested too deeply") }
  package var jsonTrailing: String { text("对象之后还有内容", "something after the object") }

  /// What the database says, in the language of the sentence that it stands in; what is not known here stays as it is.
  func reason(_ detail: String) -> String {
    guard language == .zhHans else { return detail }
    for (english, chinese) in Self.databaseReasons where detail.hasPrefix(english) {
      return chinese + detail.dropFirst(english.count)
    }
    return detail
  }

  /// Beginnings of what SQLite and the store say.
  private static let databaseReasons = [
    ("database disk image is malformed", "数据库结构损坏"), ("file is not a database", "不是数据库"),
    ("database or disk is full", "磁盘已满"), ("database is locked", "数据库被占用"), ("disk I/O error", "磁盘读写出错"),
    ("attempt to write a readonly database", "数据库只读"), ("out of memory", "内存不足"),
    ("unable to open database file", "无法打开数据库文件"), ("no such table: ", "缺少表 "),
    ("no such column: ", "缺少列 "), ("no such index: ", "缺少索引 "), ("no query solution", "缺少索引"),
    ("UNIQUE constraint failed: ", "重复的值："), ("NOT NULL constraint failed: ", "缺少值："),
    ("body of article ", "正文无法读取，编号 "), ("a page of block ", "搜索索引的一页无法读取，"),
    ("undo step ", "无法读取的撤销记录 "), ("column ", "数据有误，列 "),
  ]
}

// MARK: - Terminal and browser

extension Words {
  package func crashNote(log: String) -> String {
    text("newstape 意外终止，详情见 \(log)", "newstape ended unexpectedly; details are in \(log)")
  }

  package func storeDamaged(_ count: Int) -> String {
    text(
      "新闻库有\(count)种损坏：请退出后运行 newstape store repair",
      "the store has \(self.count(count, "kind")) of damage: quit and run newstape store repair")
  }

  package var storeDamageMet: String {
    text(
      "新闻库有损坏，有些内容无法读取：请退出后运行 newstape store repair",
      "the store is damaged and some of it cannot be read: quit and run newstape store repair")
  }

  package var noTerminalToDrawOn: String { text("没有可用的终端", "there is no terminal to draw on") }

  package func screenUnknownTerminal(_ names: [String]) -> String {
    text(
      "无法识别终端 \(names.first ?? "")，请设置 TERM，例如 TERM=xterm-256color",
      "the terminal \(names.first ?? "") is not known; set TERM, for example TERM=xterm-256color")
  }

  package var onlyWebLinks: String { text("只打开 http 和 https 链接", "only http and https links are opened") }

  package var openedInBrowser: String { text("已在浏览器中打开", "opened in the browser") }

  package var noBrowserHere: String {
    text(
      "ssh 连接中无法打开浏览器；按 \(key(.copyLink)) 复制链接，或设置 browser.command",
      "no browser can open over ssh; \(key(.copyLink)) copies the link, or set browser.command")
  }

  package func cannotStart(_ program: String) -> String {
    text("无法启动 \(program)，请设置 browser.command", "cannot start \(program); set browser.command in config.toml")
  }
}

// MARK: - Commands

extension Words {
  private static let chineseSpans = StatisticsSpan.allCases.map { span in
    "\(span.rawValue)（\(Words(language: .zhHans).name(of: span))）"
  }
  .joined(separator: "、")

  package var noTerminal: String {
    text("主界面需要终端；脚本中请用 newstape list", "the dashboard needs a terminal; for scripts use newstape list")
  }

  package var sampleShown: String {
    text(
      "还没有新闻库，显示的是内置示例；请用 newstape add 订阅，或用 newstape import 导入新闻",
      "this is the bundled sample; subscribe to feeds with newstape add, or bring in your own news with newstape import"
    )
  }

  package var storeIsEmpty: String {
    text("还没有新闻；用 newstape import 导入", "there is no news in the store yet; bring some in with newstape import")
  }

  package func noFile(_ path: String) -> String {
    text("找不到文件 \(path)，请检查路径", "there is no file \(path); check the path")
  }

  package func noThemeListed(_ name: String) -> String {
    text("没有配色 \(name)；用 newstape themes 查看可用配色", "there is no theme \(name); newstape themes lists what there is")
  }

  package func badTime(_ text: String, option: String) -> String {
    self.text(
      "\(option) 的时间“\(text)”无法识别；可写 2022-06-15、2022-06-15T05:42、7d、今天 等",
      "\(option) cannot read the time '\(text)'; write for example 2022-06-15, 2022-06-15T05:42, 7d or today")
  }

  package func badNumber(_ option: String) -> String {
    text("\(option) 不能为负数；0 表示不限", "\(option) cannot be negative; 0 stands for all")
  }

  package func badArticleID(_ id: String) -> String {
    text("“\(id)”不是新闻编号；newstape list 的第一列是编号", "'\(id)' is no article id; the first column of newstape list has them")
  }

  package func noArticle(_ id: String) -> String {
    text(
      "没有编号为\(id)的新闻；newstape list 的第一列是编号",
      "there is no article \(id); the first column of newstape list has the ids")
  }

  package var nothingToRead: String {
    text("未指定输入；请给出文件或目录，或用 - 读取标准输入", "there is no input; name files or folders, or - for standard input")
  }

  package func cannotWriteOutput(_ problem: SystemProblem) -> String {
    text(
      "无法写出结果（\(describe(problem))）；请检查输出位置",
      "cannot write the output (\(describe(problem))); check where it goes")
  }

  package func badSpan(_ name: String) -> String {
    let names = StatisticsSpan.allCases.map(\.rawValue).joined(separator: ", ")
    return text("没有时段“\(name)”；可用：\(Self.chineseSpans)", "there is no span '\(name)'; choose one of \(names)")
  }

  package func needsGrouping(_ option: String) -> String {
    text("\(option) 须与 --by 一起使用", "\(option) needs --by, which says what is counted")
  }

  package var countsAcrossItself: String {
    text("--by 和 --and 须为两个不同的字段", "--by and --and have to name two different fields")
  }

  package var countsCut: String {
    text("后面还有：用 --limit 指定更多，--limit 0 列出全部", "there are more: --limit takes a larger number, --limit 0 lists all")
  }

  package func onlyOneForm(_ options: [String]) -> String {
    let names = options.joined(separator: ", ")
    return text("\(names) 只能选一个", "only one of \(names) can be printed at once")
  }

  package func describe(_ problem: NameProblem) -> String {
    switch problem {
    case .empty: text("名称不能为空", "a name cannot be empty")
    case .tooLong(let limit):
      text("名称过长；最多\(limit)个字", "the name is too long; \(count(limit, "character")) at most")
    case .taken(let name): text("已有名为“\(name)”的", "there is one named '\(name)' already")
    case .unknown(let name): text("没有名为“\(name)”的", "there is none named '\(name)'")
    }
  }

  package var related: String { text("相关", "Related") }
  package var previous: String { text("上一篇", "Previous") }
  package var next: String { text("下一篇", "Next") }
  package var volume: String { text("新闻量", "Articles") }
  package var estimatedDate: String { text("（时间为推定）", " (estimated)") }

  package var stubBody: String {
    text("只有标题，正文尚未收录。", "A headline only: its text has not been imported yet.")
  }

  package func totals(_ totals: Totals) -> String {
    text(
      "新闻\(number(totals.articles))条，未读\(number(totals.unread))，星标\(number(totals.starred))，仅标题\(number(totals.stubs))",
      "\(count(totals.articles, "article")), \(number(totals.unread)) unread, \(number(totals.starred)) starred, \(number(totals.stubs)) headline only"
    )
  }

  package func inRange(_ range: String, count: Int, previous: Int) -> String {
    text(
      "\(range)：\(number(count))条，上一同期\(number(previous))条",
      "\(range): \(self.count(count, "article")), \(number(previous)) in the same time before")
  }

  package func unreadCount(_ count: Int) -> String { text("未读\(number(count))", "\(number(count)) unread") }
  package var everythingTime: String { text("累计", "of all time") }
  package var byDefault: String { text("默认", "default") }
  package var configurationFile: String { text("配置文件", "configuration file") }
  package var isMissing: String { text("（不存在）", " (not there)") }
  package var storeFile: String { text("新闻库文件", "store") }
  package var sampleNote: String { text("（内置示例）", " (the bundled sample)") }
  package var dataFolder: String { text("程序数据", "program data") }
  package var notFound: String { text("未找到", "not found") }
  package var problem: String { text("问题", "problem") }
  package var userTheme: String { text("自己的", "yours") }
  package var shippedTheme: String { text("自带", "shipped") }
}

// MARK: - The help of the command line

extension Words {
  package func helpOverview(_ abstract: String) -> String { text("概述：", "OVERVIEW: ") + abstract }
  package func helpUsage(_ usage: String) -> String { text("用法：", "USAGE: ") + usage }
  package var helpOptionsName: String { text("选项", "options") }
  package var helpSubcommandName: String { text("子命令", "subcommand") }
  package var helpArguments: String { text("参数：", "ARGUMENTS:") }
  package var helpOptions: String { text("选项：", "OPTIONS:") }
  package var helpSubcommands: String { text("子命令：", "SUBCOMMANDS:") }
  package func heading(_ title: String) -> String { text("\(title)：", "\(title.uppercased()):") }
  package var helpOfHelp: String { text("显示帮助。", "Show this help.") }
  package var helpOfVersion: String { text("显示版本。", "Show the version.") }

  package func helpOfSubcommands(_ command: String) -> String {
    text("各子命令的说明：\(command) 子命令 --help", "For the help of a subcommand: \(command) SUBCOMMAND --help")
  }

  /// What an option can be set to, and what it is set to where it is left out.
  package func helpValues(_ values: [String], standard: String?) -> String {
    var parts: [String] = []
    if !values.isEmpty { parts.append(labelled(text("可选", "one of"), values.joined(separator: text("、", ", ")))) }
    if let standard { parts.append(labelled(text("默认", "default"), standard)) }
    return parts.isEmpty ? "" : text("（\(parts.joined(separator: "；"))）", " (\(parts.joined(separator: "; ")))")
  }
}

// MARK: - Mistakes in the command line

extension Words {
  package func usageUnknownOption(_ option: String, meant: String?) -> String {
    text("没有选项“\(option)”", "there is no option '\(option)'")
      + (meant.map { parenthesised(text("是否想写 \($0)？", "did you mean '\($0)'?")) } ?? "")
  }

  package func usageMissingValue(_ option: String) -> String { text("\(option) 缺少值", "\(option) needs a value") }

  package func usageNeedlessValue(_ option: String, _ value: String) -> String {
    text("\(option) 不带值，却写了“\(value)”", "\(option) takes no value, but has '\(value)'")
  }

  package func usageSurplus(_ arguments: [String]) -> String {
    text(
      "多余的参数" + enumeration(arguments.map { "“\($0)”" }),
      "there is no place for " + enumeration(arguments.map { "'\($0)'" }))
  }

  package func usageMissing(_ argument: String) -> String { text("缺少参数 \(argument)", "\(argument) is missing") }

  package func usageBadValue(_ value: String, of option: String, allowed: [String]) -> String {
    text("\(option) 的值“\(value)”无效", "\(option) cannot be '\(value)'")
      + (allowed.isEmpty ? "" : text("，可用：", "; choose one of ") + enumeration(allowed))
  }

  package var usageMissingSubcommand: String { text("缺少子命令", "a subcommand is missing") }

  package func usageContradiction(_ one: String, _ other: String) -> String {
    text("\(one) 与 \(other) 互相矛盾", "\(one) and \(other) contradict each other")
  }

  /// What the parser says that is not known here, and where to look.
  package func usageOther(_ message: String) -> String { text("命令行有误（\(message)）", message) }
  package func seeHelp(_ command: String) -> String { text("见 \(command) --help", "see '\(command) --help'") }
}
