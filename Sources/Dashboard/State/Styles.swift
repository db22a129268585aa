package import Configuration
package import Terminal

/// A theme's styles, looked up once, so that drawing does not search for roles by name.
package struct Styles: Sendable {
  package let text, background, muted: Style
  package let header, headerActive, notice: Style
  package let border, borderFocused, title, titleFocused: Style
  package let selection, selectionInactive: Style
  package let statusline, breadcrumb, hint, hintKey: Style
  package let toast, toastError, prompt: Style
  package let popup, popupBorder, popupTitle, match: Style
  package let unread, read, stub, star, time, source, tag, label: Style
  package let articleTitle, heading, meta, quote, code, figure, link, company, day: Style
  package let healthGood, healthFailing, healthUntried, healthGone: Style
  package let chartAxis, chartBar: Style
  package let series: [Style]
  package let heat: [Style]
  package let up, down, flat: Style

  /// - Parameter market: whether a rise is red, as in China, green, or told apart without red and green.
  package init(_ theme: Theme, market: Settings.MarketColors = .cn) {
    func style(_ role: ThemeRole) -> Style { Style(theme.style(for: role)) }
    text = style(.ui)
    background = style(.background)
    muted = style(.muted)
    header = style(.header)
    headerActive = style(.activeHeader)
    notice = style(.notice)
    border = style(.border)
    borderFocused = style(.focusedBorder)
    title = style(.title)
    titleFocused = style(.focusedTitle)
    selection = style(.selection)
    selectionInactive = style(.inactiveSelection)
    statusline = style(.statusLine)
    breadcrumb = style(.breadcrumb)
    hint = style(.hint)
    hintKey = style(.hintKey)
    toast = style(.toast)
    toastError = style(.errorToast)
    prompt = style(.prompt)
    popup = style(.popup)
    popupBorder = style(.popupBorder)
    popupTitle = style(.popupTitle)
    match = style(.match)
    unread = style(.unread)
    read = style(.read)
    stub = style(.stub)
    star = style(.star)
    time = style(.time)
    source = style(.source)
    tag = style(.tag)
    label = style(.label)
    articleTitle = style(.articleTitle)
    heading = style(.heading)
    meta = style(.byline)
    quote = style(.quote)
    code = style(.code)
    figure = style(.figure)
    link = style(.link)
    company = style(.company)
    day = style(.day)
    healthGood = style(.goodHealth)
    healthFailing = style(.failing)
    healthUntried = style(.untried)
    healthGone = style(.gone)
    chartAxis = style(.axis)
    chartBar = style(.bar)
    series = [.series1, .series2, .series3, .series4].map(style)
    heat = [.heat0, .heat1, .heat2, .heat3, .heat4].map(style)
    up = style(market == .cn ? .up : market == .intl ? .down : .safeUp)
    down = style(market == .cn ? .down : market == .intl ? .up : .safeDown)
    flat = style(.flat)
  }
}

extension Styles {
  /// A style of the text where it names a company: underlined, in the colour of companies where the theme gives them one.
  func naming(_ style: Style) -> Style {
    let color = company.foreground == text.foreground ? style.foreground : company.foreground
    return Style(
      foreground: color, background: style.background,
      modifiers: style.modifiers.union(company.modifiers).union(.underline))
  }

  /// A style of the text where an edit took words out, or brought them in. On the selection the signs around the words tell it alone,
  /// and what came in is underlined.
  func editing(_ style: Style, isAddition: Bool, isSelected: Bool) -> Style {
    let role = isAddition ? figure : muted
    return Style(
      foreground: isSelected ? style.foreground : role.foreground, background: style.background,
      modifiers: style.modifiers.union(isAddition ? .underline : isSelected ? [] : .dim))
  }
}

extension Style {
  /// This style where a search found something: the background stays, and in reverse video the colour, which would
  /// otherwise change places with it.
  func marked(by match: Style) -> Style {
    let color = modifiers.contains(.reverse) ? foreground : match.foreground
    return Style(foreground: color, background: background, modifiers: modifiers.union(match.modifiers))
  }

  /// A theme's style as the screen takes it.
  fileprivate init(_ style: ThemeStyle) {
    self.init(
      foreground: Color(style.foreground), background: Color(style.background),
      modifiers: Modifiers(rawValue: style.modifiers.rawValue))
  }
}

extension Color {
  fileprivate init(_ color: ThemeColor) {
    switch color {
    case .standard: self = .standard
    case .ansi(let number): self = .ansi(number)
    case .rgb(let red, let green, let blue): self = .rgb(red: red, green: green, blue: blue)
    }
  }
}
