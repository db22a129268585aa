/// What the options of the command line say; it outweighs the environment and the file.
package struct Overrides: Hashable, Sendable {
  /// Texts by the names of settings, as the options gave them.
  package var values: [String: String]

  package init(values: [String: String] = [:]) { self.values = values }

  /// The settings that have an option of their own; nil is an option not given.
  package init(
    store: String? = nil, theme: String? = nil, language: String? = nil, logLevel: String? = nil
  ) {
    values = [:]
    values["store.path"] = store
    values["theme"] = theme
    values["language"] = language
    values["log.level"] = logLevel
  }
}
