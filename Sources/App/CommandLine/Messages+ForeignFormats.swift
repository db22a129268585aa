import NewsLibrary
import NewsParsing

// MARK: - Forms in which news is not read

extension Messages {
  /// What a form is called, and what helps.
  func describe(_ format: ForeignFormat) -> String {
    switch format {
    case .sgml: unread("SGML 语料", "a corpus in SGML", .records)
    case .arc: unread("ARC 网页归档", "an ARC archive of pages", .pages)
    case .pythonLiterals: unread("没有字段名的 Python 值", "values of Python without names", .jsonDump)
    case .rows: unread("没有可识别表头的表格行", "rows without a header that names a title or a text", .header)
    case .xml: unread("没有标题或正文字段的 XML", "XML without a headline or a text", .records)
    case .yaml: unread("没有标题或正文字段的 YAML", "YAML without a headline or a text", .records)
    case .httpAnswer: unread("带 HTTP 头的响应", "an answer with its HTTP header", .body)
    case .subscriptions: unread("订阅列表", "a list of feeds", .importList)
    case .pdf: unread("PDF 文档", "a PDF document", .text)
    case .rtf: unread("RTF 文档", "an RTF document", .text)
    case .latex: unread("LaTeX 文档", "a LaTeX document", .text)
    case .officeDocument: unread("Office 文档", "an Office document", .office)
    case .postScript: unread("PostScript 文档", "a PostScript document", .text)
    case .sqlite: unread("SQLite 数据库", "an SQLite database", .run("sqlite3 news.db .dump > news.sql"))
    case .parquet: unread("Parquet 数据", "Parquet data", .pandas("read_parquet"))
    case .arrow: unread("Arrow（Feather）数据", "Arrow (Feather) data", .pandas("read_feather"))
    case .columns: unread("Avro 或 ORC 数据", "Avro or ORC data", .records)
    case .pickle: unread("Python pickle 数据", "a Python pickle", .pandas("read_pickle"))
    case .arrays: unread("NumPy 或 HDF5 数组", "arrays of NumPy or HDF5", .records)
    case .zip: unread("ZIP 压缩包", "a ZIP archive", .unpack("unzip"))
    case .xz: unread("xz 压缩数据", "data compressed by xz", .unpack("xz -d"))
    case .bzip2: unread("bzip2 压缩数据", "data compressed by bzip2", .unpack("bzip2 -d"))
    case .zstandard: unread("zstd 压缩数据", "data compressed by zstd", .unpack("zstd -d"))
    case .sevenZip: unread("7z 压缩包", "a 7z archive", .unpack("7z x"))
    case .rar: unread("RAR 压缩包", "a RAR archive", .unpack("unrar x"))
    case .tar: unread("tar 归档", "a tar archive", .unpack("tar -xf"))
    case .image: unread("图片", "a picture", .nothing)
    case .audioOrVideo: unread("音频或视频", "sound or video", .nothing)
    case .font: unread("字体", "a font", .nothing)
    case .program: unread("可执行程序", "a program", .nothing)
    case .sourceCode: unread("程序源代码", "source code", .nothing)
    case .patch: unread("代码补丁", "a patch", .nothing)
    case .configuration: unread("配置文件", "a configuration", .nothing)
    case .log: unread("日志", "a log", .nothing)
    case .calendar: unread("日历或名片", "a calendar or a contact", .nothing)
    case .subtitles: unread("字幕", "subtitles", .nothing)
    case .key: unread("密钥或证书", "a key or a certificate", .nothing)
    case .encoded: unread("编码数据", "encoded data", .nothing)
    }
  }

  /// What makes a form one that is read.
  private enum Remedy {
    case records, pages, text, jsonDump, header, body, importList, nothing
    case office
    case unpack(String)
    case run(String)
    /// A function of pandas that reads it.
    case pandas(String)
  }

  private func unread(_ chinese: String, _ english: String, _ remedy: Remedy) -> String {
    text("是\(chinese)，无法直接读取", "is \(english), which is not read") + advice(remedy)
  }

  private func advice(_ remedy: Remedy) -> String {
    switch remedy {
    case .records: text("；请转为 JSON Lines 或带表头的 CSV", "; convert it to JSON Lines, or to CSV with a header")
    case .pages: text("；请把其中的网页另存为 HTML 或文本", "; save the pages in it as HTML or text")
    case .text: text("；请先转为文本", "; convert it to text first")
    case .jsonDump:
      text("；请用 json.dumps 或 JSON.stringify 每行写一个对象", "; write one object a line with json.dumps or JSON.stringify")
    case .header:
      text(
        "；请在首行写列名，例如 title、text、published、source",
        "; put names into the first line, such as title, text, published, source")
    case .body: text("；请去掉头部，只留正文", "; keep the body alone")
    case .importList: text("；newstape import 文件名 可导入其中的订阅", "; newstape import FILE follows its feeds")
    case .unpack(let command): text("；请先解压（\(command)）", "; unpack it first (\(command))")
    case .office:
      text(
        "；表格请运行 libreoffice --convert-to csv，文档请转为文本",
        "; run libreoffice --convert-to csv for a workbook, and convert a document to text")
    case .run(let command): text("；请先运行 \(command)", "; run \(command) first")
    case .pandas(let function):
      text("；请先运行 \(Self.conversion(function))", "; run \(Self.conversion(function)) first")
    case .nothing: text("；其中没有新闻", "; there is no news in it")
    }
  }

  /// A command that writes the rows as JSON Lines.
  private static func conversion(_ function: String) -> String {
    "python3 -c \"import pandas; pandas.\(function)('FILE').to_json('news.jsonl', orient='records', lines=True, "
      + "force_ascii=False, date_format='iso')\""
  }
}
