package import Configuration
package import Foundation
import NewsModel
import Terminal
package import TextBasics
import Widgets
package import Wording

/// How things are shown: chosen by configuration and terminal, not by what is read.
package struct Presentation: Sendable {
  package var language: Language { didSet { chooseWords() } }
  /// The sentences of the language, with the keys as they are bound.
  private(set) var words: Words
  /// The zone in which times are shown.
  package var zone: TimeZone
  package var widths: ColumnWidths
  let symbols: Symbols
  private let usesASCII: Bool
  package private(set) var theme: Theme
  package private(set) var market: Settings.MarketColors
  package private(set) var styles: Styles
  package var keymap: Keymap { didSet { chooseWords() } }
  /// The widest line of the reader, in columns.
  package var measure: Int
  /// How the reader sets text.
  var typesetting: Typesetting
  /// Whether a tag stands beside a headline where room is left.
  package var showsTags: Bool
  /// How long an article must be open to count as read.
  package var markReadMilliseconds: Int
  /// The names of all themes that can be chosen.
  package var themeNames: [String]
  /// Whether configuration or command line name the theme, so that a choice lasts only until the program ends.
  package var isThemeConfigured: Bool
  /// Whether the terminal has so few colours that there is one theme for it.
  package var hasFewColors: Bool
  /// Whether the store shown is the bundled sample.
  package var isSample: Bool

  /// Takes over what the settings say and the terminal has no part in: all but language, zone, widths, signs and theme.
  package init(
    language: Language, zone: TimeZone, widths: ColumnWidths = ColumnWidths(), usesASCII: Bool = false,
    theme: Theme, settings: Settings = Settings(), keymap: Keymap = Keymap(), themeNames: [String] = [],
    hasFewColors: Bool = false, isSample: Bool = false
  ) {
    self.language = language
    words = Words(language: language, keys: keymap.keysInSentences(inASCII: usesASCII))
    self.zone = zone
    self.widths = widths
    self.usesASCII = usesASCII
    symbols = (usesASCII ? Symbols.ascii : .unicode).fitting(widths)
    self.theme = theme
    market = settings.marketColors
    styles = Styles(theme, market: market)
    self.keymap = keymap
    measure = settings.readerMeasure
    typesetting = Typesetting(hanging: settings.hangsPunctuation ? 2 : 0, hasGaps: settings.spacesScripts)
    showsTags = settings.showsTags
    markReadMilliseconds = settings.markReadAfter
    self.themeNames = themeNames
    self.hasFewColors = hasFewColors
    isThemeConfigured = settings.isThemeConfigured
    self.isSample = isSample
  }

  private mutating func chooseWords() {
    words = Words(language: language, keys: keymap.keysInSentences(inASCII: usesASCII))
  }

  /// Cuts a text as the terminal can show it.
  func truncate(_ text: SafeText, to limit: Int) -> SafeText {
    widths.truncate(text, to: limit, ellipsis: symbols.ellipsis)
  }

  /// Whether news is good or bad for whom it concerns: the same sign in every list and chart, which tells it without its colour, too.
  func sign(of tone: Tone) -> Span {
    switch tone {
    case .positive: Span(SafeText(symbols.plus), style: styles.up)
    case .negative: Span(SafeText(symbols.minus), style: styles.down)
    }
  }

  /// The keys of a command as hints and help show them.
  func keys(for command: Command) -> [String] { keymap.keys(for: command, inASCII: usesASCII) }

  /// The keys that mean a command in a context.
  func keys(for command: Command, in context: CommandContext) -> [String] {
    keymap.keys(for: command, in: context, inASCII: usesASCII)
  }

  /// A key that no command has, as hints show it.
  func keyName(_ code: Key.Code) -> String { name(of: Key(code)) }

  /// A key as hints show it.
  func name(of key: Key) -> String { key.shown(inASCII: usesASCII) }

  /// Changes the theme and everything that follows from it.
  mutating func use(_ theme: Theme) {
    self.theme = theme
    styles = Styles(theme, market: market)
  }
}
