package import NewsModel
import WebAddresses

// MARK: - Forms in which news is not read

extension Words {
  package var formSGML: String { unread("SGML 语料", "a corpus in SGML", .records) }
  package var formARC: String { unread("ARC 网页归档", "an ARC archive of pages", .pages) }
  package var formPythonLiterals: String { unread("没有字段名的 Python 值", "values of Python without names", .jsonDump) }
  package var formRows: String { unread("没有可识别表头的表格行", "rows without a header that names a title or a text", .header) }
  package var formXML: String { unread("没有标题或正文字段的 XML", "XML without a headline or a text", .records) }
  package var formYAML: String { unread("没有标题或正文字段的 YAML", "YAML without a headline or a text", .records) }
  package var formHTTPAnswer: String { unread("带 HTTP 头的响应", "an answer with its HTTP header", .body) }
  package var formSubscriptions: String { unread("订阅列表", "a list of feeds", .importList) }
  package var formPDF: String { unread("PDF 文档", "a PDF document", .text) }
  package var formRTF: String { unread("RTF 文档", "an RTF document", .text) }
  package var formLaTeX: String { unread("LaTeX 文档", "a LaTeX document", .text) }
  package var formOfficeDocument: String { unread("Office 文档", "an Office document", .office) }
  package var formPostScript: String { unread("PostScript 文档", "a PostScript document", .text) }
  package var formSQLite: String {
    unread("SQLite 数据库", "an SQLite database", .run("sqlite3 news.db .dump > news.sql"))
  }
  package var formParquet: String { unread("Parquet 数据", "Parquet data", .pandas("read_parquet")) }
  package var formArrow: String { unread("Arrow（Feather）数据", "Arrow (Feather) data", .pandas("read_feather")) }
  package var formColumns: String { unread("Avro 或 ORC 数据", "Avro or ORC data", .records) }
  package var formPickle: String { unread("Python pickle 数据", "a Python pickle", .pandas("read_pickle")) }
  package var formArrays: String { unread("NumPy 或 HDF5 数组", "arrays of NumPy or HDF5", .records) }
  package var formZIP: String { unread("ZIP 压缩包", "a ZIP archive", .unpack("unzip")) }
  package var formXz: String { unread("xz 压缩数据", "data compressed by xz", .unpack("xz -d")) }
  package var formBzip2: String { unread("bzip2 压缩数据", "data compressed by bzip2", .unpack("bzip2 -d")) }
  package var formZstandard: String { unread("zstd 压缩数据", "data compressed by zstd", .unpack("zstd -d")) }
  package var formSevenZip: String { unread("7z 压缩包", "a 7z archive", .unpack("7z x")) }
  package var formRAR: String { unread("RAR 压缩包", "a RAR archive", .unpack("unrar x")) }
  package var formTar: String { unread("tar 归档", "a tar archive", .unpack("tar -xf")) }
  package var formImage: String { unread("图片", "a picture", .nothing) }
  package var formAudioOrVideo: String { unread("音频或视频", "sound or video", .nothing) }
  package var formFont: String { unread("字体", "a font", .nothing) }
  package var formProgram: String { unread("可执行程序", "a program", .nothing) }
  package var formSourceCode: String { unread("程序源代码", "source code", .nothing) }
  package var formPatch: String { unread("代码补丁", "a patch", .nothing) }
  package var formConfiguration: String { unread("配置文件", "a configuration", .nothing) }
  package var formLog: String { unread("日志", "a log", .nothing) }
  package var formCalendar: String { unread("日历或名片", "a calendar or a contact", .nothing) }
  package var formSubtitles: String { unread("字幕", "subtitles", .nothing) }
  package var formKey: String { unread("密钥或证书", "a key or a certificate", .nothing) }
  package var formEncoded: String { unread("编码数据", "encoded data", .nothing) }

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
    case .importList: text("；newstape import 文件名 可导入其中的订阅", "; newstape import FILE subscribes to its feeds")
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

// MARK: - What an import passed over or guessed

extension Words {
  /// So many names are shown; the rest is counted.
  private static let shownNames = 30

  package func list(_ names: [(name: String, count: Int)]) -> String {
    let shown = names.prefix(Self.shownNames).map { name, count in
      let name = name.isEmpty ? text("（无名）", "(no name)") : name
      return text("\(name)（\(number(count))条）", "\(name) (\(self.count(count, "record")))")
    }
    let rest = names.count - shown.count
    let all = enumeration(shown)
    return rest > 0 ? all + text("，另有\(number(rest))个", ", and \(number(rest)) more") : all
  }

  package func passedOver(_ names: String) -> String {
    text(
      "略过未识别的列或键：\(names)；可用 --map 字段=列名 指定",
      "passed over columns or keys that are not known: \(names); say what they mean with --map field=name")
  }

