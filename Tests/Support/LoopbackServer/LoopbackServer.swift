import Glibc
import Synchronization

/// A web server for tests: on this machine alone, at a port of its own, with answers by script. It remembers what it was asked.
///
/// Each connection has a thread. The server goes on until `stop` or the end of the process: were it to end when nobody holds it
/// any more, a test would have to hold it on purpose to the end of what it tests.
public final class LoopbackServer: Sendable {
  /// Looks at a request and says what is answered.
  public typealias Script = @Sendable (LoopbackRequest) -> LoopbackAnswer

  private struct State {
    var requests: [LoopbackRequest] = []
    var connections: Set<Int32> = []
    var beingAnswered = 0
    var mostBeingAnswered = 0
    var allConnections = 0
    var isStopped = false
  }

  private let state = Mutex(State())
  private let script: Script
  private let listener: Int32
  public let port: Int

  /// - Parameters:
  ///   - backlog: connections that wait to be taken; more are refused or kept waiting by the system.
  ///   - script: called on several threads.
  public init(backlog: Int32 = 128, script: @escaping Script) throws {
    self.script = script
    (listener, port) = try LoopbackSocket.listen(backlog: backlog)
    LoopbackSocket.onThread { self.takeConnections() }
  }

  /// Answers by path, query included; what is not in it is not found.
  public convenience init(_ answers: [String: LoopbackAnswer], backlog: Int32 = 128) throws {
    try self.init(backlog: backlog) { answers[$0.path] ?? .status(404) }
  }

  /// Ends the server and its connections. It can be called again.
  public func stop() {
    state.withLock { state in
      guard !state.isStopped else { return }
      state.isStopped = true
      // The threads that use them close them.
      shutdown(listener, Int32(SHUT_RDWR))
      for connection in state.connections { shutdown(connection, Int32(SHUT_RDWR)) }
    }
  }

  /// The whole address of something here.
  public func address(_ path: String = "/") -> String { "http://127.0.0.1:\(port)\(path)" }

  /// What was asked so far, in the order in which it came in.
  public var requests: [LoopbackRequest] { state.withLock(\.requests) }

  public func requests(for path: String) -> [LoopbackRequest] { requests.filter { $0.path == path } }

  /// How many requests waited at once for their answers to begin, at most: no more than the client had under way, as it cannot
  /// know before that one is through.
  public var mostAtOnce: Int { state.withLock(\.mostBeingAnswered) }

  /// How many connections there have been.
  public var connections: Int { state.withLock(\.allConnections) }

  /// A port of this machine at which nobody answers.
  public static func refusingPort() throws -> Int {
    let (listener, port) = try LoopbackSocket.listen(backlog: 1)
    close(listener)
    return port
  }

  private func takeConnections() {
    while let connection = LoopbackSocket.accept(listener) {
      let isWanted = state.withLock { state in
        guard !state.isStopped else { return false }
        state.connections.insert(connection)
        state.allConnections += 1
        return true
      }
      if isWanted { LoopbackSocket.onThread { self.serve(connection) } } else { close(connection) }
    }
    close(listener)
  }

  private func serve(_ connection: Int32) {
    var reader = LoopbackRequestReader(connection)
    while let request = reader.next() {
      state.withLock { state in
        state.requests.append(request)
        state.beingAnswered += 1
        state.mostBeingAnswered = max(state.mostBeingAnswered, state.beingAnswered)
      }
      let answer = script(request)
      let isWanted = answer.waitToBegin(over: connection)
      state.withLock { $0.beingAnswered -= 1 }
      guard isWanted, answer.send(to: request, over: connection) else { break }
    }
    // Under the lock: the number may be another connection's as soon as it is closed.
    state.withLock { state in
      state.connections.remove(connection)
      _ = close(connection)
    }
  }
}
