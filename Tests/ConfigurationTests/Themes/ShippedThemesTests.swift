import Testing

@testable import Configuration

struct ShippedThemesTests {
  static let folder = checkout + "/themes"
  static let names = [
    "amber", "catppuccin_mocha", "contrast", "dracula", "gruvbox_dark", "nord", "paper", "solarized_dark",
    "solarized_light", "terminal16",
  ]
  /// Those that choose colours themselves, and answer for them.
  static let painted = names.filter { $0 != "terminal16" }

  private func theme(_ name: String) -> (theme: Theme, problems: [ConfigurationProblem]) {
    ThemeCatalog(userFolder: "/nowhere", shippedFolder: ShippedThemesTests.folder).load(name)
  }

  @Test func theFolderHoldsTheThemesWeNameAndNoOther() {
    let catalog = ThemeCatalog(userFolder: "/nowhere", shippedFolder: ShippedThemesTests.folder)
    #expect(catalog.entries().map(\.name) == ShippedThemesTests.names)
  }

  @Test(arguments: names)
  func loadsWithoutAProblem(name: String) {
    let (theme, problems) = theme(name)
    #expect(problems.map { $0.message(in: .en) } == [])
    #expect(theme.name == name)
  }

  @Test(arguments: painted)
  func everyRoleHasColoursThatTheTerminalDoesNotDecide(name: String) {
    let theme = theme(name).theme
    for role in ThemeRole.all {
      let style = theme.style(for: role)
      #expect(ShownColor(style.foreground) != nil && ShownColor(style.background) != nil, "\(role)")
    }
  }

  /// What is read word by word.
  static let text: [ThemeRole] = [
    .ui, .header, .activeHeader, .focusedTitle, .selection, .inactiveSelection, .cursor, .statusLine, .breadcrumb,
    .hintKey, .toast, .errorToast, .popup, .popupTitle, .match, .prompt, .notice, .article, .unread, .read, .star,
    .label, .articleTitle, .heading, .quote, .code, .link, .failing, .chart,
  ]
  /// What stands beside it, and signs that a shape or a number explains as well.
  static let muted: [ThemeRole] = [
    .title, .inactiveStatusLine, .hint, .muted, .stub, .time, .source, .tag, .byline, .figure, .day, .goodHealth,
    .untried,
    .gone, .axis, .series, .series1, .series2, .series3, .series4, .bar, .up, .safeUp, .down, .safeDown, .flat,
  ]
  /// What a row of a list can hold, and therefore stands on the colour of the selection.
  static let rowText: [ThemeRole] = [.ui, .selection, .unread, .read]
  static let rowMuted: [ThemeRole] = [
    .cursor, .star, .label, .match, .muted, .stub, .time, .source, .tag, .goodHealth, .failing,
    .untried, .gone, .series, .bar, .up, .safeUp, .down, .safeDown, .flat,
  ]

  @Test(arguments: painted)
  func textIsReadableWhereItStands(name: String) {
    let theme = theme(name).theme
    for role in ShippedThemesTests.text { expectContrast(theme, role, on: role, 4.5) }
    for role in ShippedThemesTests.muted { expectContrast(theme, role, on: role, 3) }
  }

  @Test(arguments: painted)
  func aSelectedRowIsReadable(name: String) {
    let theme = theme(name).theme
    for background in [ThemeRole.selection, .inactiveSelection] {
      for role in ShippedThemesTests.rowText { expectContrast(theme, role, on: background, 4.5) }
      for role in ShippedThemesTests.rowMuted { expectContrast(theme, role, on: background, 3) }
    }
    // Lists that lie over the panes show the same rows.
    for role in ShippedThemesTests.rowText { expectContrast(theme, role, on: .popup, 4.5) }
    for role in ShippedThemesTests.rowMuted { expectContrast(theme, role, on: .popup, 3) }
  }

  @Test(arguments: painted)
  func aSelectedRowIsSeen(name: String) throws {
    let theme = theme(name).theme
    let ground = try #require(ShownColor(theme.style(for: .ui).background))
    for role in [ThemeRole.selection, .inactiveSelection] {
      let selection = try #require(ShownColor(theme.style(for: role).background))
      #expect(selection != ground && selection.indexed != ground.indexed, "\(role): \(selection) on \(ground)")
    }
  }

  @Test(arguments: painted)
  func theStepsOfTheCalendarGrowAndDiffer(name: String) throws {
    let theme = theme(name).theme
    let ground = try #require(ShownColor(theme.style(for: .ui).background))
    let heats: [ThemeRole] = [.heat0, .heat1, .heat2, .heat3, .heat4]
    let contrasts = try heats.map { try #require(ShownColor(theme.style(for: $0).foreground)).contrast(to: ground) }
    #expect(zip(contrasts, contrasts.dropFirst()).allSatisfy { $0 < $1 }, "\(contrasts)")
  }

  @Test(arguments: painted)
  func everyCellOfTheCalendarIsSeenAndNoTwoStepsLookAlike(name: String) throws {
    let theme = theme(name).theme
    let ground = try #require(ShownColor(theme.style(for: .ui).background)).indexed
    let heats: [ThemeRole] = [.heat1, .heat2, .heat3, .heat4]
    for role in heats { expectContrast(theme, role, on: .ui, 3) }
    let indexed = try heats.map {
      try #require(ShownColor(theme.style(for: $0).foreground)).indexed.contrast(to: ground)
    }
    #expect(zip(indexed, indexed.dropFirst()).allSatisfy { $0 < $1 }, "\(indexed) of 256")
  }

  @Test func theThemeOfSixteenColoursNeverPutsColourOnColour() {
    let theme = theme("terminal16").theme
    for role in ThemeRole.all { #expect(theme.style(for: role).background == .standard, "\(role)") }
    #expect(theme.style(for: .selection).modifiers.contains(.reverse))
    #expect(theme.style(for: .title).modifiers != theme.style(for: .focusedTitle).modifiers)
  }

  private func expectContrast(
    _ theme: Theme, _ role: ThemeRole, on other: ThemeRole, _ least: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    guard let ink = ShownColor(theme.style(for: role).foreground),
      let ground = ShownColor(theme.style(for: other).background)
    else { return }  // Another test demands the colours.
    let exact = ink.contrast(to: ground)
    let indexed = ink.indexed.contrast(to: ground.indexed)
    #expect(
      min(exact, indexed) >= least, "\(theme.name): \(role) \(ink) on \(other) \(ground): \(exact), \(indexed) of 256",
      sourceLocation: sourceLocation)
  }
}
