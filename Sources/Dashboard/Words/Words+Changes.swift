import NewsModel
import TextBasics

// MARK: - What is done to articles

extension Words {
  var addTag: String { text("打标签", "add a tag") }
  var removeTag: String { text("去标签", "remove a tag") }
  var newTag: String { text("新标签：", "new tag: ") }
  var stopBulk: String { text("停止正在进行的更改（已改的保留，可撤销）", "stop the change (what is done stays, and can be undone)") }
  var stillChanging: String { text("上一次批量更改还没有结束，b 可停止", "the last change is still going on; b can stop it") }
  var nothingToChange: String { text("没有需要更改的新闻", "there is nothing to change") }

  func name(of action: StatusAction) -> String {
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

  func names(of actions: [StatusAction]) -> String { actions.map(name).joined(separator: text("、", ", ")) }

  func bulkTitle(_ count: String?) -> String {
    count.map { text("批量更改 \($0) 条", "change \($0) articles") } ?? text("批量更改", "change all")
  }

  /// What is asked before many articles change.
  func question(_ confirmation: Confirmation, _ presentation: Presentation) -> String {
    let articles =
      confirmation.count.map(number).map { text(" \($0) 条新闻", "\($0) articles") } ?? text("这些新闻", "these articles")
    let keys = text("？y 是  n 否", "? y yes  n no")
    switch confirmation.subject {
    case .unsubscribe(let source): return removeQuestion(source.name) + text("y 是  n 否", " y yes  n no")
    case .bulk(let request): return text("对\(articles)：", "For \(articles): ") + names(of: request.actions) + keys
    case .undo(let step):
      let made = CivilTime(step.made, in: presentation.zone)
      return text("撤销 ", "Undo of ") + made.monthAndDay + " " + made.clock
        + text(" 对\(articles)的：", ", for \(articles): ")
        + names(of: step.actions) + keys
    case .replaceFile(let request): return replaceQuestion(request.path)
    case .stopExport: return stopExportQuestion
    }
  }

  /// What was done to many articles.
  func changed(_ actions: [StatusAction], _ outcome: BulkOutcome) -> String {
    guard outcome.articles > 0 else { return nothingToChange }
    let count = number(outcome.articles)
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
    return (outcome.wasCancelled ? text("已停止。", "Stopped. ") : "") + done + text("，u 撤销", "; u undoes it")
  }

  func undone(_ outcome: BulkOutcome) -> String {
    outcome.wasCancelled
      ? text("已停止，撤销了 \(number(outcome.articles)) 条，u 继续", "stopped; \(number(outcome.articles)) undone, u goes on")
      : text("已撤销：\(number(outcome.articles)) 条恢复原样", "undone: \(number(outcome.articles)) as they were")
  }

  /// What the reader did to one article, where the screen does not show it by itself.
  func changed(_ change: StatusChange) -> String? {
    switch change.action {
    case .read, .unread, .star, .unstar: nil
    case .mute: text("已静音，u 撤销", "muted; u undoes it")
    case .unmute: text("已取消静音，u 撤销", "no longer muted; u undoes it")
    case .tag(let name): text("已打标签“\(name)”，u 撤销", "tagged “\(name)”; u undoes it")
    case .untag(let name): text("已去标签“\(name)”，u 撤销", "no longer tagged “\(name)”; u undoes it")
    }
  }

  /// What an undo step has brought back.
  func undone(_ change: StatusChange) -> String {
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
  var savedQueries: String { text("保存的查询", "Saved queries") }
  var rules: String { text("规则 · 新闻到来时", "Rules · as news arrives") }
  var newest: String { text("最新", "Newest") }
  var unreadAndAll: String { text("未读 / 全部", "unread / all") }
  var ruleActions: String { text("符合时", "then") }
  var ruleKept: String {
    text("规则已保存，对以后到来的新闻生效；b 应用到已有新闻", "rule saved, for news to come; b applies it to what is there")
  }
  var savedUndone: String { text("已撤销", "undone") }

  func noSavedQueries(find: String, filter: String, save: String) -> String {
    text(
      "还没有自选。在要闻页用 \(find) 搜索或 \(filter) 筛选，再按 \(save) 存下，这里会列出它的未读数和总数。",
      "Nothing saved yet. Search with \(find) or filter with \(filter) on the news page, then press \(save) to keep it; here it is listed with its counts."
    )
  }
  func noRules(add: String) -> String {
    text(
      "还没有规则。按 \(add) 新建：符合查询的新闻一到，就自动打标签、加星标、静音或标为已读。",
      "No rules yet. Press \(add) to make one: news that matches is tagged, starred, muted or marked read as it arrives."
    )
  }
  func savedAs(_ name: String, key: String) -> String {
    text("已存为自选“\(name)”，\(key) 查看", "saved as “\(name)”; \(key) lists it")
  }
  func removed(_ name: String) -> String { text("已删除“\(name)”，u 撤销", "“\(name)” deleted; u undoes it") }

  func problem(_ problem: NameProblem) -> String {
    switch problem {
    case .empty: text("名称不能为空", "a name is needed")
    case .tooLong(let limit): text("名称最多 \(limit) 个字", "a name has at most \(limit) characters")
    case .taken(let name): text("已有“\(name)”", "there is a “\(name)” already")
    case .unknown(let name): text("没有“\(name)”", "there is no “\(name)”")
    }
  }
}
