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

// MARK: - Terminal and browser

extension Words {
  package func crashNote(log: String) -> String {
    text("newstape 意外终止，详情见 \(log)", "newstape ended unexpectedly; details are in \(log)")
  }

  package func storeDamaged(_ count: Int) -> String {
    text(
      "数据文件有 \(count) 处损坏：退出后运行 newstape store repair",
      "the store has \(count) kinds of damage: quit and run newstape store repair")
  }

  package var storeDamageMet: String {
    text(
      "数据文件有损坏，有些内容无法读取：退出后运行 newstape store repair",
      "the store is damaged and some of it cannot be read: quit and run newstape store repair")
  }

  package var noTerminalToDrawOn: String { text("没有可用的终端", "there is no terminal to draw on") }

  package func screenUnknownTerminal(_ names: [String]) -> String {
    text(
      "不认识终端 \(names.first ?? "")，请设置 TERM，例如 TERM=xterm-256color",
      "the terminal \(names.first ?? "") is not known; set TERM, for example TERM=xterm-256color")
  }

  package var onlyWebLinks: String { text("只打开 http 和 https 链接", "only http and https links are opened") }

  package func cannotStart(_ program: String) -> String {
    text("无法启动 \(program)，请设置 browser.command", "cannot start \(program); set browser.command in config.toml")
  }
}

// MARK: - Commands

extension Words {
  package var noTerminal: String {
    text("主界面需要终端；脚本中请用 newstape list", "the dashboard needs a terminal; for scripts use newstape list")
  }

  package var sampleShown: String {
    text(
      "尚无数据，显示的是内置示例；用 newstape add 订阅，或用 newstape import 导入自己的新闻",
      "this is the bundled sample; follow sources with newstape add, or bring in your own news with newstape import")
  }

  package var storeIsEmpty: String {
    text("还没有新闻；用 newstape import 导入", "there is no news in the store yet; bring some in with newstape import")
  }

  package func noFile(_ path: String) -> String {
    text("没有文件 \(path)；请检查路径", "there is no file \(path); check the path")
  }

  package func noThemeListed(_ name: String) -> String {
    text("没有主题 \(name)；用 newstape themes 查看可用主题", "there is no theme \(name); newstape themes lists what there is")
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
    text("“\(id)”不是文章编号；newstape list 的第一列是编号", "'\(id)' is no article id; the first column of newstape list has them")
  }

  package func noArticle(_ id: String) -> String {
    text(
      "没有编号为 \(id) 的文章；newstape list 的第一列是编号",
      "there is no article \(id); the first column of newstape list has the ids")
  }

  package var nothingToRead: String {
    text("没有指定输入；请给出文件、目录，或用 - 读取标准输入", "there is no input; name files or folders, or - for standard input")
  }

  package func cannotWriteOutput(_ problem: SystemProblem) -> String {
    text(
      "无法写出结果（\(describe(problem))）；请检查输出位置",
      "cannot write the output (\(describe(problem))); check where it goes")
  }

  package func badSpan(_ name: String) -> String {
    let names = StatisticsSpan.allCases.map(\.rawValue).joined(separator: ", ")
    return text("没有时间范围“\(name)”；可用：\(names)", "there is no span '\(name)'; choose one of \(names)")
  }

  package func describe(_ problem: NameProblem) -> String {
    switch problem {
    case .empty: text("名称不能为空", "a name cannot be empty")
    case .tooLong(let limit):
      text("名称过长；最多 \(limit) 个字", "the name is too long; \(limit) characters at most")
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
    text("只有标题：正文尚未导入。", "A headline only: its text has not been imported yet.")
  }

  package func totals(_ totals: Totals) -> String {
    text(
      "文章 \(totals.articles)，未读 \(totals.unread)，星标 \(totals.starred)，仅标题 \(totals.stubs)",
      "\(totals.articles) articles, \(totals.unread) unread, \(totals.starred) starred, \(totals.stubs) stubs")
  }

  package func inRange(_ range: String, count: Int, previous: Int) -> String {
    text("\(range)：\(count) 篇，此前同样时段 \(previous) 篇", "\(range): \(count) articles, \(previous) in the same time before")
  }

  package func unreadCount(_ count: Int) -> String { text("未读 \(count)", "\(count) unread") }
  package var everythingTime: String { text("全部时间", "of all time") }
  package var configurationFile: String { text("配置文件", "configuration file") }
  package var isMissing: String { text("（不存在）", " (not there)") }
  package var storeFile: String { text("数据文件", "store") }
  package var sampleNote: String { text("（内置示例）", " (the bundled sample)") }
  package var dataFolder: String { text("程序数据", "program data") }
  package var notFound: String { text("未找到", "not found") }
  package var problem: String { text("问题", "problem") }
  package var userTheme: String { text("自己的", "yours") }
  package var shippedTheme: String { text("自带", "shipped") }
}
