/// Turns the bytes that a terminal sends into keys, pastes and mouse events. Pure: time is handed in.
///
/// It knows what xterm and its descendants, the Linux console and the VT220 send (ECMA-48 control sequences; xterm's
/// "ctlseqs"), and the sequences that the terminal's own description adds. What it does not know is dropped whole, so
/// that no part of a sequence is taken for typed characters.
///
/// A slow line may cut a sequence anywhere. What can be nothing but a sequence waits long for its rest. An Esc may be a key, and
/// waits a moment; where its rest comes still later, that is passed over and not typed.
package struct InputDecoder {
  package typealias Instant = ContinuousClock.Instant

  /// How long an Esc waits for the rest of a sequence that it may begin, unless `ESCDELAY` says otherwise.
  package static let escapeDelay = Duration.milliseconds(150)
  /// A character that comes later than this after an Esc is a key of its own, and no longer one with Alt.
  static let altDelay = Duration.milliseconds(25)
  /// How long a sequence waits that has begun without any doubt.
  static let sequenceTimeout = Duration.seconds(1)
  /// How long the tail of a sequence may still come after its beginning was given up.
  static let tailTimeout = Duration.seconds(2)
  /// Two clicks on one place within this time are a double click.
  package static let doubleClickTime = Duration.milliseconds(400)
  /// A paste whose end does not come is taken as it is after this time: the rest of it would be typed as keys.
  static let pasteTimeout = Duration.seconds(5)
  /// Longer pastes are cut off.
  static let pasteLimit = 1 << 20

  private let keyTable: KeyTable
  private let escapeDelay: Duration
  private var sequenceTimeout: Duration { max(Self.sequenceTimeout, escapeDelay) }
  private var pending: [UInt8] = []
  private var head = 0
  private var paste: [UInt8]?
  /// Whether a control sequence is passed over whose end has not come.
  private var isPassingOver = false
  /// Whether what follows the Esc that stands first came too late to be one key with it.
  private var isEscapeApart = false
  private var abandoned: AbandonedSequence?
  private var answers: [TerminalAnswer] = []
  private var lastFed: Instant?
  private var lastClick: (position: Point, time: Instant)?
  /// When bytes that wait for more are taken as they are: `nextEvent` is to be called then. Nil when none wait.
  package private(set) var deadline: Instant?

  /// - Parameters:
  ///   - sequences: what the terminal's description says that its keys send.
  ///   - backspace: the byte that the terminal's backspace key sends, besides DEL.
  package init(
    sequences: [[UInt8]: Key] = [:], backspace: UInt8 = 0x7F, escapeDelay: Duration = InputDecoder.escapeDelay
  ) {
    keyTable = KeyTable(sequences: sequences, backspace: backspace)
    self.escapeDelay = escapeDelay
  }

  /// The delay that `ESCDELAY` names in milliseconds, as for every program that uses curses; at most ten seconds.
  package static func escapeDelay(in environment: [String: String]) -> Duration {
    guard let named = environment["ESCDELAY"].flatMap({ Int($0) }), named >= 0 else { return escapeDelay }
    return .milliseconds(min(named, 10_000))
  }

  /// Takes what one read returned.
  package mutating func feed(_ bytes: some Sequence<UInt8>, at now: Instant) {
    if let lastFed {
      let gap = now - lastFed
      // What comes so late is no part of the sequence.
      if gap >= Self.sequenceTimeout { isPassingOver = false }
      if gap >= min(Self.altDelay, escapeDelay), waiting.elementsEqual([KeyTable.escape]) { isEscapeApart = true }
    }
    pending.removeFirst(head)
    head = 0
    pending.append(contentsOf: bytes)
    lastFed = now
  }

  /// The next event, or nil where more bytes or more time are needed.
  package mutating func nextEvent(at now: Instant) -> InputEvent? {
    deadline = nil
    while true {
      if paste != nil { return continuePaste(at: now) }
      if isPassingOver { passOver() }
      guard !waiting.isEmpty else { return nil }
      let (token, length) = nextTail(at: now) ?? nextToken(at: now)
      if length > 0 { isEscapeApart = false }
      head += length
      switch token {
      case .incomplete: return nil
      case .nothing: continue
      case .overlong: isPassingOver = true
      case .key(let key): return .key(key)
      case .answer(let answer): answers.append(answer)
      case .pasteStart: paste = []
      case .mouse(let report):
        if let event = mouseEvent(report, at: now) { return .mouse(event) }
      }
    }
  }

  /// What the terminal has answered since the last call.
  mutating func takeAnswers() -> [TerminalAnswer] {
    defer { answers = [] }
    return answers
  }

  /// What has come and means nothing yet.
  private var waiting: ArraySlice<UInt8> { pending[head...] }

  /// The token that stands first; it is `incomplete` as long as its rest may come.
  private mutating func nextToken(at now: Instant) -> (token: KeyTable.Token, length: Int) {
    let loneEscape = (token: KeyTable.Token.key(Key(.escape)), length: 1)
    if isEscapeApart, let second = waiting.dropFirst().first, !keyTable.isIntroducer(second) { return loneEscape }
    let whole = keyTable.read(waiting, isComplete: false)
    let isInDoubt = waiting.count < (isEscapeApart ? 3 : 2) && waiting.first == KeyTable.escape
    guard whole.token == .incomplete, hasWaited(isInDoubt ? escapeDelay : sequenceTimeout, at: now) else {
      return whole
    }
    // Somebody typed Esc and, after a moment, the bracket with which sequences go on.
    if isEscapeApart, isInDoubt { return loneEscape }
    abandoned = AbandonedSequence(waiting, at: now)
    return keyTable.read(waiting, isComplete: true)
  }

  /// What stands first where it may be the tail of a sequence that was given up, else nil. Keys of such sequences are not
  /// pressed: the Esc that began them has been taken for one.
  private mutating func nextTail(at now: Instant) -> (token: KeyTable.Token, length: Int)? {
    guard let sequence = abandoned, let lastFed else { return nil }
    abandoned = nil
    guard lastFed < sequence.time + Self.tailTimeout else { return nil }
    switch sequence.tail(in: waiting, table: keyTable) {
    case .none: return nil
    case .found(let token, let length):
      let goesOn = token == .pasteStart || token == .overlong
      return (goesOn ? token : .nothing, length)
    case .incomplete(let isBeyondDoubt):
      guard hasWaited(escapeDelay, at: now) else {
        abandoned = sequence
        return (.incomplete, 0)
      }
      guard isBeyondDoubt else { return nil }
      abandoned = sequence.appending(waiting, at: now)
      return (.nothing, waiting.count)
    }
  }

  /// Whether nothing has come for so long; where that is not yet so, the deadline says when it will be.
  private mutating func hasWaited(_ delay: Duration, at now: Instant) -> Bool {
    guard let end = lastFed.map({ $0 + delay }), now < end else { return true }
    deadline = end
    return false
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
    let isLate = hasWaited(Self.pasteTimeout, at: now)
    var hasEnded = false
    var text = paste ?? []
    paste = nil  // so that appending does not copy it
    while head < pending.count {
      if pending[head] == KeyTable.escape {
        let rest = waiting.prefix(end.count)
        if rest.elementsEqual(end) {
          head += end.count
          hasEnded = true
          break
        }
        if end.starts(with: rest) { break }
      }
      if text.count < Self.pasteLimit { text.append(pending[head]) }
      head += 1
    }
    guard hasEnded || isLate else {
      paste = text
      return nil
    }
    deadline = nil
    if !hasEnded {
      // What is left, if anything, is the beginning of its end.
      abandoned = AbandonedSequence(waiting, at: now)
      head = pending.count
    }
    return .paste(Self.pastedText(text))
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
    case .drag:
      // What is moved away and comes back is no double click.
      lastClick = nil
      return MouseEvent(.drag, at: report.position)
    case .other: return nil
    }
  }
}

