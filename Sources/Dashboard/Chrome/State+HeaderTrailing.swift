import NewsModel
import Terminal
import TextBasics
import Widgets

extension State {
  /// A piece of what stands at the right of the first line.
  private enum Piece {
    case text(String)
    /// How far something has come, from 0 to 1.
    case bar(Double)
  }

  /// Draws what goes on beside the screen, and the clock, at the right of the first line; returns the columns taken.
  func drawHeaderTrailing(in rect: Rect, _ buffer: inout Buffer) -> Int {
    let style = presentation.styles.header
    let pieces = headerPieces(width: rect.width).map { piece -> (piece: Piece, columns: Int) in
      switch piece {
      case .text(let text): (piece, presentation.widths.columns(SafeText(text)))
      case .bar: (piece, Self.barColumns)
      }
    }
    let columns = pieces.reduce(0) { $0 + $1.columns }
    var rest = rect.row(0).inset(left: max(0, rect.width - columns - 1))
    for (piece, columns) in pieces {
      switch piece {
      case .text(let text): buffer.write(SafeText(text), in: rest, style: style)
      case .bar(let fraction):
        ProgressBar(fraction: fraction, symbols: presentation.symbols, style: style)
          .draw(in: rest.splitLeft(columns).left, into: &buffer)
      }
      rest = rest.inset(left: columns)
    }
    return columns
  }

  private static let barColumns = 10

  private func headerPieces(width: Int) -> [Piece] {
    let time = CivilTime(now, in: presentation.zone)
    let gap = Piece.text("  ")
    var pieces = refreshPieces(width: width)
    if let progress {
      if !pieces.isEmpty { pieces.append(gap) }
      let label = width >= 100 ? progress.text.string + " " : ""
      pieces.append(.text(presentation.symbols.refresh + " " + label + "\(Int(progress.fraction * 100))%"))
    }
    if !pieces.isEmpty { pieces.append(width >= 70 ? gap : .text(" ")) }
    pieces.append(
      .text(
        width >= 70 ? time.monthAndDay + " " + presentation.words.weekday(time) + " " + time.clock : time.clock))
    return pieces
  }

  /// `⟳ 12/40 ▕███▌    ▏`, or less of it where the screen is narrow.
  private func refreshPieces(width: Int) -> [Piece] {
    guard let progress = refresh?.progress, progress.total + progress.pagesTotal > 0 else { return [] }
    let words = presentation.words
    // Whole articles are fetched after the sources.
    let isFetchingPages = progress.pagesTotal > 0
    let (done, total) =
      isFetchingPages ? (progress.pagesDone, progress.pagesTotal) : (progress.done, progress.total)
    let label = isFetchingPages && width >= 100 ? words.fullTextBriefly : ""
    let text =
      presentation.symbols.refresh + (width >= 70 ? " " : "") + label + words.number(done) + "/" + words.number(total)
    guard width >= 100 else { return [.text(text)] }
    return [.text(text + " "), .bar(Double(done) / Double(total))]
  }
}
