import Dispatch
import Foundation
import Synchronization
import Testing

@testable import NewsStore

@Suite struct StoreConnectionTests {
  @Test func severalProgramsMayMakeAStoreAtTheSameTime() throws {
    for _ in 0..<20 {
      let folder = FileManager.default.temporaryDirectory.appending(path: "newstape-store-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      let path = folder.appending(path: "news.db").path
      let outcomes = Mutex<(stores: [NewsStore], failures: [String])>(([], []))
      DispatchQueue.concurrentPerform(iterations: 4) { _ in
        do {
          let store = try NewsStore.open(at: path)
          outcomes.withLock { $0.stores.append(store) }
        } catch {
          outcomes.withLock { $0.failures.append(String(describing: error)) }
        }
      }
      #expect(outcomes.withLock { $0.failures } == [])
      for store in outcomes.withLock({ $0.stores }) { try store.close() }
    }
  }
}
