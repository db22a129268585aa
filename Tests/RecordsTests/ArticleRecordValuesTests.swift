import SourceForms
import Testing

@testable import ArticleFields
@testable import Records

/// What a record keeps of the values that it is given, and which of them counts.
@Suite struct ArticleRecordValuesTests {
  private func record(_ values: [(ArticleField, Int, String)]) -> ArticleRecord {
    var record = ArticleRecord()
    for (place, value) in values.enumerated() {
      record.set(FieldNames.Meaning(field: value.0, rank: value.1), name: place + 1, to: value.2)
    }
    return record
  }

  private func list(_ field: ArticleField, _ texts: [String]) -> ArticleRecord {
    var record = ArticleRecord()
    record.set(FieldNames.Meaning(field: field, rank: 0), name: 1, to: texts)
    return record
  }

  // MARK: Which value counts

  @Test func theBestNameCountsAndOfSeveralSuchTheFirst() {
    #expect(record([(.title, 2, "乙"), (.title, 0, "甲"), (.title, 0, "丙")]).text(of: .title) == "甲")
    #expect(record([(.title, -1, "乙"), (.title, 0, "甲")]).text(of: .title) == "乙")
    #expect(record([(.title, 0, "甲")]).text(of: .text) == nil)
  }

  @Test(arguments: ["nan", "NULL", "None", "-", "无", " ", "N/A"]) func aWordForMissingIsNoValue(_ word: String) {
    #expect(record([(.title, 0, word), (.title, 2, "甲")]).text(of: .title) == "甲")
    #expect(record([(.title, 0, word)]).text(of: .title) == nil)
    #expect(record([(.title, 0, word)]).exactText(of: .title) == word)
  }

  @Test func anEmptyValueIsNotKept() {
    #expect(record([(.title, 0, ""), (.title, 0, "甲")]).exactText(of: .title) == "甲")
  }

  @Test func theTextsOfAFieldStandByTheRanksOfTheirNames() {
    let found = record([(.published, 2, "c"), (.title, 0, "甲"), (.published, 0, "a"), (.published, 1, "b")])
    #expect(found.texts(of: .published) == ["a", "b", "c"])
    #expect(found.exactText(of: .published) == "c")
  }

  // MARK: Values that are one text

  @Test(arguments: ["true", " TRUE ", "1", "yes", "是"]) func aDateIsAGuessWhereTheRecordSaysSo(_ word: String) {
    #expect(record([(.estimated, 0, word)]).isEstimated)
  }

  @Test(arguments: ["", "false", "0", "no", "否", "2"]) func otherwiseItIsNot(_ word: String) {
    #expect(!record([(.estimated, 0, word)]).isEstimated)
  }

  @Test func tagsInOneTextAreTakenApartAndAddUp() {
    let found = record([(.tags, 0, "港口,航运"), (.tags, 0, "云杉动力 600018")])
    #expect(found.tags == ["港口", "航运", "云杉动力", "600018"])
    #expect(found.surplusTags == 0)
  }

  @Test func tagsInOneTextBeyondTheMostAreCounted() {
    let found = record([(.tags, 0, (0..<205).map { "标\($0)" }.joined(separator: ";")), (.tags, 0, "甲;乙")])
    #expect(found.tags.count == ArticleRecord.mostTags)
    #expect(found.surplusTags == 7)
  }

  @Test(
    arguments: [
      ("['Ann Poe', 'Bob Roe']", "Ann Poe, Bob Roe"), ("[\"Ann Poe\"]", "Ann Poe"), (" ['甲','乙'] ", "甲, 乙"),
      ("[Ann]", "Ann"), ("Ann Poe", "Ann Poe"), ("[Ann", "[Ann"), ("[]", nil),
    ] as [(String, String?)])
  func aListOfPythonNamesItsWriters(text: String, names: String?) {
    #expect(record([(.author, 0, text)]).text(of: .author) == names)
  }

  // MARK: Values that are lists

  @Test func textsOfAListArePartsOfOneText() {
    #expect(list(.text, ["一段。", "二段。"]).text(of: .text) == "一段。\n\n二段。")
    #expect(list(.author, ["Ann Poe", "Bob Roe"]).text(of: .author) == "Ann Poe, Bob Roe")
    #expect(list(.title, ["甲", "乙"]).text(of: .title) == "甲 乙")
    #expect(list(.summary, ["甲", "乙"]).text(of: .summary) == "甲 乙")
    #expect(list(.source, ["甲", "乙"]).text(of: .source) == "甲 乙")
  }

