/// What waits for its turn: hosts take turns, and none has more than its share of connections.
struct HostQueues<Job> {
  private struct Host {
    var jobs = Queue<Job>()
    var underWay = 0
    /// Whether it stands in `ready`.
    var isReady = false
  }

  private let connectionsToHost: Int
  private var hosts: [String: Host] = [:]
  /// Hosts with something to do and a connection to spare.
  private var ready = Queue<String>()

  init(connectionsToHost: Int) { self.connectionsToHost = connectionsToHost }

  mutating func add(_ job: Job, to name: String) {
    hosts[name, default: Host()].jobs.append(job)
    makeReady(name)
  }

  /// The next one that may begin; `end` must be called for it.
  mutating func begin() -> Job? {
    guard let name = ready.popFirst() else { return nil }
    hosts[name]?.isReady = false
    hosts[name]?.underWay += 1
    defer { makeReady(name) }
    return hosts[name]?.jobs.popFirst()
  }

  /// One of the host's has ended.
  mutating func end(_ name: String) {
    hosts[name]?.underWay -= 1
    makeReady(name)
  }

  private mutating func makeReady(_ name: String) {
    guard let host = hosts[name], !host.isReady, !host.jobs.isEmpty, host.underWay < connectionsToHost else { return }
    hosts[name]?.isReady = true
    ready.append(name)
  }
}

/// First in, first out, in constant time.
struct Queue<Element> {
  private var elements: [Element?] = []
  private var start = 0

  var isEmpty: Bool { start == elements.count }

  mutating func append(_ element: Element) { elements.append(element) }

  mutating func popFirst() -> Element? {
    guard !isEmpty else { return nil }
    let first = elements[start]
    elements[start] = nil
    start += 1
    if start == elements.count {
      elements.removeAll(keepingCapacity: true)
      start = 0
    }
    return first
  }
}
