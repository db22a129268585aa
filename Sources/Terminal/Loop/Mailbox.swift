import CNcurses
import Glibc
import Synchronization

/// Where any thread leaves values for the one that waits in an `EventLoop`.
package final class Mailbox<Message: Sendable>: Sendable {
  private let messages = Mutex<[Message]>([])
  /// Readable while there is something in the box.
  let descriptor: Int32

  /// Ends the program where the system has no descriptor left to give.
  package init() {
    descriptor = nc_eventfd()
    precondition(descriptor >= 0, "no file descriptor left")
  }

  deinit { close(descriptor) }

  /// Leaves a message and wakes who waits. Messages of one thread keep their order.
  package func post(_ message: Message) {
    let wasEmpty = messages.withLock { messages in
      messages.append(message)
      return messages.count == 1
    }
    guard wasEmpty else { return }
    var one: UInt64 = 1
    // It can only fail where the counter is full, and then the reader is being woken already.
    _ = write(descriptor, &one, MemoryLayout.size(ofValue: one))
  }

  /// Takes all messages out, oldest first.
  package func takeAll() -> [Message] {
    // In this order: a message that comes between is taken now and costs one needless wake, never a lost one.
    var count: UInt64 = 0
    _ = read(descriptor, &count, MemoryLayout.size(ofValue: count))
    return messages.withLock { messages in
      defer { messages = [] }
      return messages
    }
  }
}
