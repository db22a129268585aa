import Foundation
import NewsModel

// MARK: - Changes of many articles

extension Messages {
  /// What is done, as a list of verbs.
  func describe(_ actions: [StatusAction]) -> String {
    actions.map { describe($0) }.joined(separator: text("、", ", "))
  }

  private func describe(_ action: StatusAction) -> String {
    switch action {
    case .read: text("标为已读", "mark read")
    case .unread: text("标为未读", "mark unread")
    case .star: text("加星标", "star")
    case .unstar: text("去星标", "unstar")
    case .mute: text("静音", "mute")
    case .unmute: text("取消静音", "unmute")
    case .tag(let name): text("加标签“\(name)”", "tag '\(name)'")
    case .untag(let name): text("去标签“\(name)”", "untag '\(name)'")
    }
  }

  private func articles(_ count: Int) -> String { count == 1 ? "1 article" : "\(count) articles" }

  func wouldChange(_ count: Int, _ actions: [StatusAction]) -> String {
    text(
      "符合的有 \(count) 篇：\(describe(actions))",
      "\(articles(count)) \(count == 1 ? "matches" : "match"): \(describe(actions))")
  }

  func askForChange(_ count: Int, _ actions: [StatusAction]) -> String {
    wouldChange(count, actions) + text("。执行吗？[y/N] ", ". Go on? [y/N] ")
  }

  var needsYes: String {
    text(
      "没有终端可以确认；加 --yes 直接执行，或用 --dry-run 查看数量",
      "there is no terminal to confirm on; add --yes to go on, or --dry-run to see how many match")
  }

  func changed(_ count: Int) -> String {
    text("已改动 \(count) 篇；newstape undo 可撤销", "\(articles(count)) changed; newstape undo takes it back")
  }

  var nothingChanged: String { text("没有改动", "nothing changed") }

  var changeStopped: String {
    text("已停止，此前的改动已保存", "stopped; what was changed until then is saved")
  }

  func progress(_ progress: BulkProgress) -> String {
    text("\(progress.done) / \(progress.total) 篇", "\(progress.done) of \(progress.total) articles")
  }

  var noQuery: String {
    text("没有说明是哪些文章；请给出查询，全部文章写作 '()'", "say which articles by a query; '()' stands for all")
  }

  var noAction: String {
    text(
      "没有说明做什么；可用 --read --unread --star --unstar --mute --unmute --tag --untag",
      "say what to do: --read, --unread, --star, --unstar, --mute, --unmute, --tag or --untag")
  }

  var noRuleAction: String {
    text("没有说明做什么；可用 --tag --star --mute --read", "say what to do: --tag, --star, --mute or --read")
  }

  func contradiction(_ a: String, _ b: String) -> String {
    text("--\(a) 与 --\(b) 互相矛盾", "--\(a) and --\(b) contradict each other")
  }
}

// MARK: - Undo

extension Messages {
  var nothingToUndo: String { text("没有可撤销的批量改动", "there is no change of many articles to undo") }

  func undone(_ step: UndoStep, at time: String, articles: Int) -> String {
    text(
      "已撤销 \(time) 的改动（\(describe(step.actions))）：恢复 \(articles) 篇",
      "undone what was changed at \(time) (\(describe(step.actions))): \(self.articles(articles)) restored")
  }

  var undoStopped: String {
    text("已停止；再次运行 newstape undo 继续撤销", "stopped; run newstape undo again to go on")
  }
}

// MARK: - Saved queries and rules

extension Messages {
  var noSavedQueries: String {
    text("还没有保存的查询；用 newstape saved add 名称 查询 保存", "no query is saved yet; newstape saved add NAME QUERY saves one")
  }

  var noRules: String {
    text(
      "还没有规则；例如 newstape rules add 名称 查询 --tag 标签",
      "there are no rules yet; for example newstape rules add NAME QUERY --tag TAG")
  }

  func saved(_ name: String) -> String { text("已保存“\(name)”", "saved '\(name)'") }
  func removed(_ name: String) -> String { text("已删除“\(name)”", "removed '\(name)'") }
  var ruleRests: String { text("停用", "off") }

  func ruleSaved(_ name: String) -> String {
    text(
      "已保存规则“\(name)”，此后到达的新闻都会照办；已有的用 newstape rules apply",
      "rule '\(name)' is in force for news that comes from now on; newstape rules apply sees to what is there")
  }

  func ruleMatches(_ name: String, _ count: Int, _ actions: [StatusAction]) -> String {
    text(
      "规则“\(name)”（\(describe(actions))）符合已有的 \(count) 篇",
      "rule '\(name)' (\(describe(actions))) matches \(count) of the articles that are there")
  }

  func rulePassedOver(_ problem: RuleProblem) -> String {
    text(
      "规则“\(problem.name)”的查询有误，已跳过；用 newstape rules test 查看",
      "the query of rule '\(problem.name)' cannot be read, it was passed over; see newstape rules test")
  }

  func ruled(_ count: Int) -> String { text("，按规则处理 \(count)", ", \(count) touched by rules") }
}