  @Test(arguments: [ArticleField.url, .id, .published]) func ofSeveralTheFirstCountsAndItsNameIsTold(
    _ field: ArticleField
  ) {
    var names = FieldResolver(FieldMap())
    let place = names.place(of: "甲")
    let found = list(field, ["a", "b"])
    #expect(found.text(of: field) == "a")
    found.countSurplus(in: &names)
    var notes = ParseNotes()
    names.addNotes(to: &notes)
    #expect(place == 1 && notes.all == [ParseNote(.surplusField("甲"))])
  }

  @Test(arguments: [["a"], ["a", "a"], ["a", "null", ""], []]) func aListThatSaysOneThingLosesNothing(_ texts: [String])
  {
    var names = FieldResolver(FieldMap())
    _ = names.place(of: "甲")
    list(.url, texts).countSurplus(in: &names)
    var notes = ParseNotes()
    names.addNotes(to: &notes)
    #expect(notes.all.isEmpty)
  }

  @Test func tagsOfAListStayWholeAndStandOnce() {
    #expect(list(.tags, ["港口 航运", "a, b", "港口 航运", " ", "甲&amp;乙"]).tags == ["港口 航运", "a, b", "甲&乙"])
    let many = list(.tags, (0..<203).map { "标\($0)" })
    #expect(many.tags.count == ArticleRecord.mostTags && many.surplusTags == 3)
  }

  @Test func statesOfReadersOfFeedsAreNoTagsAndTheirLabelsAre() {
    let texts = [
      "user/-/state/com.google/starred", "user/-/label/港口", "user/7/label/a/label/b", "user/-", "users/x",
    ]
    #expect(list(.tags, texts).tags == ["港口", "a/label/b", "user/-", "users/x"])
  }

  // MARK: Whether it is an article

  @Test(
    arguments: [
      ([(.title, 0, "甲")], true), ([(.text, 2, "一段。")], true), ([(.title, 2, "甲")], true),
      ([(.title, 3, "甲")], false), ([(.title, 3, "甲"), (.url, 0, "u")], false),
      ([(.title, 3, "甲"), (.url, 0, "u"), (.summary, 0, "s")], true),
      ([(.title, 3, "甲"), (.url, 0, "u"), (.published, 0, "p")], true),
      ([(.title, 3, "甲"), (.summary, 0, "s"), (.published, 0, "p")], false),
      ([(.title, 0, "nan"), (.text, 0, "null")], false), ([(.summary, 0, "s"), (.url, 0, "u")], false), ([], false),
    ] as [([(ArticleField, Int, String)], Bool)])
  func aHeadlineOrATextMakesAnArticle(values: [(ArticleField, Int, String)], isArticle: Bool) {
    #expect(record(values).isArticle == isArticle)
  }

  // MARK: What is left out

  private func surplus(_ values: [(ArticleField, Int, String)]) -> [ParseNote] {
    var names = FieldResolver(FieldMap())
    for place in values.indices { _ = names.place(of: "\(place)") }
    record(values).countSurplus(in: &names)
    var notes = ParseNotes()
    names.addNotes(to: &notes)
    return notes.all
  }

  @Test func anotherValueOfAFieldIsTold() {
    #expect(surplus([(.title, 0, "甲"), (.title, 1, "乙")]) == [ParseNote(.surplusField("1"))])
    #expect(surplus([(.title, 1, "乙"), (.title, 0, "甲"), (.title, 0, "丙")]).count == 2)
  }

  @Test(
    arguments: [
      [(.title, 0, "甲"), (.title, 1, "甲")], [(.text, 0, "全文：一段。"), (.text, 1, "一段。")],
      [(.title, 0, "甲"), (.title, 1, "nan")], [(.published, 0, "2031"), (.published, 1, "2030")],
      [(.title, 0, "甲"), (.text, 0, "乙")],
    ] as [[(ArticleField, Int, String)]])
  func whatTheBestValueHoldsOrNobodyNeedsIsNotTold(values: [(ArticleField, Int, String)]) {
    #expect(surplus(values).isEmpty)
  }

  // MARK: Two records of one article

  @Test func whatARecordSaysGoesBeforeWhatAnotherAdds() {
    var inner = record([(.title, 0, "甲"), (.tags, 0, "港口")])
    inner.append(record([(.title, 0, "乙"), (.source, 0, "港口日报"), (.tags, 0, "港口;航运"), (.estimated, 0, "1")]))
    #expect(inner.text(of: .title) == "甲" && inner.text(of: .source) == "港口日报")
    #expect(inner.tags == ["港口", "航运"] && inner.isEstimated)
    var full = list(.tags, (0..<199).map { "标\($0)" })
    full.append(list(.tags, ["甲", "乙"]))
    #expect(full.tags.count == ArticleRecord.mostTags && full.tags.last == "甲")
  }
}
