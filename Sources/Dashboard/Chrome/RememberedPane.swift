import Terminal

/// Where and how a pane is drawn.
struct PaneSetting: Equatable, Sendable {
  let frame: Arrangement.Frame
  let presentation: NumberedPresentation
  let isFocused: Bool

  init(_ state: State, of pane: Pane, in frame: Arrangement.Frame) {
    self.frame = frame
    presentation = NumberedPresentation(state)
    isFocused = state.hasFocus(pane)
  }
}

/// A pane that is drawn within its frame.
protocol RememberedPane: RememberedView {
  var setting: PaneSetting { get }
}

extension RememberedPane {
  var frame: Arrangement.Frame { setting.frame }
  var areas: [Rect] { [frame.title, frame.body] }
  var presentation: Presentation { setting.presentation.value }
  var isFocused: Bool { setting.isFocused }
}
