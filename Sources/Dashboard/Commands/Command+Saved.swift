// Saved queries and rules.

extension Command {
  static let savedGroup = [
    saveQuery, addRule, editSaved, renameSaved, removeSaved, moveSavedUp, moveSavedDown, toggleRule,
  ]

  static let saveQuery = Command(
    "saved.add-query", keys: ["w"], aliases: ["存为自选"],
    title: .init("存查询", "save"), help: .init("把当前筛选或搜索保存为查询", "Save the filter or search under a name"),
    hints: [.feed(90), .saved(30)],
    disabled: { $0.filter == .all ? .init("请先搜索或筛选", "search or filter first, then save") : nil }
  ) { state, effects in state.send(.saved(.startSaving(state.presentSource)), &effects) }

  static let addRule = Command(
    "saved.add-rule", keys: ["a"], in: [.saved],
    title: .init("新规则", "new rule"),
    help: .init("新建规则：新闻入库时加标签、加星标、屏蔽或标为已读", "New rule: tag, star, hide or mark read as news arrives"),
    hints: [.saved(40)]
  ) { state, effects in
    state.send(.saved(.startRule(RuleDraft(text: state.filterText))), &effects)
  }

  static let editSaved = Command(
    "saved.edit", keys: ["e"], in: [.saved],
    title: .init("编辑", "edit"), help: .init("编辑所选的查询或规则", "Edit the query or rule"),
    hints: [.saved(50)],
    disabled: noSavedEntry
  ) { state, effects in state.send(.saved(.edit), &effects) }

  static let renameSaved = Command(
    "saved.rename", keys: ["r"], in: [.saved],
    title: .init("改名", "rename"), help: .init("改名", "Rename"),
    hints: [.saved(60)],
    disabled: noSavedEntry
  ) { state, effects in state.send(.saved(.startRenaming), &effects) }

  static let removeSaved = Command(
    "saved.remove", keys: ["d", "Delete"], in: [.saved],
    title: .init("删除", "delete"), help: .init("删除（可撤销）", "Delete (can be undone)"),
    hints: [.saved(70)],
    disabled: noSavedEntry
  ) { state, effects in state.send(.saved(.remove), &effects) }

  static let moveSavedUp = Command(
    "saved.move-up", keys: ["K"], in: [.saved],
    title: .init("上移", "move up"), help: .init("上移", "Move up"),
    disabled: noSavedEntry
  ) { state, effects in state.send(.saved(.moveEntry(by: -1)), &effects) }

  static let moveSavedDown = Command(
    "saved.move-down", keys: ["J"], in: [.saved],
    title: .init("下移", "move down"), help: .init("下移", "Move down"),
    disabled: noSavedEntry
  ) { state, effects in state.send(.saved(.moveEntry(by: 1)), &effects) }

  static let toggleRule = Command(
    "saved.toggle-rule", keys: ["x"], in: [.saved],
    title: .init("启用/停用", "on/off"), help: .init("启用或停用规则", "Turn the rule on or off"),
    hints: [.saved(80)],
    disabled: { $0.saved.selectedRule == nil ? .init("没有选中的规则", "no rule is selected") : nil }
  ) { state, effects in state.send(.saved(.toggleRule), &effects) }

  static let noSavedEntry: DisabledReason = {
    $0.saved.selectedText == nil ? .init("没有选中的条目", "nothing is selected") : nil
  }
}
