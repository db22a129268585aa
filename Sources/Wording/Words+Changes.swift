package import NewsModel

// MARK: - What is done to articles

extension Words {
  package var addTag: String { text("加标签", "add a tag") }
  package var removeTag: String { text("删标签", "remove a tag") }
  package var newTag: String { text("新标签：", "new tag: ") }
  package var stopBulk: String {
    text("停止批量更改（已完成的部分保留，可撤销）", "stop the change (what is done stays, and can be undone)")
  }
  package var stillChanging: String {
    text("批量更改仍在进行，按 \(key(.bulk)) 停止", "the last change is still going on; press \(key(.bulk)) to stop it")
  }
  package var nothingToChange: String { text("没有可更改的新闻", "there is nothing to change") }

  package func name(of action: StatusAction) -> String {
    switch action {
    case .read: text("标为已读", "mark read")
    case .unread: text("标为未读", "mark unread")
    case .star: text("加星标", "star")
    case .unstar: text("取消星标", "unstar")
    case .mute: text("屏蔽", "hide")
    case .unmute: text("取消屏蔽", "unhide")
    case .tag(let name): text("加标签“\(name)”", "tag “\(name)”")
    case .untag(let name): text("删标签“\(name)”", "remove the tag “\(name)”")
    }
  }

  package func names(of actions: [StatusAction]) -> String { enumeration(actions.map(name)) }

  /// - Parameters:
  ///   - list: the name of what changes.
  ///   - count: nil while it is not known.
  package func bulkTitle(_ list: String, _ count: String?) -> String {
    ([text("批量更改", "change all"), list] + (count.map { [text("\($0)条", $0)] } ?? [])).joined(separator: " · ")
  }

  // MARK: Questions

  /// - Parameters:
  ///   - count: nil while it is not known.
  ///   - list: what the articles have in common; empty for all that there are.
  package func changeQuestion(_ count: Int?, of list: String, _ actions: [StatusAction]) -> String {
    let all = meant(count, of: list)
    return (actions.count == 1 ? actions.first : nil).map { question($0, all) }
      ?? text("对\(all)执行：\(names(of: actions))？", "Do this to \(all): \(names(of: actions))?") + yesOrNo
  }

  private func question(_ action: StatusAction, _ all: String) -> String {
    let question =
      switch action {
      case .read: text("将\(all)标为已读？", "Mark \(all) as read?")
      case .unread: text("将\(all)标为未读？", "Mark \(all) as unread?")
      case .star: text("为\(all)加星标？", "Star \(all)?")
      case .unstar: text("取消\(all)的星标？", "Unstar \(all)?")
      case .mute: text("屏蔽\(all)？", "Hide \(all)?")
      case .unmute: text("取消屏蔽\(all)？", "Unhide \(all)?")
      case .tag(let name): text("为\(all)加标签“\(name)”？", "Add the tag “\(name)” to \(all)?")
      case .untag(let name): text("从\(all)删标签“\(name)”？", "Remove the tag “\(name)” from \(all)?")
      }
    return question + yesOrNo
  }

  private func meant(_ count: Int?, of list: String) -> String {
    let articles = count.map { text("\(number($0))条新闻", self.count($0, "article")) } ?? text("新闻", "the articles")
    guard !list.isEmpty else { return count == nil ? text("全部新闻", "all articles") : articles }
    let list = list.contains("“") ? list : "“\(list)”"
    return text("\(list)的\(articles)", "\(articles) of \(list)")
  }

  package func undoQuestion(_ count: Int?, _ actions: [StatusAction], madeAt time: CivilTime) -> String {
    let names = names(of: actions)
    let moment = time.monthAndDay + " " + time.clock
    return text(
      "撤销 \(moment) 的更改（\(count.map { number($0) + "条，" } ?? "")\(names)）？",
      "Undo the change of \(moment) (\(count.map { self.count($0, "article") + ", " } ?? "")\(names))?") + yesOrNo
  }

  /// The keys of a question are its own.
  var yesOrNo: String { text("  y 确定  n 取消", "  y yes  n no") }

  // MARK: Answers

