extension ColumnWidths {
  /// The text in lines of at most `limit` columns, broken by the rules of Chinese and English typography.
  ///
  /// A subset of UAX #14 with the line end rules of Chinese (kinsoku; W3C, Requirements for Chinese Text Layout):
  /// - breaks stand between ideographs, after blanks, and after hyphens and slashes that are not followed by a digit;
  /// - no line begins with a closing or stopping sign (，。、；：？！」』”’）】》%… and the like, also in half width) nor
  ///   ends with an opening one (「『“‘（【《 $￥), even where that makes the line before shorter; nothing hangs out;
  /// - Latin words and numbers stay whole, numbers together with what counts or measures (2,000亿元, 3.5%, 6月, 第3),
  ///   A with 股. One that is longer than a line is split between clusters.
  ///
  /// `\n` ends a line, so that empty lines are kept and the empty text is one empty line. Blanks at the end of a line are
  /// dropped, those at the beginning of the text or after `\n` are kept. A limit below 2, the columns of one ideograph,
  /// counts as 2. Linear in the length of the text.
  package func wrap(_ text: SafeText, columns limit: Int) -> [SafeText] {
    text.string.withBytes { bytes in
      var breaker = LineBreaker(bytes: bytes, limit: max(2, limit))
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
  private var rules = LineBreakRules()
  private var lines: [SafeText] = []
  private var lineStart = 0
  /// The end of the line so far without its trailing blanks.
  private var contentEnd = 0
  /// Columns of the line so far with its trailing blanks.
  private var columns = 0
  private var lastAllowed: Place?
  private var lastEmergency: Place?

  init(bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
    self.bytes = bytes
    self.limit = limit
  }

  mutating func take(_ cluster: Range<Int>, columns clusterColumns: Int) {
    let scalar = bytes.scalar(at: cluster.lowerBound).value
    let kind = LineBreakClass(scalar, isWide: clusterColumns == 2)
    let following = cluster.upperBound < bytes.count ? bytes.scalar(at: cluster.upperBound).value : 0
    let opportunity = rules.opportunity(before: scalar, of: kind, following: following)

    if kind == .newline {
      endLine(next: cluster.upperBound)
      return
    }
    switch opportunity {
    case .allowed: lastAllowed = place(at: cluster.lowerBound)
    case .emergency: lastEmergency = place(at: cluster.lowerBound)
    case .none: break
    }
    if kind != .space {
      while columns + clusterColumns > limit, cluster.lowerBound > lineStart { breakLine(before: cluster.lowerBound) }
      contentEnd = cluster.upperBound
    }
    columns += clusterColumns
  }

  mutating func finish() -> [SafeText] {
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

  private func line(upTo end: Int) -> SafeText {
    SafeText(trusted: String(bytes, lineStart..<end))
  }

  private mutating func begin(at start: Int) {
    lineStart = start
    contentEnd = start
    columns = 0
    lastAllowed = nil
    lastEmergency = nil
  }
}
