public import Terminal

/// Draws states one after the other, and of the panes only those that look different from the frame before.
///
/// A step in the list leaves reader and statistics as they are, which are half the work of a frame.
public struct FrameRenderer: Sendable {
  private var memory = PaneMemory()

  public init() {}

  /// The frame of a state: the same as `State.render()`.
  public mutating func frame(of state: State) -> DashboardFrame { state.render(reusing: &memory) }
}

/// Where and how a pane is drawn.
struct PaneSetting: Equatable, Sendable {
  let frame: Arrangement.Frame
  let presentation: Presentation
  let isFocused: Bool
  private let presentationNumber: Int

  init(_ state: State, of pane: Pane, in frame: Arrangement.Frame) {
    self.frame = frame
    presentation = state.presentation
    presentationNumber = state.presentationNumber
    isFocused = state.hasFocus(pane)
  }

  /// Presentations of one number are the same.
  static func == (a: PaneSetting, b: PaneSetting) -> Bool {
    a.frame == b.frame && a.presentationNumber == b.presentationNumber && a.isFocused == b.isFocused
  }
}

/// A pane as it is drawn: a value of all that its look follows from, so that equal ones have equal cells.
protocol RememberedPane: Equatable, Sendable {
  var setting: PaneSetting { get }
  /// Draws within the frame, over background.
  func draw(into buffer: inout Buffer)
}

extension RememberedPane {
  var frame: Arrangement.Frame { setting.frame }
  var presentation: Presentation { setting.presentation }
  var isFocused: Bool { setting.isFocused }
}

/// The panes of the last frame and their cells, before anything was drawn across them.
struct PaneMemory: Sendable {
  private var reader: ReaderPane?
  private var statistics: StatisticsPaneView?
  private var cells: Buffer?

  mutating func draw(_ pane: ReaderPane, into buffer: inout Buffer) {
    Self.draw(pane, before: &reader, cells, into: &buffer)
  }

  mutating func draw(_ pane: StatisticsPaneView, into buffer: inout Buffer) {
    Self.draw(pane, before: &statistics, cells, into: &buffer)
  }

  private static func draw<Pane: RememberedPane>(
    _ pane: Pane, before: inout Pane?, _ cells: Buffer?, into buffer: inout Buffer
  ) {
    if let cells, pane == before {
      for rect in [pane.frame.title, pane.frame.body] { buffer.copy(rect, from: cells) }
    } else {
      pane.draw(into: &buffer)
    }
    before = pane
  }

  /// Keeps the cells of a frame for the next one, for the panes that are on show.
  mutating func keep(_ buffer: Buffer, showing panes: some Collection<Pane>) {
    cells = buffer
    if !panes.contains(.reader) { reader = nil }
    if !panes.contains(.statistics) { statistics = nil }
  }
}
