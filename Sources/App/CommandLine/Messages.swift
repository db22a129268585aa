import Archives
import Configuration
import Foundation
import NewsLibrary
import NewsModel
import NewsParsing
import NewsStore
import WebAddresses

/// What commands say to people. Both languages stand side by side, so that neither is forgotten.
struct Messages: Sendable {
  let language: Language

  func text(_ chinese: String, _ english: String) -> String { language == .en ? english : chinese }
}

// MARK: - Errors: what is wrong; what to do

extension Messages {
  var noTerminal: String {
    text("主界面需要终端；脚本中请用 newstape list", "the dashboard needs a terminal; for scripts use newstape list")
  }

  var sampleShown: String {
    text(
      "尚无数据，显示的是内置示例；用 newstape add 订阅，或用 newstape import 导入自己的新闻",
      "this is the bundled sample; follow sources with newstape add, or bring in your own news with newstape import")
  }

  var storeIsEmpty: String {
    text("还没有新闻；用 newstape import 导入", "there is no news in the store yet; bring some in with newstape import")
  }

  func noFile(_ path: String) -> String { text("没有文件 \(path)；请检查路径", "there is no file \(path); check the path") }

  func noTheme(_ name: String) -> String {
    text("没有主题 \(name)；用 newstape themes 查看可用主题", "there is no theme \(name); newstape themes lists what there is")
  }

  func badTime(_ text: String, option: String) -> String {
    self.text(
      "\(option) 的时间“\(text)”无法识别；可写 2022-06-15、2022-06-15T05:42、7d、今天 等",
      "\(option) cannot read the time '\(text)'; write for example 2022-06-15, 2022-06-15T05:42, 7d or today")
  }

  func badNumber(_ option: String) -> String {
    text("\(option) 不能为负数；0 表示不限", "\(option) cannot be negative; 0 stands for all")
  }

  func badArticleID(_ id: String) -> String {
    text("“\(id)”不是文章编号；newstape list 的第一列是编号", "'\(id)' is no article id; the first column of newstape list has them")
  }

  func noArticle(_ id: String) -> String {
    text(
      "没有编号为 \(id) 的文章；newstape list 的第一列是编号",
      "there is no article \(id); the first column of newstape list has the ids")
  }

  var nothingToRead: String {
    text("没有指定输入；请给出文件、目录，或用 - 读取标准输入", "there is no input; name files or folders, or - for standard input")
  }

  func cannotWriteOutput(_ problem: SystemProblem) -> String {
    text(
      "无法写出结果（\(describe(problem))）；请检查输出位置",
      "cannot write the output (\(describe(problem))); check where it goes")
  }

  func badSpan(_ name: String) -> String {
    let names = StatisticsSpan.allCases.map(\.rawValue).joined(separator: ", ")
    return text("没有时间范围“\(name)”；可用：\(names)", "there is no span '\(name)'; choose one of \(names)")
  }

