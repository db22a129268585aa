/// What a fetcher does not go beyond, whatever servers do.
public struct FetchLimits: Hashable, Sendable {
  /// Bytes of a body once unpacked: a megabyte on the wire can be a gigabyte then.
  public var bodySize = 16 << 20
  /// Bytes of all bodies that are on their way. It holds large ones back while others are under way, and may be exceeded by
  /// one `bodySize`.
  public var bodiesSize = 24 << 20
  /// Bytes of the headers of an answer.
  public var headerSize = 64 << 10
  /// Time for a request with all its redirects, waiting for its turn not counted.
  public var totalTime = Duration.seconds(30)
  public var connectTime = Duration.seconds(10)
  /// A transfer must bring `lowestSpeed` bytes a second over every such time, the wait for the first byte included.
  public var patience = Duration.seconds(10)
  public var lowestSpeed = 200
  public var redirects = 5
  /// Connections to a host (with its port) at once.
  public var connectionsToHost = 4
  /// Connections at once.
  public var connections = 24

  public init() {}
}
