import Foundation
import Testing

@testable import TextBasics

/// The widths that the screen is laid out by against those of a terminal, which is asked where its cursor stands (CSI 6n).
///
/// tmux is the terminal: it is at hand on many machines, and most readers' keys and signs pass through it or its like.
@Suite(.enabled(if: Tmux.path != nil, "there is no tmux here to ask"))
struct TerminalWidthsTests {
  private static let samples = [
    // Emoji: single, joined, with a skin tone, with selectors; flags; a keycap.
    "📈", "👨\u{200D}👩\u{200D}👧\u{200D}👦", "👩🏽\u{200D}💻", "👍🏿", "❤\u{FE0F}", "☎\u{FE0E}", "🇨🇳", "🇨🇳🇺🇸", "\u{1F1E8}",
    "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}", "1\u{FE0F}\u{20E3}", "🏳\u{FE0F}\u{200D}🌈", "⚡", "☀", "⌚",
    "🫠", "🅰",
    // Marks.
    "e\u{301}", "Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", "か\u{3099}", "\u{301}", "ก\u{E49}\u{E33}",
    "क\u{94D}ष\u{93F}",
    "\u{1112}\u{1161}\u{11AB}", "다\u{20DD}",
    // Ambiguous ones.
    "“", "”", "‘", "—", "…", "·", "●", "○", "★", "①", "▲", "▼", "│", "─", "█", "░", "±", "×", "°", "‰", "Ω", "Ⅳ", "→",
    "※", "\u{E000}", "\u{FFFD}",
    // Others.
    "a", "中", "𠮷", "，", "Ａ", "ｱ", "㎡", "㍿", "\u{3000}", "\u{2009}", "مرحبا", "שלום", "\u{200B}x\u{202E}y", "⠿", "⟳",
    "𝕏", "〰", "ﷺ",
  ]

  @Test func theTerminalPutsItsCursorWhereTheTextEnds() throws {
    let texts = Self.samples.map { SafeText($0) }
    let ends = try Tmux.columns(of: texts.map(Self.shown))
    try #require(ends.count == texts.count)
    for (text, end) in zip(texts, ends) {
      #expect(ColumnWidths().columns(text) == end, "\(text.string.unicodeScalars.map { String($0.value, radix: 16) })")
    }
  }

  /// The signs as they are sent to the terminal.
  private static func shown(_ text: SafeText) -> String {
    var shown = ""
    ColumnWidths().forEachCluster(of: text) {
      shown += $0.glyph.text
      return true
    }
    return shown
  }
}

private enum Tmux {
  static let path: String? = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// Writes each text at the beginning of a line and asks for the cursor's column.
  private static let script = """
    stty raw -echo
    while IFS= read -r text <&3; do
      printf '\\r\\033[K%s\\033[6n' "$text"
      IFS= read -r -d R answer
      echo "${answer##*;}" >&4
    done 3<texts 4>answers
    mv answers ends
    """

  /// The columns that the terminal gives each text, none of which may hold a line break.
  static func columns(of texts: [String]) throws -> [Int] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "newstape-widths-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    try texts.map { $0 + "\n" }.joined().write(to: folder.appending(path: "texts"), atomically: true, encoding: .utf8)
    try script.write(to: folder.appending(path: "ask"), atomically: true, encoding: .utf8)
    let server = folder.appending(path: "socket").path
    try run(
      ["-S", server, "-u", "-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "5", "bash ask"], in: folder)
    let ends = folder.appending(path: "ends")
    for _ in 0..<200 where !FileManager.default.fileExists(atPath: ends.path) { usleep(50_000) }
    return try String(contentsOf: ends, encoding: .utf8).split(separator: "\n").compactMap { Int($0).map { $0 - 1 } }
  }

  private static func run(_ arguments: [String], in folder: URL) throws {
    let process = Process()
    process.executableURL = URL(filePath: path ?? "tmux")
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ["LC_ALL": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", "TERM": "xterm-256color"]
    try process.run()
    process.waitUntilExit()
  }
}
