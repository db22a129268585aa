import ArgumentParser
import NewsLibrary

/// The options that say how records (JSON, CSV) are read.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Which field a column or key means, such as title=Article_title,source=source.name; may be repeated.",
      valueName: "field=name"))
  var map: [String] = []

  @Flag(help: "Clean the texts of records as saved pages are cleaned; without it they are kept line by line.")
  var clean = false

  /// The names of the options, which go before those of the settings.
  ///
  /// - Throws: what is wrong with them, in words, before anything is read.
  func reading(_ setup: Setup) throws -> (options: ReadingOptions, named: ImportFieldMap) {
    var named = ImportFieldMap()
    for text in map { named = named.merging(try Self.map(text, of: "--map", setup.messages, .usage)) }
    var all = named
    for text in setup.settings.importMap {
      all = all.merging(try Self.map(text, of: "import.map", setup.messages, .configuration))
    }
    return (ReadingOptions(zone: setup.sourceZone, fieldMap: all, cleansRecords: clean), named)
  }

  private static func map(
    _ text: String, of place: String, _ messages: Messages, _ status: ExitStatus
  ) throws -> ImportFieldMap {
    do throws(ImportFieldMapProblem) {
      return try ImportFieldMap(text)
    } catch {
      throw CommandFailure(status, messages.describe(error, in: place))
    }
  }
}
