import NewsModel
import Terminal
import TextBasics
import Widgets
import Wording

/// Draws the line in which text is typed, and below it what is wrong with the text, what completes it, or the keys.
struct PromptView {
  let prompt: Prompt
  let presentation: Presentation
  /// What can stand at the end of the text, best first.
  let completions: [CompletionOffer]
  /// Whether the mistake is but a value that is still being typed.
  let canStillBecomeRight: Bool

  private var styles: Styles { presentation.styles }
  private var words: Words { presentation.words }

  /// Returns the cursor's place.
  func draw(in line: Rect, help: Rect, into buffer: inout Buffer) -> Point {
    buffer.fill(line, style: styles.prompt)
    buffer.fill(help, style: styles.hint)
    let input = InputLine(
      label: label, field: prompt.field, labelStyle: styles.hintKey, style: styles.prompt,
      proposalStyle: styles.selection)
    input.draw(in: line, into: &buffer)
    let cursor = input.cursorPoint(in: line, widths: presentation.widths)
    if prompt.isLooking {
      write(
        SafeText(presentation.symbols.refresh + " " + words.lookingForFeeds + "  Esc " + words.cancels),
        in: help.inset(left: 1, right: 1), style: styles.hint, &buffer)
    } else if let failure = prompt.failure {
      write(failure, in: help.inset(left: 1, right: 1), style: styles.toastError, &buffer)
    } else if let mistake = prompt.mistake, !canStillBecomeRight {
      draw(mistake, line: line, help: help, cursor: cursor, &buffer)
    } else {
      drawHelp(in: help.inset(left: 1), &buffer)
    }
    return cursor
  }

  private func write(_ text: SafeText, in rect: Rect, style: Style, _ buffer: inout Buffer) {
    buffer.write(presentation.truncate(text, to: rect.width), in: rect, style: style)
  }

  /// What stands before the text.
  private var label: SafeText {
    switch prompt.kind {
    case .command: ":"
    case .findInReader, .search: "/"
    case .editFilter: SafeText(words.filterLabel)
    case .since: SafeText(words.sinceLabel)
    case .until: SafeText(words.untilLabel)
    case .asOf: SafeText(words.asOfLabel)
    case .saveQuery: SafeText(words.saveLabel)
    case .editSaved(let query): SafeText(words.label(query.name))
    case .renameSaved: SafeText(words.renameLabel)
    case .ruleQuery: SafeText(words.ruleQueryLabel)
    case .ruleName: SafeText(words.ruleNameLabel)
    case .export(.matching): SafeText(words.exportListLabel)
    case .export(.table): SafeText(words.exportTableLabel)
    case .export(.article): SafeText(words.exportArticleLabel)
    case .addSource: SafeText(words.addressLabel)
    case .editSource(let field, _): SafeText(words.label(words.name(of: field)))
    case .lessonWord(let draft):
      switch draft.kind {
      case .company: SafeText(words.lessonNameLabel)
      case .event: SafeText(words.lessonPatternLabel)
      case .alias, .goodWord, .badWord: SafeText(words.lessonWordLabel)
      }
    case .tagName(let tag): SafeText(words.quoted(tag) + " " + words.renameLabel)
    case .lessonCompany(let draft): SafeText(words.quoted(draft.word) + " " + words.lessonCompanyLabel)
    case .lessonCode(let draft): SafeText(words.quoted(draft.word) + " " + words.lessonCodeLabel)
    }
  }

  // MARK: - Mistakes

  /// A caret under the place, and beside it what is wrong there.
  private func draw(_ mistake: QueryError, line: Rect, help: Rect, cursor: Point, _ buffer: inout Buffer) {
    let place = place(of: mistake, line: line, cursor: cursor)
    buffer.restyle(place) { $0.adding(.underline) }
    let text = SafeText(words.mistake(mistake.kind))
    let style = isUnfinished(mistake) ? styles.hint : styles.toastError
    let columns = presentation.widths.columns(text)
    write("^", in: help.inset(left: place.x - help.x), style: style, &buffer)
    let right = help.inset(left: place.x - help.x + 2)
    let left = help.inset(left: 1, right: help.maxX - place.x + 1)
    if columns <= right.width || right.width >= left.width {
      write(text, in: right, style: style, &buffer)
    } else {
      write(text, in: left.inset(left: max(0, left.width - columns)), style: style, &buffer)
    }
  }

  /// Whether typing on may mend it: then it is no alarm.
  private func isUnfinished(_ mistake: QueryError) -> Bool {
    switch mistake.kind {
    case .unclosedQuote, .unclosedPattern, .unclosedParenthesis, .emptyPattern: true
    case .missingValue, .missingTerm: mistake.range.upperBound >= prompt.field.text.count
    default: false
    }
  }

