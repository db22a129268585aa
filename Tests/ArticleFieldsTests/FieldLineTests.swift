import Testing

@testable import ArticleFields

@Suite struct FieldLineTests {
  /// What stands before the first key, and the fields as `key=value`.
  private func read(_ line: String) -> [String]? {
    FieldLine(line[...]).map { [String($0.lead)] + $0.fields.map { "\($0.key)=\($0.value)" } }
  }

  @Test(arguments: [
    ("来源:港口日报", ["", "source=港口日报"]),
    ("来源：港口日报　发布时间：2031-06-15 05:42", ["", "source=港口日报", "published=2031-06-15 05:42"]),
    ("港口日报 作者:李四", ["港口日报", "author=李四"]),
    ("2031-06-15 | 来源:港口日报 | 编辑:赵六 |", ["2031-06-15", "source=港口日报", "editor=赵六"]),
    ("作者：李四 / 编辑：赵六", ["", "author=李四", "editor=赵六"]), ("来  源﹕港口日报", ["", "source=港口日报"]),
    ("来源∶港口日报", ["", "source=港口日报"]), ("来源 ：港口日报", ["", "source=港口日报"]), ("编辑:", ["", "editor="]),
    ("来源:作者:李四", ["", "source=", "author=李四"]),
    ("Source: Example Wire | Published: June 15, 2031", ["", "source=Example Wire", "published=June 15, 2031"]),
    ("SOURCE:Example Wire", ["", "source=Example Wire"]), ("原标题：旧题", ["", "originalTitle=旧题"]),
    ("发布:05:42", ["", "published=05:42"]), ("Posted on: June 15", ["", "published=June 15"]),
    ("责任编辑：赵六", ["", "editor=赵六"]),
  ])
  func keysHaveColonsAndValues(line: String, expected: [String]) { #expect(read(line) == expected) }

  @Test func aChineseKeyMayBeGluedToWhatStandsBefore() {
    #expect(read("港口日报发布时间:2031-06-15") == ["港口日报", "published=2031-06-15"])
    #expect(read("来源:港口日报作者:李四编辑:赵六") == ["", "source=港口日报", "author=李四", "editor=赵六"])
    #expect(read("2031来源:港口日报") == ["2031", "source=港口日报"])
  }

  @Test(arguments: ["Resource: tin", "x1Source: tin", "Dateline: Port Ford", "Tagged: tin", "byte: 8"])
  func aLatinKeyIsAWordOfItsOwn(line: String) {
    #expect(read(line) == nil)
  }

  @Test func aBracketWithoutItsPairBelongsToTheNextField() {
    #expect(
      read("[日期：2031-06-15 来源：港口日报  [字体：大 中 小") == ["", "published=2031-06-15", "source=港口日报", "boilerplate=大 中 小"])
    #expect(read("来源：港口日报（作者：李四") == ["", "source=港口日报", "author=李四"])
    #expect(read("来源：(港口日报)") == ["", "source=(港口日报)"])
  }

  @Test(arguments: ["", "来源", "来源 港口日报", "公司公布数据", "时刻:港口", ":", "：来源", "https://port.example"])
  func otherLinesHaveNone(line: String) {
    #expect(read(line) == nil)
  }

  @Test func oneKeyIsReadAtTheStartOfATextAlone() {
    #expect(FieldLine.key(at: "来源 ：港口日报").map { "\($0.0)|\($0.1)" } == "source|港口日报")
    #expect(FieldLine.key(at: "来源:").map { "\($0.0)|\($0.1)" } == "source|")
    #expect(FieldLine.key(at: " 来源:港口日报") == nil)
    #expect(FieldLine.key(at: "港口日报 来源:x") == nil)
    #expect(FieldLine.key(at: "来源") == nil)
    #expect(FieldLine.key(at: "") == nil)
  }
}

@Suite struct FieldKeyTests {
  @Test(
    arguments: [
      ("发布时间", .published), ("发布者", .editor), ("发布", .published), ("原标题", .originalTitle), ("标题", .title),
      ("文章来源", .source), ("来自", .source), ("撰稿人", .author), ("责任编辑", .editor), ("最后更新", .updated), ("TAG标签", .tags),
      ("TL;DR", .summary), ("链接", .url), ("上一篇", .previous), ("下一条", .next), ("相关阅读", .related), ("友情链接", .foot),
      ("阅读量", .boilerplate), ("图片来源", .figure), ("資料", nil), ("Originally published by", .source),
      ("last UPDATED", .updated), ("Don't miss", .related),
    ] as [(String, FieldKey?)])
  func theLongestWordForAFieldCounts(word: String, key: FieldKey?) {
    let match = FieldKey.table.match(word[...])
    #expect(match?.value == key)
    if key != nil { #expect(match?.rest.isEmpty == true) }
  }

  @Test func someFieldsStandInNoText() {
    let strong: Set<FieldKey> = [.originalTitle, .source, .author, .editor, .published, .updated]
    for (key, _) in FieldKey.named { #expect(key.isStrong == strong.contains(key), "\(key)") }
    #expect(FieldKey.named.count == 16)
  }

  @Test func noWordMeansTwoFields() {
    var keys: [String: FieldKey] = [:]
    for (key, names) in FieldKey.named {
      for name in names.split(separator: ",") {
        #expect(keys.updateValue(key, forKey: name.lowercased()) ?? key == key, "\(name)")
      }
    }
  }
}

@Suite struct ParsingContextTests {
  @Test func timesWithoutAZoneAreChinas() {
    let context = ParsingContext()
    #expect(context.zone.identifier == "Asia/Shanghai")
    #expect(context.sizeLimit == 16 << 20)
    #expect(context.fileTime == nil && context.fileName == nil && context.address == nil && context.contentType == nil)
    #expect(context.fieldMap.isEmpty && !context.cleansRecords)
  }
}
