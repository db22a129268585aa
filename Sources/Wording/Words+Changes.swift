package import NewsModel

// MARK: - What is done to articles

extension Words {
  package var addTag: String { text("打标签", "add a tag") }
  package var removeTag: String { text("去标签", "remove a tag") }
  package var newTag: String { text("新标签：", "new tag: ") }
  package var stopBulk: String {
    text("停止正在进行的更改（已改的保留，可撤销）", "stop the change (what is done stays, and can be undone)")
  }
  package var stillChanging: String { text("上一次批量更改还没有结束，b 可停止", "the last change is still going on; b can stop it") }
  package var nothingToChange: String { text("没有需要更改的新闻", "there is nothing to change") }

  package func name(of action: StatusAction) -> String {
    switch action {
    case .read: text("标为已读", "mark read")
    case .unread: text("标为未读", "mark unread")
    case .star: text("加星标", "star")
    case .unstar: text("去星标", "unstar")
    case .mute: text("静音", "mute")
    case .unmute: text("取消静音", "unmute")
    case .tag(let name): text("打标签“\(name)”", "tag “\(name)”")
    case .untag(let name): text("去标签“\(name)”", "remove the tag “\(name)”")
    }
  }

  package func names(of actions: [StatusAction]) -> String { actions.map(name).joined(separator: text("、", ", ")) }

  package func bulkTitle(_ count: String?) -> String {
    count.map { text("批量更改 \($0) 条", "change \($0) articles") } ?? text("批量更改", "change all")
  }

  package var theseArticles: String { text("这些新闻", "these articles") }
  package func articlesMeant(_ count: Int) -> String { text(" \(number(count)) 条新闻", "\(number(count)) articles") }

  package func changeQuestion(_ articles: String, _ actions: [StatusAction]) -> String {
    text("对\(articles)：", "For \(articles): ") + names(of: actions) + yesOrNo
  }

  package func undoQuestion(_ articles: String, _ actions: [StatusAction], madeAt time: CivilTime) -> String {
    text("撤销 ", "Undo of ") + time.monthAndDay + " " + time.clock + text(" 对\(articles)的：", ", for \(articles): ")
      + names(of: actions) + yesOrNo
  }

  private var yesOrNo: String { text("？y 是  n 否", "? y yes  n no") }

  /// What was done to many articles.
  package func changed(_ actions: [StatusAction], articles: Int, wasCancelled: Bool) -> String {
    guard articles > 0 else { return nothingToChange }
    let count = number(articles)
    let done: String =
      switch actions.count == 1 ? actions.first : nil {
      case .read: text("已将 \(count) 条标为已读", "\(count) marked read")
      case .unread: text("已将 \(count) 条标为未读", "\(count) marked unread")
      case .star: text("已给 \(count) 条加星标", "\(count) starred")
      case .unstar: text("已给 \(count) 条去星标", "\(count) unstarred")
      case .mute: text("已将 \(count) 条静音", "\(count) muted")
      case .unmute: text("已取消 \(count) 条的静音", "\(count) no longer muted")
      case .tag(let name): text("已给 \(count) 条打标签“\(name)”", "\(count) tagged “\(name)”")
      case .untag(let name): text("已给 \(count) 条去掉标签“\(name)”", "\(count) no longer tagged “\(name)”")
      case nil: text("已更改 \(count) 条：", "\(count) changed: ") + names(of: actions)
      }
    return (wasCancelled ? text("已停止。", "Stopped. ") : "") + done + text("，u 撤销", "; u undoes it")
  }

  package func undone(articles: Int, wasCancelled: Bool) -> String {
    wasCancelled
      ? text("已停止，撤销了 \(number(articles)) 条，u 继续", "stopped; \(number(articles)) undone, u goes on")
      : text("已撤销：\(number(articles)) 条恢复原样", "undone: \(number(articles)) as they were")
  }

