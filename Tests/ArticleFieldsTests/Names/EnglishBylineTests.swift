import Testing

@testable import ArticleFields

/// Who an English line names as its writer, and the values of fields.
@Suite struct EnglishBylineTests {
  private func names(_ line: String) -> String? { Byline.names(in: line[...]) }

  @Test(arguments: [
    "By Ann Poe", "by Ann Poe", "BY Ann Poe", "Written by Ann Poe", "Published by Ann Poe", "Posted by Ann Poe on",
    "Reporting by Ann Poe", "By Ann Poe | Example Wire", "By Ann Poe - Port Ford", "By Ann Poe — Port Ford",
    "By Ann Poe – Port Ford", "By Ann Poe · 5 min", "By Ann Poe; editing by Tom Roe", "By Ann Poe, June 15, 2031",
    "By Ann Poe, Staff Writer", "By Ann Poe, special to the Herald", "By Ann Poe, Port Ford Times",
    "By Ann Poe, Chief Analyst, Example Wire", "(By Ann Poe)", "[By Ann Poe]", "● By Ann Poe",
  ])
  func whatStandsAroundANameIsLeftOut(line: String) { #expect(names(line) == "Ann Poe") }

  @Test(arguments: [
    "Ann Poe and Tom Roe", "Ann Poe, Tom Roe and Jim Doe", "Ludwig van der Berg", "Ann Poe & Tom Roe", "ANN POE",
    "Ann Poe Jr.", "J. R. Poe", "Example Wire", "Ana de la Cruz with Tom Roe", "Élodie Roe", "李四",
    "Ann Poe, Tom Roe, Jim Doe, Kim Coe",
  ])
  func namesAreKeptAsTheyStand(expected: String) { #expect(names("By " + expected) == expected) }

  @Test(arguments: [
    "By the Numbers", "By Monday the index had lost two percent", "By 2031", "By Ann Poe.", "Bye Ann Poe", "By", "By ",
    "Ann Poe", "Byline Ann Poe", "Port by Ann Poe", "By Ann Poe reports", "By Staff Writer", "By A, B, C, D, E",
    "By Ann Ann Ann Ann Ann Ann Ann Ann Ann Poe", "By June 15, 2031", "Sent by Ann Poe",
  ])
  func otherLinesNameNobody(line: String) { #expect(names(line) == nil) }

  @Test func aLineHasAtMostNinetyCharacters() {
    let fitting = "By " + (0..<9).map { _ in "Annabella" }.joined(separator: " ").prefix(87)
    #expect(fitting.count == 90)
    #expect(names(fitting) == String(fitting.dropFirst(3)))
    #expect(names(fitting + "a") == nil)
  }

  // MARK: Values of fields

  @Test(arguments: [
    ("李四", "李四"), (" 李四 王五 ", "李四 王五"), ("李四 编辑 赵六", "李四"), ("Ann Poe, Staff Writer", "Ann Poe"),
    ("By Ann Poe", "Ann Poe"), ("ann  poe", "ann poe"), ("江湾研究院", "江湾研究院"), ("文/李四", "李四"),
    ("ann@port.example", "ann@port.example"), ("港口 日报 编辑部", "港口"), ("作者:李四", "李四"),
  ])
  func aValueOfAnAuthorFieldIsANameWhateverItSays(value: String, expected: String) {
    #expect(Byline.names(inValue: value[...]) == expected)
  }

  @Test(arguments: ["", " ", "无", "未知", "None", "N/A", "null", "-", String(repeating: "李四 ", count: 30)])
  func aValueForNothingIsNone(value: String) { #expect(Byline.names(inValue: value[...]) == nil) }
}