  package func leftOut(_ names: String) -> String {
    text(
      "略过的列或键，同一字段已取自别处：\(names)；可用 --map 字段=列名 改选",
      "left out, as another column or key gave the same field: \(names); choose with --map field=name")
  }

  package func notFound(_ names: [String]) -> String {
    let list = enumeration(names)
    return text("--map 中的列或键没有出现：\(list)；请检查拼写", "--map names what is nowhere: \(list); check the spelling")
  }

  package func estimated(_ count: Int) -> String {
    text(
      "时间为推定的\(number(count))条（没有日期、没有年份或日月不明）；导出时注明",
      "dates that are estimated: \(count) (none given, no year, or day and month unclear); exports say so")
  }

  package func noteSkippedTable(_ name: String, _ count: Int) -> String {
    text(
      "略过没有标题和正文列的表 \(name)（\(number(count))行）",
      "passed over the table \(name), which names no headline or text (\(self.count(count, "row")))")
  }

  package func noteSkippedEntry(_ count: Int, _ example: String) -> String {
    text("略过归档中不是网页的内容\(number(count))项\(example)", "entries of an archive that are no pages: \(count)\(example)")
  }

  package func noteFurtherFields(_ count: Int) -> String {
    text("另有更多未识别的键（\(number(count))处）", "still more keys that are not known (\(self.count(count, "time")))")
  }

  package func noteSurplusTags(_ limit: Int, _ count: Int) -> String {
    text(
      "标签多于\(limit)个的记录\(number(count))条；只取前\(limit)个",
      "records with more than \(self.count(limit, "tag")): \(number(count)); the first \(limit) count")
  }

  package func noteSurplusVersions(_ limit: Int, _ count: Int) -> String {
    text(
      "修改前版本多于\(limit)个的新闻\(number(count))条；只取最新的\(limit)个",
      "articles with more than \(self.count(limit, "former version")): \(number(count)); the newest \(limit) count")
  }

  package func noteUnreadableVersion(_ count: Int, _ example: String) -> String {
    text(
      "无法识别的修改前版本\(number(count))个\(example)；已略过",
      "former versions that cannot be read: \(number(count))\(example); left out")
  }

  package func noteUnreadableDate(_ count: Int, _ example: String) -> String {
    text(
      "无法识别的日期\(number(count))个\(example)；改用文件时间",
      "dates that cannot be read: \(count)\(example); the file's time stands instead")
  }

  package func noteFutureDate(_ count: Int, _ example: String) -> String {
    text(
      "将来的日期\(number(count))个\(example)；改用文件时间",
      "dates of the future: \(count)\(example); the file's time stands instead")
  }

  package func noteUnknownArrival(_ count: Int, _ example: String) -> String {
    text(
      "无法识别或尚未到来的收到时间\(number(count))个\(example)；按现在收到计",
      "times of arrival that cannot be read, or are still to come: \(count)\(example); they count as arrived now")
  }

  package func noteExchangeableDate(_ count: Int, _ example: String) -> String {
    text(
      "日和月可能互换的日期\(number(count))个\(example)", "dates whose day and month may be exchanged: \(count)\(example)")
  }

  package func noteImpossibleTime(_ count: Int, _ example: String) -> String {
    text(
      "时刻或时区不存在的日期\(number(count))个\(example)；只取日期，标为推定",
      "dates with a time of day or a zone that does not exist: \(count)\(example); the day counts, as estimated")
  }

  package func noteMissingCells(_ count: Int, _ place: String) -> String {
    text("单元格少于列数的\(number(count))行\(place)", "rows with fewer cells than columns: \(count)\(place)")
  }

  package func noteSurplusCells(_ count: Int, _ place: String) -> String {
    text(
      "单元格多于列数的\(number(count))行\(place)；多出的并入正文",
      "rows with more cells than columns: \(count)\(place); the surplus went into the text")
  }

  package func noteOpenQuote(_ count: Int, _ place: String) -> String {
    text(
      "没有结束的引号\(number(count))个\(place)；按普通字符处理", "quotation marks that never end: \(count)\(place); they count as text"
    )
  }

  package func noteInnerQuote(_ count: Int, _ place: String) -> String {
    text(
      "跨行的引号内有未成对的引号\(number(count))行\(place)；请看是否并入了别的行",
      "rows over several lines whose quoted text holds marks that are not doubled: \(count)\(place); see whether they took in others"
    )
  }

