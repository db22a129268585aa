public import Configuration
public import Foundation
import Terminal
public import TextBasics
import Widgets

/// How things are shown: chosen by configuration and terminal, not by what is read.
public struct Presentation: Sendable {
  public var language: Language
  /// The zone in which times are shown.
  public var zone: TimeZone
  public var widths: ColumnWidths
  let symbols: Symbols
  private let usesASCII: Bool
  public private(set) var theme: Theme
  public private(set) var market: Settings.MarketColors
  public private(set) var styles: Styles
  public var keymap: Keymap
  /// The widest line of the reader, in columns.
  public var measure: Int
  /// Whether a tag stands beside a headline where room is left.
  public var showsTags: Bool
  /// How long an article must be open to count as read.
  public var markReadMilliseconds: Int
  /// The names of all themes that can be chosen.
  public var themeNames: [String]
  /// Whether configuration or command line name the theme, so that a choice lasts only until the program ends.
  public var isThemeConfigured: Bool
  /// Whether the store shown is the bundled sample.
  public var isSample: Bool

  public init(
    language: Language, zone: TimeZone, widths: ColumnWidths = ColumnWidths(), usesASCII: Bool = false,
    theme: Theme, market: Settings.MarketColors = .cn, keymap: Keymap = Keymap(), measure: Int = 76,
    showsTags: Bool = true, markReadMilliseconds: Int = 0,
    themeNames: [String] = [], isThemeConfigured: Bool = false, isSample: Bool = false
  ) {
    self.language = language
    self.zone = zone
    self.widths = widths
    self.usesASCII = usesASCII
    symbols = (usesASCII ? Symbols.ascii : .unicode).fitting(widths)
    self.theme = theme
    self.market = market
    styles = Styles(theme, market: market)
    self.keymap = keymap
    self.measure = measure
    self.showsTags = showsTags
    self.markReadMilliseconds = markReadMilliseconds
    self.themeNames = themeNames
    self.isThemeConfigured = isThemeConfigured
    self.isSample = isSample
  }

  /// Cuts a text as the terminal can show it.
  func truncate(_ text: SafeText, to limit: Int) -> SafeText {
    widths.truncate(text, to: limit, ellipsis: symbols.ellipsis)
  }

  /// The keys of a command as hints and help show them.
  func keys(for command: Command) -> [String] { keymap.keys(for: command, inASCII: usesASCII) }

  /// The keys that mean a command in a context.
  func keys(for command: Command, in context: CommandContext) -> [String] {
    keymap.keys(for: command, in: context, inASCII: usesASCII)
  }

  /// A key that no command has, as hints show it.
  func keyName(_ code: Key.Code) -> String { usesASCII ? Key(code).description : Key(code).symbol }

  /// Changes the theme and everything that follows from it.
  mutating func use(_ theme: Theme) {
    self.theme = theme
    styles = Styles(theme, market: market)
  }
}
