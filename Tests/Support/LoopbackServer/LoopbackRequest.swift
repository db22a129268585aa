import Glibc

/// What a client asked for.
public struct LoopbackRequest: Hashable, Sendable {
  public var method: String
  /// With the query.
  public var path: String
  /// Names in lower case, in the order in which they came.
  public var fields: [Field]

  public struct Field: Hashable, Sendable {
    public var name: String
    public var value: String
  }

  /// The value of the first field with this name, in lower case.
  public subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
}

/// Reads one request after another off a connection.
struct LoopbackRequestReader {
  private let connection: Int32
  private var bytes: [UInt8] = []

  init(_ connection: Int32) { self.connection = connection }

  /// Nil when the client has gone, or sends what is no request.
  mutating func next() -> LoopbackRequest? {
    let end = Array("\r\n\r\n".utf8)
    while true {
      if let head = bytes.firstRange(of: end) {
        defer { bytes.removeSubrange(..<head.upperBound) }
        return Self.request(String(decoding: bytes[..<head.lowerBound], as: UTF8.self))
      }
      var piece = [UInt8](repeating: 0, count: 4_096)
      let count = recv(connection, &piece, piece.count, 0)
      guard count > 0, bytes.count < 1 << 20 else { return nil }
      bytes.append(contentsOf: piece[..<count])
      // A greeting of TLS, say: who sends it waits for an answer.
      guard let first = bytes.first, (0x41...0x5a).contains(first) else { return nil }
    }
  }

  private static func request(_ head: String) -> LoopbackRequest? {
    let lines = head.split(separator: "\r\n", omittingEmptySubsequences: false)
    let words = lines[0].split(separator: " ")
    guard words.count == 3 else { return nil }
    let fields = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      let value = parts.count > 1 ? parts[1].drop { $0 == " " } : ""
      return LoopbackRequest.Field(name: parts[0].lowercased(), value: String(value))
    }
    return LoopbackRequest(method: String(words[0]), path: String(words[1]), fields: fields)
  }
}
