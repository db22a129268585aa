import Testing

@testable import Terminal

/// Sequences that a slow line cuts, and keys that a person types as if they were sequences.
@Suite struct SlowLineTests {
  private struct Line {
    var decoder: InputDecoder
    private(set) var events: [InputEvent] = []
    private var now = ContinuousClock.now

    init(escapeDelay: Duration = InputDecoder.escapeDelay) { decoder = InputDecoder(escapeDelay: escapeDelay) }

    /// Sends bytes, and lets time pass after them as an event loop does: up to each deadline and to the end.
    mutating func send(_ bytes: some Sequence<UInt8>, then pause: Duration) {
      decoder.feed(bytes, at: now)
      take()
      let end = now + pause
      while let deadline = decoder.deadline, deadline <= end {
        now = deadline
        take()
      }
      now = end
    }

    private mutating func take() {
      while let event = decoder.nextEvent(at: now) { events.append(event) }
    }
  }

  /// Each of the pieces is followed by the same pause, the last one by a long one.
  private func events(
    _ pieces: [some Collection<UInt8>], pause: Duration, escapeDelay: Duration = InputDecoder.escapeDelay
  ) -> [InputEvent] {
    var line = Line(escapeDelay: escapeDelay)
    for (index, piece) in pieces.enumerated() {
      line.send(piece, then: index + 1 < pieces.count ? pause : .seconds(30))
    }
    return line.events
  }

  private func keys(_ events: [InputEvent]) -> [String] {
    events.map { event in
      if case .key(let key) = event { return key.description }
      return "\(event)"
    }
  }

  private func typed(_ pieces: [String], pause: Int) -> [String] {
    keys(events(pieces.map { Array($0.utf8) }, pause: .milliseconds(pause)))
  }

  /// What terminals send for one thing that a person does.
  private static let sequences: [String] = [
    "\u{1B}[A", "\u{1B}OA", "\u{1B}[H", "\u{1B}OF", "\u{1B}OP", "\u{1B}[[A", "\u{1B}[Z", "\u{1B}[5~", "\u{1B}[15~",
    "\u{1B}[24~", "\u{1B}[1;5A", "\u{1B}[3;5~", "\u{1B}[97;5u", "\u{1B}[27;5;105~", "\u{1B}[<0;120;40M",
    "\u{1B}[<64;3;2M", "\u{1B}[M !!", "中", "é", "\u{1B}中", "\u{1B}[200~Aq中\u{1B}[A0~\u{1B}[201~",
  ]

  private static let delays = [0, 5, 24, 25, 100, 149, 150, 400, 999, 1000, 1900]

  @Test(arguments: sequences) func aSequenceIsOneThingWhereverItIsCut(sequence: String) {
    let bytes = Array(sequence.utf8)
    let whole = events([bytes], pause: .zero)
    #expect(whole.count == 1)
    for cut in 1..<bytes.count {
      for delay in Self.delays {
        let found = events([bytes[..<cut], bytes[cut...]], pause: .milliseconds(delay))
        let isGivenUp = delay >= (cut == 1 && bytes[0] == 0x1B ? 150 : 1000) && !isWithinPaste(bytes, cut)
        if !isGivenUp, !(cut == 1 && sequence == "\u{1B}中" && delay >= 25) {
          #expect(found == whole, "cut at \(cut), \(delay) ms")
        }
        #expect(isHarmless(found, insteadOf: whole), "cut at \(cut), \(delay) ms: \(found)")
      }
    }
  }

  private func isWithinPaste(_ bytes: [UInt8], _ cut: Int) -> Bool {
    cut >= 6 && bytes.starts(with: Array("\u{1B}[200~".utf8))
  }

  /// A slow line may make an Esc of an arrow, but nothing that somebody has not typed.
  private func isHarmless(_ found: [InputEvent], insteadOf whole: [InputEvent]) -> Bool {
    found.allSatisfy { event in
      let beginnings: [InputEvent] = ["Esc", "A-[", "A-O"].compactMap { Key(parsing: $0).map(InputEvent.key) }
      return whole.contains(event) || beginnings.contains(event) || event == .key(.character("中"))
    }
  }

  @Test(arguments: sequences) func aSequenceIsOneThingByteByByte(sequence: String) {
    let bytes = Array(sequence.utf8)
    let whole = events([bytes], pause: .zero)
    let pieces = bytes.map { [$0] }
    for delay in [0, 5, 24, 25, 100, 149] where sequence != "\u{1B}中" || delay < 25 {
      #expect(events(pieces, pause: .milliseconds(delay)) == whole, "\(delay) ms")
    }
  }

