/// A line of a text that was broken into lines, and where it begins there, in bytes of UTF-8.
package struct WrappedLine: Hashable, Sendable {
  package let text: SafeText
  package let offset: Int

  package init(text: SafeText, offset: Int) {
    self.text = text
    self.offset = offset
  }
}

extension ColumnWidths {
  /// The lines of a text without their places in it.
  package func wrap(_ text: SafeText, columns limit: Int, hanging: Int = 0) -> [SafeText] {
    wrapped(text, columns: limit, hanging: hanging).map(\.text)
  }

  /// The text in lines of at most `limit` columns, broken by the rules of Chinese and English typography.
  ///
  /// The rules are those of UAX #14 with what Chinese adds to them (`LineBreakRules`):
  /// - breaks stand between ideographs, after blanks, and after hyphens and slashes that are not followed by a digit;
  /// - no line begins with a closing or stopping sign (，。、；：？！」』”’）】》%… and the like, also in half width) nor
  ///   ends with an opening one (「『“‘（【《 $￥), even where that makes the line before shorter;
  /// - Latin words and numbers stay whole, numbers together with what counts or measures (2,000亿元, 3.5%, 6月, 第3),
  ///   A with 股. One that is longer than a line is split between clusters.
  ///
  /// `\n` ends a line, so that empty lines are kept and the empty text is one empty line. Blanks at the end of a line are
  /// dropped, those at the beginning of the text or after `\n` are kept. A limit below 2, the columns of one ideograph,
  /// counts as 2. Linear in the length of the text.
  ///
  /// - Parameter hanging: the columns of the margin behind a line, in which one stop, comma or closing sign may stand.
  package func wrapped(_ text: SafeText, columns limit: Int, hanging: Int = 0) -> [WrappedLine] {
    text.string.withBytes { bytes in
      var breaker = LineBreaker(bytes: bytes, limit: max(2, limit), hanging: hanging)
      var index = 0
      while index < bytes.count {
        let cluster = cluster(of: bytes, at: index)
        breaker.take(index..<cluster.end, columns: cluster.columns)
        index = cluster.end
      }
      return breaker.finish()
    }
  }
}

/// Fills lines with clusters, and looks back only for the last place where the line may be broken.
private struct LineBreaker {
  /// A place where a line may begin, and what the line before it would be.
  private struct Place {
    var start: Int
    var contentEnd: Int
    var columns: Int
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let limit: Int
  private let hanging: Int
  private let classes = LineBreakTable.chinese
  private var rules = LineBreakRules.chinese
  private var lines: [WrappedLine] = []
  private var lineStart = 0
  /// The end of the line so far without its trailing blanks.
  private var contentEnd = 0
  /// Columns of the line so far with its trailing blanks.
  private var columns = 0
  private var lastAllowed: Place?
  private var lastEmergency: Place?

  init(bytes: UnsafeBufferPointer<UInt8>, limit: Int, hanging: Int) {
    self.bytes = bytes
    self.limit = limit
    self.hanging = hanging
  }

  mutating func take(_ cluster: Range<Int>, columns clusterColumns: Int) {
    var kind = classes.lineBreakClass(bytes.scalar(at: cluster.lowerBound).value)
    // What this terminal shows as wide as an ideograph is broken like one, and so is a flag.
    if clusterColumns == 2, kind == .alphabetic || kind == .regionalIndicator { kind = .ideographic }
    if kind == .lineFeed {
      endLine(next: cluster.upperBound)
      rules.beginLine()
      return
    }
    let (bytes, classes) = (bytes, classes)
    let opportunity = rules.opportunity(before: kind) {
      cluster.upperBound < bytes.count ? classes.lineBreakClass(bytes.scalar(at: cluster.upperBound).value) : nil
    }
    switch opportunity {
    case .allowed: lastAllowed = place(at: cluster.lowerBound)
    case .emergency: lastEmergency = place(at: cluster.lowerBound)
    case .none: break
    }
    if kind != .space, kind != .gap {
      if columns + clusterColumns > limit, !hangs(kind, clusterColumns) {
        makeRoom(for: clusterColumns, at: cluster.lowerBound)
      }
      contentEnd = cluster.upperBound
    }
    columns += clusterColumns
  }

  /// Whether a sign stands in the margin. Where no line may begin after it, the next sign takes it along to the next line.
  private func hangs(_ kind: LineBreakClass, _ clusterColumns: Int) -> Bool {
    columns <= limit && columns + clusterColumns <= limit + hanging && kind.mayHang
  }

  private mutating func makeRoom(for clusterColumns: Int, at index: Int) {
    while columns + clusterColumns > limit, index > lineStart { breakLine(before: index) }
  }

  mutating func finish() -> [WrappedLine] {
    endLine(next: bytes.count)
    return lines
  }

  private func place(at start: Int) -> Place {
    Place(start: start, contentEnd: contentEnd, columns: columns)
  }

  private mutating func breakLine(before index: Int) {
    let place = lastAllowed ?? lastEmergency ?? place(at: index)
    let rest = (columns: columns - place.columns, contentEnd: max(contentEnd, place.start))
    var laterEmergency = lastEmergency.flatMap { $0.start > place.start ? $0 : nil }
    laterEmergency?.columns -= place.columns
    // Blanks alone, wider than the line, are not worth one.
    if place.contentEnd > lineStart { lines.append(line(upTo: place.contentEnd)) }
    begin(at: place.start)
    (columns, contentEnd) = rest
    lastEmergency = laterEmergency
  }

  private mutating func endLine(next: Int) {
    lines.append(line(upTo: contentEnd))
    begin(at: next)
  }

  private func line(upTo end: Int) -> WrappedLine {
    WrappedLine(text: SafeText(trusted: String(bytes, lineStart..<end)), offset: lineStart)
  }

  private mutating func begin(at start: Int) {
    lineStart = start
    contentEnd = start
    columns = 0
    lastAllowed = nil
    lastEmergency = nil
  }
}