  /// The cells of the text that a mistake is about; a long text has been scrolled with the cursor.
  private func place(of mistake: QueryError, line: Rect, cursor: Point) -> Rect {
    let characters = Array(prompt.field.text)
    func columns(_ range: Range<Int>) -> Int {
      presentation.widths.columns(SafeText(String(characters[range.clamped(to: 0..<characters.count)])))
    }
    let (start, here) = (mistake.range.lowerBound, prompt.field.cursor)
    let x = cursor.x + (start < here ? -columns(start..<here) : columns(here..<start))
    let first = min(max(x, line.x), line.maxX - 1)
    return Rect(x: first, y: line.y, width: max(1, x + columns(mistake.range) - first), height: 1).intersection(line)
  }

  // MARK: - Help

  private func drawHelp(in rect: Rect, _ buffer: inout Buffer) {
    let names = completionLine
    guard prompt.field.text.isEmpty || names.spans.isEmpty else {
      LineView(names, symbols: presentation.symbols).draw(in: rect, into: &buffer)
      return
    }
    KeyHints(keys, keyStyle: styles.hintKey, style: styles.hint).draw(in: rect, into: &buffer)
  }

  /// The names that complete the text; from the one on that Tab has put in, which stands out.
  private var completionLine: Line {
    let names = completions.dropFirst(prompt.completion?.index ?? 0).prefix(16)
    return Line(
      names.enumerated().map { offset, name in
        let isChosen = offset == 0 && prompt.completion != nil
        return Span(SafeText(name.line + "  "), style: isChosen ? styles.hintKey : styles.hint)
      })
  }

  private var keys: [(key: SafeText, title: SafeText)] {
    let enter = SafeText(presentation.keyName(.enter))
    let history = SafeText(presentation.keyName(.up) + "/" + presentation.keyName(.down))
    let steps = [Command.findNext, .findPrevious].map { presentation.keyName(of: $0) }.joined(separator: "/")
    func hint(_ key: SafeText, _ title: String) -> (SafeText, SafeText) { (key, SafeText(title)) }
    switch prompt.kind {
    case .search:
      return [
        hint(enter, words.keepResults), hint("Esc", words.giveBack), hint(history, words.earlierSearches),
        hint("Tab", words.completeFields),
      ]
    case .editFilter:
      return [
        hint(enter, words.keepFilter), hint("Esc", words.giveBack), hint(history, words.earlierFilters),
        hint("Tab", words.complete),
      ]
    case .findInReader:
      return [
        hint(enter, words.done), hint("Esc", words.cancel), hint(SafeText(steps), words.nextAndPrevious),
      ]
    case .command:
      return [
        hint(enter, words.run), hint("Esc", words.cancel), hint("Tab", words.complete),
        hint(history, words.earlierCommands),
      ]
    case .editSaved, .ruleQuery:
      return [
        hint(enter, words.accept), hint("Esc", words.cancel), hint(history, words.earlierFilters),
        hint("Tab", words.complete),
      ]
    case .addSource:
      let keys = [hint(enter, words.findAndSubscribe), hint("Esc", words.cancel)]
      return presentation.isSample ? keys + [("", SafeText(words.addsToOwnStore))] : keys
    case .editSource(.folder, _):
      return [
        hint(enter, words.save), hint("Esc", words.cancel), hint("Tab", words.complete),
        hint("", words.exampleOfFolder),
      ]
    case .editSource(.tags, _):
      return [
        hint(enter, words.save), hint("Esc", words.cancel), hint("", words.separatedByCommas),
      ]
    case .tagName:
      return [hint(enter, words.save), hint("Esc", words.cancel), hint("", words.mergesTags)]
    case .editSource, .saveQuery, .renameSaved, .ruleName:
      return [hint(enter, words.save), hint("Esc", words.cancel), hint("Ctrl-u", words.clearLine)]
    case .lessonWord(let draft):
      let keys = [hint(enter, words.accept), hint("Esc", words.cancel)]
      return draft.kind == .event ? keys + [hint("", words.exampleOfPattern)] : keys
    case .lessonCompany:
      return [hint(enter, words.save), hint("Esc", words.cancel), hint("", words.exampleOfCompanyName)]
    case .lessonCode: return [hint(enter, words.save), hint("Esc", words.cancel), hint("", words.exampleOfCode)]
    case .export(.table):
      return [hint(enter, words.exportHint), hint("Esc", words.cancel), hint("", ".csv  .tsv  .json  .jsonl")]
    case .export(.matching), .export(.article):
      return [
        hint(enter, words.exportHint), hint("Esc", words.cancel),
        hint("", ".md  .jsonl  .csv  .html  .rss  .txt"),
      ]
    case .since, .until:
      return [
        hint(enter, words.filterHint), hint("Esc", words.cancel),
        hint("", words.exampleOfDates),
      ]
    case .asOf: return [hint(enter, words.filterHint), hint("Esc", words.cancel), hint("", words.exampleOfMoments)]
    }
  }
}
