import Foundation
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

  @Test func losesNothingOfManyThreads() {
    let mailbox = Mailbox<Int>()
    let (threads, each) = (8, 2000)
    for thread in 0..<threads {
      Thread.detachNewThread { for number in 0..<each { mailbox.post(thread * each + number) } }
    }
    let loop = EventLoop(input: -1, signals: -1, mailbox: mailbox)
    var all: [Int] = []
    while all.count < threads * each {
      let wake = loop.wait(until: .now + .seconds(20))
      if wake.isTimeout { break }
      all += wake.messages
    }
    #expect(all.sorted() == Array(0..<threads * each))
    for thread in 0..<threads {
      let own = all.filter { $0 / each == thread }
      #expect(own == own.sorted())
    }
  }
}
