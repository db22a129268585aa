import Configuration
import TextBasics
import Wording

/// The theme: which one the reader has chosen, and which one is looked at before choosing.
struct Themes: Feature {
  enum Event: Sendable {
    case open
    /// Shows a theme while the reader chooses.
    case lookAt(String)
    /// The reader does not choose: the theme of before returns.
    case giveUp(Theme)
    case choose(String, insteadOf: Theme)
    case previewed(LoadedTheme)
    /// A theme that the reader has chosen; the last one stays where this one cannot be used.
    case chosen(LoadedTheme, named: String, insteadOf: Theme)
  }

  /// The theme that was chosen while running, now or in an earlier session.
  private(set) var chosen: String?

  init(chosen: String?) { self.chosen = chosen }

  mutating func update(_ event: Event, in environment: Environment) -> [Outcome] {
    let presentation = environment.presentation
    switch event {
    case .open: return [.present(.picker(Self.picker(presentation)))]
    case .lookAt(let name):
      return name == presentation.theme.name ? [.drop([.theme])] : [.ask(ThemePreviewRequest(name: name))]
    case .giveUp(let original): return [.drop([.theme]), .use(original)]
    case .choose where presentation.hasFewColors:
      return [.notify(SafeText(presentation.words(Self.fewColors)), isError: true)]
    case .choose(let name, let original): return [.ask(ThemeRequest(name: name, original: original))]
    // One that cannot be used leaves the one before.
    case .previewed(let loaded): return loaded.theme.map { [.use($0)] } ?? []
    case .chosen(let loaded, let name, let original): return use(loaded, named: name, insteadOf: original, presentation)
    }
  }

  /// Why no theme can be chosen on a terminal of few colours.
  static let fewColors = Bilingual("终端不足 256 色，配色固定为 terminal16", "below 256 colours the theme is terminal16")

  private static func picker(_ presentation: Presentation) -> Picker {
    let items = presentation.themeNames.map {
      Picker.Item(text: $0, detail: presentation.words.look(ofTheme: $0), value: .theme($0))
    }
    let picker = Picker(
      .themes(presentation.theme), title: presentation.words(Command.pickTheme.title), items: items)
    return picker.selecting(.theme(presentation.theme.name))
  }

  /// Uses the theme that the reader chose, and says what is wrong with it. One that cannot be used leaves the original.
  private mutating func use(
    _ loaded: LoadedTheme, named name: String, insteadOf original: Theme, _ presentation: Presentation
  ) -> [Outcome] {
    // The preview may show another theme than the one that cannot be used.
    var outcomes: [Outcome] = [.use(loaded.theme ?? original)]
    // All of it stays in the log; the first is what a mistake behind it often follows from.
    outcomes += loaded.problems.reversed().map { .notify($0, isError: true) }
    guard loaded.theme != nil else {
      if loaded.problems.isEmpty { outcomes.notify(presentation.words.noTheme(name), isError: true) }
      return outcomes
    }
    chosen = name
    outcomes.append(.savePlace)
    if presentation.isThemeConfigured, loaded.problems.isEmpty {
      outcomes.notify(presentation.words.themeIsConfigured(name))
    }
    return outcomes
  }
}

/// A theme that the reader looks at before choosing.
struct ThemePreviewRequest: Request {
  static let slot = RequestSlot.theme
  let name: String

  func response(from library: some Library) throws -> LoadedTheme { try library.theme(named: name) }

  func event(for loaded: LoadedTheme) -> DashboardEvent { .themes(.previewed(loaded)) }
}

/// A theme that the reader has chosen.
struct ThemeRequest: Request {
  static let slot = RequestSlot.theme
  let name: String
  /// The theme that stays where this one cannot be used.
  let original: Theme

  func response(from library: some Library) throws -> LoadedTheme { try library.theme(named: name) }

  func event(for loaded: LoadedTheme) -> DashboardEvent { .themes(.chosen(loaded, named: name, insteadOf: original)) }
}
