import Configuration

extension State {
  mutating func openThemePicker() {
    let items = presentation.themeNames.map { Picker.Item(text: $0, value: .theme($0)) }
    var picker = Picker(
      .themes(presentation.theme), title: presentation.words(Command.pickTheme.title), items: items)
    picker.select(.theme(presentation.theme.name))
    overlay = .picker(picker)
  }

  /// Asks for the selected theme, to show it while the reader chooses.
  mutating func previewTheme(of picker: Picker, _ effects: inout [Effect]) {
    guard case .theme(let name)? = picker.selected?.value else { return }
    if name == presentation.theme.name {
      drop(.theme, effects: &effects)
    } else {
      ask(ThemePreviewRequest(name: name), &effects)
    }
  }

  /// Shows a theme while it is being chosen; one that cannot be used leaves the one before.
  mutating func showPreview(_ loaded: LoadedTheme) {
    if let theme = loaded.theme { presentation.use(theme) }
  }

  mutating func endThemePreview(_ original: Theme, _ effects: inout [Effect]) {
    drop(.theme, effects: &effects)
    presentation.use(original)
  }

  /// Uses the theme that the reader chose, and says what is wrong with it. One that cannot be used leaves the original.
  mutating func use(
    _ loaded: LoadedTheme, named name: String, insteadOf original: Theme, _ effects: inout [Effect]
  ) {
    // The preview may show another theme than the one that cannot be used.
    presentation.use(loaded.theme ?? original)
    // All of it stays in the log; the first is what a mistake behind it often follows from.
    for problem in loaded.problems.reversed() { notify(problem, isError: true, &effects) }
    guard loaded.theme != nil else {
      if loaded.problems.isEmpty { notify(words: presentation.words.noTheme(name), isError: true, &effects) }
      return
    }
    chosenTheme = name
    effects.append(.save(session))
    if presentation.isThemeConfigured, loaded.problems.isEmpty {
      notify(words: presentation.words.themeIsConfigured(name), &effects)
    }
  }
}

/// A theme that the reader looks at before choosing.
struct ThemePreviewRequest: Request {
  static let slot = RequestSlot.theme
  let name: String

  func response(from library: some Library) throws -> LoadedTheme { try library.theme(named: name) }

  func event(for loaded: LoadedTheme) -> DashboardEvent { .overlay(.previewed(loaded)) }
}

/// A theme that the reader has chosen.
struct ThemeRequest: Request {
  static let slot = RequestSlot.theme
  let name: String
  /// The theme that stays where this one cannot be used.
  let original: Theme

  func response(from library: some Library) throws -> LoadedTheme { try library.theme(named: name) }

  func event(for loaded: LoadedTheme) -> DashboardEvent {
    .overlay(.chosen(loaded, named: name, insteadOf: original))
  }
}
