import CNcurses
import Glibc
import TextBasics

/// The terminal, through ncurses. There is one a process, and one thread uses it.
package final class CursesScreen: Screen {
  package struct Options: Sendable {
    /// Report clicks and the wheel. The terminal's own selection of text then needs Shift.
    package var mouse: Bool
    /// Fewer colours than the terminal has; nil uses what it has.
    package var maximumDepth: ColorDepth?
    /// A file that takes standard error while the screen is open, so that nothing is written across it.
    package var errorLog: String?
    /// Words for standard error after a crash, once the terminal is usable again.
    package var crashNote: String?
    /// Mends what a signal of a crash tells of, a `siginfo_t`, within its handler; other than 0 where it did, and all goes on.
    package var mendFault: FaultMender?

    package typealias FaultMender = @convention(c) @Sendable (UnsafeRawPointer?) -> Int32

    package init(
      mouse: Bool = true, maximumDepth: ColorDepth? = nil, errorLog: String? = nil, crashNote: String? = nil,
      mendFault: FaultMender? = nil
    ) {
      self.mouse = mouse
      self.maximumDepth = maximumDepth
      self.errorLog = errorLog
      self.crashNote = crashNote
      self.mendFault = mendFault
    }
  }

  package let colorDepth: ColorDepth
  let inputDescriptor: Int32
  private var palette: CursesPalette
  private var encoder = CellEncoder()
  /// What ncurses holds; nil when it holds nothing of worth.
  private var shown: Buffer?
  private var reportedSize = Size(width: 0, height: 0)
  private var isOpen = true

  /// Opens the screen on a terminal.
  ///
  /// - Parameter environment: the process's; `TERM`, `COLORTERM` and `NO_COLOR` matter.
  /// - Throws: `TerminalError`.
  package convenience init(
    input: Int32 = 0, output: Int32 = 1, options: Options = Options(), environment: [String: String]
  ) throws(TerminalError) {
    guard isatty(input) == 1, isatty(output) == 1 else { throw .notATerminal }
    try self.init(anyInput: input, output: output, options: options, environment: environment)
  }

  /// Also takes what is no terminal.
  init(
    anyInput input: Int32, output: Int32, options: Options, environment: [String: String]
  ) throws(TerminalError) {
    try Self.start(input, output, TerminalType.candidates(environment: environment), mouse: options.mouse)
    nc_set_crash_note(options.crashNote ?? "")
    nc_set_mender(options.mendFault)
    nc_log_errors(options.errorLog)
    let colors = Int(nc_colors())
    let available = ColorDepth.detect(environment: environment, terminfoColors: colors)
    colorDepth = min(available, options.maximumDepth ?? available)
    palette = CursesPalette(depth: colorDepth, colors: colors)
    inputDescriptor = input
    reportedSize = size
  }

  private static func start(
    _ input: Int32, _ output: Int32, _ names: [String], mouse: Bool
  ) throws(TerminalError) {
    for name in names {
      switch nc_start(input, output, name, mouse) {
      case .started: return
      case .taken: throw .alreadyOpen
      case .unknown: continue
      }
    }
    throw .unknownTerminal(names)
  }

  deinit { close() }

  /// Gives the terminal back as it was; after it nothing is shown. Does nothing the second time.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    nc_stop()
  }

  package var size: Size { Size(width: Int(nc_columns()), height: Int(nc_rows())) }

  package func present(_ buffer: Buffer, cursor: Point?) {
    guard isOpen else { return }
    let size = size
    if shown?.size != buffer.size || shown?.widths != buffer.widths {
      useWidths(buffer.widths)
      shown = nil
      nc_erase()
    }
    for y in 0..<min(size.height, buffer.size.height) {
      let row = buffer.row(y)
      guard let changed = changes(in: row, from: shown?.row(y)) else { continue }
      let cells = encoder.encode(row[changed], widths: buffer.widths, palette: &palette)
      nc_put(Int32(y), Int32(changed.lowerBound - row.startIndex), cells, Int32(cells.count))
    }
    shown = buffer
    let visible = cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
    nc_present(Int32(visible?.y ?? -1), Int32(visible?.x ?? -1))
  }

  /// Follows the terminal's size; returns the new one if it has changed since the last call.
  package func adoptTerminalSize() -> Size? {
    nc_adopt_size()
    let size = size
    guard size != reportedSize else { return nil }
    reportedSize = size
    // ncurses has lost what did not fit.
    shown = nil
    return size
  }

  /// Makes the next frame repaint all of the terminal, where something else has written across it.
  package func invalidate() {
    nc_invalidate()
  }

  /// From the first changed cell to the last, widened to whole characters; ncurses finds the gaps by itself.
  private func changes(in row: ArraySlice<Cell>, from old: ArraySlice<Cell>?) -> Range<Int>? {
    guard let old else { return row.isEmpty ? nil : row.indices }
    let offset = old.startIndex - row.startIndex
    var (first, end) = (row.startIndex, row.endIndex)
    while first < end, row[first] == old[first + offset] { first += 1 }
    guard first < end else { return nil }
    while row[end - 1] == old[end - 1 + offset] { end -= 1 }
    while first > row.startIndex, row[first].isContinuation { first -= 1 }
    while end < row.endIndex, row[end].isContinuation { end += 1 }
    return first..<end
  }

  private func useWidths(_ widths: ColumnWidths) {
    // A C function cannot capture, hence one for each setting.
    if widths.ambiguous == 2 {
      nc_use_column_counter { code in Unicode.Scalar(code).map { Int32(ColumnWidths(ambiguous: 2).columns($0)) } ?? -1 }
    } else {
      nc_use_column_counter { code in Unicode.Scalar(code).map { Int32(ColumnWidths(ambiguous: 1).columns($0)) } ?? -1 }
    }
  }
}