  /// What was done to many articles.
  package func changed(_ actions: [StatusAction], articles: Int, wasCancelled: Bool) -> String {
    guard articles > 0 else { return nothingToChange }
    let count = number(articles)
    let done: String =
      switch actions.count == 1 ? actions.first : nil {
      case .read: text("已将\(count)条标为已读", "\(count) marked read")
      case .unread: text("已将\(count)条标为未读", "\(count) marked unread")
      case .star: text("已为\(count)条加星标", "\(count) starred")
      case .unstar: text("已取消\(count)条的星标", "\(count) unstarred")
      case .mute: text("已屏蔽\(count)条", "\(count) hidden")
      case .unmute: text("已取消屏蔽\(count)条", "\(count) shown again")
      case .tag(let name): text("已为\(count)条加标签“\(name)”", "\(count) tagged “\(name)”")
      case .untag(let name): text("已从\(count)条删标签“\(name)”", "\(count) no longer tagged “\(name)”")
      case nil: text("已更改\(count)条：", "\(count) changed: ") + names(of: actions)
      }
    return (wasCancelled ? text("已停止，", "Stopped; ") : "") + undoable(done)
  }

  package func undone(articles: Int, wasCancelled: Bool) -> String {
    let count = number(articles)
    return wasCancelled
      ? text("已停止，撤销了\(count)条，按 \(key(.undo)) 继续", "stopped; \(count) undone; press \(key(.undo)) to go on")
      : text("已撤销，\(count)条已恢复", "undone: \(count) restored")
  }

  /// What the reader did to one article, where the screen does not show it by itself.
  package func changed(_ change: StatusChange) -> String? {
    switch change.action {
    case .read, .unread, .star, .unstar: nil
    case .mute: undoable(text("已屏蔽", "hidden"))
    case .unmute: undoable(text("已取消屏蔽", "shown again"))
    case .tag(let name): undoable(text("已加标签“\(name)”", "tagged “\(name)”"))
    case .untag(let name): undoable(text("已删标签“\(name)”", "no longer tagged “\(name)”"))
    }
  }

  /// What an undo step has brought back.
  package func undone(_ change: StatusChange) -> String {
    let name =
      switch change.action {
      case .read: text("已恢复为已读", "read again")
      case .unread: text("已恢复为未读", "unread again")
      case .star: text("已恢复星标", "starred again")
      case .unstar: text("已撤销星标", "no longer starred")
      case .mute: text("已恢复屏蔽", "hidden again")
      case .unmute: text("已撤销屏蔽", "no longer hidden")
      case .tag(let name): text("已恢复标签“\(name)”", "tagged “\(name)” again")
      case .untag(let name): text("已撤销标签“\(name)”", "no longer tagged “\(name)”")
      }
    let count = change.keys.count
    return count == 1
      ? text(name, "undone: \(name)") : text("\(name)（\(number(count))条）", "undone: \(number(count)) \(name)")
  }

  /// What was done, and the key that takes it back.
  package func undoable(_ done: String) -> String {
    text("\(done)，按 \(key(.undo)) 撤销", "\(done); press \(key(.undo)) to undo")
  }
}

// MARK: - What is kept

extension Words {
  package var savedQueries: String { text("已存查询", "Saved queries") }
  package var rules: String { text("规则", "Rules") }
  package var ruleMoment: String { text("新闻入库时执行", "as news arrives") }
  package var newest: String { text("最新", "Newest") }
  package var unreadAndAll: String { text("未读 / 全部", "unread / all") }
  package var ruleActions: String { text("动作", "then") }

  package var ruleKept: String {
    text(
      "规则已保存，对新入库的新闻生效；按 \(key(.bulk)) 应用到已有新闻",
      "rule saved, for news to come; press \(key(.bulk)) to apply it to existing articles")
  }

  package var savedUndone: String { text("已撤销", "undone") }

  package var noSavedQueriesYet: String {
    text(
      "还没有已存查询。在资讯页按 \(key(.find)) 搜索或按 \(key(.editFilter)) 筛选，再按 \(key(.saveQuery)) 保存；这里会显示每个查询的未读数和总数。",
      "Nothing saved yet. Search with \(key(.find)) or filter with \(key(.editFilter)) on the news page, then press \(key(.saveQuery)) to keep it; here it is listed with its counts."
    )
  }

  package var noRulesYet: String {
    text(
      "还没有规则。按 \(key(.addRule)) 新建：符合条件的新闻入库时，自动加标签、加星标、屏蔽或标为已读。",
      "No rules yet. Press \(key(.addRule)) to make one: news that matches is tagged, starred, hidden or marked read as it arrives."
    )
  }