  package func suchAs(_ example: String) -> String { text("，如“\(example)”", ", such as '\(example)'") }
  package func firstAt(_ path: String, line: Int) -> String {
    text("，最早在 \(path) 第\(line)行", ", first at \(path):\(line)")
  }
}

// MARK: - Names of columns and keys

extension Words {
  package func mapIncomplete(_ pair: String, _ place: String) -> String {
    text(
      "\(place) 的“\(pair)”不完整；请写作 字段=列名，如 title=Article_title",
      "\(place) '\(pair)' is not complete; write field=name, such as title=Article_title")
  }

  package func mapUnknownField(_ word: String, _ place: String, _ fields: String) -> String {
    text("\(place)：没有字段“\(word)”；可用：\(fields)", "\(place): there is no field '\(word)'; choose one of \(fields)")
  }

  package func mapRepeatedName(_ name: String, _ place: String) -> String {
    text("\(place) 中“\(name)”出现两次；请只保留一个", "\(place) names '\(name)' twice; keep one of them")
  }
}

// MARK: - Why something is refused

extension Words {
  package var refusedEmpty: String { text("空文件", "nothing in it") }

  package var refusedEndsWithinEntry: String {
    text("文件在一个条目中间结束，残缺部分未读入", "the file ends within an entry; what is cut off was not taken in")
  }

  package func refusedTooManyItems(_ limit: Int) -> String {
    text("条目过多，只读前\(limit)条", "too many items; the first \(limit) were read")
  }
  package func refusedTooLarge(_ limit: Int) -> String {
    text("过大（上限 \(limit >> 20) MB）", "too large (more than \(limit >> 20) MB)")
  }
  package var refusedBinary: String { text("不是文本", "not text") }
  package var refusedNoTitle: String { text("缺少标题", "no headline") }
  package var refusedNotAnArticle: String { text("不像新闻文章", "does not read like an article") }
  package func refusedBadJSON(_ problem: String) -> String { text("JSON 格式错误（\(problem)）", "bad JSON (\(problem))") }
  package var refusedNoArticleFields: String { text("既无标题也无正文字段", "neither a title nor a text in it") }

  package func refusedBadHeader(_ names: [String]) -> String {
    text(
      "首行没有标题或正文的列名（\(enumeration(names))）；可用 --map title=列名 指定",
      "the first line names no column with a headline or a text (\(names.joined(separator: ", "))); say which is one "
        + "with --map title=name")
  }

  package var refusedOpenQuote: String { text("文件在引号内结束", "the file ends within a quoted field") }
  package var refusedNoFeed: String { text("不是订阅源", "not a feed") }
  package func refusedCommand(_ name: String) -> String {
    text("该项要求执行命令（\(name):），已跳过", "would run a command (\(name):), passed over")
  }

  package func refusedNotAWebAddress(_ address: String) -> String {
    text(
      "不是 http 或 https 网址：\(AddressSecrets.masked(address))",
      "neither http nor https: \(AddressSecrets.masked(address))")
  }

  package func refusedNoFeedAddress(_ name: String) -> String {
    text("没有订阅网址：\(name)", "has no address of a feed: \(name)")
  }

  package func refusedTooManyFeeds(_ limit: Int, _ leftOut: Int) -> String {
    text(
      "订阅数超限（上限 \(limit)），其余\(number(leftOut))个未订阅；请分成几份列表",
      "more than \(count(limit, "feed")); the other \(number(leftOut)) were left out: split the list")
  }

  package var refusedOtherDatabase: String {
    text(
      "不是 newsboat 缓存文件；其中的表请先运行 sqlite3 news.db .dump > news.sql 再导入",
      "is not newsboat's cache; to read its tables, run sqlite3 news.db .dump > news.sql first")
  }

  package var refusedCorruptGzip: String { text("压缩数据损坏", "damaged compressed data") }
}

// MARK: - Archives and empty input

extension Words {
  package var archiveNoLibrary: String {
    text(
      "读取压缩包需要 libarchive；请安装（Debian、Ubuntu：apt-get install libarchive-dev）",
      "archives are read with libarchive; install it (Debian, Ubuntu: apt-get install libarchive-dev)")
  }

  package var archiveUnreadable: String { text("无法读取", "cannot be read") }
  package var archiveDamaged: String {
    text("压缩包损坏或不完整；此前读出的仍然有效", "a damaged or incomplete archive; what was read before stays")
  }

  package func archiveTooLarge(_ limit: Int) -> String {
    text(
      "解压后超过 \(limit >> 30) GB，其余未读；请分开导入",
      "more than \(limit >> 30) GB unpacked; the rest was not read: import it in parts")
  }

  package func archiveTooDense(_ limit: Int) -> String {
    text(
      "解压后超过原来的\(limit)倍，像是压缩炸弹，其余未读",
      "more than \(count(limit, "byte")) out of each, as of an archive made to do harm; the rest was not read")
  }

