internal import CCurl
internal import NewsModel

/// Fetches many addresses at once by libcurl.
public final class Fetcher: Sendable {
  public init() { _ = cu_setup() }
}
