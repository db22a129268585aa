import NewsModel
import Terminal
import TextAnalysis
import TextBasics
import Widgets
import Wording

/// The columns of the table view, from left to right.
enum TableColumn: Hashable, Sendable, CaseIterable {
  case time
  case company
  case event
  case amount
  case change
  case tone
  case source
  case title

  /// Numbers stand at the right of their column.
  var isNumber: Bool { self == .amount || self == .change }

  /// Whether who sorts by it wants the largest first.
  var beginsWithLargest: Bool {
    switch self {
    case .time, .amount, .change, .tone: true
    case .company, .event, .source, .title: false
    }
  }
}

/// A column of the table in its place.
struct TablePlace: Hashable, Sendable {
  let column: TableColumn
  /// From the left edge of the row.
  let x: Int
  let width: Int
}

extension TablePlace {
  /// Those of the columns that a row has room for, from left to right.
  ///
  /// The title has the first claim on the row; the others come as long as room is left for them, in a fixed order.
  static func places(rowWidth: Int, showsDates: Bool, language: Language) -> [TablePlace] {
    let style = Style(rowWidth: rowWidth, showsDates: showsDates, language: language)
    var spare = rowWidth - marks - 1 - style.narrowestTitle
    var shown: Set<TableColumn> = [.title]
    for column in claims {
      let width = style.width(of: column) + style.gap
      guard spare >= width else { break }
      spare -= width
      shown.insert(column)
    }
    var x = marks
    return TableColumn.allCases.filter(shown.contains).map { column in
      let width = column == .title ? max(0, style.narrowestTitle + spare) : style.width(of: column)
      defer { x += width + style.gap }
      return TablePlace(column: column, x: x, width: width)
    }
  }

  /// Selection, reading and star stand before all columns.
  private static let marks = 3

  /// Which come first where there is little room.
  private static let claims: [TableColumn] = [.time, .event, .company, .amount, .change, .tone, .source]

  /// How wide columns are in rows of one width.
  private struct Style {
    let rowWidth: Int
    let showsDates: Bool
    let language: Language

    private var isWide: Bool { TablePlace.hasCodes(rowWidth: rowWidth) }
    var gap: Int { isWide ? 2 : 1 }
    var narrowestTitle: Int { rowWidth >= 60 ? 22 : 14 }

    func width(of column: TableColumn) -> Int {
      let isEnglish = language == .en
      return switch column {
      case .time: showsDates ? 8 : 5
      // With its code and how many others there are, where that has room.
      case .company: isWide ? 21 : 10
      case .event: isEnglish ? 14 : 8
      case .amount: isEnglish ? 15 : 11
      case .change: 9
      case .tone: isEnglish ? 8 : 4
      case .source: 10
      case .title: narrowestTitle
      }
    }
  }

  /// Whether a row has room for the codes of companies.
  static func hasCodes(rowWidth: Int) -> Bool { rowWidth >= 110 }
}

// MARK: - What a row says

extension Headline {
  /// The event that stands in a row: the first that the filter asks for, else the first. Its figures stand beside it, and no others.
  ///
  /// - Parameter sought: the kinds and finer kinds that the filter names.
  func tableEvent(_ sought: [String]) -> EventValue? {
    guard !sought.isEmpty else { return facets.events.first }
    return facets.events.first { event in
      sought.contains(event.kind.rawValue) || event.detail.map(sought.contains) ?? false
    } ?? facets.events.first
  }
}

extension Query {
  /// The kinds of events that it asks for, or one of which is enough.
  var soughtEvents: [String] {
    switch self {
    case .term(.event, let name): [name]
    case .and(let terms), .or(let terms): terms.flatMap(\.soughtEvents)
    default: []
    }
  }
}

// MARK: - Drawing

/// Draws a headline as a row of the table.
struct TableRow: Sendable {
  /// Draws what rows of the table and of the list have in common.
  let base: HeadlineRow
  let places: [TablePlace]
  /// The kinds of events that the filter asks for.
  let sought: [String]
  /// Whether the code of a company stands behind its name.
  let hasCodes: Bool

  private var presentation: Presentation { base.presentation }
  private var styles: Styles { presentation.styles }
  private var widths: ColumnWidths { presentation.widths }
  private var words: Words { presentation.words }

