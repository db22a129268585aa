import NewsLibrary
import NewsWriting

// MARK: - Export

extension Messages {
  func withoutMuted(_ count: Int) -> String {
    text(
      "另有 \(count) 篇已静音，未导出；查询 is:muted 可导出",
      count == 1
        ? "1 muted article was left out; the query is:muted exports it"
        : "\(count) muted articles were left out; the query is:muted exports them")
  }

  func exported(_ count: Int, to path: String) -> String {
    text("已导出 \(count) 篇到 \(path)", "\(count) articles written to \(path)")
  }

  func followed(_ report: FollowReport) -> String {
    text(
      "新订阅 \(report.new.count) 个来源，已有 \(report.known) 个；用 newstape refresh 抓取",
      "\(report.new.count) sources followed, \(report.known) known; newstape refresh fetches them")
  }

  func listedSources(_ count: Int, to path: String) -> String {
    text("已导出 \(count) 个来源到 \(path)", "\(count) sources written to \(path)")
  }

  func withoutPasswords(_ count: Int) -> String {
    text(
      "\(count) 个来源的网址含密码或密钥，导出时已去掉；要保留请加 --with-passwords",
      "\(count) addresses were written without their password or key; --with-passwords keeps them")
  }

  func exporting(_ done: Int, of total: Int) -> String {
    text("导出  \(done)/\(total) 篇", "exporting  \(done)/\(total) articles")
  }

  func noFormat(_ path: String) -> String {
    let names = ExportFormat.allCases.map(\.rawValue).joined(separator: ", ")
    return text(
      "文件名 \(path) 看不出格式；请用 --format 指定：\(names)",
      "the name \(path) does not say the format; choose one with --format: \(names)")
  }

  func describe(_ failure: ReplacedFile.Failure) -> String {
    switch failure {
    case .exists(let path):
      text(
        "\(path) 已存在，未作改动；请换一个名字，或用 --force 覆盖",
        "\(path) is there already and was left as it is; name another file, or use --force")
    case .isTheStore(let path):
      text("\(path) 就是数据文件本身，未作改动；请换一个名字", "\(path) is the store itself and was left as it is; name another file")
    case .notAFile(let path): text("\(path) 不是普通文件；请换一个名字", "\(path) is no ordinary file; name another one")
    case .system(let path, let problem):
      text(
        "无法写入 \(path)（\(describe(problem))）；请检查路径和权限",
        "cannot write \(path) (\(describe(problem))); check the path and its permissions")
    case .store(let path):
      text(
        "\(path) 是 newstape 的数据文件，未作改动；请换一个名字",
        "\(path) is a newstape store and was left as it is; name another file")
    }
  }
}
