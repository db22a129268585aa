import Testing

@testable import Configuration

struct ThemeCatalogTests {
  private func catalog(_ texts: [String: String], unreadable: Set<String> = []) -> ThemeCatalog {
    ThemeCatalog(userFolder: "/u", shippedFolder: "/s", files: memoryFiles(texts, unreadable: unreadable))
  }

  private func load(
    _ text: String, base: String? = nil
  ) -> (theme: Theme, problems: [ConfigurationProblem]) {
    var texts = ["/u/t.toml": text]
    texts["/s/base.toml"] = base
    return catalog(texts).load("t")
  }

  @Test func listsThemesByNameAndTheUsersHideTheShipped() {
    let entries = catalog(["/s/nord.toml": "", "/s/amber.toml": "", "/u/nord.toml": "", "/u/readme.md": ""]).entries()
    #expect(
      entries == [
        .init(name: "amber", owner: .shipped, path: "/s/amber.toml"),
        .init(name: "nord", owner: .user, path: "/u/nord.toml"),
      ])
  }

  @Test func aRoleFallsBackToItsParent() {
    let (theme, problems) = load(
      """
      "ui" = { fg = "#111111", bg = "#eeeeee" }
      "ui.statusline" = { bg = "blue", modifiers = ["bold"] }
      "ui.hint.key" = "red"
      """)
    #expect(problems == [])
    let line = ThemeStyle(
      foreground: .rgb(red: 0x11, green: 0x11, blue: 0x11), background: .ansi(4), modifiers: .bold)
    #expect(theme.style(for: .statusLine) == line)
    #expect(theme.style(for: .inactiveStatusLine) == line)
    // A style of its own inherits the colours that it leaves out, never the modifiers.
    #expect(theme.style(for: .hintKey).foreground == .ansi(1))
    #expect(theme.style(for: .hintKey).background == .rgb(red: 0xEE, green: 0xEE, blue: 0xEE))
    #expect(theme.style(for: .unread) == theme.style(for: .ui))
    #expect(theme.style(for: "ui.statusline.far.below") == line)
    #expect(theme.style(for: "nothing") == theme.style(for: .ui))
  }

  @Test func rolesMayBeTablesWithinTables() {
    let (theme, problems) = load(
      "[article]\nfg = \"red\"\n[article.unread]\nmodifiers = \"bold\"\n[chart]\nbar = \"blue\"")
    #expect(problems == [])
    #expect(theme.style(for: .unread) == ThemeStyle(foreground: .ansi(1), modifiers: .bold))
    #expect(theme.style(for: .bar).foreground == .ansi(4))
    #expect(theme.style(for: .chart) == ThemeStyle())
  }

  @Test func aThemeInheritsStylesAndItsPaletteChangesThem() {
    let (theme, problems) = load(
      "inherits = \"base\"\n\"article.read\" = \"ink\"\n[palette]\nink = \"#010203\"",
      base: "\"article.unread\" = \"ink\"\n\"article.star\" = \"yellow\"\n[palette]\nink = \"#ffffff\"")
    #expect(problems == [])
    #expect(theme.style(for: .unread).foreground == .rgb(red: 1, green: 2, blue: 3))
    #expect(theme.style(for: .read).foreground == .rgb(red: 1, green: 2, blue: 3))
    #expect(theme.style(for: .star).foreground == .ansi(3))
  }

  @Test func aUsersThemeMayInheritTheShippedOneOfItsName() {
    let (theme, problems) = catalog([
      "/u/nord.toml": "inherits = \"nord\"\n\"ui\" = \"red\"", "/s/nord.toml": "\"article.star\" = \"blue\"",
    ]).load("nord")
    #expect(problems == [])
    #expect(theme.style(for: .ui).foreground == .ansi(1))
    #expect(theme.style(for: .star).foreground == .ansi(4))
  }

  @Test func inheritanceInACircleIsNamedAndTheFilesStillHold() {
    let (theme, problems) = catalog([
      "/u/a.toml": "\"ui\" = \"red\"\ninherits = \"b\"", "/u/b.toml": "\ninherits = \"a\"\n\"article\" = \"blue\"",
    ]).load("a")
    #expect(
      problems == [
        ConfigurationProblem(.inheritanceCycle(["a", "b", "a"]), key: "inherits", at: .file("/u/b.toml", 2, 12))
      ])
    #expect(theme.style(for: .ui).foreground == .ansi(1))
    #expect(theme.style(for: .article).foreground == .ansi(4))
  }

  @Test func aThemeThatInheritsItselfIsACircle() {
    let (_, problems) = load("inherits = \"t\"")
    #expect(problems.map(\.kind) == [.inheritanceCycle(["t", "t"])])
  }

  @Test func mistakesHaveTheirLineAndLeaveTheInheritedValue() {
    let (theme, problems) = load(
      """
      inherits = "base"
      "article.unraed" = "red"
      "article.star" = { fg = "#12", bg = "blue", modifiers = ["bold", "blink"] }
      "article.tag" = 7
      "article.link" = { fg = 3 }
      [palette]
      bad = "mauve"
      """, base: "\"article.star\" = \"yellow\"")
    func problem(_ kind: ConfigurationProblem.Kind, _ key: String, _ line: Int, _ column: Int) -> ConfigurationProblem {
      ConfigurationProblem(kind, key: key, at: .file("/u/t.toml", line, column))
    }
    #expect(
      Set(problems) == [
        problem(.unknownRole(suggestion: "article.unread"), "article.unraed", 2, 1),
        problem(.badColor("#12"), "article.star.fg", 3, 25),
        problem(.badModifier("blink"), "article.star.modifiers", 3, 66),
        problem(.badStyle("7"), "article.tag", 4, 17),
        problem(.badColor("3"), "article.link.fg", 5, 25),
        problem(.badColor("mauve"), "palette.bad", 7, 7),
      ])
    #expect(problems.compactMap(\.place) == problems.compactMap(\.place).sorted())
    #expect(theme.style(for: .star) == ThemeStyle(foreground: .ansi(3), background: .ansi(4), modifiers: .bold))
  }

  @Test func aMissingThemeGivesThePlainOneAndTheHintWhereItWasNamed() {
    let origin = Origin.file("/c.toml", 9, 1)
    let (theme, problems) = catalog([:]).load("nrd", namedAt: origin)
    #expect(theme == .plain)
    #expect(problems == [ConfigurationProblem(.themeNotFound("nrd"), key: "theme", at: origin)])
  }

  @Test func aNameCannotLeadOutOfTheFolder() {
    let (_, problems) = catalog(["/u/../x.toml": "\"ui\" = \"red\""]).load("../x")
    #expect(problems.map(\.kind) == [.themeNotFound("../x")])
  }

  @Test func aMissingAncestorLeavesTheRest() {
    let (theme, problems) = load("\"ui\" = \"red\"\ninherits = \"lost\"")
    #expect(
      problems == [ConfigurationProblem(.themeNotFound("lost"), key: "inherits", at: .file("/u/t.toml", 2, 12))])
    #expect(theme.style(for: .ui).foreground == .ansi(1))
  }

  @Test func filesThatCannotBeReadAreNamed() {
    let (theme, problems) = catalog([:], unreadable: ["/u/t.toml"]).load("t")
    #expect(theme == .plain)
    #expect(problems == [ConfigurationProblem(.unreadable, at: .file("/u/t.toml", at: nil))])
    #expect(
      load("\"ui\" = ").problems == [ConfigurationProblem(.notation(.valueMissing), at: .file("/u/t.toml", 1, 8))])
  }

  @Test func aThemeThatIsNoTOMLAsAWholeIsNotUsedInPart() {
    let (theme, problems) = load("inherits = \"base\"\n\"ui\" = \"red\"\n[", base: "\"article\" = \"blue\"\n= 1\n")
    #expect(theme == .plain)
    #expect(
      problems == [
        ConfigurationProblem(.notation(.keyMissing), at: .file("/s/base.toml", 2, 1)),
        ConfigurationProblem(.notation(.keyMissing), at: .file("/u/t.toml", 3, 2)),
      ])
  }

  @Test func withoutAnyFileTheSelectionIsStillSeen() {
    #expect(Theme.plain.style(for: .selection) != Theme.plain.style(for: .ui))
    #expect(Theme.plain.style(for: .title) != Theme.plain.style(for: .focusedTitle))
  }
}
