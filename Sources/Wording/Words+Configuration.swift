// MARK: - Mistakes in TOML

extension Words {
  package var tomlBadEncoding: String { text("不是 UTF-8 编码；请以 UTF-8 重新保存", "this is not UTF-8; save the file as UTF-8") }

  package var tomlLoneCarriageReturn: String {
    text("换行只有回车符；请改用 LF 或 CRLF 换行", "the line ends in a carriage return alone; save the file with line feeds")
  }

  package func tomlControlCharacter(_ byte: String) -> String {
    text(
      "控制字符 \(byte) 不能直接写；请删去，或在引号内写作 \(byte)",
      "a control character cannot stand here; delete it, or write \(byte) within quotation marks"
    )
  }

  package func tomlLookalike(_ found: String, _ meant: String) -> String {
    text("\(found) 不是 TOML 的符号；请改为 \(meant)", "\(found) is no sign of TOML; write \(meant)")
  }

  package var tomlKeyMissing: String { text("这里缺少名称", "a name is missing here") }

  package var tomlKeyOfSeveralLines: String {
    text("名称不能用三个引号；请用一对引号", "a name cannot stand in three quotation marks; use one on each side")
  }

  package func tomlKeyNeedsQuotes(_ name: String) -> String {
    text("名称 \(name) 含有特殊字符；请加上引号", "the name \(name) has special characters; put it into quotation marks")
  }

  package var tomlEqualsMissing: String { text("名称后面缺少 =", "there is no = behind the name") }
  package var tomlHeaderUnclosed: String { text("表名后面缺少 ]", "there is no ] behind the name of the table") }

  package func tomlUnexpectedText(_ text: String) -> String {
    self.text("这里多出 \(text)；每项设置请各占一行", "\(text) is too much here; give each setting a line of its own")
  }

  package var tomlValueMissing: String { text("这里缺少值", "a value is missing here") }

  package func tomlBadValue(_ text: String) -> String {
    self.text("无法识别的值 \(text)；文字请加引号", "\(text) is no value; a text stands in quotation marks")
  }

  package func tomlBadNumber(_ text: String) -> String {
    self.text("无法识别的数字 \(text)；文字请加引号", "\(text) is no number; a text stands in quotation marks")
  }

  package func tomlNumberTooLarge(_ text: String) -> String {
    self.text("数字 \(text) 太大", "the number \(text) is too large")
  }

  package func tomlBadMoment(_ text: String) -> String {
    self.text("没有 \(text) 这样的日期或时间；文字请加引号", "\(text) is no date or time; a text stands in quotation marks")
  }

  package var tomlStringUnclosed: String {
    text("缺少右引号；请补上", "the quotation mark is never closed; add the closing one")
  }

  package func tomlBadEscape(_ text: String) -> String {
    self.text(
      "引号内的 \(text) 无法识别；反斜杠请写作 \\\\，或改用单引号",
      "\(text) means nothing within quotation marks; write \\\\ for a backslash, or use single quotation marks"
    )
  }

  package var tomlListUnclosed: String { text("列表缺少右方括号；请补上 ]", "the list is never closed; add ]") }
  package var tomlCommaMissing: String { text("这里缺少逗号", "a comma is missing here") }
  package var tomlTableUnclosed: String {
    text("表缺少右花括号；请在同一行补上 }", "the table is never closed; add } on the same line")
  }

  package var tomlTableOfSeveralLines: String {
    text(
      "花括号内不能换行；请写在一行，或改用 [表名]",
      "a table in braces cannot span lines; write it on one, or under a header [name]"
    )
  }

  package var tomlCommaAtEnd: String { text("} 前面不能有逗号；请删去", "a comma cannot stand before }; delete it") }

  package func tomlAlreadyDefined(_ key: String, _ first: Int) -> String {
    text("\(key) 在第\(first)行已经写过；请只留一处", "\(key) is written already in line \(first); keep one of them")
  }

  package func tomlNotATable(_ key: String, _ first: Int) -> String {
    text(
      "\(key) 在第\(first)行是一个值，下面不能再有设置",
      "\(key) has a value in line \(first), so that nothing can stand below it"
    )
  }

  package func tomlNotOfOneKind(_ key: String, _ first: Int) -> String {
    text(
      "\(key) 在第\(first)行的写法不同；[\(key)] 与 [[\(key)]] 请只用一种",
      "\(key) is written otherwise in line \(first); use either [\(key)] or [[\(key)]]"
    )
  }

  package func tomlTooLarge(_ bytes: Int) -> String {
    text("文件过大（上限 \(bytes >> 20) MB）", "the file is too large for a configuration (more than \(bytes >> 20) MB)")
  }

