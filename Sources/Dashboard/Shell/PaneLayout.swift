/// How the panes of the news page share the screen, as the reader wants it: which of them are shown, and where the borders stand.
///
/// A border keeps its share of the room that it divides, not its column or row: on a smaller screen panes get smaller, and what the
/// reader chose comes back with the room for it.
struct PaneLayout: Codable, Hashable, Sendable {
  /// Which panes are shown together.
  enum Preset: String, Codable, Hashable, Sendable, CaseIterable {
    /// List, article and statistics.
    case three
    /// The list and, beside or below it, the pane that has the keys; the article while the list has them.
    case split
    /// The pane that has the keys alone.
    case list
    /// As `split`, with the statistics while the list has the keys.
    case statistics
  }

  private(set) var preset = Preset.three
  /// Whether the statistics have one line alone, however much room there is.
  private(set) var foldsStatistics = false
  /// The borders that the reader has moved, with their shares from 0 to 1.
  private var shares: [PaneBorder: Double] = [:]

  init(preset: Preset = .three, foldsStatistics: Bool = false) {
    self.preset = preset
    self.foldsStatistics = foldsStatistics
  }

  /// So many of `total` columns or rows as are the share of a border; the standard as long as nobody has moved it.
  func part(of total: Int, for border: PaneBorder, standard: Int) -> Int {
    guard let share = shares[border] else { return standard }
    // What was read from a file may be any number.
    return share > 0 ? Int((min(share, 1) * Double(total)).rounded()) : 0
  }

  /// The preset that many steps on, around the end.
  mutating func changePreset(by steps: Int) {
    let presets = Preset.allCases
    let place = (presets.firstIndex(of: preset) ?? 0) + steps
    preset = presets[(place % presets.count + presets.count) % presets.count]
  }

  mutating func use(_ preset: Preset) { self.preset = preset }

  mutating func fold() { foldsStatistics.toggle() }

  /// Moves a border. Statistics that nothing is left of but a line are folded, so that they come back as large as they were.
  mutating func move(_ border: PaneBorder, to place: PaneBorder.Place) {
    switch place {
    case .share(let share):
      shares[border] = share
      if border == .belowList { foldsStatistics = false }
    case .folded: foldsStatistics = true
    }
  }

  /// Gives one border its place back, or all.
  mutating func reset(_ border: PaneBorder? = nil) {
    if let border { shares[border] = nil } else { shares = [:] }
    if border == nil || border == .belowList { foldsStatistics = false }
  }
}

/// A border between panes that can be moved. Each arrangement has its own ones.
enum PaneBorder: String, Codable, CodingKeyRepresentable, Hashable, Sendable {
  /// Of two columns, between the list and the article.
  case listAndArticle
  /// Of two columns, between the list and the statistics beside it.
  case listAndStatistics
  /// Between the list and the statistics below it.
  case belowList
  /// Of three columns, the first border and the second.
  case firstColumn, secondColumn
  /// Of panes above each other: what the list or the article has of the spare rows while the other one has the keys.
  case stackedText
  /// What the statistics have of them, without the keys and with them.
  case stackedStatistics, focusedStatistics

  /// Where a border is moved to.
  enum Place: Hashable, Sendable {
    case share(Double)
    case folded
  }
}
