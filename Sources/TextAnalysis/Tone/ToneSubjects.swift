import NewsModel

/// Whether a headline is about a firm, listed or not: by a word that only firms have, or by what happened to it.
///
/// A flood, an exhibition and a bank of issue have no tone, however many good and bad words stand beside them.
enum ToneSubjects {
  private static let words = WordMatcher(of: NewsSignWords.firms)

  static func areNamed(in text: AnalysedText, _ events: [NewsEvent]) -> Bool {
    guard !text.title.isEmpty, !events.contains(where: \.evidence.isInTitle) else { return true }
    // An English headline in small letters names firms by words that no table knows; one in capitals writes INC or a code
    // beside them.
    if text.bytes.isMostlyEnglish(text.title), !text.shoutsTitle { return true }
    if text.bytes[text.title].contains(UInt8(ascii: "<")) { return true }
    return words.hasMatch(in: text.bytes, text.title)
  }
}
