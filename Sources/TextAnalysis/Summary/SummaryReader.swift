import TextBasics

/// Chooses what a text says in short: one to four neighbouring clauses of a sentence, word for word, and who says them.
///
/// Every piece of the first sentences is weighed by rules: what repeats what the text keeps speaking of and what its first sentence
/// names, has an event and a figure, and is as long as a headline, wins; what hangs on the sentence before, gives the
/// reason only, or tells that people met, loses. Weights are round, and each was kept because agreement with headlines fell without it.
struct SummaryReader: Sendable {
  /// What is read of a text.
  private static let limit = 1_200

  private let table = SummaryTable.standard

  /// One or two pieces of the text, in its order; empty where it has no sentence.
  func summary(of text: AnalysedText, keywords: [String]) -> [String] {
    let range = text.text.prefix(Self.limit)
    let isChinese = text.bytes[range].contains { $0 >= 0xE4 }
    let pieces =
      isChinese
      ? SummaryWeighing(text, range, joints: JoinedLines.joints(in: text), table, keywords: keywords).best()
      : EnglishSummary(text).pieces
    return text.quotes(pieces).filter { !$0.isEmpty }
  }
}
