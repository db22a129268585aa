/// Turns the bytes that a terminal sends into keys, pastes and mouse events. Pure: time is handed in.
///
/// It knows what xterm and its descendants, the Linux console and the VT220 send (ECMA-48 control sequences; xterm's
/// "ctlseqs"), and the sequences that the terminal's own description adds. What it does not know is dropped whole, so
/// that no part of a sequence is taken for typed characters.
package struct InputDecoder {
  package typealias Instant = ContinuousClock.Instant

  /// How long an Esc waits for the rest of a sequence that it may begin.
  package static let escapeDelay = Duration.milliseconds(25)
  /// Two clicks on one place within this time are a double click.
  package static let doubleClickTime = Duration.milliseconds(400)
  /// A paste whose end does not come is taken as it is after this time.
  static let pasteTimeout = Duration.seconds(1)
  /// Longer pastes are cut off.
  static let pasteLimit = 1 << 20

  private let keyTable: KeyTable
  private var pending: [UInt8] = []
  private var head = 0
  private var paste: [UInt8]?
  /// Whether a control sequence is passed over whose end has not come.
  private var isPassingOver = false
  private var lastFed: Instant?
  private var lastClick: (position: Point, time: Instant)?

  /// - Parameters:
  ///   - sequences: what the terminal's description says that its keys send.
  ///   - backspace: the byte that the terminal's backspace key sends, besides DEL.
  package init(sequences: [[UInt8]: Key] = [:], backspace: UInt8 = 0x7F) {
    keyTable = KeyTable(sequences: sequences, backspace: backspace)
  }

  /// Takes what one read returned.
  package mutating func feed(_ bytes: some Sequence<UInt8>, at now: Instant) {
    // What comes so late is no part of the sequence.
    if let lastFed, now - lastFed >= Self.escapeDelay { isPassingOver = false }
    pending.removeFirst(head)
    head = 0
    pending.append(contentsOf: bytes)
    lastFed = now
  }

  /// When bytes that wait for more are taken as they are: `nextEvent` is to be called then. Nil when none wait.
  package var deadline: Instant? {
    guard let lastFed, head < pending.count || paste != nil else { return nil }
    return lastFed + (paste == nil ? Self.escapeDelay : Self.pasteTimeout)
  }

  /// The next event, or nil where more bytes or more time are needed.
  package mutating func nextEvent(at now: Instant) -> InputEvent? {
    while true {
      if paste != nil { return continuePaste(at: now) }
      if isPassingOver { passOver() }
      guard head < pending.count else { return nil }
      let isLate = deadline.map { now >= $0 } ?? false
      let (token, length) = keyTable.read(pending[head...], isComplete: isLate)
      head += length
      switch token {
      case .incomplete: return nil
      case .nothing: continue
      case .overlong: isPassingOver = true
      case .key(let key): return .key(key)
      case .pasteStart: paste = []
      case .mouse(let report):
        if let event = mouseEvent(report, at: now) { return .mouse(event) }
      }
    }
  }

  /// Drops what belongs to a control sequence: parameters, and the final byte.
  private mutating func passOver() {
    while head < pending.count, (0x20...0x3F).contains(pending[head]) { head += 1 }
    guard head < pending.count else { return }
    isPassingOver = false
    if (0x40...0x7E).contains(pending[head]) { head += 1 }
  }

  private mutating func continuePaste(at now: Instant) -> InputEvent? {
    let end = Array("\u{1B}[201~".utf8)
    var isFinished = deadline.map { now >= $0 } ?? false
    var text = paste ?? []
    paste = nil  // so that appending does not copy it
    while head < pending.count {
      if pending[head] == 0x1B {
        let rest = pending[head...].prefix(end.count)
        if rest.elementsEqual(end) {
          head += end.count
          isFinished = true
          break
        }
        if end.starts(with: rest) { break }
      }
      if text.count < Self.pasteLimit { text.append(pending[head]) }
      head += 1
    }
    paste = isFinished ? nil : text
    return isFinished ? .paste(Self.pastedText(text)) : nil
  }

  /// Terminals send CR for the line breaks of a paste.
  private static func pastedText(_ bytes: [UInt8]) -> String {
    var unix: [UInt8] = []
    unix.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte != 0x0D {
        unix.append(byte)
      } else if index + 1 >= bytes.count || bytes[index + 1] != 0x0A {
        unix.append(0x0A)
      }
    }
    return String(decoding: unix, as: UTF8.self)
  }

  private mutating func mouseEvent(_ report: MouseReport, at now: Instant) -> MouseEvent? {
    switch report.action {
    case .wheelUp: return MouseEvent(.wheelUp, at: report.position)
    case .wheelDown: return MouseEvent(.wheelDown, at: report.position)
    case .press:
      if let last = lastClick, last.position == report.position, now - last.time <= Self.doubleClickTime {
        lastClick = nil
        return MouseEvent(.doubleClick, at: report.position)
      }
      lastClick = (report.position, now)
      return MouseEvent(.click, at: report.position)
    case .other: return nil
    }
  }
}