  func describe(_ error: StoreError) -> String {
    switch error {
    case .notFound(let path):
      text("没有数据文件 \(path)；先用 newstape import 导入新闻", "there is no store at \(path); fill one with newstape import")
    case .notAStore(let path):
      text(
        "\(path) 不是 newstape 的数据文件，未作改动；请用 --store 指定别的文件",
        "\(path) is not a newstape store and was left as it is; name another file with --store")
    case .newerVersion(let found, let supported):
      text(
        "数据文件由更新版本的 newstape 写成（格式 \(found)，本程序支持 \(supported)），未作改动；请升级 newstape",
        "the store was written by a newer newstape (format \(found), this program knows \(supported)) and was left as it "
          + "is; update newstape")
    case .olderVersion(let path):
      text(
        "\(path) 由旧版 newstape 写成，在这里不可写，无法更新；请复制到可写的目录，再打开副本",
        "\(path) was written by an older newstape and cannot be written here to bring it up to date; copy it to a folder "
          + "that you can write, and open the copy")
    case .cannotOpen(let path, let problem):
      text(
        "无法打开或创建 \(path)（\(describe(problem))）；请检查路径和权限",
        "cannot open or create \(path) (\(describe(problem))); check the path and its permissions")
    case .readOnly(let path):
      text(
        "\(path) 只能阅读，不能写入；请检查文件、目录和磁盘的权限，或用 --store 指定别的文件",
        "\(path) can be read, but not written; check the permissions of file, folder and disk, or name another file with "
          + "--store")
    case .logUnreadable(let path):
      text(
        "最近写入的内容在 \(path) 中，在这里无法读取；请把数据文件连同它一起复制到可写的目录",
        "what was written last is in \(path), which cannot be read here; copy the store together with it to a folder that "
          + "you can write")
    case .usedByAnotherName(let path):
      text(
        "\(path) 有多个名称（硬链接），另一个程序正在使用它；请先关闭那个程序，或复制一份",
        "\(path) has several names (hard links), and another program uses it; close that one first, or make a copy")
    case .lost(let path, let loss): describe(loss, path)
    case .damaged(let path, let detail):
      text(
        "\(path) 已损坏\(bracketed(detail))；请运行 newstape store repair",
        "\(path) is damaged\(bracketed(detail)); run newstape store repair")
    case .busy:
      text("另一个程序正占用数据文件；请稍后再试", "another program keeps the store locked; try again later")
    case .inputOutput(let path):
      text("磁盘无法读写 \(path)；请检查磁盘", "the disk failed to read or write \(path); check the disk")
    case .diskFull: text("磁盘已满；请腾出空间后重试", "the disk is full; make room and try again")
    case .name(let problem): describe(problem)
    case .subscription(let problem): describe(problem)
    case .cancelled: text("已取消", "cancelled")
    case .stopped(let count, let error):
      describe(error) + text("；此前完成的 \(count) 篇仍然有效", "; what was done to \(count) articles before that stays")
    case .failed(let detail):
      text("操作失败：\(detail)；请用 newstape store check 检查", "this failed: \(detail); try newstape store check")
    }
  }
}

extension Messages {
  private func describe(_ loss: StoreLoss, _ path: String) -> String {
    switch loss {
    case .missing:
      text(
        "\(path) 已被移走或删除，不再读写；请放回原处并重新启动",
        "\(path) was moved away or removed, and is no longer read or written; put it back, and start again")
    case .replaced:
      text(
        "\(path) 已被另一个文件取代，不再读写；请重新启动",
        "another file lies at \(path) now, which is no longer read or written; start again")
    case .cut:
      text(
        "\(path) 已被截短，或磁盘不再给出其中一部分，不再读写；请从备份恢复并重新启动",
        "\(path) was cut short, or the disk no longer gives a part of it, and is no longer read or written; restore it "
          + "from a backup, and start again")
    }
  }

  private func bracketed(_ detail: String) -> String {
    detail.isEmpty ? "" : text("（\(detail)）", " (\(detail))")
  }
}

// MARK: - Names

extension Messages {
  func describe(_ problem: NameProblem) -> String {
    switch problem {
    case .empty: text("名称不能为空", "a name cannot be empty")
    case .tooLong(let limit):
      text("名称过长；最多 \(limit) 个字", "the name is too long; \(limit) characters at most")
    case .taken(let name): text("已有名为“\(name)”的", "there is one named '\(name)' already")
    case .unknown(let name): text("没有名为“\(name)”的", "there is none named '\(name)'")
    }
  }
}

// MARK: - Import

extension Messages {
  func summary(_ report: ImportReport) -> String {
    text(
      "新增 \(report.new)，更新 \(report.updated)，补全 \(report.completedStubs)，标题 \(report.stubs)，"
        + "未变 \(report.unchanged)，拒绝 \(report.refused)",
      "\(report.new) new, \(report.updated) updated, \(report.completedStubs) completed stubs, \(report.stubs) stubs, "
        + "\(report.unchanged) unchanged, \(report.refused) refused") + (report.ruled > 0 ? ruled(report.ruled) : "")
  }

  /// How many lines of pages were taken for no part of an article.
  func leftOut(_ lines: Int, areListed: Bool) -> String {
    text("剔除网页中不属于正文的 \(lines) 行", "\(lines) lines around the articles left out")
      + (areListed ? "" : text("；用 --verbose 列出", "; --verbose lists them"))
  }

  func leftOut(_ line: RemovedLine) -> String {
    text("剔除 \(line.path)：", "left out of \(line.path): ") + line.text
  }

  var stopped: String {
    text("已停止，已导入的都已保存；再次运行同一命令即可继续", "stopped; what was imported is saved, run the same command again to go on")
  }

