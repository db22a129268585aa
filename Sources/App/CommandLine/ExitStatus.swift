import Dashboard
import NewsModel
import TextBasics
import Wording

/// How the program ended, for the shell. Numbers from 64 are those of BSD's `sysexits.h`.
enum ExitStatus: Int32, CaseIterable, Error {
  case success = 0
  case failure = 1
  case usage = 64
  case badData = 65
  case noInput = 66
  case cannotCreate = 73
  case inputOutput = 74
  case configuration = 78
  case interrupted = 130
  case terminated = 143

  /// What it means, for `--help` and the reference page.
  var meaning: Bilingual {
    switch self {
    case .success: .init("完成", "done")
    case .failure: .init("其他错误，见提示", "something else went wrong; the message says what")
    case .usage: .init("命令行有误", "the command line is wrong")
    case .badData: .init("输入或新闻库有误", "the input, or the store, is not what it should be")
    case .noInput:
      .init("文件、新闻库或新闻不存在，或无法读取", "a file, the store or the article is not there, or cannot be read")
    case .cannotCreate: .init("无法新建或写入新闻库", "the store cannot be created or written")
    case .inputOutput: .init("读写失败", "reading or writing failed")
    case .configuration: .init("配置有误（newstape config）", "the configuration has mistakes (newstape config)")
    case .interrupted: .init("被 Ctrl-C 停止；已报告的都已保存", "stopped by Ctrl-C; what was announced is saved")
    case .terminated: .init("被 SIGTERM 停止；已报告的都已保存", "stopped by SIGTERM; what was announced is saved")
    }
  }

  /// One line each, for `--help`.
  static var table: String {
    let lines = allCases.map { status in
      let number = String(status.rawValue)
      return "  " + String(repeating: " ", count: 3 - number.count) + number + "  " + status.meaning.inHelp
    }
    return ([Bilingual("退出码：", "EXIT CODES:").inHelp] + lines).joined(separator: "\n")
  }

  /// The reference page, `docs/exit-codes.md`.
  static var referenceMarkdown: String {
    """
    # Exit codes

    <!-- Made by `make docs` from ExitStatus.swift: change that, not this page. -->

    Every command ends with one of these. Errors stand on standard error, in one line that says what to do.

    | code | meaning | 含义 |
    |---:|---|---|
    \(allCases.map { "| \($0.rawValue) | \($0.meaning.english) | \($0.meaning.chinese) |" }.joined(separator: "\n"))

    `newstape import` ends with 0 when at least one article was read: what was refused stands in its report. It ends
    with 65 when nothing but refused input was found, and with 66 when something that was named cannot be read; the
    rest is imported all the same. `newstape parse` and `newstape analyse` end with 65 as soon as one input or line is
    refused, and take the rest.

    `newstape refresh` ends with 0 unless every feed failed: a feed that is down is no reason to call for help. `newstape
    add` ends with 64 for what is no web address, with 65 where no feed was found, and with 74 where nothing answered. `newstape
    refresh --every` and `newstape watch` end with 0 when a signal stops them.

    Whatever reads a store ends with 65 where articles in it cannot be read: the others are listed, found or exported all the
    same, and standard error says how many were left out. `newstape store check` ends with 65 where the store is not sound, `newstape
    store repair` where damage is left.

    """
  }
}

/// Why a command ended early: one line for standard error, in the reader's language, and the exit code.
struct CommandFailure: Error {
  var status: ExitStatus
  var message: String
  /// What the message is about, in lines below it.
  var details: [SafeText]

  init(_ status: ExitStatus, _ message: String, details: [SafeText] = []) {
    self.status = status
    self.message = message
    self.details = details
  }

  /// What is wrong with a query: in words, with a caret under the place.
  init(_ error: QueryError, in text: String, _ setup: Setup) {
    let start = text.index(text.startIndex, offsetBy: error.range.lowerBound)
    let end = text.index(start, offsetBy: error.range.count)
    let before = setup.widths.columns(SafeText(String(text[..<start])))
    let columns = setup.widths.columns(SafeText(String(text[start..<end])))
    let carets = String(repeating: " ", count: before) + String(repeating: "^", count: max(1, columns))
    self.init(
      .usage, setup.words.mistake(error.kind), details: ["  " + SafeText(text), SafeText("  " + carets)])
  }
}