/// The beginning of a sequence that was given up because its rest did not come in time. What comes later is held against it, so
/// that a tail is passed over and not typed: `[A` after an Esc is an arrow key of a slow line, `[` alone is a key.
private struct AbandonedSequence {
  /// What bytes are that came later.
  enum Tail: Equatable {
    /// No tail of this sequence.
    case none
    /// The sequence means this, and ends after so many of the bytes.
    case found(KeyTable.Token, length: Int)
    /// More bytes are needed. Beyond doubt it is a tail where nobody types what has come so far.
    case incomplete(isBeyondDoubt: Bool)
  }

  let time: ContinuousClock.Instant
  private let beginning: [UInt8]

  /// Nil where the bytes do not begin a sequence.
  init?(_ beginning: some Collection<UInt8>, at time: ContinuousClock.Instant) {
    guard beginning.first == KeyTable.escape else { return nil }
    self.beginning = Array(beginning)
    self.time = time
  }

  /// This sequence with a part of its tail.
  func appending(_ bytes: some Sequence<UInt8>, at time: ContinuousClock.Instant) -> AbandonedSequence? {
    AbandonedSequence(beginning + bytes, at: time)
  }

  func tail(in bytes: ArraySlice<UInt8>, table: KeyTable) -> Tail {
    guard let first = bytes.first, beginning.count > 1 || table.isIntroducer(first) else { return .none }
    let whole = beginning + bytes
    let (token, length) = table.read(whole[...], isComplete: false)
    let isBeyondDoubt = Self.hasParameters(whole)
    if token == .incomplete { return .incomplete(isBeyondDoubt: isBeyondDoubt) }
    guard length > beginning.count, token != .nothing || isBeyondDoubt else { return .none }
    return .found(token, length: length - beginning.count)
  }

  /// Nobody types an Esc, a bracket and parameters in a row.
  private static func hasParameters(_ bytes: [UInt8]) -> Bool {
    bytes.count > 2 && bytes[1] == UInt8(ascii: "[") && (0x20...0x3F).contains(bytes[2])
  }
}
