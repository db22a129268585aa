import Glibc

/// The target that NEWSTAPE_FUZZ names.
private let target: FuzzTarget = {
  let name = getenv("NEWSTAPE_FUZZ").map { String(cString: $0) } ?? ""
  guard let target = FuzzTarget.named(name) else {
    end("NEWSTAPE_FUZZ must name one of these: \(FuzzTarget.all.map(\.name).joined(separator: " "))")
  }
  return target
}()

/// What libFuzzer, which has the `main` of the program that `Scripts/fuzz` links, calls with each input.
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do throws(FuzzFinding) {
    try target.take(Array(UnsafeBufferPointer(start: start, count: count)))
  } catch {
    end("broken promise: \(error)")
  }
  return 0
}

/// libFuzzer takes an abort for a finding, and keeps the input.
private func end(_ words: String) -> Never {
  let line = Array((words + "\n").utf8)
  _ = write(STDERR_FILENO, line, line.count)
  abort()
}
