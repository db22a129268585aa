import Terminal

/// Where the parts of the page of sources stand.
struct SourcesArrangement: Hashable {
  /// Nil where the details have its place.
  var list: Arrangement.Frame?
  var details: Arrangement.Frame?
  var vertical: Rect?

  /// Pure: the same input gives the same places.
  ///
  /// - Parameter showsDetails: which of the two is shown where there is no room for both.
  init(in rect: Rect, showsDetails: Bool) {
    if rect.width >= 100, rect.height >= 8 {
      let (left, rest) = rect.splitLeft(rect.width * 3 / 5)
      list = Self.frame(left)
      vertical = rest.splitLeft(1).left
      details = Self.frame(rest.inset(left: 1))
    } else if rect.height >= 15 {
      let (top, bottom) = rect.splitTop(rect.height - min(12, rect.height * 9 / 20))
      list = Self.frame(top)
      details = Self.frame(bottom)
    } else if showsDetails {
      details = Self.frame(rect)
    } else {
      list = Self.frame(rect)
    }
  }

  private static func frame(_ rect: Rect) -> Arrangement.Frame {
    let (title, body) = rect.splitTop(1)
    return Arrangement.Frame(title: title, body: body)
  }
}
