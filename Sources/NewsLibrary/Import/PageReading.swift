package import NewsModel
package import NewsParsing

/// Reading without a store: what `newstape parse` shows.
package enum PageReading {
  /// Parses an input, `-` being standard input, and hands over every item and every problem in order.
  ///
  /// - Parameters:
  ///   - format: nil to find it out.
  /// - Returns: what was passed over or guessed.
  package static func parse(
    _ path: String, as format: SourceFormat? = nil, reading options: ReadingOptions, item: (Item) -> Void,
    problem: (ImportProblem) -> Void
  ) -> ImportNotes {
    var notes = ImportNotes()
    func emit(_ record: ParsedRecord) {
      switch record {
      case .item(let found): item(found)
      case .refused(let refusal): problem(ImportProblem(refusal, path: path))
      }
    }
    do throws(FileInput.Failure) {
      func read(_ input: FileInput) throws(FileInput.Failure) {
        try input.parse(options, as: format, emit: emit) { found, name in notes.add(found, of: name) }
      }
      if path == "-" {
        try read(.standardInput)
      } else {
        try FileInput.withFile(RawPath(path)) { input throws(FileInput.Failure) in try read(input) }
      }
    } catch {
      problem(ImportProblem(error, path: path))
    }
    return notes
  }
}