  func refused(_ problem: ImportProblem) -> String {
    let line = problem.line.map { ":\($0)" } ?? ""
    return text("拒绝 \(problem.path)\(line)：", "refused \(problem.path)\(line): ") + describe(problem.reason)
  }

  func moreRefused(_ count: Int) -> String { text("……另有 \(count) 处", "… and \(count) more") }

  func indexing(_ done: Int, of total: Int) -> String {
    text("编入搜索索引  \(done)/\(total) 篇", "indexing for search  \(done)/\(total) articles")
  }
  func unindexed(_ count: Int) -> String {
    text(
      "\(count) 篇尚未编入搜索索引，下次打开时继续", "\(count) articles still wait for the search index; the next start goes on")
  }
  func searchesUnindexed(_ count: Int) -> String {
    text(
      "\(count) 篇尚未编入搜索索引，逐篇查看：结果不变，只是慢些",
      "\(count) articles wait for the search index and are looked through: the results are the same, only slower")
  }
  func progress(_ progress: ImportProgress) -> String {
    let rate = Int(progress.rate)
    let left = progress.remaining.map { Self.clock($0) } ?? "--:--"
    let share = progress.fraction.map { "\(Int($0 * 100))%" } ?? "\(progress.bytesRead >> 20) MB"
    return text(
      "\(share)  \(progress.articles) 篇  每秒 \(rate) 篇  剩余 \(left)",
      "\(share)  \(progress.articles) articles  \(rate) a second  \(left) left")
  }

  private static func clock(_ duration: Duration) -> String {
    let seconds = min(duration.components.seconds, 359_999)
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = "\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    return seconds < 3_600 ? minutes : "\(two(seconds / 3_600)):" + minutes
  }

  func describe(_ reason: ImportProblem.Reason) -> String {
    switch reason {
    case .notFound: text("没有这个文件或目录", "there is no such file or folder")
    case .unreadable(let problem): text("无法读取（\(describe(problem))）", "cannot be read (\(describe(problem)))")
    case .refused(let reason): describe(reason)
    case .archive(let failure): describe(failure)
    }
  }

  private func describe(_ reason: ParseRefusal.Reason) -> String {
    switch reason {
    case .empty: text("空文件", "nothing in it")
    case .holdsNothing(let container): describeEmpty(container)
    case .endsWithinEntry:
      text("文件在一个条目中间结束，残缺部分未读入", "the file ends within an entry; what is cut off was not taken in")
    case .tooManyItems(let limit): text("条目过多，只读前 \(limit) 条", "too many items; the first \(limit) were read")
    case .tooLarge(let limit): text("过大（上限 \(limit >> 20) MB）", "too large (more than \(limit >> 20) MB)")
    case .binary: text("不是文本", "not text")
    case .foreign(let format): describe(format)
    case .noTitle: text("没有标题", "no headline")
    case .notAnArticle: text("不像新闻文章", "does not read like an article")
    case .badJSON(let problem): text("JSON 有误（\(problem.rawValue)）", "bad JSON (\(problem.rawValue))")
    case .noArticleFields: text("既无标题也无正文字段", "neither a title nor a text in it")
    case .badHeader(let names):
      text(
        "首行没有标题或正文的列名（\(names.joined(separator: "、"))）；可用 --map title=列名 指定",
        "the first line names no column with a headline or a text (\(names.joined(separator: ", "))); say which is one "
          + "with --map title=name")
    case .openQuote: text("文件在引号内结束", "the file ends within a quoted field")
    case .noFeed: text("不是订阅源", "not a feed")
    case .command(let name): text("会运行命令（\(name):），已跳过", "would run a command (\(name):), passed over")
    case .notAWebAddress(let address):
      text(
        "不是 http 或 https 地址：\(AddressSecrets.masked(address))",
        "neither http nor https: \(AddressSecrets.masked(address))")
    case .noFeedAddress(let name): text("没有订阅地址：\(name)", "has no address of a feed: \(name)")
    case .tooManyFeeds(let limit, let leftOut):
      text(
        "订阅过多（上限 \(limit)），其余 \(leftOut) 个未订阅；请分成几份列表",
        "more than \(limit) feeds; the other \(leftOut) were left out: split the list")
    case .otherDatabase:
      text(
        "不是 newsboat 的缓存；其中的表请先运行 sqlite3 news.db .dump > news.sql 再导入",
        "is not newsboat's cache; to read its tables, run sqlite3 news.db .dump > news.sql first")
    case .corruptGzip: text("压缩数据损坏", "damaged compressed data")
    }
  }

