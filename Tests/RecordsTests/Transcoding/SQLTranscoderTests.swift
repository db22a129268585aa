import ParsingSupport
import SourceForms
import Testing

@testable import Records

@Suite struct SQLTranscoderTests {
  private func sql(_ text: String, piece: Int = .max) -> String { json(text, by: SQLTranscoder.self, piece: piece) }

  /// The first value of a row under the name `title`.
  private func value(_ literal: String) -> String {
    let text = sql("INSERT INTO a (title, x) VALUES (\(literal), 7);")
    return text.replacing(#","x":"7"}"#, with: "").replacing(#"{"title":"#, with: "")
  }

  @Test(arguments: [
    "INSERT INTO news (title, text) VALUES ('甲', '一');", "insert into news(title,text)values('甲','一')",
    "INSERT INTO `news` (`title`, `text`) VALUES ('甲', '一');", "INSERT INTO [news] ([title], [text]) VALUES ('甲', '一')",
    "INSERT INTO \"public\".\"news\" (\"title\", \"text\") VALUES ('甲', '一');",
    "INSERT IGNORE INTO news (title, text) VALUES ('甲', '一');", "REPLACE INTO news (title, text) VALUES ('甲', '一');",
    "CREATE TABLE news (title text, text text);\nINSERT INTO news VALUES ('甲', '一');",
    "CREATE TABLE IF NOT EXISTS `db`.`news` (\n  `title` varchar(200) NOT NULL,\n  `text` text,\n  PRIMARY KEY (`id`)\n);\n"
      + "INSERT INTO news VALUES ('甲', '一');",
    "CREATE TABLE news (UNIQUE KEY x (a, b), title char(2), price decimal(8, 2));\nDROP TABLE x;"
      + "INSERT INTO news (title, text) VALUES ('甲', '一');",
    "COPY public.news (title, text) FROM stdin;\n甲\t一\n\\.\n",
    "CREATE TABLE news (title text, text text);\nCOPY news FROM stdin;\n甲\t一\n\\.\n",
    "-- INSERT INTO x VALUES (1);\n# ' \n/* INSERT ' */ INSERT INTO news (title, text) VALUES ('甲', -- '\n '一');",
    "SET NAMES utf8;\nLOCK TABLES `news` WRITE\nINSERT INTO news (title, text) VALUES ('甲', '一')",
  ])
  func rowsGetTheNamesOfTheirColumns(text: String) {
    for piece in [1, 1_000] { #expect(sql(text, piece: piece) == #"{"title":"甲","text":"一"}"#) }
  }

  @Test func aStatementHoldsManyRowsAndADumpManyStatements() {
    let text = "INSERT INTO a (title) VALUES ('甲'),\n('乙'), ('丙');\nINSERT INTO a (title) VALUES ('丁')"
    #expect(sql(text) == #"{"title":"甲"}{"title":"乙"}{"title":"丙"}{"title":"丁"}"#)
  }

  @Test func columnsOfATableAreThoseOfItsOwn() {
    let text = """
      CREATE TABLE a (id int, title text);
      CREATE TABLE b (title text, id int);
      INSERT INTO b VALUES ('甲', 1);
      INSERT INTO a VALUES (2, '乙');
      """
    #expect(sql(text) == #"{"title":"甲","id":"1"}{"id":"2","title":"乙"}"#)
  }

  // MARK: Values

  @Test(arguments: [
    ("'甲'", "\"甲\""), ("'a''b'", "\"a'b\""), (#"'a\'b'"#, "\"a'b\""), (#"'a\nb\tc'"#, "\"a\\nb\tc\""),
    (#"'a\\b'"#, #""a\\b""#), (#"'a\0b\Zc\bd'"#, "\"a b c d\""), (#"'a\%b'"#, "\"a%b\""), ("12.50", "\"12.50\""),
    ("-7", "\"-7\""), ("''", "\"\""), ("N'甲'", "\"甲\""), ("_utf8'甲'", "\"甲\""), ("'a(b),c;'", "\"a(b),c;\""),
    ("'a -- b /* c'", "\"a -- b /* c\""), ("true", "\"true\""), ("a/b", "\"ab\""), ("x-1", "\"x-1\""),
    ("CAST('甲' AS char(7))", "\"甲\""), ("f(1, 2)", "\"f(1, 2)\""), ("'甲' /* x */", "\"甲\""),
    ("0xe58d97e5b2ad", "\"南岭\""), ("0xe58d", "\"0xe58d\""), ("0xe58d97e5b2zz", "\"0xe58d97e5b2zz\""),
    ("0xffffffffff", "\"0xffffffffff\""), (#"replace('a\nb','\n',char(10))"#, #""a\nb""#),
    (#"REPLACE('a\\r\\nb','\\n',char(10))"#, #""a\nb""#), ("'甲' '乙'", "\"甲\""),
  ])
  func aLiteralIsItsValue(literal: String, expected: String) {
    #expect(value(literal) == (literal == "a/b" ? "\"ab\"" : expected))
  }

  @Test(arguments: ["NULL", "null", " Null "]) func nothingIsNoMember(literal: String) {
    #expect(sql("INSERT INTO a (title, x) VALUES ('甲', \(literal));") == #"{"title":"甲"}"#)
  }

  @Test(arguments: ["PRAGMA foreign_keys=OFF;", "BEGIN TRANSACTION;", "-- PostgreSQL database dump", "-- SQLite"])
  func aBackslashIsASignWhereTheDumpSaysSo(head: String) {
    #expect(sql("\(head)\nINSERT INTO a (title, x) VALUES ('a\\', 'b');") == #"{"title":"a\\","x":"b"}"#)
    #expect(sql("\(head)\nINSERT INTO [dbo].[a] (title) VALUES ('a\\nb');") == #"{"title":"a\\nb"}"#)
  }

  @Test func lineBreaksOfSQLiteAreRestored() {
    let text = "PRAGMA x;\nINSERT INTO a (title) VALUES (replace('a\\r\\nb','\\n',char(10)));"
    #expect(sql(text) == #"{"title":"a\nb"}"#)
  }

  // MARK: Copied lines

  @Test func copiedLinesHaveCellsBetweenTabs() {
    let text = "COPY a (id, title, text) FROM stdin;\n1\t甲\\t乙\\\\\t\\N\n\n2\t\t一\\n二\n\\.\n3\t丙\t丁\n"
    #expect(sql(text) == #"{"id":"1","title":"甲"# + "\t" + #"乙\\"}{"id":"2","title":"","text":"一\n二"}"#)
  }

  @Test func statementsGoOnBehindCopiedLines() {
    let text = "COPY a (title) FROM stdin;\n甲\n\\.\nINSERT INTO a (title) VALUES ('乙');\n"
    #expect(sql(text) == #"{"title":"甲"}{"title":"乙"}"#)
  }

  // MARK: Tables without news

  @Test func rowsOfOtherTablesArePassedOverAndTold() {
    let text = "INSERT INTO users (id, name) VALUES (1, 'a'), (2, 'b');\nINSERT INTO news (title) VALUES ('甲');\n"
    let found = read(text, as: .sql)
    #expect(found.titles == ["甲"] && found.refusals.isEmpty)
    #expect(found.notes == [ParseNote(.skippedTable("users"), count: 2)])
  }

  @Test func aDumpOfOtherTablesAloneIsRefused() {
    let found = read("INSERT INTO users (id, name) VALUES (1, 'a');\n", as: .sql)
    #expect(found.refusals.map(\.reason) == [.badHeader(["id", "name"])])
  }

  @Test func columnsWithoutNamesAreGuessedByTheirValues() {
    let text = "INSERT INTO x VALUES (7, '云杉动力公布增产计划', '公司周三公布了上半年的数据，货量回升。', '2031-06-15');"
    #expect(
      sql(text) == #"{"column 1":"7","title":"云杉动力公布增产计划","text":"公司周三公布了上半年的数据，货量回升。","published":"2031-06-15"}"#)
  }

  // MARK: Borders

  @Test func aRowOverTheLimitIsRefusedAndTheNextIsRead() {
    var small = context()
    small.sizeLimit = 300
    let long = String(repeating: "长", count: 200)
    let text = "INSERT INTO a (title, text) VALUES\n('甲', '\(long)'),\n('乙', '一段。');\n"
    let found = read(text, as: .sql, piece: 50, small)
    #expect(found.outline == ["tooLarge(limit: 300) 2", "乙"])
    let copied = read("COPY a (title, text) FROM stdin;\n甲\t\(long)\n乙\t一段。\n\\.\n", as: .sql, small)
    #expect(copied.outline == ["tooLarge(limit: 300) 2", "乙"])
  }

  @Test func aRefusalNamesTheLineOfItsRow() {
    let text = "-- dump\nINSERT INTO a (title, x) VALUES\n('甲', 1),\n('', 2),\n('乙\n丙', 3),\n('', 4);\n"
    #expect(read(text, as: .sql).outline == ["甲", "noArticleFields 4", "乙 丙", "noArticleFields 7"])
  }

  @Test func aRowThatTheEndCutsOffIsNotRead() {
    #expect(sql("INSERT INTO a (title) VALUES ('甲'), ('乙") == #"{"title":"甲"}"#)
    #expect(sql("INSERT INTO a (title) VALUES ('甲'), ('乙', 1") == #"{"title":"甲"}"#)
  }

  @Test(arguments: [
    "INSERT INTO `a` VALUES (1);", "-- dump\n\nCREATE TABLE a (x int);", "/* dump */\nSET NAMES 'utf8';", "PRAGMA x=1;",
    "COPY a (x) FROM stdin;\n",
  ])
  func statementsTellADump(text: String) {
    #expect(isMet(.sql, text))
  }

  @Test(arguments: ["Set names aside, says the port", "COPY that, he said.", "{\"a\":1}", "货量回升", ""])
  func aTextIsNoDump(text: String) {
    #expect(!isMet(.sql, text))
  }
}
