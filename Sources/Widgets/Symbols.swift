/// The signs that widgets are drawn with, each in a Unicode and an ASCII form.
///
/// Every sign is one column wide unless its comment says otherwise.
public struct Symbols: Sendable, Hashable {
  // Signs of a headline
  public let selected: String
  public let unread: String
  public let read: String
  public let star: String
  /// Marks a headline whose article is not there yet.
  public let stub: String
  /// Marks an entry of a list that is switched on.
  public let check: String
  /// Marks what cannot be had at present.
  public let failing: String
  /// Marks what has come to its end.
  public let ended: String

  // Trends and activity
  public let up: String
  public let down: String
  public let flat: String
  public let refresh: String

  // Box drawing, named by the arms that a sign has
  public let horizontal: String
  public let vertical: String
  public let cross: String
  public let downRight: String
  public let downLeft: String
  public let upRight: String
  public let upLeft: String
  public let verticalRight: String
  public let verticalLeft: String
  public let horizontalDown: String
  public let horizontalUp: String

  // Text
  public let heading: String
  public let figure: String
  public let quote: String
  public let bullet: String
  public let breadcrumb: String
  public let prompt: String
  public let enter: String
  /// Ends a text that was cut: one column, or three in ASCII.
  public let ellipsis: String
  /// Stands before a number that may turn out larger: one column, or two in ASCII.
  public let atLeast: String
  public let scrollThumb: String

  // Charts
  /// A bar's last cell, from the least to the full one.
  public let bars: [String]
  /// The heights of a sparkline's cell, growing.
  public let sparks: [String]
  /// Densities, growing.
  public let shades: [String]
  /// Fillings that tell the parts of a bar from each other, the densest first.
  public let fills: [String]
  /// A point of a line chart that is not drawn in braille.
  public let point: String
  /// Whether line charts are drawn in braille, two by four dots a cell.
  public let usesBraille: Bool

  public static let unicode = Symbols(
    selected: "▶", unread: "●", read: "○", star: "★", stub: "◌", check: "✓", failing: "✗", ended: "■",
    up: "▲", down: "▼", flat: "·", refresh: "⟳",
    horizontal: "─", vertical: "│", cross: "┼", downRight: "┌", downLeft: "┐", upRight: "└", upLeft: "┘",
    verticalRight: "├", verticalLeft: "┤", horizontalDown: "┬", horizontalUp: "┴",
    heading: "▍", figure: "▒", quote: "▎", bullet: "•", breadcrumb: "›", prompt: "›", enter: "↵", ellipsis: "…",
    atLeast: "≥", scrollThumb: "█",
    bars: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], sparks: ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
    shades: ["░", "▒", "▓", "█"], fills: ["█", "▓", "▒", "░", "·"], point: "•", usesBraille: true)

  public static let ascii = Symbols(
    selected: ">", unread: "*", read: ".", star: "+", stub: "~", check: "x", failing: "!", ended: "#",
    up: "^", down: "v", flat: "-", refresh: "@",
    horizontal: "-", vertical: "|", cross: "+", downRight: "+", downLeft: "+", upRight: "+", upLeft: "+",
    verticalRight: "+", verticalLeft: "+", horizontalDown: "+", horizontalUp: "+",
    heading: "#", figure: "%", quote: "|", bullet: "-", breadcrumb: ">", prompt: ">", enter: "=", ellipsis: "...",
    atLeast: ">=", scrollThumb: "#",
    bars: ["#"], sparks: [".", ":", "-", "=", "+", "*", "#", "@"],
    shades: [".", "o", "O", "@"], fills: ["#", "=", "+", "-", "."], point: "*", usesBraille: false)
}
