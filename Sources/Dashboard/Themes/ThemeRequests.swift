import Configuration

/// A theme that the reader looks at before choosing.
struct ThemePreviewRequest: Request {
  static let slot = RequestSlot.theme
  let name: String

  func response(from library: some Library) throws -> LoadedTheme { try library.theme(named: name) }

  func received(_ loaded: LoadedTheme, _ state: inout State, _ effects: inout [Effect]) { state.showPreview(loaded) }
}

/// A theme that the reader has chosen.
struct ThemeRequest: Request {
  static let slot = RequestSlot.theme
  let name: String
  /// The theme that stays where this one cannot be used.
  let original: Theme

  func response(from library: some Library) throws -> LoadedTheme { try library.theme(named: name) }

  func received(_ loaded: LoadedTheme, _ state: inout State, _ effects: inout [Effect]) {
    state.use(loaded, named: name, insteadOf: original, &effects)
  }
}
