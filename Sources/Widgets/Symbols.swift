import Terminal
package import TextBasics

/// The signs that widgets are drawn with, each in a Unicode and an ASCII form.
///
/// Every sign is one column wide unless its comment says otherwise.
package struct Symbols: Sendable, Hashable {
  // Signs of a headline
  package let selected: String
  package let unread: String
  package let read: String
  package let star: String
  /// Marks a headline whose article is not there yet.
  package let stub: String
  /// Marks an unread headline whose source has changed what it says.
  package let changed: String
  /// Marks a headline whose page is gone: as long as it is unread, and once it is read.
  package let withdrawn: String
  package let withdrawnRead: String
  /// Marks an entry of a list that is switched on.
  package let check: String
  /// Marks what cannot be had at present.
  package let failing: String
  /// Marks what has come to its end.
  package let ended: String

  // Trends and activity
  package let up: String
  package let down: String
  package let flat: String
  /// Stand before counts of what is good and what is bad.
  package let plus: String
  package let minus: String
  package let refresh: String

  // Box drawing, named by the arms that a sign has
  package let horizontal: String
  package let vertical: String
  package let cross: String
  package let downRight: String
  package let downLeft: String
  package let upRight: String
  package let upLeft: String
  package let verticalRight: String
  package let verticalLeft: String
  package let horizontalDown: String
  package let horizontalUp: String

  // Text
  package let heading: String
  package let figure: String
  package let quote: String
  package let bullet: String
  package let breadcrumb: String
  package let prompt: String
  package let enter: String
  /// Ends a text that was cut: one column, or three in ASCII.
  package let ellipsis: String
  /// Stands before a number that may turn out larger: one column, or two in ASCII.
  package let atLeast: String
  /// Stands between the limits of a range of numbers.
  package let range: String
  package let scrollThumb: String

  // Charts
  /// A bar's last cell, from the least to the full one.
  package let bars: [String]
  /// The heights of a sparkline's cell, growing.
  package let sparks: [String]
  /// Densities, growing.
  package let shades: [String]
  /// The cells of a map whose colours tell its densities.
  package let cells: [String]
  /// Fillings that tell the parts of a bar from each other, the densest first.
  package let fills: [String]
  /// A point of a line chart that is not drawn in braille.
  package let point: String
  /// Whether line charts are drawn in braille, two by four dots a cell.
  package let usesBraille: Bool

  package static let unicode = Symbols(
    selected: "▶", unread: "●", read: "○", star: "★", stub: "◌", changed: "◆",
    withdrawn: "╳", withdrawnRead: "×", check: "✓", failing: "✗", ended: "■",
    up: "▲", down: "▼", flat: "·", plus: "+", minus: "−", refresh: "⟳",
    horizontal: "─", vertical: "│", cross: "┼", downRight: "┌", downLeft: "┐", upRight: "└", upLeft: "┘",
    verticalRight: "├", verticalLeft: "┤", horizontalDown: "┬", horizontalUp: "┴",
    heading: "▍", figure: "▒", quote: "▎", bullet: "•", breadcrumb: "›", prompt: "›", enter: "↵", ellipsis: "…",
    atLeast: "≥", range: "–", scrollThumb: "█",
    bars: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], sparks: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    shades: ["░", "▒", "▓", "█"], cells: ["■", "■", "■", "■"], fills: ["█", "▓", "▒", "░", "·"], point: "•",
    usesBraille: true)

  package static let ascii = Symbols(
    selected: ">", unread: "*", read: ".", star: "+", stub: "~", changed: "!",
    withdrawn: "X", withdrawnRead: "x", check: "x", failing: "!", ended: "#",
    up: "^", down: "v", flat: "-", plus: "+", minus: "-", refresh: "@",
    horizontal: "-", vertical: "|", cross: "+", downRight: "+", downLeft: "+", upRight: "+", upLeft: "+",
    verticalRight: "+", verticalLeft: "+", horizontalDown: "+", horizontalUp: "+",
    heading: "#", figure: "%", quote: "|", bullet: "-", breadcrumb: ">", prompt: ">", enter: "=", ellipsis: "...",
    atLeast: ">=", range: "-", scrollThumb: "#",
    bars: ["#"], sparks: [".", ":", "-", "=", "+", "*", "#", "@"],
    shades: [".", "o", "O", "@"], cells: [".", "o", "O", "@"], fills: ["#", "=", "+", "-", "."], point: "*",
    usesBraille: false)
}

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
      changed: one(\.changed), withdrawn: one(\.withdrawn), withdrawnRead: one(\.withdrawnRead), check: one(\.check),
      failing: one(\.failing), ended: one(\.ended),
      up: one(\.up), down: one(\.down), flat: one(\.flat), plus: plus, minus: one(\.minus),
      refresh: one(\.refresh),
      horizontal: one(\.horizontal), vertical: one(\.vertical), cross: one(\.cross), downRight: one(\.downRight),
      downLeft: one(\.downLeft), upRight: one(\.upRight), upLeft: one(\.upLeft),
      verticalRight: one(\.verticalRight), verticalLeft: one(\.verticalLeft),
      horizontalDown: one(\.horizontalDown), horizontalUp: one(\.horizontalUp),
      heading: one(\.heading), figure: one(\.figure), quote: one(\.quote), bullet: one(\.bullet),
      breadcrumb: one(\.breadcrumb), prompt: one(\.prompt), enter: one(\.enter), ellipsis: ellipsis,
      atLeast: atLeast, range: one(\.range), scrollThumb: one(\.scrollThumb),
      bars: scale(\.bars), sparks: scale(\.sparks), shades: scale(\.shades), cells: scale(\.cells),
      fills: scale(\.fills),
      point: one(\.point), usesBraille: usesBraille)
  }
}

extension Buffer {
  /// Draws a symbol of one column at a place, if that lies in `rect`.
  mutating func draw(symbol: String, x: Int, y: Int, in rect: Rect, style: Style) {
    guard rect.contains(Point(x: x, y: y)) else { return }
    fill(Rect(x: x, y: y, width: 1, height: 1), with: SafeText(symbol), style: style)
  }
}

extension Style {
  /// The style of text in a selected row: its own colour on the background of the selection.
  ///
  /// In reverse video colours would change places cell by cell, so there the selection's colours win.
  func selected(by selection: Style) -> Style {
    let modifiers = self.modifiers.union(selection.modifiers)
    if selection.modifiers.contains(.reverse) {
      return Style(foreground: selection.foreground, background: selection.background, modifiers: modifiers)
    }
    return Style(foreground: foreground, background: selection.background, modifiers: modifiers)
  }
}

extension Line {
  /// The line as it looks in a selected row.
  func selected(by selection: Style) -> Line {
    Line(spans.map { Span($0.text, style: $0.style.selected(by: selection)) })
  }
}

extension Comparable {
  /// The nearest value of a range.
  package func clamped(to range: ClosedRange<Self>) -> Self { min(max(self, range.lowerBound), range.upperBound) }
}