  private func describe(_ failure: ArchiveFailure) -> String {
    switch failure {
    case .noLibrary:
      text(
        "读取压缩包需要 libarchive；请安装（Debian、Ubuntu：apt-get install libarchive-dev）",
        "archives are read with libarchive; install it (Debian, Ubuntu: apt-get install libarchive-dev)")
    case .noMemory, .unreadable: text("无法读取", "cannot be read")
    case .damaged: text("压缩包损坏或不完整；此前读出的仍然有效", "a damaged or incomplete archive; what was read before stays")
    case .tooLarge(let limit):
      text(
        "解压后超过 \(limit >> 30) GB，其余未读；请分开导入",
        "more than \(limit >> 30) GB unpacked; the rest was not read: import it in parts")
    case .tooDense(let limit):
      text(
        "解压后超过原来的 \(limit) 倍，像是压缩炸弹，其余未读",
        "more than \(limit) bytes out of each, as of an archive made to do harm; the rest was not read")
    case .tooManyEntries(let limit):
      text("文件过多（上限 \(limit)），其余未读", "more than \(limit) files; the rest was not read")
    case .tooDeep(let limit):
      text("压缩包嵌套超过 \(limit) 层；请先解开外层", "archives within more than \(limit) others; unpack the outer ones first")
    case .encrypted: text("压缩包有密码；请先解压", "an archive with a password; unpack it first")
    }
  }

  private func describeEmpty(_ container: ParseRefusal.Container) -> String {
    switch container {
    case .feed: text("订阅源里没有条目", "a feed without items")
    case .objects: text("JSON 里没有对象", "JSON without an object")
    case .rows: text("只有表头，没有数据行", "a header without rows")
    case .records: text("没有可读的记录", "nothing in it is a record")
    case .archivedPages: text("归档里没有网页或邮件", "an archive without a page or a mail")
    case .subscriptions: text("订阅列表里没有订阅", "a list of feeds without a feed")
    case .cache: text("newsboat 缓存里没有文章", "a cache of newsboat without articles")
    }
  }
}

// MARK: - Lists, articles, statistics

extension Messages {
  var noSource: String { text("（无来源）", "(no source)") }
  var noLabel: String { text("（无栏目）", "(no label)") }
  var tags: String { text("标签", "Tags") }
  var sources: String { text("来源", "Sources") }
  var labels: String { text("栏目", "Labels") }
  var related: String { text("相关", "Related") }
  var previous: String { text("上一篇", "Previous") }
  var next: String { text("下一篇", "Next") }
  var volume: String { text("新闻量", "Articles") }
  var estimatedDate: String { text("（估计）", " (estimated)") }
  var stubBody: String {
    text("只有标题：正文尚未导入。", "A headline only: its text has not been imported yet.")
  }

  func totals(_ totals: Totals) -> String {
    text(
      "文章 \(totals.articles)，未读 \(totals.unread)，星标 \(totals.starred)，仅标题 \(totals.stubs)",
      "\(totals.articles) articles, \(totals.unread) unread, \(totals.starred) starred, \(totals.stubs) stubs")
  }

  func inRange(_ range: String, count: Int, previous: Int) -> String {
    text("\(range)：\(count) 篇，此前同样时段 \(previous) 篇", "\(range): \(count) articles, \(previous) in the same time before")
  }

  func unreadCount(_ count: Int) -> String { text("未读 \(count)", "\(count) unread") }

  var everythingTime: String { text("全部时间", "of all time") }
}

// MARK: - Configuration, themes

extension Messages {
  var configurationFile: String { text("配置文件", "configuration file") }
  var isMissing: String { text("（不存在）", " (not there)") }
  var storeFile: String { text("数据文件", "store") }
  var sampleNote: String { text("（内置示例）", " (the bundled sample)") }
  var dataFolder: String { text("程序数据", "program data") }
  var notFound: String { text("未找到", "not found") }
  var problem: String { text("问题", "problem") }
  var userTheme: String { text("自己的", "yours") }
  var shippedTheme: String { text("自带", "shipped") }
}
