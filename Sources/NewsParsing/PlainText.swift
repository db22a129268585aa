import PageDumps
import TextScanning

/// Plain text as an import reads it.
package enum PlainText {
  /// The text with a line for each paragraph: lines that were wrapped at a fixed width, or broken around links, are put together, so that
  /// words stand beside each other as they do in the store. Linear in the text.
  package static func joined(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "\n")) else { return text }
    let lines = LineRepair.repaired(TextLines.split(TextLines.cleaned(text)[...]), joinsFragments: true)
    return lines.map { line in
      switch line {
      case .plain(let text), .picture(let text): String(text)
      case .joined(let text): text
      }
    }.joined(separator: "\n")
  }
}