  /// What the reader did to one article, where the screen does not show it by itself.
  package func changed(_ change: StatusChange) -> String? {
    switch change.action {
    case .read, .unread, .star, .unstar: nil
    case .mute: text("已静音，u 撤销", "muted; u undoes it")
    case .unmute: text("已取消静音，u 撤销", "no longer muted; u undoes it")
    case .tag(let name): text("已打标签“\(name)”，u 撤销", "tagged “\(name)”; u undoes it")
    case .untag(let name): text("已去标签“\(name)”，u 撤销", "no longer tagged “\(name)”; u undoes it")
    }
  }

  /// What an undo step has brought back.
  package func undone(_ change: StatusChange) -> String {
    let count = number(change.keys.count)
    return switch change.action {
    case .read: text("已撤销：\(count) 条恢复为已读", "undone: \(count) read again")
    case .unread: text("已撤销：\(count) 条恢复为未读", "undone: \(count) unread again")
    case .star: text("已撤销：\(count) 条恢复星标", "undone: \(count) starred again")
    case .unstar: text("已撤销：\(count) 条取消星标", "undone: \(count) no longer starred")
    case .mute: text("已撤销：\(count) 条恢复静音", "undone: \(count) muted again")
    case .unmute: text("已撤销：\(count) 条取消静音", "undone: \(count) no longer muted")
    case .tag(let name): text("已撤销：\(count) 条恢复标签“\(name)”", "undone: \(count) tagged “\(name)” again")
    case .untag(let name): text("已撤销：\(count) 条去掉标签“\(name)”", "undone: \(count) no longer tagged “\(name)”")
    }
  }
}

// MARK: - What is kept

extension Words {
  package var savedQueries: String { text("保存的查询", "Saved queries") }
  package var rules: String { text("规则 · 新闻到来时", "Rules · as news arrives") }
  package var newest: String { text("最新", "Newest") }
  package var unreadAndAll: String { text("未读 / 全部", "unread / all") }
  package var ruleActions: String { text("符合时", "then") }

  package var ruleKept: String {
    text("规则已保存，对以后到来的新闻生效；b 应用到已有新闻", "rule saved, for news to come; b applies it to what is there")
  }

  package var savedUndone: String { text("已撤销", "undone") }

  package func noSavedQueries(find: String, filter: String, save: String) -> String {
    text(
      "还没有自选。在要闻页用 \(find) 搜索或 \(filter) 筛选，再按 \(save) 存下，这里会列出它的未读数和总数。",
      "Nothing saved yet. Search with \(find) or filter with \(filter) on the news page, then press \(save) to keep it; here it is listed with its counts."
    )
  }

  package func noRules(add: String) -> String {
    text(
      "还没有规则。按 \(add) 新建：符合查询的新闻一到，就自动打标签、加星标、静音或标为已读。",
      "No rules yet. Press \(add) to make one: news that matches is tagged, starred, muted or marked read as it arrives."
    )
  }

  package func savedAs(_ name: String, key: String) -> String {
    text("已存为自选“\(name)”，\(key) 查看", "saved as “\(name)”; \(key) lists it")
  }

  package func removed(_ name: String) -> String { text("已删除“\(name)”，u 撤销", "“\(name)” deleted; u undoes it") }

  package func problem(_ problem: NameProblem) -> String {
    switch problem {
    case .empty: text("名称不能为空", "a name is needed")
    case .tooLong(let limit): text("名称最多 \(limit) 个字", "a name has at most \(limit) characters")
    case .taken(let name): text("已有“\(name)”", "there is a “\(name)” already")
    case .unknown(let name): text("没有“\(name)”", "there is no “\(name)”")
    }
  }
}

// MARK: - Changes, saved queries and rules on the command line

extension Words {
  /// What is done, as a list of verbs.
  package func describe(_ actions: [StatusAction]) -> String {
    actions.map { describe($0) }.joined(separator: text("、", ", "))
  }

  private func describe(_ action: StatusAction) -> String {
    switch action {
    case .read, .unread, .star, .unstar, .mute, .unmute: name(of: action)
    case .tag(let name): text("加标签“\(name)”", "tag '\(name)'")
    case .untag(let name): text("去标签“\(name)”", "untag '\(name)'")
    }
  }

  private func articles(_ count: Int) -> String { count == 1 ? "1 article" : "\(count) articles" }

