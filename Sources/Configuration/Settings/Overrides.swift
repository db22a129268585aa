/// What the options of the command line say; it outweighs the environment and the file.
public struct Overrides: Hashable, Sendable {
  /// Texts by the names of settings, as the options gave them.
  public var values: [String: String]

  public init(values: [String: String] = [:]) { self.values = values }

  /// The settings that have an option of their own; nil is an option not given.
  public init(store: String? = nil, theme: String? = nil, language: String? = nil) {
    values = [:]
    values["store.path"] = store
    values["theme"] = theme
    values["language"] = language
  }
}
