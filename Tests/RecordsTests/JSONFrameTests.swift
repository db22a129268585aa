import Testing

@testable import Records

/// Data frames in JSON: column by column, or names apart from cells.
@Suite struct JSONFrameTests {
  /// The rows in a short form, columns in the order of their names: `title=甲 text=一|二`.
  private func rows(_ json: String) -> [String]? {
    Array(json.utf8).withUnsafeBufferPointer { bytes in
      JSONFrame(bytes)?.rows.map { row in
        row.map { "\($0.name)=\($0.values.joined(separator: "|"))" }.sorted().joined(separator: " ")
      }
    }
  }

  private func titles(_ text: String) -> [String] { read(text, as: .jsonLines).outline }

  @Test(
    arguments: [
      (#"{"title":{"0":"甲","1":"乙"},"text":{"0":"一","1":"二"}}"#, ["text=一 title=甲", "text=二 title=乙"]),
      (#"{"title":["甲","乙"],"views":[1,2]}"#, ["title=甲 views=1", "title=乙 views=2"]),
      (#"{"title":{"a":"甲","b":"乙"},"x":{"b":"2","a":"1"}}"#, ["title=甲 x=1", "title=乙 x=2"]),
      // By number, not by letter.
      (
        #"{"title":{"10":"丙","9":"乙","1":"甲"},"x":{"1":1,"9":2,"10":3}}"#,
        ["title=甲 x=1", "title=乙 x=2", "title=丙 x=3"]
      ),
      // A list in a cell stays one; what is nothing or an object is no cell.
      (#"{"title":{"0":"甲"},"tags":{"0":["a",7,null]},"x":{"0":null},"y":{"0":{}}}"#, ["tags=a|7 title=甲"]),
      (#"{"columns":["title","text"],"data":[["甲","一"],["乙",null]]}"#, ["text=一 title=甲", "title=乙"]),
      (#"{"columns":["title","text"],"index":[0],"data":[["甲"],"x",["乙","二","三"]]}"#, ["title=甲", "text=二 title=乙"]),
      (#"{"columns":["title"],"data":[]}"#, []),
    ] as [(String, [String])])
  func rowsAreMadeOfColumns(json: String, expected: [String]) {
    #expect(rows(json) == expected)
  }

  @Test(arguments: [
    // Columns of different cells, one column alone, none that names an article.
    #"{"title":{"0":"甲"},"text":{"1":"一"}}"#, #"{"title":["甲","乙"],"text":["一"]}"#, #"{"title":["甲"]}"#,
    #"{"views":[1],"rank":[2]}"#, #"{"title":["甲"],"text":"一"}"#,
    // Names that are no texts, or that are called otherwise.
    #"{"columns":["title",{}],"data":[["甲","一"]]}"#, #"{"columns":["views"],"data":[[1]]}"#,
    #"{"columns":["title"],"rows":[["甲"]]}"#, #"{"columns":"title","data":[["甲"]]}"#,
    "[]", "{}", "", "{\"title\":",
  ])
  func anyOtherObjectIsNone(json: String) {
    #expect(rows(json) == nil)
  }

  @Test func theRowsOfAFrameAreArticles() {
    #expect(titles(#"{"title":["甲","乙"],"text":["一段。","二段。"]}"#) == ["甲", "乙"])
    #expect(titles(#"{"columns":["标题","正文"],"index":[0,1],"data":[["甲","一段。"],["乙","二段。"]]}"#) == ["甲", "乙"])
    #expect(titles(#"{"id":{"0":1,"1":2},"正文":{"0":"一段。","1":"二段。"}}"#).count == 2)
  }

  @Test func anArticleWithListsIsNoFrame() {
    let found = read(#"{"title":["甲","乙"],"url":"https://a.example/1"}"#, as: .jsonLines)
    #expect(found.titles == ["甲 乙"])
    #expect(titles(#"{"title":"甲","columns":["title"],"data":[["乙"]]}"#) == ["甲"])
  }
}
