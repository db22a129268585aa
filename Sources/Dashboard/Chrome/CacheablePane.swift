import Terminal

/// Where and how a pane is drawn.
struct PaneContext: Equatable, Sendable {
  let frame: Arrangement.Frame
  let presentation: NumberedPresentation
  let isFocused: Bool
}

/// A pane that is drawn within its frame.
protocol CacheablePane: CacheableView {
  var context: PaneContext { get }
}

extension CacheablePane {
  var frame: Arrangement.Frame { context.frame }
  var areas: [Rect] { [frame.title, frame.body] }
  var presentation: Presentation { context.presentation.value }
  var isFocused: Bool { context.isFocused }
}
