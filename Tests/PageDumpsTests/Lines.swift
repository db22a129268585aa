import TextScanning

/// The lines of a text that hold something, as the parser cuts them.
func lines(_ text: String) -> [TextLine] { TextLines.split(text[...]) }

/// The same of lines that each stand by itself.
func lines(_ texts: [String]) -> [TextLine] { lines(texts.joined(separator: "\n\n")) }

extension TextLine {
  /// The line as a tool that keeps links would give it.
  func of(_ kind: Kind) -> TextLine {
    var line = self
    line.kind = kind
    return line
  }
}