  package func archiveTooManyEntries(_ limit: Int) -> String {
    text("文件过多（上限 \(limit)），其余未读", "more than \(count(limit, "file")); the rest was not read")
  }

  package func archiveTooDeep(_ limit: Int) -> String {
    text("压缩包嵌套超过\(limit)层；请先解开外层", "archives within more than \(limit) others; unpack the outer ones first")
  }

  package var archiveEncrypted: String { text("压缩包有密码；请先解压", "an archive with a password; unpack it first") }
  package var emptyFeed: String { text("订阅源里没有条目", "a feed without items") }
  package var emptyObjects: String { text("JSON 里没有对象", "JSON without an object") }
  package var emptyRows: String { text("只有表头，没有数据行", "a header without rows") }
  package var emptyRecords: String { text("没有可读的记录", "nothing in it is a record") }
  package var emptyArchivedPages: String { text("归档里没有网页或邮件", "an archive without a page or a mail") }
  package var emptySubscriptions: String { text("订阅列表里没有订阅", "a list of feeds without a feed") }
  package var emptyCache: String { text("newsboat 缓存里没有新闻", "a cache of newsboat without articles") }
}

// MARK: - Importing

extension Words {
  package func imported(
    new: Int, updated: Int, completed: Int, stubs: Int, unchanged: Int, outdated: Int, refused: Int, ruled: Int
  ) -> String {
    let parts: [(count: Int, chinese: String, english: String)] = [
      (new, "新增", "new"), (updated, "更新", "updated"), (completed, "补全", "completed"), (stubs, "仅标题", "headline only"),
      (unchanged, "未变", "unchanged"), (outdated, "略过旧版", "older than what is kept"), (refused, "未导入", "not imported"),
    ]
    let shown = parts.filter { $0.count > 0 || $0.english == "new" }
      .map { text($0.chinese + number($0.count), number($0.count) + " " + $0.english) }
    return list(shown) + (ruled > 0 ? self.ruled(ruled) : "")
  }

  package func leftOut(_ line: String, of path: String) -> String {
    text("剔除 \(path)：", "left out of \(path): ") + line
  }
  /// A file, and the line of it.
  package func place(_ path: String, line: Int?) -> String {
    line.map { text("\(path) 第\($0)行", "\(path):\($0)") } ?? path
  }

  package func refused(_ place: String, _ reason: String) -> String {
    text("未导入 \(place)：", "not imported \(place): ") + reason
  }
  package var noSuchFile: String { text("没有这个文件或目录", "there is no such file or folder") }

  package func unreadable(_ problem: SystemProblem) -> String {
    text("无法读取（\(describe(problem))）", "cannot be read (\(describe(problem)))")
  }

  package func importing(share: String, articles: Int, rate: Int, remaining: Duration?) -> String {
    let left = remaining.map { Self.clock($0) } ?? "--:--"
    return text(
      "\(share)  \(number(articles))条  每秒\(number(rate))条  剩余 \(left)",
      "\(share)  \(count(articles, "article"))  \(number(rate)) a second  \(left) left")
  }

  /// How many lines of pages were taken for no part of an article.
  package func leftOut(_ lines: Int, areListed: Bool) -> String {
    text("剔除网页中不属于正文的\(number(lines))行", "\(count(lines, "line")) around the articles left out")
      + (areListed ? "" : text("；用 --verbose 列出", "; --verbose lists them"))
  }

  package var importStopped: String {
    text("已停止，已导入的都已保存；再次运行同一命令即可继续", "stopped; what was imported is saved, run the same command again to go on")
  }

  package func moreRefused(_ count: Int) -> String { text("……另有\(number(count))处", "… and \(number(count)) more") }

  package func indexing(_ done: Int, of total: Int) -> String {
    text("编入搜索索引  \(number(done))/\(number(total))条", "indexing for search  \(number(done))/\(count(total, "article"))")
  }

  package func unindexed(_ count: Int) -> String {
    text(
      "还有\(number(count))条待索引，下次打开时继续",
      "\(self.count(count, "article still waits", "articles still wait")) for the search index; the next start goes on")
  }

  package func searchesUnindexed(_ count: Int) -> String {
    text(
      "还有\(number(count))条待索引，改为逐条查看：结果不变，只是慢些",
      "\(self.count(count, "article waits", "articles wait")) for the search index; texts are looked through: the results are the same, only slower"
    )
  }

  private static func clock(_ duration: Duration) -> String {
    let seconds = min(duration.components.seconds, 359_999)
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = "\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    return seconds < 3_600 ? minutes : "\(two(seconds / 3_600)):" + minutes
  }
}
