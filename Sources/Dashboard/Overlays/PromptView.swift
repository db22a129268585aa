import NewsModel
import Terminal
import TextBasics
import Widgets

/// Draws the line in which text is typed, and below it what is wrong with the text, what completes it, or the keys.
struct PromptView {
  let prompt: Prompt
  let presentation: Presentation
  /// What can stand at the end of the text, best first.
  let completions: [String]
  /// Whether the mistake is but a value that is still being typed.
  let canStillBecomeRight: Bool

  private var styles: Styles { presentation.styles }
  private var words: Words { presentation.words }

  /// Returns the cursor's place.
  func draw(in line: Rect, help: Rect, into buffer: inout Buffer) -> Point {
    buffer.fill(line, style: styles.prompt)
    buffer.fill(help, style: styles.hint)
    let input = InputLine(
      label: label, field: prompt.field, labelStyle: styles.hintKey, style: styles.prompt)
    input.draw(in: line, into: &buffer)
    let cursor = input.cursorPoint(in: line, widths: presentation.widths)
    if prompt.isLooking {
      write(
        SafeText(presentation.symbols.refresh + " " + words.lookingForFeeds + "  Esc " + words.text("取消", "cancels")),
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
    case .editFilter: SafeText(words.text("筛选：", "filter: "))
    case .since: SafeText(words.text("起始日期：", "since: "))
    case .until: SafeText(words.text("截止日期：", "until: "))
    case .saveQuery: SafeText(words.text("存为自选：", "save as: "))
    case .editSaved(let query): SafeText(query.name + words.text("：", ": "))
    case .renameSaved: SafeText(words.text("改名为：", "rename to: "))
    case .ruleQuery: SafeText(words.text("规则适用于：", "rule for: "))
    case .ruleName: SafeText(words.text("规则名称：", "name of the rule: "))
    case .export(.matching): SafeText(words.text("所列新闻导出到：", "write the list to: "))
    case .export(.article): SafeText(words.text("本文导出到：", "write the article to: "))
    case .addSource: SafeText(words.text("网站或订阅源的地址：", "address of a site or feed: "))
    case .editSource(let field, _): SafeText(words.name(of: field) + words.text("：", ": "))
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
        return Span(SafeText(name + "  "), style: isChosen ? styles.hintKey : styles.hint)
      })
  }

  private var keys: [(key: SafeText, title: SafeText)] {
    let enter = SafeText(presentation.keyName(.enter))
    let history = SafeText(presentation.keyName(.up) + "/" + presentation.keyName(.down))
    func hint(_ key: SafeText, _ title: Bilingual) -> (SafeText, SafeText) { (key, SafeText(words(title))) }
    switch prompt.kind {
    case .search:
      return [
        hint(enter, ["保留结果", "keep"]), hint("Esc", ["还原列表", "give back"]), hint(history, ["以前的搜索", "earlier"]),
        hint("Tab", ["补全 tag: title: is:…", "complete tag: title: is:…"]),
      ]
    case .editFilter:
      return [
        hint(enter, ["保留", "keep"]), hint("Esc", ["还原列表", "give back"]), hint(history, ["以前的筛选", "earlier"]),
        hint("Tab", ["补全", "complete"]),
      ]
    case .findInReader:
      return [
        hint(enter, ["完成", "done"]), hint("Esc", ["取消", "cancel"]), hint("n/N", ["下一处、上一处", "next, previous"]),
      ]
    case .command:
      return [
        hint(enter, ["执行", "run"]), hint("Esc", ["取消", "cancel"]), hint("Tab", ["补全", "complete"]),
        hint(history, ["以前的命令", "earlier"]),
      ]
    case .editSaved, .ruleQuery:
      return [
        hint(enter, ["确定", "accept"]), hint("Esc", ["取消", "cancel"]), hint(history, ["以前的筛选", "earlier"]),
        hint("Tab", ["补全", "complete"]),
      ]
    case .addSource:
      let keys = [hint(enter, ["查找并订阅", "find and subscribe"]), hint("Esc", ["取消", "cancel"])]
      return presentation.isSample ? keys + [("", SafeText(words.addsToOwnStore))] : keys
    case .editSource(.folder, _):
      return [
        hint(enter, ["保存", "save"]), hint("Esc", ["取消", "cancel"]), hint("Tab", ["补全", "complete"]),
        hint("", ["如 财经/要闻，空为不分", "as in money/markets; empty is none"]),
      ]
    case .editSource(.tags, _):
      return [
        hint(enter, ["保存", "save"]), hint("Esc", ["取消", "cancel"]), hint("", ["用逗号分隔", "separated by commas"]),
      ]
    case .editSource, .saveQuery, .renameSaved, .ruleName:
      return [hint(enter, ["保存", "save"]), hint("Esc", ["取消", "cancel"]), hint("C-u", ["清空", "clear"])]
    case .export:
      return [
        hint(enter, ["导出", "export"]), hint("Esc", ["取消", "cancel"]),
        hint("", [".md  .jsonl  .csv  .html  .rss", ".md  .jsonl  .csv  .html  .rss"]),
      ]
    case .since, .until:
      return [
        hint(enter, ["筛选", "filter"]), hint("Esc", ["取消", "cancel"]),
        hint("", ["2022-06-15  2022-06  7d  今天", "2022-06-15  2022-06  7d  today"]),
      ]
    }
  }
}
