import Terminal
import Testing

@Suite struct MemoryScreenTests {
  private let screen = MemoryScreen(size: Size(width: 6, height: 2))

  private func frame(_ text: String) -> Buffer {
    var buffer = Buffer(size: screen.size)
    buffer.write("\(text)", x: 0, y: 1, style: .standard)
    return buffer
  }

  @Test func keepsFramesAndTheCursor() {
    screen.present(frame("one"), cursor: Point(x: 1, y: 1))
    #expect(screen.lines == ["", "one"])
    #expect(screen.cursor == Point(x: 1, y: 1))
    screen.present(frame("two"), cursor: nil)
    #expect(screen.lines == ["", "two"])
    #expect(screen.cursor == nil)
    #expect(screen.frames.map { $0.lines[1] } == ["one", "two"])
  }

  @Test func countsChangedCells() {
    screen.present(frame("one"), cursor: nil)
    #expect(screen.changedCells == 12)
    screen.present(frame("ore"), cursor: nil)
    #expect(screen.changedCells == 1)
    screen.present(frame("ore"), cursor: nil)
    #expect(screen.changedCells == 0)
  }

  @Test func canForgetAllButTheLast() {
    for text in ["a", "b", "c"] { screen.present(frame(text), cursor: nil) }
    screen.forget()
    #expect(screen.presentations == 1)
    #expect(screen.lines == ["", "c"])
    screen.present(frame("d"), cursor: nil)
    #expect(screen.presentations == 2)
  }
}
