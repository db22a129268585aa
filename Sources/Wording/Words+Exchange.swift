package import Foundation
package import NewsModel

// MARK: - The title of a document

extension Words {
  /// What a query lists, as people would say it: `央行，未读，自2022-06-15`. Empty for all articles. The order is not told.
  package func title(of query: Query, in zone: TimeZone) -> String {
    list(query.withoutOrder.conjuncts.map { part(of: $0, in: zone) })
  }

  private func part(of query: Query, in zone: TimeZone) -> String {
    switch query {
    case .all: everything
    case .and: title(of: query, in: zone)
    case .or(let terms): terms.map { part(of: $0, in: zone) }.joined(separator: " / ")
    case .not(let term): text("除“\(part(of: term, in: zone))”外", "without “\(part(of: term, in: zone))”")
    case .term(let field, let name): self.name(name, of: field)
    case .author(let name): name
    case .figure: value(of: query, in: zone)
    case .title(let words), .text(let words): "“\(words)”"
    case .regex(let pattern): "/\(pattern)/"
    case .unread: unread
    case .read: read
    case .starred: starred
    case .stub: stubs
    case .muted: text("已屏蔽", "hidden")
    case .since: text("自", "since ") + value(of: query, in: zone)
    case .until: text("至", "until ") + value(of: query, in: zone)
    case .seen(.last): text("上次浏览后收到", "seen since the last visit")
    case .seen: text("收到自", "seen since ") + value(of: query, in: zone)
    case .asOf: text("时点", "as of ") + value(of: query, in: zone)
    case .sort: ""
    case .changed: text("有改动", "changed")
    case .withdrawn: text("原文已删", "withdrawn")
    case .session(let condition): name(of: condition.session)
    case .trait(let trait): form(trait)
    case .folder(let name): text("文件夹“\(name)”", "folder “\(name)”")
    case .address(let condition): condition.text
    }
  }

  private func form(_ trait: ArticleTrait) -> String {
    switch trait {
    case .flash: text("快讯", "flashes")
    case .link: text("含链接", "with links")
    case .table: text("含表格", "with tables")
    case .figure: text("含图片", "with figures")
    case .language(.chinese): text("简体中文", "in Chinese")
    case .language(.traditionalChinese): text("繁体中文", "in traditional Chinese")
    case .language(.english): text("英文", "in English")
    case .language(.japanese): text("日文", "in Japanese")
    case .language(.korean): text("韩文", "in Korean")
    case .language(.russian): text("俄文", "in Russian")
    case .language(.other): text("其他语言", "in other languages")
    }
  }

  /// The moment of a term, as the query language names it.
  private func value(of term: Query, in zone: TimeZone) -> String {
    String(term.description(in: zone).drop { $0 != ":" }.dropFirst())
  }
}

// MARK: - Files that are written

extension Words {
  package func exported(_ count: Int, to path: String) -> String {
    text("已导出\(number(count))条到 \(path)", "\(self.count(count, "article")) written to \(path)")
  }

  package func fileExists(_ path: String) -> String {
    text("\(path) 已存在，未覆盖", "\(path) is there already and was left as it is")
  }

  package func unknownFormat(_ path: String) -> String {
    text(
      "从 \(path) 看不出格式；文件名请以 .md .jsonl .csv .html .rss 或 .txt 结尾",
      "\(path) does not say the format; let the name end in .md .jsonl .csv .html .rss or .txt")
  }

  package var exportStopped: String { text("已停止导出，没有留下文件", "export stopped; no file was left") }

  package func replaceQuestion(_ path: String) -> String {
    text("\(path) 已存在，是否覆盖？", "\(path) is there already; replace it?") + yesOrNo
  }

  package var stopExportQuestion: String { text("正在导出，是否停止？", "An export is going on; stop it?") + yesOrNo }

  package func withoutMuted(_ count: Int) -> String {
    text(
      "另有\(number(count))条已屏蔽，未导出；查询 is:muted 可导出",
      "\(self.count(count, "hidden article was", "hidden articles were")) left out; the query is:muted exports \(count == 1 ? "it" : "them")"
    )
  }

  package func written(_ count: Int, to path: String) -> String {
    exported(count, to: path)
  }

  package func listedSources(_ count: Int, to path: String) -> String {
    text("已导出\(number(count))个订阅到 \(path)", "\(self.count(count, "feed")) written to \(path)")
  }

  package func withoutPasswords(_ count: Int) -> String {
    text(
      "\(number(count))个订阅的网址含密码或密钥，导出时已去掉；要保留请加 --with-passwords",
      "\(self.count(count, "address was", "addresses were")) written without password or key; --with-passwords keeps them"
    )
  }

  package func exporting(_ done: Int, of total: Int) -> String {
    text("导出  \(number(done))/\(number(total))条", "exporting  \(number(done))/\(count(total, "article"))")
  }

  package func followed(new: Int, known: Int) -> String {
    text(
      "新订阅\(number(new))个，已有\(number(known))个；用 newstape refresh 刷新",
      "subscribed to \(count(new, "feed")), \(number(known)) known; newstape refresh fetches \(new == 1 ? "it" : "them")"
    )
  }

  package func noFormat(_ path: String, _ formats: [String]) -> String {
    let names = formats.joined(separator: ", ")
    return text(
      "从文件名 \(path) 看不出格式；请用 --format 指定：\(names)",
      "the name \(path) does not say the format; choose one with --format: \(names)")
  }

