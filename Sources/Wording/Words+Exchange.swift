package import Foundation
package import NewsModel

// MARK: - The title of a document

extension Words {
  /// What a query lists, as people would say it: `央行，未读，自2022-06-15`. Empty for all articles.
  package func title(of query: Query, in zone: TimeZone) -> String {
    list(query.conjuncts.map { part(of: $0, in: zone) })
  }

  private func part(of query: Query, in zone: TimeZone) -> String {
    switch query {
    case .all: everything
    case .and: title(of: query, in: zone)
    case .or(let terms): terms.map { part(of: $0, in: zone) }.joined(separator: " / ")
    case .not(let term): text("除“\(part(of: term, in: zone))”外", "without “\(part(of: term, in: zone))”")
    case .tag(let name), .author(let name): name
    case .source(let name): self.name(name, of: .source)
    case .label(let name): self.name(name, of: .label)
    case .title(let words), .text(let words): "“\(words)”"
    case .regex(let pattern): "/\(pattern)/"
    case .unread: unread
    case .read: read
    case .starred: starred
    case .stub: stubs
    case .muted: text("已屏蔽", "hidden")
    case .since: text("自", "since ") + value(of: query, in: zone)
    case .until: text("至", "until ") + value(of: query, in: zone)
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
      "从 \(path) 看不出格式；文件名请以 .md .jsonl .csv .html 或 .rss 结尾",
      "\(path) does not say the format; let the name end in .md .jsonl .csv .html or .rss")
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
