import SeededRandom
import Testing

@testable import Terminal

@Suite struct InputDecoderTests {
  private let start = ContinuousClock.now

  /// Events of bytes that come in one piece, and of what the clock adds once nothing more comes.
  private func events(_ text: String, decoder: InputDecoder = InputDecoder()) -> [InputEvent] {
    events(Array(text.utf8), decoder: decoder)
  }

  private func events(_ bytes: [UInt8], decoder: InputDecoder = InputDecoder()) -> [InputEvent] {
    var decoder = decoder
    decoder.feed(bytes, at: start)
    return drain(&decoder, at: start) + drain(&decoder, at: start + .seconds(9))
  }

  private func drain(_ decoder: inout InputDecoder, at time: ContinuousClock.Instant) -> [InputEvent] {
    var events: [InputEvent] = []
    while let event = decoder.nextEvent(at: time) { events.append(event) }
    return events
  }

  private func names(_ events: [InputEvent]) -> [String] {
    events.map { event in
      if case .key(let key) = event { return key.description }
      return "\(event)"
    }
  }

  @Test(arguments: [
    ("jJ< 中é", ["j", "J", "<", "Space", "中", "é"]), ("\r", ["Enter"]), ("\n", ["Enter"]), ("\t", ["Tab"]),
    ("\u{7F}", ["Backspace"]), ("\u{4}\u{15}\u{1A}", ["C-d", "C-u", "C-z"]), ("\u{0}", ["C-@"]),
    ("\u{1C}\u{1D}\u{1E}\u{1F}", ["C-\\", "C-]", "C-^", "C-_"]), ("\u{8}", ["C-h"]),
  ])
  func characters(text: String, expected: [String]) {
    #expect(names(events(text)) == expected)
  }

  @Test(arguments: [
    ("\u{1B}[A\u{1B}[B\u{1B}[C\u{1B}[D", ["Up", "Down", "Right", "Left"]),
    ("\u{1B}OA\u{1B}OB\u{1B}OC\u{1B}OD", ["Up", "Down", "Right", "Left"]),
    ("\u{1B}[H\u{1B}[F\u{1B}OH\u{1B}OF\u{1B}[1~\u{1B}[4~", ["Home", "End", "Home", "End", "Home", "End"]),
    ("\u{1B}[2~\u{1B}[3~\u{1B}[5~\u{1B}[6~", ["Ins", "Del", "PgUp", "PgDn"]), ("\u{1B}[Z", ["S-Tab"]),
    ("\u{1B}OP\u{1B}OS\u{1B}[15~\u{1B}[21~\u{1B}[24~", ["F1", "F4", "F5", "F10", "F12"]),
    ("\u{1B}[[A\u{1B}[[E", ["F1", "F5"]), ("\u{1B}OM\u{1B}Oq", ["Enter", "1"]),
    ("\u{1B}[1;5A\u{1B}[1;2D\u{1B}[1;3C\u{1B}[1;6H", ["C-Up", "S-Left", "A-Right", "C-S-Home"]),
    ("\u{1B}[3;5~\u{1B}[15;2~\u{1B}[1;5P", ["C-Del", "S-F5", "C-F1"]),
    ("\u{1B}[97;5u\u{1B}[13;2u\u{1B}[27;5;105~\u{1B}[9;2u", ["C-a", "S-Enter", "Tab", "S-Tab"]),
  ])
  func sequences(text: String, expected: [String]) {
    #expect(names(events(text)) == expected)
  }

  @Test(arguments: [
    "<0;-9223372036854775808;1M", "1;-9223372036854775808A", "99999999999999999999;99999999999999999999~",
  ])
  func numbersOutOfAllRangeAreHarmless(sequence: String) {
    #expect(names(events("\u{1B}[" + sequence + "j")).last == "j")
  }

  @Test(arguments: [
    ("\u{1B}x", ["A-x"]), ("\u{1B}\r", ["A-Enter"]), ("\u{1B}中", ["A-中"]), ("\u{1B}\u{4}", ["C-A-d"]),
    ("\u{1B}[", ["A-["]), ("\u{1B}O", ["A-O"]), ("\u{1B}", ["Esc"]), ("\u{1B}\u{1B}", ["Esc", "Esc"]),
    ("\u{1B}\u{1B}[A", ["Esc", "Up"]),
  ])
  func escape(text: String, expected: [String]) {
    #expect(names(events(text)) == expected)
  }

