import NewsModel
import TextBasics

/// Names with counts and bars, for a terminal.
struct TermTable {
  private let setup: Setup
  private static let widestName = 28
  private static let barColumns = 24

  init(setup: Setup) { self.setup = setup }

  func write(_ terms: [TermCount], noName: String? = nil, to output: inout Output) throws {
    let widths = setup.widths
    let names = terms.map { SafeText($0.name.isEmpty ? noName ?? setup.messages.noSource : $0.name) }
    let nameColumns = min(Self.widestName, names.map { widths.columns($0) }.max() ?? 0)
    let largest = terms.map(\.count).max() ?? 0
    let countColumns = String(largest).count
    for (term, name) in zip(terms, names) {
      let bar = BarText.bar(term.count, of: largest, columns: Self.barColumns, isASCII: setup.isASCII)
      let count = widths.pad(SafeText(String(term.count)), to: countColumns, alignment: .right)
      let unread = term.unread > 0 ? "  " + setup.messages.unreadCount(term.unread) : ""
      let row = widths.pad(name, to: nameColumns) + "  " + count + "  "
      try output.writeLine(row + widths.pad(SafeText(bar), to: Self.barColumns) + SafeText(unread))
    }
  }
}
