/// What the language of a page tells about its dates.
enum PageLanguage {
  /// Whether days stand before months in a date such as `08/05/2024`; nil where the language does not tell.
  ///
  /// - Parameter tag: of `<html lang>` or `og:locale`: `es`, `en-GB`, `en_US`.
  static func isDayFirst(_ tag: String) -> Bool? {
    let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
    guard let language = parts.first else { return nil }
    if language == "en" {
      guard let region = parts.dropFirst().last(where: { $0.utf8.count == 2 }) else { return nil }
      return !monthFirst.contains(region)
    }
    return dayFirst.contains(language) ? true : nil
  }

  private static let monthFirst: Set<Substring> = ["us", "ph"]
  private static let dayFirst: Set<Substring> = [
    "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "pl", "cs", "sk", "tr", "da", "no", "nb", "nn", "fi", "ro", "el",
    "bg", "hr", "sr", "sl", "ca", "gl", "vi", "id", "ms", "th", "ar", "he", "hi",
  ]
}