  package func wouldChange(_ count: Int, _ actions: [StatusAction]) -> String {
    text(
      "符合的有 \(count) 篇：\(describe(actions))",
      "\(articles(count)) \(count == 1 ? "matches" : "match"): \(describe(actions))")
  }

  package func askForChange(_ count: Int, _ actions: [StatusAction]) -> String {
    wouldChange(count, actions) + text("。执行吗？[y/N] ", ". Go on? [y/N] ")
  }

  package var needsYes: String {
    text(
      "没有终端可以确认；加 --yes 直接执行，或用 --dry-run 查看数量",
      "there is no terminal to confirm on; add --yes to go on, or --dry-run to see how many match")
  }

  package func changed(_ count: Int) -> String {
    text("已改动 \(count) 篇；newstape undo 可撤销", "\(articles(count)) changed; newstape undo takes it back")
  }

  package var nothingChanged: String { text("没有改动", "nothing changed") }

  package var changeStopped: String {
    text("已停止，此前的改动已保存", "stopped; what was changed until then is saved")
  }

  package func progress(_ progress: BulkProgress) -> String {
    text("\(progress.done) / \(progress.total) 篇", "\(progress.done) of \(progress.total) articles")
  }

  package var noQuery: String {
    text("没有说明是哪些文章；请给出查询，全部文章写作 '()'", "say which articles by a query; '()' stands for all")
  }

  package var noAction: String {
    text(
      "没有说明做什么；可用 --read --unread --star --unstar --mute --unmute --tag --untag",
      "say what to do: --read, --unread, --star, --unstar, --mute, --unmute, --tag or --untag")
  }

  package var noRuleAction: String {
    text("没有说明做什么；可用 --tag --star --mute --read", "say what to do: --tag, --star, --mute or --read")
  }

  package func contradiction(_ a: String, _ b: String) -> String {
    text("--\(a) 与 --\(b) 互相矛盾", "--\(a) and --\(b) contradict each other")
  }

  package var noChangeToUndo: String { text("没有可撤销的批量改动", "there is no change of many articles to undo") }

  package func undone(_ step: UndoStep, at time: String, articles: Int) -> String {
    text(
      "已撤销 \(time) 的改动（\(describe(step.actions))）：恢复 \(articles) 篇",
      "undone what was changed at \(time) (\(describe(step.actions))): \(self.articles(articles)) restored")
  }

  package var undoStopped: String {
    text("已停止；再次运行 newstape undo 继续撤销", "stopped; run newstape undo again to go on")
  }

  package var noSavedQueries: String {
    text("还没有保存的查询；用 newstape saved add 名称 查询 保存", "no query is saved yet; newstape saved add NAME QUERY saves one")
  }

  package var noRules: String {
    text(
      "还没有规则；例如 newstape rules add 名称 查询 --tag 标签",
      "there are no rules yet; for example newstape rules add NAME QUERY --tag TAG")
  }

  package func saved(_ name: String) -> String { text("已保存“\(name)”", "saved '\(name)'") }
  package func deleted(_ name: String) -> String { text("已删除“\(name)”", "removed '\(name)'") }
  package var ruleRests: String { text("停用", "off") }

  package func ruleSaved(_ name: String) -> String {
    text(
      "已保存规则“\(name)”，此后到达的新闻都会照办；已有的用 newstape rules apply",
      "rule '\(name)' is in force for news that comes from now on; newstape rules apply sees to what is there")
  }

  package func ruleMatches(_ name: String, _ count: Int, _ actions: [StatusAction]) -> String {
    text(
      "规则“\(name)”（\(describe(actions))）符合已有的 \(count) 篇",
      "rule '\(name)' (\(describe(actions))) matches \(count) of the articles that are there")
  }

  package func rulePassedOver(_ problem: RuleProblem) -> String {
    text(
      "规则“\(problem.name)”的查询有误，已跳过；用 newstape rules test 查看",
      "the query of rule '\(problem.name)' cannot be read, it was passed over; see newstape rules test")
  }

  package func ruled(_ count: Int) -> String { text("，按规则处理 \(count)", ", \(count) touched by rules") }
}
