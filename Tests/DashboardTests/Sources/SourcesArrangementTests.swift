import Terminal
import Testing

@testable import Dashboard

/// The page of sources as drawings: l list, d details, = titles, | the rule between them.
@Suite struct SourcesArrangementTests {
  private func drawing(_ width: Int, _ height: Int, details: Bool = false) -> [String] {
    let arrangement = SourcesArrangement(in: Rect(x: 0, y: 0, width: width, height: height), showsDetails: details)
    var cells = Array(repeating: Array(repeating: Character("."), count: width), count: height)
    func fill(_ rect: Rect?, _ letter: Character) {
      guard let rect else { return }
      for y in rect.y..<rect.maxY { for x in rect.x..<rect.maxX { cells[y][x] = letter } }
    }
    for (frame, letter) in [(arrangement.list, Character("l")), (arrangement.details, "d")] {
      fill(frame?.title, "=")
      fill(frame?.body, letter)
    }
    fill(arrangement.vertical, "|")
    var rows: [(text: String, count: Int)] = []
    for row in cells {
      var text = ""
      for letter in row where text.last != letter { text.append(letter) }
      if rows.last?.text == text { rows[rows.count - 1].count += 1 } else { rows.append((text, 1)) }
    }
    return rows.map { "\($0.text) \($0.count)" }
  }

  @Test func wideScreensHaveTheDetailsBesideTheList() {
    #expect(drawing(120, 37) == ["=|= 1", "l|d 36"])
    #expect(drawing(200, 57) == ["=|= 1", "l|d 56"])
  }

  @Test func ordinaryScreensHaveThemBelow() {
    #expect(drawing(80, 21) == ["= 1", "l 11", "= 1", "d 8"])
  }

  @Test func onSmallScreensTheyTakeTurns() {
    #expect(drawing(40, 8) == ["= 1", "l 7"])
    #expect(drawing(40, 8, details: true) == ["= 1", "d 7"])
  }

  /// The columns of a list, by the first letter of their names and their widths.
  private func columns(_ width: Int) -> String {
    let row = Rect(x: 0, y: 0, width: width, height: 1)
    return SourceColumn.places(in: row).sorted { $0.value.x < $1.value.x }
      .map { "\($0.key)".prefix(1) + "\($0.value.width)" }.joined(separator: " ")
  }

  @Test func theNameHasTheFirstClaimOnARow() {
    #expect(columns(67) == "n21 f14 a6 u6 l5 n5")
    #expect(columns(75) == "n25 f18 a6 u6 l5 n5")
    #expect(columns(35) == "n20 u6 l5")
    #expect(columns(21) == "n21")
  }

  @Test(arguments: 1...200)
  func noColumnLeavesTheRowOrCoversAnother(width: Int) {
    let row = Rect(x: 3, y: 0, width: width, height: 1)
    var end = row.x
    for place in SourceColumn.places(in: row).values.sorted(by: { $0.x < $1.x }) {
      #expect(place.x >= end && place.maxX <= row.maxX && place.width > 0)
      end = place.maxX
    }
  }
}