  @Test func theTailOfAnArrowIsNotTyped() {
    #expect(typed(["\u{1B}", "[A"], pause: 100) == ["Up"])
    #expect(typed(["\u{1B}", "[A"], pause: 500) == ["Esc"])
    #expect(typed(["\u{1B}", "OA", "j"], pause: 300) == ["Esc", "j"])
    #expect(typed(["\u{1B}[20", "0~", "x\u{1B}[201~"], pause: 400) == ["paste(\"x\")"])
  }

  @Test func theTailThatComesAfterTheTimeOfItsSequenceIsNotTyped() {
    #expect(typed(["\u{1B}[1", "5~", "j"], pause: 1200) == ["j"])
    #expect(typed(["\u{1B}[20", "0~rm\u{1B}[201~", "j"], pause: 1200) == ["paste(\"rm\")", "j"])
    #expect(typed(["\u{1B}[1;", "5", "A", "j"], pause: 1200) == ["j"])
    #expect(typed(["\u{1B}[<0;1", "2;3M", "j"], pause: 1200) == ["j"])
    #expect(typed(["\u{1B}[20", "1~"], pause: 1200).isEmpty)
  }

  @Test func thePasteWhoseMarkComesLateIsAPaste() {
    #expect(typed(["\u{1B}", "[200~rm\u{1B}[201~"], pause: 700) == ["Esc", "paste(\"rm\")"])
    #expect(typed(["\u{1B}[200~rm", "qA", "\u{1B}[201~"], pause: 4000) == ["paste(\"rmqA\")"])
  }

  @Test func theCutEndOfAPasteThatTookTooLongIsNotTyped() {
    var line = Line()
    line.send(Array("\u{1B}[200~abc\u{1B}[20".utf8), then: .seconds(6))
    line.send(Array("1~j".utf8), then: .seconds(6))
    #expect(line.events == [.paste("abc"), .key(.character("j"))])
  }

  @Test(arguments: [30, 100, 149, 150, 200, 700, 3000])
  func keysAfterEscapeAreTyped(pause: Int) {
    #expect(typed(["\u{1B}", "j"], pause: pause) == ["Esc", "j"])
    #expect(typed(["\u{1B}", "/", "O", "P"], pause: pause).first == "Esc")
    #expect(typed(["\u{1B}", "[", "["], pause: max(pause, 150)) == ["Esc", "[", "["])
    #expect(typed(["\u{1B}", "]", "["], pause: pause) == ["Esc", "]", "["])
    #expect(typed(["\u{1B}", "\u{1B}", "j"], pause: pause) == ["Esc", "Esc", "j"])
    #expect(typed(["\u{1B}", "[", "j", "j"], pause: max(pause, 150)) == ["Esc", "[", "j", "j"])
    #expect(typed(["\u{1B}", "1", "2", "中"], pause: pause) == ["Esc", "1", "2", "中"])
  }

  @Test func aBracketAfterEscapeIsAKeyWhereNothingFollows() {
    #expect(typed(["\u{1B}", "["], pause: 60) == ["Esc", "["])
    #expect(typed(["\u{1B}", "O"], pause: 60) == ["Esc", "O"])
    #expect(typed(["\u{1B}["], pause: 0) == ["A-["])
  }

  @Test func escapeWaitsForItsDelayAlone() {
    let start = ContinuousClock.now
    var decoder = InputDecoder()
    decoder.feed([0x1B], at: start)
    #expect(decoder.nextEvent(at: start) == nil)
    #expect(decoder.deadline == start + InputDecoder.escapeDelay)
    #expect(decoder.nextEvent(at: start + .milliseconds(149)) == nil)
    #expect(decoder.nextEvent(at: start + .milliseconds(150)) == .key(Key(.escape)))
    #expect(decoder.nextEvent(at: start + .milliseconds(150)) == nil)
    #expect(decoder.deadline == nil)
  }

  @Test func theDelayOfTheEnvironmentIsHeeded() {
    func delay(_ value: String?) -> Duration { InputDecoder.escapeDelay(in: value.map { ["ESCDELAY": $0] } ?? [:]) }
    #expect(delay("25") == .milliseconds(25))
    #expect(delay("0") == .zero)
    #expect(delay("999999999") == .seconds(10))
    for value in [nil, "", "-1", "soon"] { #expect(delay(value) == InputDecoder.escapeDelay) }

    let pieces = [Array("\u{1B}".utf8), Array("[A".utf8)]
    #expect(keys(events(pieces, pause: .milliseconds(800), escapeDelay: .seconds(1))) == ["Up"])
    #expect(keys(events(pieces, pause: .milliseconds(100), escapeDelay: .milliseconds(25))) == ["Esc"])
    #expect(keys(events([Array("\u{1B}x".utf8)], pause: .zero, escapeDelay: .zero)) == ["A-x"])
  }
}
