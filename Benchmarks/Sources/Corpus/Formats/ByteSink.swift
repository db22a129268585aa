internal import Foundation

/// A file that is written in large pieces.
public struct ByteSink {
  private let handle: FileHandle
  private let path: String
  private var pending: [UInt8] = []

  /// Makes the file anew; `-` is standard output.
  public init(path: String) throws(CorpusError) {
    self.path = path
    if path == "-" {
      handle = .standardOutput
      return
    }
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else { throw .cannotWrite(path) }
    self.handle = handle
  }

  /// Hands over what `body` appends.
  public mutating func write(_ body: (inout [UInt8]) -> Void) throws(CorpusError) {
    body(&pending)
    if pending.count >= 1 << 20 { try flush() }
  }

  public mutating func flush() throws(CorpusError) {
    do { try handle.write(contentsOf: pending) } catch { throw .cannotWrite(path) }
    pending.removeAll(keepingCapacity: true)
  }
}
