import Glibc

/// Whether the time of work grows in step with the size of its input, as linear work does, and not with its square.
///
/// Compares the processor time of this thread for one size and for eight times that size: linear work takes 8 times as long, quadratic
/// work 64 times. The limit lies between them, at 24. How busy the machine is matters little: other threads do not count, the shortest
/// of several runs does, and a disturbed comparison is made again. Quadratic work fails every comparison.
///
/// - Parameters:
///   - size: the smaller size. The work on it should take a millisecond or more, or its fixed costs hide the rest.
///   - input: makes the input of a size; its time does not count.
package func growsLinearly<Input>(
  from size: Int, _ input: (_ size: Int) -> Input, _ work: (Input) -> Void
) -> Bool {
  let (small, large) = (input(size), input(8 * size))
  return (0..<4).contains { _ in
    let shortest = (0..<3).map { _ in processorTime { work(small) } }.min() ?? 0
    // Below this the clock and the cache say more than the work.
    return processorTime { work(large) } < 24 * max(shortest, 20_000)
  }
}

/// Nanoseconds that this thread computed.
private func processorTime(of work: () -> Void) -> Int {
  func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
  let start = now()
  work()
  return now() - start
}
