import Testing
import TextBasics
import Wording

@testable import App

@Suite struct HelpPageTests {
  private static let commands = [
    "newstape", "newstape add", "newstape remove", "newstape refresh", "newstape watch", "newstape import",
    "newstape export", "newstape list", "newstape show", "newstape tags", "newstape sources", "newstape stats",
    "newstape company",
    "newstape mark", "newstape undo", "newstape saved", "newstape saved add", "newstape rules", "newstape rules apply",
    "newstape parse", "newstape analyse", "newstape themes", "newstape config", "newstape store",
    "newstape store repair",
  ]

  private func lines(_ command: String, _ language: Language, columns: Int = 80) throws -> [String] {
    let path = command.split(separator: " ").map(String.init)
    return try HelpLanguage.$current.withValue(language) {
      try #require(HelpPage(path, words: Words(language: language), columns: columns)).lines.map(\.string)
    }
  }

  @Test(arguments: commands, [Language.zhHans, .en])
  func helpFitsTheTerminalAndIsInOneLanguage(command: String, language: Language) throws {
    let widths = ColumnWidths()
    let lines = try lines(command, language)
    for line in lines where !line.hasPrefix("  newstape") && !line.contains("newstape parse") {
      #expect(widths.columns(SafeText(line)) <= 80 || line.hasPrefix("  "), "\(line)")
    }
    guard language == .zhHans else { return }
    #expect(lines.first?.hasPrefix("概述：") == true)
    #expect(lines.contains { $0.hasPrefix("用法：\(command)") })
    let english = lines.filter { $0.contains(#/[a-z]{2,} (the|of|is|and|a|to|with) /#) || $0.contains(#/^[A-Z ]+:/#) }
    #expect(english.isEmpty)
  }

  @Test func optionsStandInSectionsWithTheirValues() throws {
    let help = try lines("newstape export", .zhHans)
    for line in ["参数：", "选项：", "全局选项：", "  --with-passwords          订阅列表保留网址中的密码和密钥。"] {
      #expect(help.contains(line), "\(line)")
    }
    #expect(help.contains { $0.hasPrefix("  --format <格式>") })
    #expect(help.joined().filter { $0 != " " }.contains("可选：markdown、jsonl"))
    #expect(try lines("newstape company", .en).contains { $0.contains("(default: 20)") })
    #expect(try lines("newstape store", .zhHans).contains { $0.hasPrefix("  check") && $0.hasSuffix("检查整个新闻库有无损坏。") })
  }

  @Test func whatIsNoCommandHasNoHelp() {
    #expect(HelpPage(["newstape", "nosuch"], words: Words(language: .en), columns: 80) == nil)
  }
}

@Suite struct UsageMistakeTests {
  private func mistake(_ arguments: String, _ language: Language) -> String? {
    HelpLanguage.$current.withValue(language) {
      do {
        _ = try NewstapeCommand.parseAsRoot(arguments.split(separator: " ").map(String.init))
        return nil
      } catch {
        return UsageMistake(NewstapeCommand.message(for: error)).message(Words(language: language))
      }
    }
  }

  @Test(arguments: [
    ("list --bogus", "没有选项“--bogus”", "there is no option '--bogus'"),
    ("list --tga x", "没有选项“--tga”（是否想写 --tag？）", "there is no option '--tga' (did you mean '--tag'?)"),
    ("list --limit", "--limit 缺少值", "--limit needs a value"),
    ("list --json=x", "--json 不带值，却写了“x”", "--json takes no value, but has 'x'"),
    ("list --limit it's", "--limit 的值“it's”无效", "--limit cannot be 'it's'"),
    (
      "parse a --as pages", "--as 的值“pages”无效，可用：auto、page、feed",
      "--as cannot be 'pages'; choose one of auto, page, feed"
    ),
    ("add", "缺少参数 <网址> ...", "<url> ... is missing"),
    ("show 1 2", "多余的参数“2”", "there is no place for '2'"),
    ("show 1 2 3", "多余的参数“2”、“3”", "there is no place for '2', '3'"),
    ("saved move a x", "<位置> 的值“x”无效", "<place> cannot be 'x'"),
  ])
  func mistakesAreTold(arguments: String, chinese: String, english: String) {
    #expect(mistake(arguments, .zhHans) == chinese)
    #expect(mistake(arguments, .en) == english)
  }

  @Test func whatIsNotKnownIsToldAsTheParserSaysIt() {
    #expect(UsageMistake("Something else.").message(Words(language: .en)) == "Something else.")
    #expect(UsageMistake("Something else.").message(Words(language: .zhHans)) == "命令行有误（Something else.）")
  }
}