  @Test(arguments: [
    "\u{1B}[99~", "\u{1B}[?7;1$y", "\u{1B}[?1;2c", "\u{1B}[I", "\u{1B}[O", "\u{1B}Oz", "\u{1B}[[Z", "\u{1B}[<0;1M",
    "\u{1B}[12;", "\u{85}", "\u{1B}[" + String(repeating: "1;", count: 100),
  ])
  func whatIsNotKnownIsDroppedWhole(text: String) {
    #expect(events(text).isEmpty)
    #expect(events(text + "\u{1B}[200~x\u{1B}[201~") == [.paste("x")])
  }

  @Test func answersAreNoKeys() {
    var decoder = InputDecoder()
    decoder.feed(Array("\u{1B}[?69;2$yj\u{1B}[?64;1;22c\u{1B}[?69;0$y".utf8), at: start)
    #expect(drain(&decoder, at: start) == [.key(.character("j"))])
    #expect(
      decoder.takeAnswers() == [.mode(69, isThere: true), .attributes, .mode(69, isThere: false)])
    #expect(decoder.takeAnswers().isEmpty)
  }

  @Test func invalidBytesAreDropped() {
    #expect(names(events([0xFF, 0x61, 0xC3, 0x62, 0xE4, 0xB8, 0x63, 0x80, 0x64])) == ["a", "b", "c", "d"])
  }

  @Test func aCharacterMayComeInPieces() {
    var decoder = InputDecoder()
    decoder.feed([0xE4, 0xB8], at: start)
    #expect(decoder.nextEvent(at: start) == nil)
    decoder.feed([0xAD], at: start)
    #expect(decoder.nextEvent(at: start) == .key(.character("中")))
  }

  @Test func aSequenceMayComeByteByByte() {
    var decoder = InputDecoder()
    var found: [InputEvent] = []
    for byte in Array("\u{1B}[1;5Aj\u{1B}[<0;3;4M\u{1B}[200~你\u{1B}[201~".utf8) {
      decoder.feed([byte], at: start)
      found += drain(&decoder, at: start)
    }
    let click = MouseEvent(.click, at: Point(x: 2, y: 3))
    #expect(found == [.key(Key(.up, .control)), .key(.character("j")), .mouse(click), .paste("你")])
  }

  @Test func aSequenceThatIsTooLongIsDroppedWholeHoweverItComes() {
    let bytes = Array("\u{1B}[".utf8) + [UInt8](repeating: UInt8(ascii: "1"), count: 200) + Array("uy".utf8)
    for size in [1, 8, 64, 70, bytes.count] {
      var decoder = InputDecoder()
      var events: [InputEvent] = []
      for first in stride(from: 0, to: bytes.count, by: size) {
        decoder.feed(bytes[first..<min(first + size, bytes.count)], at: start)
        events += drain(&decoder, at: start)
      }
      #expect(events == [.key(.character("y"))], "in pieces of \(size)")
    }
  }

  @Test func whatIsTypedAfterASequenceWithoutAnEndIsTyped() {
    var decoder = InputDecoder()
    decoder.feed(Array("\u{1B}[".utf8) + [UInt8](repeating: UInt8(ascii: "1"), count: 200), at: start)
    #expect(decoder.nextEvent(at: start) == nil)
    let later = start + InputDecoder.sequenceTimeout
    decoder.feed("2".utf8, at: later)
    #expect(decoder.nextEvent(at: later) == .key(.character("2")))
  }

  @Test func theTerminalsDescriptionGoesFirst() {
    let decoder = InputDecoder(sequences: [Array("\u{1B}[7~".utf8): Key(.delete), Array("\u{1B}w".utf8): Key(.home)])
    #expect(names(events("\u{1B}[7~\u{1B}w\u{1B}x", decoder: decoder)) == ["Del", "Home", "A-x"])
  }

  @Test func theTerminalsBackspaceMayBeControlH() {
    #expect(names(events("\u{8}", decoder: InputDecoder(backspace: 8))) == ["Backspace"])
  }

  @Test func aPasteIsOneEvent() {
    let text = "\u{1B}[200~第一行\r二\r\nq\u{1B}[A\u{3}\u{1B}[201~j"
    #expect(events(text) == [.paste("第一行\n二\nq\u{1B}[A\u{3}"), .key(.character("j"))])
  }

  @Test func aPasteWithoutEndEndsByTheClock() {
    var decoder = InputDecoder()
    decoder.feed(Array("\u{1B}[200~abc".utf8), at: start)
    #expect(decoder.nextEvent(at: start) == nil)
    #expect(decoder.deadline == start + InputDecoder.pasteTimeout)
    #expect(decoder.nextEvent(at: start + InputDecoder.pasteTimeout) == .paste("abc"))
    #expect(decoder.deadline == nil)
  }

  @Test func aHugePasteIsCutOff() throws {
    let text = "\u{1B}[200~" + String(repeating: "x", count: InputDecoder.pasteLimit + 10) + "\u{1B}[201~"
    guard case .paste(let pasted) = try #require(events(text).first) else { return #expect(Bool(false)) }
    #expect(pasted.utf8.count == InputDecoder.pasteLimit)
  }

  @Test func theMouseIsReportedInBothForms() {
    let place = Point(x: 299, y: 1)
    #expect(events("\u{1B}[<0;300;2M\u{1B}[<0;300;2m") == [.mouse(MouseEvent(.click, at: place))])
    #expect(events("\u{1B}[M !\"\u{1B}[M#!\"") == [.mouse(MouseEvent(.click, at: Point(x: 0, y: 1)))])
    #expect(
      events("\u{1B}[<64;1;1M\u{1B}[<65;1;1M") == [
        .mouse(MouseEvent(.wheelUp, at: Point(x: 0, y: 0))), .mouse(MouseEvent(.wheelDown, at: Point(x: 0, y: 0))),
      ])
  }

  @Test func otherButtonsAndMovementsAreDropped() {
    #expect(events("\u{1B}[<1;1;1M\u{1B}[<2;1;1M\u{1B}[<35;1;1M\u{1B}[<34;1;1M\u{1B}[<66;1;1M\u{1B}[<0;0;0M").isEmpty)
  }

  @Test func movementsOfTheButtonThatClicksAreADrag() {
    let drag = InputEvent.mouse(MouseEvent(.drag, at: Point(x: 4, y: 2)))
    #expect(events("\u{1B}[<0;3;3M\u{1B}[<32;5;3M\u{1B}[<0;5;3m").dropFirst() == [drag])
    #expect(events("\u{1B}[M #!\u{1B}[M@%#").dropFirst() == [drag])
    #expect(
      events("\u{1B}[<0;3;3M\u{1B}[<32;4;3M\u{1B}[<0;3;3M").last == .mouse(MouseEvent(.click, at: Point(x: 2, y: 2))))
  }

  @Test func twoQuickClicksOnOnePlaceAreADoubleClick() {
    let click = Array("\u{1B}[<0;5;5M".utf8)
    let elsewhere = Array("\u{1B}[<0;6;5M".utf8)
    func kinds(_ clicks: [([UInt8], Int)]) -> [MouseEvent.Kind] {
      var decoder = InputDecoder()
      return clicks.compactMap { bytes, milliseconds in
        let time = start + .milliseconds(milliseconds)
        decoder.feed(bytes, at: time)
        guard case .mouse(let event) = decoder.nextEvent(at: time) else { return nil }
        return event.kind
      }
    }
    #expect(kinds([(click, 0), (click, 400)]) == [.click, .doubleClick])
    #expect(kinds([(click, 0), (click, 401)]) == [.click, .click])
    #expect(kinds([(click, 0), (elsewhere, 10)]) == [.click, .click])
    #expect(kinds([(click, 0), (click, 10), (click, 20)]) == [.click, .doubleClick, .click])
  }

  @Test func noBytesEverCrashOrStickIt() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let alphabet = Array("\u{1B}\u{1B}[[O<;;~MmuA0123456789x中".utf8) + [0xFF, 0x00, 0x0D, 0xC3]
      let bytes = (0..<Int.random(in: 1...40, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      var decoder = InputDecoder()
      decoder.feed(bytes, at: start)
      _ = drain(&decoder, at: start)
      _ = drain(&decoder, at: start + .seconds(9))
      #expect(decoder.deadline == nil, "left over from \(bytes)")
    }
  }
}
