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
  package let scrollThumb: String

  // Charts
  /// A bar's last cell, from the least to the full one.
  package let bars: [String]
  /// The heights of a sparkline's cell, growing.
  package let sparks: [String]
  /// Densities, growing.
  package let shades: [String]
  /// Fillings that tell the parts of a bar from each other, the densest first.
  package let fills: [String]
  /// A point of a line chart that is not drawn in braille.
  package let point: String
  /// Whether line charts are drawn in braille, two by four dots a cell.
  package let usesBraille: Bool

  package static let unicode = Symbols(
    selected: "▶", unread: "●", read: "○", star: "★", stub: "◌", check: "✓", failing: "✗", ended: "■",
    up: "▲", down: "▼", flat: "·", refresh: "⟳",
    horizontal: "─", vertical: "│", cross: "┼", downRight: "┌", downLeft: "┐", upRight: "└", upLeft: "┘",
    verticalRight: "├", verticalLeft: "┤", horizontalDown: "┬", horizontalUp: "┴",
    heading: "▍", figure: "▒", quote: "▎", bullet: "•", breadcrumb: "›", prompt: "›", enter: "↵", ellipsis: "…",
    atLeast: "≥", scrollThumb: "█",
    bars: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], sparks: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    shades: ["░", "▒", "▓", "█"], fills: ["█", "▓", "▒", "░", "·"], point: "•", usesBraille: true)

  package static let ascii = Symbols(
    selected: ">", unread: "*", read: ".", star: "+", stub: "~", check: "x", failing: "!", ended: "#",
    up: "^", down: "v", flat: "-", refresh: "@",
    horizontal: "-", vertical: "|", cross: "+", downRight: "+", downLeft: "+", upRight: "+", upLeft: "+",
    verticalRight: "+", verticalLeft: "+", horizontalDown: "+", horizontalUp: "+",
    heading: "#", figure: "%", quote: "|", bullet: "-", breadcrumb: ">", prompt: ">", enter: "=", ellipsis: "...",
    atLeast: ">=", scrollThumb: "#",
    bars: ["#"], sparks: [".", ":", "-", "=", "+", "*", "#", "@"],
    shades: [".", "o", "O", "@"], fills: ["#", "=", "+", "-", "."], point: "*", usesBraille: false)
}
