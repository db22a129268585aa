extension [String] {
  /// Calls `body` with the texts as C has them: valid until it returns.
  func withCStrings<Result>(_ body: (UnsafeBufferPointer<UnsafePointer<CChar>?>) -> Result) -> Result {
    var starts: [Int] = []
    var bytes: [CChar] = []
    for text in self {
      starts.append(bytes.count)
      bytes.append(contentsOf: text.utf8CString)
    }
    return bytes.withUnsafeBufferPointer { bytes in
      starts.map { start in bytes.baseAddress.map { $0 + start } }.withUnsafeBufferPointer(body)
    }
  }
}
