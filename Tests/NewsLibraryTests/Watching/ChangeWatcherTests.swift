import Dispatch
import NewsModel
import Synchronization
import Testing

@testable import NewsLibrary

struct ChangeWatcherTests {
  @Test func anotherProgramsWritingIsNoticed() throws {
    let folder = try TestFolder()
    let noticed = DispatchSemaphore(value: 0)
    let library = try folder.library { if $0 == .changed(by: .anotherProgram) { noticed.signal() } }
    let other = try folder.library()
    _ = try other.store.save([Item(title: "虚构的新闻", published: TestNews.noon)])
    #expect(noticed.wait(timeout: .now() + .seconds(10)) == .success)
    #expect(try library.count(.all) == 1)
    try other.close()
    try library.close()
  }

  @Test func ownWritingIsNotTakenForAnothers() throws {
    let folder = try TestFolder()
    let events = Mutex<[LibraryEvent]>([])
    let library = try folder.library { event in events.withLock { $0.append(event) } }
    let saved = try library.store.save([Item(title: "虚构的新闻", published: TestNews.noon)])
    let change = StatusChange(.read, of: saved.keys)
    #expect(try library.apply(change) == StatusChange(.unread, of: saved.keys))
    // Nothing changes the second time, so nothing is told.
    #expect(try library.apply(change).keys.isEmpty)
    try library.close()
    #expect(events.withLock { $0 } == [.changed(by: .thisProgram)])
  }

  @Test func afterClosingNobodyIsCalled() throws {
    let folder = try TestFolder()
    let count = Mutex(0)
    let library = try folder.library { _ in count.withLock { $0 += 1 } }
    let other = try folder.library()
    try library.close()
    _ = try other.store.save([Item(title: "虚构的新闻", published: TestNews.noon)])
    try other.close()
    #expect(count.withLock { $0 } == 0)
  }
}