  /// Whether both draw a headline in the same way, where their presentations are the same.
  func draws(as other: TableRow) -> Bool {
    base.draws(as: other.base) && places == other.places && sought == other.sought
  }

  func draw(
    _ headline: Headline, selection: Style?, repeated: RepeatedColumns, in rect: Rect, into buffer: inout Buffer
  ) {
    base.drawMarks(of: headline, selection: selection, in: rect, into: &buffer)
    let event = headline.tableEvent(sought)
    for place in places {
      let cell = rect.inset(left: place.x).splitLeft(place.width).left
      if place.column == .title {
        base.drawTitle(of: headline, selection: selection, in: cell, into: &buffer)
      } else if let (text, role) = content(place, headline, event, repeated) {
        let shown = presentation.truncate(SafeText(text), to: place.width)
        let left = place.column.isNumber ? place.width - widths.columns(shown) : 0
        buffer.write(shown, in: cell.inset(left: left), style: base.style(role, of: headline, selection))
      }
    }
  }

  /// What stands in a column, and in which style; nil where nothing does.
  private func content(
    _ place: TablePlace, _ headline: Headline, _ event: EventValue?, _ repeated: RepeatedColumns
  ) -> (String, Style)? {
    switch place.column {
    case .time: repeated.contains(.time) ? nil : (base.time(of: headline), styles.time)
    case .company: company(of: headline, width: place.width).map { ($0, styles.text) }
    case .event:
      event.map { (counted(words.name(of: $0), headline.facets.events.count, place.width), styles.tag) }
    case .amount:
      event?.amount.map { amount in (fitting(place.width) { words.amount(amount, decimals: $0) }, styles.text) }
    case .change:
      event?.percentage.map { range in
        (
          fitting(place.width) { words.percentage(range, decimals: $0) },
          range.upperBound < 0 ? styles.down : styles.text
        )
      }
    case .tone:
      headline.facets.tone.map { tone in
        (words.name(tone.rawValue, of: .tone), tone == .positive ? styles.up : styles.down)
      }
    case .source: repeated.contains(.source) ? nil : headline.source.map { ($0, styles.source) }
    case .title: nil
    }
  }

  /// The first company, its code where there is room, and how many others there are.
  private func company(of headline: Headline, width: Int) -> String? {
    guard let first = headline.facets.companies.first else { return nil }
    let name = TextAnalyser.companyName(first) ?? first
    let count = headline.facets.companies.count
    let coded = name == first || !hasCodes ? name : name + " " + first
    let whole = counted(coded, count, width)
    return widths.columns(SafeText(whole)) <= width ? whole : counted(name, count, width)
  }

  /// A value with how many others there are, where that has room.
  private func counted(_ value: String, _ count: Int, _ width: Int) -> String {
    guard count > 1 else { return value }
    let whole = value + "+" + words.number(count - 1)
    return widths.columns(SafeText(whole)) <= width ? whole : value
  }

  /// A number with as many decimals as fit: a number that is cut would be another one.
  private func fitting(_ width: Int, _ text: (_ decimals: Int) -> String) -> String {
    [2, 1].map(text).first { widths.columns(SafeText($0)) <= width } ?? text(0)
  }
}

/// The names of the columns, above the rows of the table.
struct TableHead {
  let places: [TablePlace]
  /// By what the table is sorted; nil where no column tells it.
  let order: ColumnOrder?
  let presentation: Presentation

  func draw(in rect: Rect, into buffer: inout Buffer) {
    let (styles, widths) = (presentation.styles, presentation.widths)
    for place in places {
      let isSorted = order?.column == place.column
      let name = presentation.words.title(of: place.column) + (isSorted ? presentation.sign(of: order) : "")
      let text = widths.truncate(SafeText(name), to: place.width)
      let left = place.column.isNumber ? place.width - widths.columns(text) : 0
      buffer.write(
        text, in: rect.inset(left: place.x + left), style: isSorted ? styles.titleFocused : styles.muted)
    }
  }
}

extension Presentation {
  /// Which way a table is sorted: `▼` where the largest stand first.
  func sign(of order: ColumnOrder?) -> String { order.map { $0.isDescending ? symbols.down : symbols.up } ?? "" }
}
