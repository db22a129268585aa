import Testing

@testable import ArticleFields

@Suite struct ListMarkerTests {
  @Test(arguments: [
    ("• 甲", ListMarker.bullet, "甲"), ("- 甲", .bullet, "甲"), ("一、总述", .chapter, "总述"), ("（一）总述", .section, "总述"),
    ("1. 甲", .number, "甲"), ("①甲", .number, "甲"),
  ])
  func aMarkerStandsBeforeTheRest(line: String, marker: ListMarker, rest: String) {
    #expect(ListMarker.split(line[...])?.marker == marker)
    #expect(ListMarker.split(line[...])?.rest ?? "" == rest)
  }

  @Test(arguments: ["", "甲", "-甲", "2024年", "1.5亿元", "一季度"]) func otherLinesHaveNone(line: String) {
    #expect(ListMarker.split(line[...]) == nil)
  }
}

/// Every form of bullet and number, and what looks like one.
@Suite struct ListMarkerFormTests {
  @Test(arguments: ["•", "●", "■", "◆", "▪", "◇", "○", "□", "►", "▶", "➤", "·", "‣", "◦", "★", "☆"])
  func aBulletNeedsNoBlank(bullet: String) {
    #expect(ListMarker.split("\(bullet)甲"[...])?.marker == .bullet)
    #expect(ListMarker.split("\(bullet)　甲"[...])?.rest == "甲")
    #expect(ListMarker.split("\(bullet) "[...]) == nil)
  }

  @Test(arguments: ["-", "*", "–", "—", "+"]) func aSignNeedsOne(sign: String) {
    #expect(ListMarker.split("\(sign) 甲"[...])?.marker == .bullet)
    #expect(ListMarker.split("\(sign)\u{a0}甲"[...])?.rest == "甲")
    #expect(ListMarker.split("\(sign)甲"[...]) == nil)
    #expect(ListMarker.split("\(sign)\(sign) 甲"[...]) == nil)
    #expect(ListMarker.split(sign[...]) == nil)
  }

  @Test(arguments: [
    ("一、总述", ListMarker.chapter), ("十一、总述", .chapter), ("二十一．总述", .chapter), ("三. 总述", .chapter), ("第一章 总述", .chapter),
    ("第3节　总述", .chapter), ("第十二部分总述", .chapter), ("第10篇总述", .chapter), ("01 总述", .chapter), ("（一）总述", .section),
    ("(十一) 总述", .section), ("（二)总述", .section), ("1. 总述", .number), ("1、总述", .number), ("12)总述", .number),
    ("1）总述", .number), ("1．总述", .number), ("1.总述", .number), ("(1)总述", .number), ("（12）总述", .number), ("①总述", .number),
    ("⑳ 总述", .number), ("07、总述", .number),
  ])
  func numbersOfAllKinds(line: String, marker: ListMarker) {
    let found = ListMarker.split(line[...])
    #expect(found?.marker == marker)
    #expect(found.map { String($0.rest) } == "总述")
  }

  @Test(arguments: [
    "一二三四、总述", "一季度", "一，总述", "第一名", "第章", "第一百二十章", "第1234章", "10 总述", "1 总述", "001 总述", "100. 总述", "100、总述", "1.5亿元",
    "12.31总述", "1:总述", "(123)总述", "(甲)总述", "()总述", "（一 总述", "(1) ", "一、", "1.", "㉑总述", "①", "第一章", "2031年总述", "3、 ",
  ])
  func otherStartsAreNoMarkers(line: String) { #expect(ListMarker.split(line[...]) == nil) }
}
