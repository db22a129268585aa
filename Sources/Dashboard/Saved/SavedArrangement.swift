import Terminal

/// Where the parts of the page of saved queries stand.
struct SavedArrangement: Hashable {
  /// One above the other, or the one that has the keys alone where there is no room for both.
  var lists: [Saved.Section: Arrangement.Frame] = [:]
  /// News of what is selected, on wide screens.
  var preview: Arrangement.Frame?
  var vertical: Rect?

  /// Pure: the same input gives the same places.
  init(_ saved: Saved, in rect: Rect) {
    var left = rect
    if rect.width >= 100 {
      let (lists, rest) = rect.splitLeft(rect.width * 11 / 20)
      left = lists
      vertical = rest.splitLeft(1).left
      preview = Self.frame(rest.inset(left: 1))
    }
    guard left.height >= 8 else {
      lists[saved.section] = Self.frame(left)
      return
    }
    // The rules take what they need, and at most half.
    let rules = min(max(saved.rules.count, 3) + 1, left.height / 2)
    let (top, bottom) = left.splitTop(left.height - rules)
    lists = [.queries: Self.frame(top), .rules: Self.frame(bottom)]
  }

  private static func frame(_ rect: Rect) -> Arrangement.Frame {
    let (title, body) = rect.splitTop(1)
    return Arrangement.Frame(title: title, body: body)
  }
}
