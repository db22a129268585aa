/// Bylines in the index: in characters of their own, so that a search of texts does not count them, nor a search for an author
/// all that is written about a person.
enum BylineText {
  /// The folded byline, or a part of it, with each character moved to a plane of private use; those of higher planes, which names
  /// seldom have, become one.
  static func moved(_ folded: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in folded.unicodeScalars {
      result.append(Unicode.Scalar(plane | min(scalar.value, 0xFFFD)) ?? scalar)
    }
    return String(result)
  }

  private static let plane: UInt32 = 0xF0000
}
