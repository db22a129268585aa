package import TextBasics

extension Symbols {
  /// These symbols with the ASCII form of each that would take two columns.
  ///
  /// Where characters of ambiguous East-Asian width are two columns wide, box drawing and blocks are; braille is not.
  package func fitting(_ widths: ColumnWidths) -> Symbols {
    func one(_ symbol: KeyPath<Symbols, String>) -> String {
      widths.columns(SafeText(self[keyPath: symbol])) == 1 ? self[keyPath: symbol] : Symbols.ascii[keyPath: symbol]
    }
    // A scale or a set of corners is only clear as a whole.
    func scale(_ symbols: KeyPath<Symbols, [String]>) -> [String] {
      let own = self[keyPath: symbols]
      return own.allSatisfy { widths.columns(SafeText($0)) == 1 } ? own : Symbols.ascii[keyPath: symbols]
    }
    return Symbols(
      selected: one(\.selected), unread: one(\.unread), read: one(\.read), star: one(\.star), stub: one(\.stub),
      check: one(\.check), failing: one(\.failing), ended: one(\.ended),
      up: one(\.up), down: one(\.down), flat: one(\.flat), refresh: one(\.refresh),
      horizontal: one(\.horizontal), vertical: one(\.vertical), cross: one(\.cross), downRight: one(\.downRight),
      downLeft: one(\.downLeft), upRight: one(\.upRight), upLeft: one(\.upLeft),
      verticalRight: one(\.verticalRight), verticalLeft: one(\.verticalLeft),
      horizontalDown: one(\.horizontalDown), horizontalUp: one(\.horizontalUp),
      heading: one(\.heading), figure: one(\.figure), quote: one(\.quote), bullet: one(\.bullet),
      breadcrumb: one(\.breadcrumb), prompt: one(\.prompt), enter: one(\.enter), ellipsis: ellipsis,
      atLeast: atLeast, scrollThumb: one(\.scrollThumb),
      bars: scale(\.bars), sparks: scale(\.sparks), shades: scale(\.shades), fills: scale(\.fills),
      point: one(\.point), usesBraille: usesBraille)
  }
}
