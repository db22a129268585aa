internal import SeededRandom

/// Someone who writes titles and bodies about topics.
protocol ProseWriter: Sendable {
  /// By how many characters a body is longer than asked for, on average.
  var overshoot: Double { get }

  func writeTitle(_ topic: Topic, _ random: inout SeededGenerator, to text: inout TextBuffer)

  /// Writes paragraphs, separated by line feeds, up to the end of the sentence or paragraph with which there are `length` characters.
  func writeBody(_ topic: Topic, length: Int, _ random: inout SeededGenerator, to text: inout TextBuffer)
}
