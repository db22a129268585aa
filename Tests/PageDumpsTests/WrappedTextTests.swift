import Testing

@testable import PageDumps

@Suite struct WrappedTextTests {
  private static let chinese = [
    "远帆航运公布的数据显示，上半年货量同比回升百分之六，高于市场预期，其中远洋航线的货量增长最快，近海航线大致持平。公司表示，下半年将增加两条新航线，并更换部分老旧船舶，"
      + "预计明年投入运营的新船将使单位成本下降一成左右。",
    "分析人士认为，运价已经见底，但是回升的速度取决于新船交付的节奏，短期之内仍有反复的可能，投资者应当留意四季度的供需变化，以及港口拥堵是否再度出现。青桐银行的研究报告则更为乐观，"
      + "该行上调了对整个行业的盈利预测。",
  ]
  private static let english = [
    "Northwind Grid said on Tuesday that it would build a battery storage site near Harbor City, and that the permits were under way. "
      + "Construction starts in the third quarter and should be finished within eighteen months, the company said in a statement.",
    "The regulator voted four to one in favour of the new tariff, which takes effect in January. Analysts had expected a longer delay "
      + "after the hearings of last spring, when several cities had asked for more time to study the plan.",
  ]

  /// The text broken where the next word, or the next Chinese character, would not have fitted.
  private static func wrapped(_ text: String, at width: Int, indent: String = "", inColumns: Bool = true) -> String {
    var rows: [String] = []
    var row = indent
    var columns = indent.utf8.count
    var word = ""
    func size(_ text: String) -> Int { inColumns ? text[...].roughColumns : text.unicodeScalars.count }
    func flush() {
      if columns + size(word) > width {
        while row.last == " " { row.removeLast() }
        rows.append(row)
        (row, columns) = ("", 0)
        if word.first == " " { word.removeFirst() }
      }
      row += word
      columns += size(word)
      word = ""
    }
    for character in text {
      let isChinese = character.unicodeScalars.allSatisfy { $0.value >= 0x2e80 }
      if isChinese || character == " " { flush() }
      word.append(character)
      if isChinese { flush() }
    }
    flush()
    return (rows + [row]).joined(separator: "\n")
  }

  @Test(arguments: [40, 60, 72, 79, 80, 100]) func paragraphsThatWereBrokenAtAWidthAreWhole(_ width: Int) {
    for paragraphs in [Self.chinese, Self.english] {
      let text = paragraphs.map { Self.wrapped($0, at: width) }.joined(separator: "\n\n")
      #expect(WrappedText.joined(text) == paragraphs.joined(separator: "\n\n"))
    }
  }

  @Test func toolsCountColumnsOrCharacters() {
    let paragraphs = Self.chinese.map { $0 + $0 + $0 }
    let text = paragraphs.map { Self.wrapped($0, at: 66, inColumns: false) }.joined(separator: "\n\n")
    #expect(WrappedText.joined(text) == paragraphs.joined(separator: "\n\n"))
  }

  @Test func whereLinesEndAtBlanksAloneAClauseOfChineseIsAWord() {
    let clauses = (1...60).map { "第\($0)家公司公布了数据" + String(repeating: "，货量回升", count: $0 * 7 % 5) }
    var rows = [""]
    for clause in clauses {
      if rows[rows.count - 1].unicodeScalars.count + 1 + clause.unicodeScalars.count > 100 { rows.append("") }
      rows[rows.count - 1] += (rows[rows.count - 1].isEmpty ? "" : " ") + clause
    }
    let text = rows.joined(separator: "\n") + "。"
    #expect(!WrappedText.joined(text).contains("\n"))
    // A few such lines may as well be headlines.
    let few = rows.prefix(8).joined(separator: "\n") + "。"
    #expect(WrappedText.joined(few) == few)
  }

  @Test func aParagraphThatIsSetInBeginsALine() {
    let text = Self.english.map { Self.wrapped($0, at: 64, indent: "    ") }.joined(separator: "\n")
    #expect(WrappedText.joined(text) == Self.english.map { "    " + $0 }.joined(separator: "\n"))
  }

  @Test(arguments: ["# Next year", "* Ports", "- Ports", "2. Ports", "| a | b |", "> said", "来源：港口日报", "```"])
  func aLineThatOpensABlockIsNotDrawnUp(_ line: String) {
    // Rows that fill the width, so that any other line would go on with the last of them.
    let rows = Self.wrapped(Self.english.joined(separator: " "), at: 64).split(separator: "\n").prefix(6)
    let joined = { (next: String) in
      WrappedText.joined(rows.joined(separator: "\n") + "\n\(next)\n\n" + Self.wrapped(Self.english[1], at: 64))
    }
    let paragraph = rows.joined(separator: " ")
    #expect(joined("Ports grow.") == "\(paragraph) Ports grow.\n\n\(Self.english[1])")
    #expect(joined(line) == "\(paragraph)\n\(line)\n\n\(Self.english[1])")
  }

  @Test func nothingGoesOnBehindAHeading() {
    let heading = "# Northwind Grid builds a battery storage site near Harbor City"
    let text = heading + "\n" + Self.wrapped(Self.english[0], at: 64)
    #expect(WrappedText.joined(text) == heading + "\n" + Self.english[0])
  }

  @Test func headlinesOfOneLengthAreNoParagraph() {
    let list = (10...40).map { "第\($0)家公司公布了上半年的经营数据并且上调了全年的业绩预期" }.joined(separator: "\n")
    #expect(WrappedText.joined(list) == list)
  }

  @Test(arguments: [
    "", "一行", "甲\n乙\n丙\n丁\n戊", "远帆航运公布了数据。\n\n货量回升。\n\n运价走稳。", "港口的灯还亮着\n最后一船煤靠了岸\n吊臂停在风里\n等潮水退去",
  ])
  func shortLinesStayAsTheyAre(_ text: String) {
    #expect(WrappedText.joined(text) == text)
  }

  @Test func sentencesThatEachFillTheirLineStayApart() {
    let text = (10...20).map { "远帆航运第\($0)条航线的货量同比回升，运价同比走稳，公司上调预期。" }.joined(separator: "\n")
    #expect(WrappedText.joined(text) == text)
  }

  @Test func aStrayLineOfManyMayBeWider() {
    let address = "https://port.example/" + String(repeating: "a", count: 180)
    let paragraph = Array(repeating: Self.chinese[0], count: 20).joined()
    let text = { (width: Int) in Self.wrapped(paragraph, at: width) + "\n\n" + address }
    #expect(WrappedText.joined(text(76)) == paragraph + "\n\n" + address)
    // Among fewer lines it says that the others were not broken.
    let short = Self.wrapped(Self.chinese[0], at: 76) + "\n\n" + address
    #expect(WrappedText.joined(short) == short)
  }
}
