import Testing

@testable import PageDumps
@testable import TextScanning

@Suite struct LineRepairTests {
  /// The paragraphs that lines make: those put together in brackets.
  private func repaired(_ text: String, joinsFragments: Bool = true) -> [String] {
    repaired(lines(text), joinsFragments: joinsFragments)
  }

  private func repaired(_ lines: [TextLine], joinsFragments: Bool) -> [String] {
    LineRepair.repaired(lines, joinsFragments: joinsFragments).map { line in
      switch line {
      case .plain(let text): String(text)
      case .joined(let text): "[\(text)]"
      case .picture(let text): "(\(text))"
      }
    }
  }

  // MARK: Text that was wrapped

  private let wrapped = [
    "Northwind Grid said on Tuesday that it would build", "a battery storage site near the city, and that the",
    "permits were under way.",
  ]

  @Test func latinLinesThatStopWithinASentenceAreOneParagraph() {
    #expect(repaired(wrapped.joined(separator: "\n")) == ["[\(wrapped.joined(separator: " "))]"])
    #expect(repaired(wrapped.joined(separator: "\n"), joinsFragments: false).count == 1)
  }

  @Test func blankLinesIndentsAndShortLinesEndAParagraph() {
    let text = wrapped.joined(separator: "\n")
    let whole = "[\(wrapped.joined(separator: " "))]"
    #expect(repaired("\(text)\n\n\(text)") == [whole, whole])
    #expect(repaired("  \(text)\n  \(text)") == [whole, whole])
    #expect(repaired("\(text)\n\(text)") == [whole, whole])
    // A small letter goes on with what stands before it.
    #expect(repaired(wrapped[0] + "\n" + wrapped[1] + "\nplans say\nthe company.").count == 1)
  }

  @Test func whereParagraphsAreSetInAShortLineEndsNone() {
    let text =
      "  Northwind Grid and\nHarbor Power Corp said they would build a storage site\n\(wrapped[1])\npermits were under way."
    #expect(repaired(text).count == 1)
    #expect(repaired(text.replacing("  N", with: "N")).count == 2)
  }

  @Test func widerLinesOrOthersThatEndWereNotWrapped() {
    let wide = wrapped[0] + " " + String(repeating: "a", count: 40)
    #expect(wide.count == 91)
    #expect(repaired([wide, wrapped[1], wrapped[2]].joined(separator: "\n"), joinsFragments: false).count == 3)
    let ended =
      "Northwind Grid builds a battery storage site.\nThe permits of the city are under way already.\nIt opens."
    #expect(repaired(ended, joinsFragments: false).count == 3)
    let short = "Northwind Grid said that\nit would build a site and\nthat permits were under way"
    #expect(repaired(short, joinsFragments: false).count == 3)
    let chinese = Array(repeating: "远帆航运公布了上半年的经营数据，其中货量的回升", count: 3).joined(separator: "\n")
    #expect(repaired(chinese, joinsFragments: false).count == 3)
  }

  // MARK: Text that was broken around links

  @Test(arguments: [
    "公司表示，\n下半年将增加两条航线。", "煤炭、\n钢铁将受益。", "公司公布了数据\n，货量回升。", "公司称“货量已回升\n”，运价走稳。", "据公告，标的公司将由\n远帆航运\n全资持有。",
    "据公告，公司将与\n江湾港\n、\n海岳港\n合作。",
  ])
  func aSentenceGoesOn(_ text: String) {
    #expect(repaired(text) == ["[\(text.replacing("\n", with: ""))]"])
    // On pages each block has its line.
    #expect(repaired(text, joinsFragments: false).count == text.split(separator: "\n").count)
  }

  @Test(arguments: [
    "货量回升。\n，运价走稳。", "公司表示，\n\n下半年将增加两条航线。", "公司表示，\n1. 增加两条航线。", "公司表示，\n• 增加两条航线", "来源：港口、\n远帆航运", "公司表示，\n记者 李四",
    "公司对外合作与\n下半年的打算", "两条新航线\n公司公布了数据，货量回升。", "航运", "运价走稳\n港口\n煤炭",
  ])
  func otherLinesStayApart(_ text: String) {
    #expect(repaired(text) == text.split(separator: "\n").map { String($0) })
  }

  @Test func aNameInTheMiddleOfALongSentenceIsPartOfIt() {
    let first = "据公告，本次交易完成之后，公司的控股股东变更为"
    #expect(repaired("\(first)\n远帆航运集团\n不再单独上市。") == ["[\(first)远帆航运集团不再单独上市。]"])
    // The sentence before it must be long, and something must follow.
    #expect(repaired("据公告，股东变更为\n远帆航运集团\n不再单独上市").count == 3)
    #expect(repaired("\(first)\n远帆航运集团").count == 2)
  }

  @Test func aTermOfFourCharactersMayStandBeforeRunningText() {
    #expect(repaired("行业龙头\n远帆航运\n公布了数据，货量回升。").count == 1)
    #expect(repaired("行业龙头\n远帆航运业\n公布了数据，货量回升。").count == 3)
    #expect(repaired("行业龙头\n远帆航运\n公布了数据").count == 3)
  }

  @Test func latinWordsKeepTheirBlank() {
    #expect(repaired("公司称，\nNorthwind Grid\n将建站。") == ["[公司称，Northwind Grid将建站。]"])
    #expect(repaired("公司由 Harbor，\nNorthwind，\nPower 持有。") == ["[公司由 Harbor，Northwind，Power 持有。]"])
    #expect(repaired("据报道，交易的对手方是注册于港城的公司 Northwind\nGrid\n不再单独上市。")[0].contains("Northwind Grid"))
  }

  @Test func picturesAndSingleLinesStay() {
    let picture = lines("宁川港夜景\n货量回升。").enumerated().map { $0 == 0 ? $1.of(.picture) : $1 }
    #expect(repaired(picture, joinsFragments: false) == ["(宁川港夜景)", "货量回升。"])
    #expect(repaired("货量回升，") == ["货量回升，"])
    #expect(repaired([], joinsFragments: true) == [])
  }
}
