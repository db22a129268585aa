extension Settings {
  /// A setting as it is in force.
  public struct Entry: Hashable, Sendable {
    public let key: String
    /// As a TOML file writes it; nil for a setting that is left out and has no default.
    public let notation: String?
    public let origin: Origin

    /// Whether someone wrote it: false for a default.
    public var isSet: Bool { origin != .standard }
  }

  /// Every setting in the order of the reference, then the user's keys.
  public var entries: [Entry] {
    Setting.all.map { Entry(key: $0.key, notation: $0.notation(in: self), origin: origin(of: $0.key)) }
      + keyBindings.map {
        Entry(key: "keys.\($0.command)", notation: $0.keys.node?.notation, origin: $0.origin)
      }
  }
}