  package func savedAs(_ name: String) -> String {
    text("已保存查询“\(name)”，按 \(key(.showSaved)) 查看", "saved as “\(name)”; press \(key(.showSaved)) to see it")
  }

  package func removed(_ name: String) -> String { undoable(text("已删除“\(name)”", "“\(name)” deleted")) }

  package func problem(_ problem: NameProblem) -> String {
    switch problem {
    case .empty: text("名称不能为空", "a name is needed")
    case .tooLong(let limit): text("名称最多\(limit)个字", "a name has at most \(count(limit, "character"))")
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
    case .untag(let name): text("删标签“\(name)”", "untag '\(name)'")
    }
  }

  package func wouldChange(_ count: Int, _ actions: [StatusAction]) -> String {
    text(
      "共\(number(count))条符合条件：\(describe(actions))",
      "\(self.count(count, "article matches", "articles match")): \(describe(actions))")
  }

  package func askForChange(_ count: Int, _ actions: [StatusAction]) -> String {
    text(
      "共\(number(count))条符合条件，将执行：\(describe(actions))。继续？[y/N] ", wouldChange(count, actions) + ". Go on? [y/N] ")
  }

  package var needsYes: String {
    text(
      "没有终端可供确认；加 --yes 直接执行，或用 --dry-run 查看数量",
      "there is no terminal to confirm on; add --yes to go on, or --dry-run to see how many match")
  }

  package func changed(_ count: Int) -> String {
    text(
      "已更改\(number(count))条；newstape undo 可撤销", "\(self.count(count, "article")) changed; newstape undo takes it back")
  }

  package var nothingChanged: String { text("没有更改", "nothing changed") }

  package var changeStopped: String {
    text("已停止，此前的更改已保存", "stopped; what was changed until then is saved")
  }

  package func progress(_ progress: BulkProgress) -> String {
    text(
      "\(number(progress.done)) / \(number(progress.total))条",
      "\(number(progress.done)) of \(count(progress.total, "article"))")
  }

  package var noQuery: String {
    text("请用查询指定新闻，全部写作 '()'", "say which articles by a query; '()' stands for all")
  }

  package var noAction: String {
    text(
      "请指定操作：--read --unread --star --unstar --mute --unmute --tag --untag",
      "say what to do: --read, --unread, --star, --unstar, --mute, --unmute, --tag or --untag")
  }

  package var noRuleAction: String {
    text("请指定操作：--tag --star --mute --read", "say what to do: --tag, --star, --mute or --read")
  }

  package func contradiction(_ a: String, _ b: String) -> String {
    text("--\(a) 与 --\(b) 互相矛盾", "--\(a) and --\(b) contradict each other")
  }

  package var noChangeToUndo: String { text("没有可撤销的批量更改", "there is no change of many articles to undo") }

  package func undone(_ step: UndoStep, at time: String, articles: Int) -> String {
    text(
      "已撤销 \(time) 的更改（\(describe(step.actions))），\(number(articles))条已恢复",
      "undid the change of \(time) (\(describe(step.actions))): \(count(articles, "article")) restored")
  }

  package var undoStopped: String {
    text("已停止；再次运行 newstape undo 继续撤销", "stopped; run newstape undo again to go on")
  }

  package var noSavedQueries: String {
    text("还没有已存查询；用 newstape saved add 名称 查询 保存", "no query is saved yet; newstape saved add NAME QUERY saves one")
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
      "已保存规则“\(name)”，新入库的新闻自动执行；已有新闻请运行 newstape rules apply",
      "rule '\(name)' is in force for news that comes from now on; run newstape rules apply for existing articles")
  }

  package func ruleMatches(_ name: String, _ count: Int, _ actions: [StatusAction]) -> String {
    text(
      "规则“\(name)”（\(describe(actions))）：已有新闻中\(number(count))条符合",
      "rule '\(name)' (\(describe(actions))) matches \(self.count(count, "stored article"))")
  }

  package func rulePassedOver(_ problem: RuleProblem) -> String {
    text(
      "规则“\(problem.name)”有误，未执行；用 newstape rules test 查看",
      "the query of rule '\(problem.name)' cannot be read, it was passed over; see newstape rules test")
  }

  package func ruled(_ count: Int) -> String { text("，按规则处理\(number(count))", ", \(number(count)) touched by rules") }
}
