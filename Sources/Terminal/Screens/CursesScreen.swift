import CNcurses
import Glibc
package import TextBasics

/// The terminal, through ncurses. There is one a process, and one thread uses it.
package final class CursesScreen: Screen {
  package struct Options: Sendable {
    /// Report clicks and the wheel. The terminal's own selection of text then needs Shift.
    package var mouse: Bool
    /// Fewer colours than the terminal has; nil uses what it has.
    package var maximumDepth: ColorDepth?
    /// Ask the terminal what it can do. The answers come as input, which an `EventLoop` is to read.
    package var asksTerminal: Bool
    /// Whether the terminal knows links; nil where its kind is to tell.
    package var takesLinks: Bool?
    /// How it takes notices; nil where its kind is to tell.
    package var noticeForm: NoticeForm?
    /// A file that takes standard error while the screen is open, so that nothing is written across it.
    package var errorLog: String?
    /// Words for standard error after a crash, once the terminal is usable again.
    package var crashNote: String?
    /// Mends what a signal of a crash tells of, a `siginfo_t`, within its handler; other than 0 where it did, and all goes on.
    package var mendFault: FaultMender?

    package typealias FaultMender = @convention(c) @Sendable (UnsafeRawPointer?) -> Int32

    package init(
      mouse: Bool = true, maximumDepth: ColorDepth? = nil, asksTerminal: Bool = false, takesLinks: Bool? = nil,
      noticeForm: NoticeForm? = nil, errorLog: String? = nil, crashNote: String? = nil, mendFault: FaultMender? = nil
    ) {
      self.mouse = mouse
      self.maximumDepth = maximumDepth
      self.asksTerminal = asksTerminal
      self.takesLinks = takesLinks
      self.noticeForm = noticeForm
      self.errorLog = errorLog
      self.crashNote = crashNote
      self.mendFault = mendFault
    }
  }

  package let colorDepth: ColorDepth
  /// Whether 24-bit colours were asked for, and the terminal's description could not be given them.
  package let lacksTrueColor: Bool
  let inputDescriptor: Int32
  private var palette: CursesPalette
  private var encoder = CellEncoder()
  /// What ncurses holds; nil when it holds nothing of worth.
  private var shown: Buffer?
  private var reportedSize = Size(width: 0, height: 0)
  private var isOpen = true
  /// Whether rows are moved here, and not by ncurses.
  private let movesRows: Bool
  /// Whether the terminal can move rows of some columns alone, as it has answered.
  private var hasMargins = false
  private var awaitsAnswers = false
  private let escapeDelay: Duration
  private let commands: TerminalCommands
  private var links = LinkPainter()

  /// Opens the screen on a terminal.
  ///
  /// - Parameter environment: the process's; `TERM`, `COLORTERM`, `NO_COLOR` and `ESCDELAY` matter.
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
    let types = TerminalType.candidates(environment: environment) { name in
      TerminalDescription.installed(named: name, environment: environment)
    }
    movesRows = try Self.start(input, output, types, mouse: options.mouse).ownDescription != nil
    nc_set_crash_note(options.crashNote ?? "")
    nc_set_mender(options.mendFault)
    nc_log_errors(options.errorLog)
    let colors = Int(nc_colors())
    let available = ColorDepth.detect(environment: environment, terminfoColors: colors)
    colorDepth = min(available, options.maximumDepth ?? available)
    lacksTrueColor = TerminalType.wantsTrueColor(environment) && available < .trueColor
    palette = CursesPalette(depth: colorDepth, colors: colors)
    inputDescriptor = input
    escapeDelay = InputDecoder.escapeDelay(in: environment)
    commands = TerminalCommands(
      environment: environment, takesLinks: options.takesLinks, noticeForm: options.noticeForm)
    reportedSize = size
    // Before the first frame, which covers the letter that one terminal shows for a question that it does not know.
    awaitsAnswers = options.asksTerminal && nc_ask()
  }

  private static func start(
    _ input: Int32, _ output: Int32, _ types: [TerminalType], mouse: Bool
  ) throws(TerminalError) -> TerminalType {
    for type in types {
      switch nc_start(input, output, type.name, type.ownDescription, mouse) {
      case .started: return type
      case .taken: throw .alreadyOpen
      case .unknown: continue
      }
    }
    throw .unknownTerminal(types.map(\.name))
  }

  deinit { close() }

  /// Gives the terminal back as it was; after it nothing is shown. Does nothing the second time.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    // A shell would take them for typed.
    if awaitsAnswers { nc_discard_input() }
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
    let scroll =
      movesRows && size == buffer.size ? shown.flatMap { Scroll(from: $0, to: buffer, inPart: hasMargins) } : nil
    if let scroll {
      let area = scroll.area
      nc_scroll(Int32(area.y), Int32(area.x), Int32(area.height), Int32(area.width), Int32(scroll.distance))
    }
    for y in 0..<min(size.height, buffer.size.height) {
      let row = buffer.row(y)
      guard let changed = row.changes(from: shown?.row(y)) else { continue }
      let cells = encoder.encode(row[changed], widths: buffer.widths, palette: &palette)
      nc_put(Int32(y), Int32(changed.lowerBound - row.startIndex), cells, Int32(cells.count))
    }
    let links = commands.takesLinks ? links.paint(buffer, over: shown, scroll, palette) : []
    shown = buffer
    let visible = cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
    nc_present(Int32(visible?.y ?? -1), Int32(visible?.x ?? -1))
    if !links.isEmpty { nc_write(links, links.count) }
  }

  /// Whether the mouse's movements are reported while its button is down, beside its clicks.
  package func reportDrags(_ isWanted: Bool) {
    if isOpen { nc_report_drags(isWanted) }
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

  /// Takes in what the terminal has answered.
  func learn(_ answer: TerminalAnswer) {
    switch answer {
    case .mode(69, let isThere): hasMargins = isThere
    case .mode: break
    case .attributes: awaitsAnswers = false
    }
  }

  /// Makes the next frame repaint all of the terminal, where something else has written across it.
  package func invalidate() {
    links.forget()
    nc_invalidate()
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

extension CursesScreen {
  /// A decoder of what this terminal sends.
  func makeDecoder() -> InputDecoder {
    var sequences: [[UInt8]: Key] = [:]
    for (capability, code) in Self.keyCapabilities {
      guard let text = nc_capability(capability) else { continue }
      let bytes = Array(String(cString: text).utf8)
      // Single bytes are the control characters that the decoder knows.
      if bytes.count > 1, bytes[0] == 0x1B { sequences[bytes] = Key(code) }
    }
    return InputDecoder(
      sequences: sequences, backspace: nc_erase_byte() == 8 ? 8 : 0x7F, escapeDelay: escapeDelay)
  }

  /// Names of terminfo(5).
  private static let keyCapabilities: [(String, Key.Code)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
      ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
      ("kent", .enter),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}

extension CursesScreen {
  /// Lends the terminal to somebody else, an editor or a pager, until `body` returns. The screen is repainted then, and
  /// its size may have changed: see `adoptTerminalSize()`.
  package func lendTerminal<Result>(to body: () throws -> Result) rethrows -> Result {
    links.forget()
    nc_suspend()
    nc_signals_lend()
    defer {
      nc_signals_take()
      nc_resume()
    }
    return try body()
  }

  /// Stops the program as ^Z does, and comes back when the shell continues it.
  package func suspendProcess() {
    lendTerminal { nc_stop_group() }
  }

  /// Puts the terminal's modes right and repaints, after something else has had it.
  package func recover() {
    links.forget()
    nc_resume()
  }

  /// The bytes of a text that xterm takes into the clipboard.
  package static let clipboardLimit = 74_994

  /// Puts text into the clipboard of the terminal's user, also through ssh (xterm's OSC 52). Terminals that do not know
  /// it, or forbid it, do nothing.
  ///
  /// - Returns: false where the text is longer than `clipboardLimit`.
  @discardableResult
  package func copyToClipboard(_ text: SafeText) -> Bool {
    let bytes = Array(text.string.utf8)
    guard bytes.count <= Self.clipboardLimit else { return false }
    let command = commands.clipboard(bytes)
    return nc_write(command, command.count)
  }

  /// Tells the user of something on the desktop, also through ssh. Terminals that do not know it do nothing.
  package func notify(_ text: SafeText) {
    let command = commands.notice(text)
    nc_write(command, command.count)
  }
}

/// RFC 4648, section 4.
func base64(_ bytes: [UInt8]) -> [UInt8] {
  let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  var encoded: [UInt8] = []
  encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
  for start in stride(from: 0, to: bytes.count, by: 3) {
    let group = bytes[start..<min(start + 3, bytes.count)]
    var bits = group.reduce(0) { $0 << 8 | Int($1) }
    bits <<= 8 * (3 - group.count)
    for digit in 0..<4 {
      encoded.append(digit <= group.count ? alphabet[bits >> (18 - 6 * digit) & 63] : UInt8(ascii: "="))
    }
  }
  return encoded
}

/// Why there is no screen.
package enum TerminalError: Error, Sendable, Equatable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// The system has no description of any terminal that would do, or it is a dumb one; the names that were tried.
  case unknownTerminal([String])
  /// The process has a screen already.
  case alreadyOpen
}