  package func noTableFormat(_ format: String, _ formats: [String]) -> String {
    let names = formats.joined(separator: ", ")
    return text("表格不能导出为 \(format)，可用：\(names)", "a table cannot be written as \(format); choose one of: \(names)")
  }

  package func needsTable(_ format: String) -> String {
    text("格式 \(format) 只用于表格，请加 --table", "the format \(format) is for tables alone; add --table")
  }

  package func fileIsThere(_ path: String) -> String {
    text(
      "\(path) 已存在，未覆盖；请换一个名字，或用 --force 覆盖",
      "\(path) is there already and was left as it is; name another file, or use --force")
  }

  package func fileIsTheStore(_ path: String) -> String {
    text("\(path) 就是新闻库文件，未覆盖；请换一个名字", "\(path) is the store itself and was left as it is; name another file")
  }

  package func fileNotAFile(_ path: String) -> String {
    text("\(path) 不是普通文件；请换一个名字", "\(path) is no ordinary file; name another one")
  }

  package func fileCannotBeWritten(_ path: String, _ problem: SystemProblem) -> String {
    text(
      "无法写入 \(path)（\(describe(problem))）；请检查路径和权限",
      "cannot write \(path) (\(describe(problem))); check the path and its permissions")
  }

  package func fileIsAStore(_ path: String) -> String {
    text(
      "\(path) 是 newstape 的新闻库文件，未覆盖；请换一个名字",
      "\(path) is a newstape store and was left as it is; name another file")
  }
}

// MARK: - Programs that articles are handed to

extension Words {
  package func noProgram(table: String) -> String {
    text(
      "配置文件中没有 [\(table)] 程序，写法见 docs/configuration.md",
      "the configuration has no program in [\(table)]; docs/configuration.md says how to add one")
  }

  package func programStarted(_ name: String) -> String { text("\(name) 运行中…", "\(name) is running…") }

  package func manyProgramsRun(_ count: Int) -> String {
    text("已有\(count)个程序在运行，请稍候", "\(self.count(count, "program is", "programs are")) running; wait for one to end")
  }

  package func programEnded(_ name: String, wroteNothing: Bool) -> String {
    wroteNothing
      ? text("\(name) 已结束，没有输出", "\(name) has ended and wrote nothing") : text("\(name) 已完成", "\(name) is done")
  }

  package func outputKept(_ name: String) -> String {
    text("\(name) 已结束，按 \(key(.pipe)) 查看输出", "\(name) has ended; \(key(.pipe)) shows what it wrote")
  }

  package func lastOutput(of name: String) -> String { text("上次的输出：\(name)", "what \(name) wrote last") }
  package var outputCut: String { text("……输出过长，其余未保留", "… it wrote more than is kept") }

  package func cannotRun(_ program: String, _ problem: SystemProblem?) -> String {
    let reason = problem.map(describe) ?? text("找不到这个程序", "there is no such program")
    return text("无法启动 \(program)（\(reason)）", "cannot start \(program) (\(reason))")
  }

  /// - Parameter complaint: the first line that it wrote to standard error.
  package func programFailed(_ name: String, status: Int, complaint: String) -> String {
    let rest = complaint.isEmpty ? "" : text("：", ": ") + complaint
    return text("\(name) 失败（退出码 \(status)）", "\(name) failed (exit code \(status))") + rest
  }

  package func programKilled(_ name: String, signal: Int) -> String {
    text("\(name) 被信号\(signal)终止", "\(name) was ended by signal \(signal)")
  }

  package func programTooSlow(_ name: String, seconds: Int) -> String {
    text(
      "\(name) 超过\(seconds)秒，已终止；可在配置中设置 time_limit",
      "\(name) took more than \(count(seconds, "second")) and was ended; time_limit in the configuration gives it longer"
    )
  }

  package func programStopped(_ name: String) -> String {
    text("退出时 \(name) 尚未结束，已终止", "\(name) was ended with newstape")
  }

  package func cannotMakeCopy(_ problem: SystemProblem) -> String {
    text("无法写临时文件（\(describe(problem))）", "cannot write a temporary file (\(describe(problem)))")
  }

  package func copyKept(_ path: String) -> String { text("改动过的副本在 \(path)", "the copy that you changed is \(path)") }
  /// A notice on the desktop; where there are more than were counted it says so.
  package func newsOf(_ query: String, count: Int, isMore: Bool) -> String {
    text(
      "\(query)：\(isMore ? "至少" : "")\(count)条新消息",
      "\(query): \(isMore ? "at least " : "")\(self.count(count, "new article"))")
  }

  package var articleGone: String { text("新闻库中已没有这条新闻", "this article is no longer in the store") }
  package var pressEnter: String { text("按回车返回 newstape ", "Enter goes back to newstape ") }

  package var titleCopied: String { text("标题已复制", "headline copied") }
  package var textCopied: String { text("全文已复制", "article copied") }

  package func tooLongToCopy(limit: Int) -> String {
    text(
      "全文过长，剪贴板最多\(limit / 1_000) KB；可按 \(key(.export)) 导出",
      "too long for the clipboard, which takes \(limit / 1_000) KB; \(key(.export)) writes a file")
  }
}
