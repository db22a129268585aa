internal import NewsModel

/// A request on its way: where its redirects have led so far.
struct FetchJob {
  let request: FetchRequest
  private(set) var address: WebAddress
  private(set) var redirects = 0
  /// Where the permanent redirects at the beginning lead.
  private(set) var movedTo: String?
  private var onlyPermanent = true
  /// Time that its transfers have taken.
  var spent = Duration.zero
  /// Whether it goes over a connection of its own: the one before was closed as it was used again. libcurl tries again by itself,
  /// but counts over all that a handle does, and then gives up.
  var needsFreshConnection = false
  /// Whether its body may take what room it likes: it runs alone.
  var isPrivileged = false

  /// Nil where the address is neither http nor https.
  init?(_ request: FetchRequest) {
    guard let address = WebAddress(request.address) else { return nil }
    self.request = request
    self.address = address
  }

  /// The same where a redirect leads.
  func following(to address: WebAddress, isPermanent: Bool) -> FetchJob {
    var job = self
    job.redirects += 1
    job.needsFreshConnection = false
    job.address = address
    job.onlyPermanent = onlyPermanent && isPermanent
    if job.onlyPermanent { job.movedTo = address.text }
    return job
  }

  /// The lines of the header that are its own.
  var fields: [String] {
    var fields = ["Accept: " + request.accepts.mediaTypes]
    if let tag = request.validators?.entityTag, Self.canBeSent(tag) { fields.append("If-None-Match: " + tag) }
    if let date = request.validators?.lastModified, Self.canBeSent(date) { fields.append("If-Modified-Since: " + date) }
    return fields
  }

  var isConditional: Bool { fields.count > 1 }

  /// Whether it is one line, as everything is that came in a header.
  static func canBeSent(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.count <= 4_096 && !value.utf8.contains { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7f }
  }
}
