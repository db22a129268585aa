import Foundation
import Terminal
import Testing

/// A frame as a file: its text, and below it a map of its styles with one letter for each style.
enum GoldenFrame {
  static func text(of buffer: Buffer) -> String {
    var letters: [Style: Character] = [:]
    let names = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    var map = ""
    for y in 0..<buffer.size.height {
      for cell in buffer.row(y) {
        let letter = letters[cell.style] ?? names[letters.count % names.count]
        letters[cell.style] = letter
        map.append(letter)
      }
      map.append("\n")
    }
    let legend = letters.sorted { $0.value < $1.value }.map { "\($0.value) \(describe($0.key))" }
    return buffer.lines.joined(separator: "\n") + "\n\n" + map + "\n" + legend.joined(separator: "\n") + "\n"
  }

  private static func describe(_ style: Style) -> String {
    let modifiers: [(Modifiers, String)] = [
      (.bold, "bold"), (.dim, "dim"), (.italic, "italic"), (.underline, "underline"), (.reverse, "reverse"),
    ]
    let words = modifiers.filter { style.modifiers.contains($0.0) }.map(\.1)
    return ([describe(style.foreground), "on", describe(style.background)] + words).joined(separator: " ")
  }

  private static func describe(_ color: Color) -> String {
    switch color {
    case .standard: "standard"
    case .ansi(let number): "ansi \(number)"
    case .rgb(let red, let green, let blue):
      "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  /// Compares a frame with its file; writes the file instead where NEWSTAPE_RECORD_GOLDEN is set.
  static func check(_ buffer: Buffer, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/golden")
    let file = folder.appending(path: name + ".txt")
    let found = text(of: buffer)
    if ProcessInfo.processInfo.environment["NEWSTAPE_RECORD_GOLDEN"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try found.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(found == expected, "\(name) looks different; `make golden` records it anew", sourceLocation: sourceLocation)
  }
}
