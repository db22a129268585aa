// What the reader follows, and fetching it.

extension Command {
  static let sourceGroup = [
    refresh, stopRefresh, addSource, refreshSource, removeSource, renameSource, editSourceAddress, moveSource,
    tagSource, toggleFullText, openHomePage, copySourceAddress,
  ]

  static let refresh = Command(
    "sources.refresh", keys: ["R", "C-r"], aliases: ["refresh"],
    title: .init("刷新", "refresh"), help: .init("刷新全部订阅", "Refresh all feeds"),
    hints: [.sources(50, .init("全部刷新", "refresh all"))],
    disabled: onlySample
  ) { state, effects in state.send(.refresh(.begin(.all)), &effects) }

  static let stopRefresh = Command(
    "sources.stop-refresh", keys: ["C-g"], aliases: ["stop"],
    title: .init("停止刷新", "stop refresh"), help: .init("停止刷新", "Stop the refresh"),
    disabled: onlySample
  ) { state, effects in state.send(.refresh(.stop), &effects) }

  static let addSource = Command(
    "sources.add", keys: ["a"], aliases: ["add", "添加来源"],
    title: .init("添加订阅", "subscribe"),
    help: .init("添加订阅：输入网站或订阅源网址", "Subscribe to a feed by the address of a site or feed"),
    hints: [.sources(30)]
  ) { state, effects in state.present(.prompt(Prompt(.addSource)), &effects) }

  static let refreshSource = Command(
    "source.refresh", keys: ["R"], aliases: ["刷新此源"], in: [.sources],
    title: .init("刷新", "refresh it"), help: .init("刷新所选订阅源", "Refresh the selected feed"),
    hints: [.sources(40)],
    disabled: noSource
  ) { state, effects in state.send(.sources(.refresh), &effects) }

  static let removeSource = Command(
    "source.remove", keys: ["d", "Delete"], in: [.sources],
    title: .init("退订", "unsubscribe"),
    help: .init("退订（需确认，可撤销；已有新闻保留）", "Unsubscribe (asks, can be undone; articles stay)"),
    hints: [.sources(60)],
    disabled: noSource
  ) { state, effects in state.send(.sources(.remove), &effects) }

  static let renameSource = Command(
    "source.rename", keys: ["r"], in: [.sources],
    title: .init("改名", "rename"), help: .init("改名", "Rename"),
    hints: [.sources(80)],
    disabled: noSource
  ) { state, effects in state.send(.sources(.edit(.name)), &effects) }

  static let editSourceAddress = Command(
    "source.address", keys: ["e"], in: [.sources],
    title: .init("改地址", "address"), help: .init("修改订阅网址", "Change the address it is fetched from"),
    disabled: noSource
  ) { state, effects in state.send(.sources(.edit(.address)), &effects) }

  static let moveSource = Command(
    "source.folder", keys: ["m"], in: [.sources],
    title: .init("文件夹", "folder"), help: .init("移到文件夹，如 财经/宏观", "Move into a folder, as in money/markets"),
    hints: [.sources(90)],
    disabled: noSource
  ) { state, effects in state.send(.sources(.edit(.folder)), &effects) }

  static let tagSource = Command(
    "source.tags", keys: ["T"], in: [.sources],
    title: .init("标签", "tags"), help: .init("为该源新闻自动添加的标签", "Tags that each of its articles gets"),
    hints: [.sources(100)],
    disabled: noSource
  ) { state, effects in state.send(.sources(.edit(.tags)), &effects) }

  static let toggleFullText = Command(
    "source.full-text", keys: ["x"], in: [.sources],
    title: .init("全文", "full text"), help: .init("开关网页全文抓取", "Turn fetching of full texts on or off"),
    hints: [.sources(70)],
    disabled: noSource
  ) { state, effects in state.send(.sources(.toggleFullText), &effects) }

  static let openHomePage = Command(
    "source.home-page", keys: ["o"], in: [.sources],
    title: .init("主页", "home page"), help: .init("在浏览器中打开主页", "Open its home page in the browser"),
    hints: [.sources(120)],
    disabled: noSource
  ) { state, effects in state.send(.sources(.openHomePage), &effects) }

  static let copySourceAddress = Command(
    "source.copy-address", keys: ["y"], in: [.sources],
    title: .init("复制地址", "copy address"), help: .init("复制订阅网址", "Copy its address to the clipboard"),
    disabled: noSource
  ) { state, effects in state.send(.sources(.copyAddress), &effects) }

  private static let noSource: DisabledReason = {
    $0.sources.selected == nil ? .init("没有选中的订阅源", "no feed is selected") : nil
  }

  private static let onlySample: DisabledReason = {
    guard $0.presentation.isSample else { return nil }
    let key = $0.presentation.keyName(of: .addSource)
    return .init("示例没有订阅；按 \(key) 添加", "the sample has no feeds; press \(key) to add one")
  }
}
