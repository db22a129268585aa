import Foundation

/// Where a library's store lies and whose it is.
package struct LibraryLocation: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A file that the user named.
    case named
    /// The user's store in its usual place.
    case user
    /// The bundled sample.
    case sample
  }

  package let kind: Kind
  package let path: String

  package init(_ kind: Kind, path: String) {
    self.kind = kind
    self.path = path
  }

  /// The store to read: the named one, else the user's, else the sample where the user has none yet.
  package static func forReading(named: String?, user: String, sample: String) -> LibraryLocation {
    let own = forWriting(named: named, user: user)
    let exists = own.kind == .named || FileManager.default.fileExists(atPath: user)
    return exists ? own : LibraryLocation(.sample, path: sample)
  }

  /// The store to import into, which is never the sample.
  package static func forWriting(named: String?, user: String) -> LibraryLocation {
    named.map { LibraryLocation(.named, path: $0) } ?? LibraryLocation(.user, path: user)
  }
}
