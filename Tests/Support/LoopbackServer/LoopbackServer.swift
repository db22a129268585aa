import Glibc
import Synchronization

/// A web server for tests: on this machine alone, at a port of its own, with answers by script. It remembers what it was asked.
///
/// Each connection has a thread. The server ends, and its connections with it, when nobody holds it any more.
public final class LoopbackServer: Sendable {
  /// Looks at a request and says what is answered.
  public typealias Script = @Sendable (LoopbackRequest) -> LoopbackAnswer

  private struct State {
    var requests: [LoopbackRequest] = []
    var connections: Set<Int32> = []
    var mostConnections = 0
    var isStopped = false
  }

  /// What the threads hold of the server: not the server itself, which would then never go.
  private final class Shared: Sendable {
    let state = Mutex(State())
    let script: Script

    init(_ script: @escaping Script) { self.script = script }
  }

  private let shared: Shared
  private let listener: Int32
  public let port: Int

  /// - Parameters:
  ///   - backlog: connections that wait to be taken; more are refused or kept waiting by the system.
  ///   - script: called on several threads.
  public init(backlog: Int32 = 128, script: @escaping Script) throws {
    shared = Shared(script)
    (listener, port) = try LoopbackSocket.listen(backlog: backlog)
    let listener = listener
    let shared = shared
    LoopbackSocket.onThread {
      while let connection = LoopbackSocket.accept(listener) {
        let isWanted = shared.state.withLock { state in
          guard !state.isStopped else { return false }
          state.connections.insert(connection)
          state.mostConnections = max(state.mostConnections, state.connections.count)
          return true
        }
        guard isWanted else {
          close(connection)
          continue
        }
        LoopbackSocket.onThread { Self.serve(connection, shared) }
      }
    }
  }

  /// Answers by path, query included; what is not in it is not found.
  public convenience init(_ answers: [String: LoopbackAnswer], backlog: Int32 = 128) throws {
    try self.init(backlog: backlog) { answers[$0.path] ?? .status(404) }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
    shared.state.withLock { state in
      state.isStopped = true
      // Their threads close them.
      for connection in state.connections { shutdown(connection, Int32(SHUT_RDWR)) }
    }
  }

  /// The whole address of something here.
  public func address(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

  /// What was asked so far, in the order in which it came in.
  public var requests: [LoopbackRequest] { shared.state.withLock(\.requests) }

  public func requests(for path: String) -> [LoopbackRequest] { requests.filter { $0.path == path } }

  /// How many connections there were at once, at most.
  public var mostConnections: Int { shared.state.withLock(\.mostConnections) }

  /// A port of this machine at which nobody answers.
  public static func refusingPort() throws -> Int {
    let (listener, port) = try LoopbackSocket.listen(backlog: 1)
    close(listener)
    return port
  }

  private static func serve(_ connection: Int32, _ shared: Shared) {
    var reader = LoopbackRequestReader(connection)
    while let request = reader.next() {
      shared.state.withLock { $0.requests.append(request) }
      guard shared.script(request).send(to: request, over: connection) else { break }
    }
    // Under the lock: the number may be another connection's as soon as it is closed.
    shared.state.withLock { state in
      state.connections.remove(connection)
      _ = close(connection)
    }
  }
}
