import NewsFetching
import Testing

@Test func fetcherIsMade() { _ = Fetcher() }
