import Glibc

/// What a server answers, good or bad.
public struct LoopbackAnswer: Sendable {
  public enum Body: Sendable {
    case bytes([UInt8])
    /// The same again and again, until the client goes.
    case endless([UInt8])
    /// One piece after each pause.
    case trickle([[UInt8]], milliseconds: Int32)
    /// Nothing at all, not even a header, until the client goes.
    case silence
  }

  public enum Ending: Sendable {
    /// The connection stays open for the next request.
    case keep
    /// Without having said so.
    case close
    /// As if the machine had gone.
    case reset
  }

  public var status: Int
  public var fields: [(name: String, value: String)]
  public var body: Body
  /// What `Content-Length` says: nil for the truth.
  public var declaredLength: Int?
  public var ending: Ending
  /// Before the answer begins.
  public var delayMilliseconds: Int32 = 0

  public init(
    status: Int = 200, fields: [(name: String, value: String)] = [], body: Body = .bytes([]),
    declaredLength: Int? = nil,
    ending: Ending = .keep
  ) {
    self.status = status
    self.fields = fields
    self.body = body
    self.declaredLength = declaredLength
    self.ending = ending
  }

  /// An ordinary answer, or 304 where the client has it already.
  public static func ok(
    _ bytes: [UInt8], type: String = "application/rss+xml", entityTag: String? = nil, lastModified: String? = nil,
    fields: [(name: String, value: String)] = []
  ) -> LoopbackAnswer {
    var all = [("Content-Type", type)] + fields
    if let entityTag { all.append(("ETag", entityTag)) }
    if let lastModified { all.append(("Last-Modified", lastModified)) }
    return LoopbackAnswer(fields: all, body: .bytes(bytes))
  }

  public static func status(_ status: Int, fields: [(name: String, value: String)] = []) -> LoopbackAnswer {
    LoopbackAnswer(status: status, fields: fields, body: .bytes(Array("status \(status)".utf8)))
  }

  public static func redirect(_ status: Int, to target: String) -> LoopbackAnswer {
    .status(status, fields: [("Location", target)])
  }

  /// Packed by gzip. See `Gzip`.
  public static func gzip(_ packed: [UInt8], layers: Int = 1) -> LoopbackAnswer {
    let encoding = Array(repeating: "gzip", count: layers).joined(separator: ", ")
    return LoopbackAnswer(
      fields: [("Content-Type", "application/rss+xml"), ("Content-Encoding", encoding)], body: .bytes(packed))
  }

  /// Stops after some of what it promised.
  public static func brokenOff(after bytes: [UInt8], promised: Int) -> LoopbackAnswer {
    LoopbackAnswer(body: .bytes(bytes), declaredLength: promised, ending: .reset)
  }

  /// What a program sends that is no web server.
  public static func withoutHead(_ bytes: [UInt8]) -> LoopbackAnswer {
    LoopbackAnswer(status: headless, body: .bytes(bytes), ending: .close)
  }

  private static let headless = 0

  /// False where the client has gone.
  func waitToBegin(over connection: Int32) -> Bool {
    delayMilliseconds == 0 || LoopbackSocket.pause(milliseconds: delayMilliseconds, over: connection)
  }

  /// False where the connection is at its end.
  func send(to request: LoopbackRequest, over connection: Int32) -> Bool {
    if case .silence = body {
      _ = LoopbackSocket.pause(milliseconds: -1, over: connection)
      return false
    }
    if status == 200, isKnown(to: request) {
      let fields = fields.filter { $0.name.lowercased() != "content-type" }
      return Self(status: 304, fields: fields).sendHead(over: connection) && ending == .keep
    }
    guard status == Self.headless || sendHead(over: connection), sendBody(over: connection) else { return false }
    if ending == .reset { LoopbackSocket.resetOnClose(connection) }
    return ending == .keep && isDelimited
  }

  private func isKnown(to request: LoopbackRequest) -> Bool {
    if let tag = request["if-none-match"] { return fields.contains { $0.name == "ETag" && $0.value == tag } }
    guard let date = request["if-modified-since"] else { return false }
    return fields.contains { $0.name == "Last-Modified" && $0.value == date }
  }

  /// Whether the client knows where the body ends.
  private var isDelimited: Bool {
    if case .bytes = body { true } else { declaredLength != nil }
  }

  private func sendHead(over connection: Int32) -> Bool {
    var head = "HTTP/1.1 \(status) Invented\r\n"
    for field in fields { head += "\(field.name): \(field.value)\r\n" }
    if status != 304 {
      if let declaredLength {
        head += "Content-Length: \(declaredLength)\r\n"
      } else if case .bytes(let bytes) = body {
        head += "Content-Length: \(bytes.count)\r\n"
      } else {
        head += "Connection: close\r\n"
      }
    }
    return LoopbackSocket.send(Array((head + "\r\n").utf8), over: connection)
  }

  private func sendBody(over connection: Int32) -> Bool {
    switch body {
    case .bytes(let bytes): return LoopbackSocket.send(bytes, over: connection)
    case .endless(let piece):
      while LoopbackSocket.send(piece, over: connection) {}
      return false
    case .trickle(let pieces, let milliseconds):
      return pieces.allSatisfy { piece in
        LoopbackSocket.send(piece, over: connection)
          && LoopbackSocket.pause(milliseconds: milliseconds, over: connection)
      }
    case .silence: return false
    }
  }
}
