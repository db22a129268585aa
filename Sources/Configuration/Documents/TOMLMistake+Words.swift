import TOML

extension TOMLMistake.Kind {
  var english: String { words.english }
  var chinese: String { words.chinese }

  /// What is wrong, and what helps.
  private var words: (chinese: String, english: String) {
    switch self {
    case .badEncoding: ("不是 UTF-8 编码；请以 UTF-8 重新保存", "this is not UTF-8; save the file as UTF-8")
    case .loneCarriageReturn:
      ("换行只有回车符；请改用 LF 或 CRLF 换行", "the line ends in a carriage return alone; save the file with line feeds")
    case .controlCharacter(let byte):
      (
        "控制字符 \(TOMLMistake.escape(byte)) 不能直接写；请删去，或在引号内写作 \(TOMLMistake.escape(byte))",
        "a control character cannot stand here; delete it, or write \(TOMLMistake.escape(byte)) within quotation marks"
      )
    case .lookalike(let found, let meant):
      ("\(found) 不是 TOML 的符号；请改为 \(meant)", "\(found) is no sign of TOML; write \(meant)")

    case .keyMissing: ("这里缺少名称", "a name is missing here")
    case .keyOfSeveralLines:
      ("名称不能用三个引号；请用一对引号", "a name cannot stand in three quotation marks; use one on each side")
    case .keyNeedsQuotes(let name):
      ("名称 \(name) 含有特殊字符；请加上引号", "the name \(name) has special characters; put it into quotation marks")
    case .equalsMissing: ("名称后面缺少 =", "there is no = behind the name")
    case .headerUnclosed: ("表名后面缺少 ]", "there is no ] behind the name of the table")
    case .unexpectedText(let text):
      ("这里多出 \(text)；每项设置请各占一行", "\(text) is too much here; give each setting a line of its own")

    case .valueMissing: ("这里缺少值", "a value is missing here")
    case .badValue(let text): ("无法识别的值 \(text)；文字请加引号", "\(text) is no value; a text stands in quotation marks")
    case .badNumber(let text): ("无法识别的数字 \(text)；文字请加引号", "\(text) is no number; a text stands in quotation marks")
    case .numberTooLarge(let text): ("数字 \(text) 太大", "the number \(text) is too large")
    case .badMoment(let text):
      ("没有 \(text) 这样的日期或时间；文字请加引号", "\(text) is no date or time; a text stands in quotation marks")
    case .stringUnclosed: ("引号没有结束；请补上后引号", "the quotation mark is never closed; add the closing one")
    case .badEscape(let text):
      (
        "引号内的 \(text) 无法识别；反斜杠请写作 \\\\，或改用单引号",
        "\(text) means nothing within quotation marks; write \\\\ for a backslash, or use single quotation marks"
      )
    case .listUnclosed: ("列表没有结束；请补上 ]", "the list is never closed; add ]")
    case .commaMissing: ("这里缺少逗号", "a comma is missing here")
    case .tableUnclosed: ("表没有结束；请在同一行补上 }", "the table is never closed; add } on the same line")
    case .tableOfSeveralLines:
      (
        "花括号内不能换行；请写在一行，或改用 [表名]",
        "a table in braces cannot span lines; write it on one, or under a header [name]"
      )
    case .commaAtEnd: ("} 前面不能有逗号；请删去", "a comma cannot stand before }; delete it")

    case .alreadyDefined(let key, let first):
      ("\(key) 在第 \(first.line) 行已经写过；请只留一处", "\(key) is written already in line \(first.line); keep one of them")
    case .notATable(let key, let first):
      (
        "\(key) 在第 \(first.line) 行是一个值，下面不能再有设置",
        "\(key) has a value in line \(first.line), so that nothing can stand below it"
      )
    case .notOfOneKind(let key, let first):
      (
        "\(key) 在第 \(first.line) 行的写法不同；[\(key)] 与 [[\(key)]] 请只用一种",
        "\(key) is written otherwise in line \(first.line); use either [\(key)] or [[\(key)]]"
      )

    case .tooLarge(let bytes):
      ("文件过大（上限 \(bytes >> 20) MB）", "the file is too large for a configuration (more than \(bytes >> 20) MB)")
    case .tooDeep(let levels):
      ("嵌套超过 \(levels) 层，其后未读", "nested more than \(levels) levels deep; the rest was not read")
    case .tooManyKeys(let count): ("超过 \(count) 项，其后未读", "more than \(count) keys; the rest was not read")
    case .tooManyMistakes(let count):
      ("已有 \(count) 处错误，其后未读", "more than \(count) mistakes; the rest was not read")
    }
  }
}

extension TOMLMistake {
  /// A byte as a text in quotation marks writes it.
  fileprivate static func escape(_ byte: UInt8) -> String {
    "\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
