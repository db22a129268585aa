import ArgumentParser
import Log
import NewsLibrary
import NewsModel
import NewsStore
import Wording

/// `newstape store`
struct StoreCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "store",
      .init("维护新闻库。", "Looks after the store."),
      subcommands: [
        StoreCheckCommand.self, StoreBackupCommand.self, StoreRepairCommand.self, StoreCompactCommand.self,
      ])
  }
}

/// `newstape store check`
struct StoreCheckCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "check",
      .init("检查整个新闻库有无损坏。", "Reads the whole store for damage."),
      .init(
        """
        检查文件、每一行、每篇正文、全部计数、识别重复新闻的记录和搜索索引；10万条约需5秒。有损坏时说明何处\
        有误，退出码为 65：请用 newstape store repair 修复。不做更改。
        """,
        """
        Looks at the file, every row, every text, all counts, what articles are recognised by, and the \
        search index; takes some 5 seconds for 100,000 articles. Ends with 65 and names what is wrong where \
        the store is not sound: newstape store repair mends it. Changes nothing.
        """),
      examples: [
        "newstape store check",
        "newstape store check --store backup.db",
      ])
  }

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let cancellation = Cancellation()
    let interruption = Interruption { cancellation.cancel() }
    try setup.withOwnLibrary { library in
      setup.reportObstacle(of: library)
      var display = ProgressDisplay(words: setup.words)
      defer { display.end() }
      do {
        let findings = try library.store.check(cancellation: cancellation) { display.show($0) }
        display.end()
        for finding in findings { output.writeLine(setup.words.describe(finding)) }
        guard findings.isEmpty else {
          throw CommandFailure(.badData, setup.words.storeIsUnsound(library.store.path, findings: findings.count))
        }
        output.writeLine(try setup.words.sound(library))
        if let rights = library.store.rightsOfOthers {
          output.writeLine(setup.words.othersMayUse(library.store.path, rights: rights))
        }
      } catch StoreError.cancelled {
        throw interruption.status ?? ExitStatus.interrupted
      }
    }
  }
}

/// `newstape store backup`
struct StoreBackupCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "backup",
      .init("把新闻库备份到一个文件。", "Copies the store into a file."),
      .init(
        """
        备份是同一时刻的完整新闻库，只有一个文件；其间其他程序仍可读写。它本身就是新闻库：--store 可读取，\
        cp 可放回。要供其他程序读取，请用 newstape export --format jsonl。
        """,
        """
        The copy is the store as it is at one moment, whole, in one file; others may go on reading and \
        writing meanwhile. It is a store itself: --store reads it, and cp puts it back. newstape export \
        --format jsonl writes what any program reads.
        """),
      examples: [
        "newstape store backup ~/backup/news-2024-06-15.db",
        "newstape store backup --force /media/stick/news.db",
      ])
  }

  @Argument(help: .text("写入的文件。", "The file to write.", value: .file))
  var file: String

  @Flag(help: .text("覆盖已有的文件。", "Replace the file where it is there already."))
  var force = false

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let size = try setup.caringForStore { library, display, cancellation in
      try library.backUp(to: file, replaces: force, cancellation: cancellation) { display.bar.showBackup($0) }
    }
    output.writeLine(setup.words.backedUp(to: file, bytes: size))
  }
}

/// `newstape store repair`
struct StoreRepairCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "repair",
      .init("修复损坏的新闻库。", "Mends a damaged store."),
      .init(
        """
        检查新闻库；若有损坏，先在旁边备份，再用能读出的一切重建：新闻及其标记，以及你保存的内容。计数、搜索\
        索引等由新闻重新生成。未能恢复的会列出，备份中仍有。没有损坏时不做更改。修复中途停止，新闻库保持原样。\
        仍有损坏，或标题、正文有缺失时，退出码为 65。
        """,
        """
        Checks the store and, where it is not sound, copies it to a backup beside it and makes it anew out \
        of all that can be read: articles with their marks, and what you keep. Counts, the search index and \
        all else that follows from them are made from the articles. Says what could not be brought back; \
        the backup still has it. Nothing is changed in a sound store. A repair that is stopped leaves the \
        store as it was. Ends with 65 where damage is left, and where headlines or texts are lost.
        """),
      examples: [
        "newstape store repair"
      ])
  }

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let words = setup.words
    var newsIsLost = false
    let left = try setup.caringForStore { library, display, cancellation -> [StoreFinding] in
      let articles = Log.attempt("count the articles", .info) { try library.store.count(.all) } ?? 0
      guard
        let repair = try library.repair(cancellation: cancellation, progress: { display.bar.show($0, of: articles) })
      else {
        display.bar.end()
        output.writeLine(try words.sound(library))
        return []
      }
      display.bar.end()
      output.writeLine(words.backup(repair.backup))
      for finding in repair.report.findings { output.writeLine(words.found(finding)) }
      for loss in repair.report.losses { output.writeLine(words.describe(loss)) }
      newsIsLost = repair.report.losses.contains { $0.kind.isOfNews }
      output.writeLine(words.repaired(articles: repair.report.articles))
      try output.flush()
      try library.indexAll(cancellation: cancellation) { display.bar.showIndexing($0, of: $1) }
      let left = try library.store.check(cancellation: cancellation) { display.bar.show($0) }
      display.bar.end()
      for finding in left { output.writeLine(words.describe(finding)) }
      return left
    }
    if !left.isEmpty { throw CommandFailure(.badData, words.damageIsLeft(left.count)) }
    if newsIsLost { throw CommandFailure(.badData, words.newsIsLost) }
  }
}

/// `newstape store compact`
struct StoreCompactCommand: ProgramCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      "compact",
      .init("压缩新闻库，释放磁盘空间。", "Gives room on the disk back."),
      .init(
        "重写新闻库，去掉删除和修改留下的空隙。其间需要两倍于新闻库的空间。中途停止，新闻库保持原样。",
        """
        Writes the store anew without the gaps that removed and changed articles left. Needs room for two \
        more stores while it works. One that is stopped leaves the store as it was.
        """),
      examples: [
        "newstape store compact"
      ])
  }

  @OptionGroup(title: HelpSection.global) var options: GlobalOptions

  func run(_ setup: Setup, _ output: inout Output) throws {
    let (before, after) = try setup.caringForStore { library, display, cancellation in
      display.bar.showCompacting(0)
      return try library.store.compact(cancellation: cancellation) { display.bar.showCompacting($0) }
    }
    output.writeLine(setup.words.compacted(from: before, to: after))
  }
}

extension Words {
  /// That a store is sound, and what it holds.
  fileprivate func sound(_ library: NewsLibrary) throws -> String {
    let muted = try library.store.count(.muted)
    return storeIsSound(library.store.path, articles: try library.store.count(.all) + muted, muted: muted)
  }
}

extension Setup {
  /// Runs `body` on the reader's own store, which must be there, with a display on standard error and a way to stop it.
  fileprivate func caringForStore<T>(
    _ body: (NewsLibrary, SharedDisplay, Cancellation) throws -> T
  ) throws -> T {
    let cancellation = Cancellation()
    let interruption = Interruption { cancellation.cancel() }
    let library = try openLibrary(at: writeLocation.path, .existing)
    defer { library.closeAndLog() }
    let display = SharedDisplay(words)
    defer { display.bar.end() }
    do {
      return try body(library, display, cancellation)
    } catch StoreError.cancelled {
      throw interruption.status ?? ExitStatus.interrupted
    }
  }
}
