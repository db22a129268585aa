import TextBasics

// MARK: - Files that are written

extension Words {
  func exported(_ count: Int, to path: String) -> String {
    text("已导出 \(number(count)) 条到 \(path)", "\(number(count)) articles written to \(path)")
  }

  func fileExists(_ path: String) -> String {
    text("\(path) 已存在，未作改动", "\(path) is there already and was left as it is")
  }

  func unknownFormat(_ path: String) -> String {
    text(
      "\(path) 看不出格式；文件名请以 .md .jsonl .csv .html 或 .rss 结尾",
      "\(path) does not say the format; let the name end in .md .jsonl .csv .html or .rss")
  }

  var exportStopped: String { text("已停止导出，没有留下文件", "export stopped; no file was left") }
  func replaceQuestion(_ path: String) -> String {
    text("\(path) 已存在，覆盖？y 是  n 否", "\(path) is there already; replace it? y yes  n no")
  }
  var stopExportQuestion: String { text("正在导出，停止？y 是  n 否", "An export is going on; stop it? y yes  n no") }
}
