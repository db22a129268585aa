import Testing

@testable import NewsFetching

@Suite struct HostQueuesTests {
  @Test func hostsTakeTurnsAndNoneHasMoreThanItsShare() {
    var queues = HostQueues<String>(connectionsToHost: 2)
    for name in ["a1", "a2", "a3", "b1"] { queues.add(name, to: String(name.prefix(1))) }
    #expect((0..<4).map { _ in queues.begin() } == ["a1", "b1", "a2", nil])
    queues.end("b")
    #expect(queues.begin() == nil)
    queues.end("a")
    #expect(queues.begin() == "a3")
  }

  @Test func queuesGiveBackInOrder() {
    var queue = Queue<Int>()
    for number in 0..<3 { queue.append(number) }
    #expect(queue.popFirst() == 0)
    queue.append(3)
    #expect((0..<4).map { _ in queue.popFirst() } == [1, 2, 3, nil])
    #expect(queue.isEmpty)
  }
}
