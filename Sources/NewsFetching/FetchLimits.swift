/// What a fetcher does not go beyond, whatever servers do.
package struct FetchLimits: Hashable, Sendable {
  /// Bytes of a body once unpacked: a megabyte on the wire can be a gigabyte then.
  package var bodySize = 16 << 20
  /// Bytes of all bodies that are on their way. It holds large ones back while others are under way, and may be exceeded by
  /// one `bodySize`.
  package var bodiesSize = 24 << 20
  /// Bytes of the headers of an answer.
  package var headerSize = 64 << 10
  /// Time for a request with all its redirects, waiting for its turn not counted.
  package var totalTime = Duration.seconds(30)
  package var connectTime = Duration.seconds(10)
  /// A transfer must bring `lowestSpeed` bytes a second over every such time, the wait for the first byte included.
  package var patience = Duration.seconds(10)
  package var lowestSpeed = 200
  package var redirects = 5
  /// Connections to a host (with its port) at once.
  package var connectionsToHost = 4
  /// Connections at once.
  package var connections = 24

  package init() {}
}