  package func tomlTooDeep(_ levels: Int) -> String {
    text("嵌套超过\(levels)层，其后未读", "nested more than \(count(levels, "level")) deep; the rest was not read")
  }

  package func tomlTooManyKeys(_ count: Int) -> String {
    text("超过\(number(count))项，其后未读", "more than \(self.count(count, "key")); the rest was not read")
  }

  package func tomlTooManyMistakes(_ count: Int) -> String {
    text("已有\(count)处错误，其后未读", "more than \(self.count(count, "mistake")); the rest was not read")
  }
}

// MARK: - Mistakes in settings and themes

extension Words {
  package func placed(_ place: String, _ mistake: String) -> String {
    labelled(place, mistake)
  }
  package var unreadableFile: String {
    text("无法读取，请检查是否为文件及其权限", "cannot be read; check that it is a file that you may read")
  }
  package func unknownSetting(_ nearest: String?) -> String { text("没有这个设置", "no such setting") + maybe(nearest) }
  package func badValue(_ found: String, allowed: String) -> String {
    text("值 \(found) 无效，可用：\(allowed)", "\(found) will not do; allowed: \(allowed)")
  }
  package func unknownCommandOfKeys(_ nearest: String?) -> String { text("没有这个命令", "no such command") + maybe(nearest) }
  package func badKey(_ name: String) -> String {
    text(
      "\(name) 不是按键，可写作 \"j\"、\"C-d\"、\"S-Tab\"、\"gg\" 等",
      "\(name) is not a key; write for example \"j\", \"C-d\", \"S-Tab\" or \"gg\"")
  }
  package func unknownRole(_ nearest: String?) -> String { text("没有此配色项", "no such role") + maybe(nearest) }
  package func badColor(_ found: String) -> String {
    text(
      "\(found) 不是颜色，可用 \"#rrggbb\"、调色板中的名称或终端颜色名",
      "\(found) is not a colour; write \"#rrggbb\", a name of the palette or of the terminal's colours")
  }
  package func badModifier(_ found: String, _ names: [String]) -> String {
    text(
      "\(found) 不是有效的文字样式，可用：\(enumeration(names))",
      "\(found) is not a modifier; there are \(names.joined(separator: ", "))")
  }
  package func badStyle(_ found: String) -> String {
    text(
      "\(found) 不是样式，可写颜色或 { fg = …, bg = …, modifiers = […] }",
      "\(found) is not a style; write a colour or { fg = …, bg = …, modifiers = […] }")
  }
  package func themeNotFound(_ name: String) -> String { text("没有配色 \(name)", "there is no theme \(name)") }
  package func inheritanceCycle(_ names: [String]) -> String {
    let circle = names.joined(separator: " → ")
    return text("配色循环继承：\(circle)", "the themes inherit in a circle: \(circle)")
  }
  private func maybe(_ nearest: String?) -> String {
    nearest.map { text("，是否想写 \($0)？", "; did you mean \($0)?") } ?? ""
  }
}

// MARK: - Which values a setting takes

extension Words {
  /// What a number of the settings counts.
  private func unitInChinese(_ unit: String) -> String {
    let units = ["minutes": "分钟", "columns": "列", "ms": "毫秒", "s": "秒", "connections": "个连接"]
    return units[unit] ?? unit
  }

  package var flagValues: String { text("true 或 false", "true or false") }
  package func numberValues(_ range: ClosedRange<Int>, _ unit: String) -> String {
    text(
      "\(range.lowerBound) 至 \(range.upperBound) 的整数（\(unitInChinese(unit))）",
      "a whole number from \(range.lowerBound) to \(range.upperBound) (\(unit))")
  }
  package func choiceValues(_ names: [String]) -> String {
    text(names.joined(separator: "、"), "one of " + names.joined(separator: ", "))
  }
  package var themeValues: String { text("配色名称", "the name of a theme") }
  package var zoneValues: String {
    text("时区名称（如 \"Asia/Shanghai\"）或 \"local\"", "a time zone such as \"Asia/Shanghai\", or \"local\"")
  }
  package var pathValues: String { text("绝对路径，或以 ~/ 开头的路径", "an absolute path, or one that begins with ~/") }
  package var textValues: String { text("文字", "a text") }
  package var commandMissing: String {
    text("缺少 command，即程序及其参数的列表", "command is missing, a list of a program and its arguments")
  }
  package var commandValues: String { text("程序及其参数的列表", "a list of a program and its arguments") }
  package var pairValues: String { text("“字段=名称”的列表", "a list of field=name") }
  package var nameValues: String { text("已存查询名称的列表", "a list of names of saved queries") }
  package var keyValues: String { text("按键，或按键的列表", "a key, or a list of keys") }
}
