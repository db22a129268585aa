import Glibc
import Synchronization
import Testing

@testable import Terminal

@Suite struct MailboxTests {
  private func isReadable(_ descriptor: Int32) -> Bool {
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) == 1
  }

  @Test func keepsTheOrder() {
    let mailbox = Mailbox<Int>()
    (0..<100).forEach(mailbox.post)
    #expect(mailbox.takeAll() == Array(0..<100))
    #expect(mailbox.takeAll().isEmpty)
  }

  @Test func isReadableWhileItHoldsSomething() {
    let mailbox = Mailbox<String>()
    #expect(!isReadable(mailbox.descriptor))
    mailbox.post("a")
    mailbox.post("b")
    #expect(isReadable(mailbox.descriptor))
    _ = mailbox.takeAll()
    #expect(!isReadable(mailbox.descriptor))
    mailbox.post("c")
    #expect(isReadable(mailbox.descriptor))
  }

  @Test func losesNothingOfManyThreads() async {
    let mailbox = Mailbox<Int>()
    let (threads, each) = (8, 2000)
    let received = Task.detached {
      let loop = EventLoop(input: -1, signals: -1, mailbox: mailbox)
      var received: [Int] = []
      while received.count < threads * each {
        let wake = loop.wait(until: .now + .seconds(20))
        if wake.isTimeout { break }
        received += wake.messages
      }
      return received
    }
    await withTaskGroup(of: Void.self) { group in
      for thread in 0..<threads {
        group.addTask { for number in 0..<each { mailbox.post(thread * each + number) } }
      }
    }
    let all = await received.value
    #expect(all.sorted() == Array(0..<threads * each))
    for thread in 0..<threads {
      let own = all.filter { $0 / each == thread }
      #expect(own == own.sorted())
    }
  }
}
