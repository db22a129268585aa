import NewsModel
import WebAddresses

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
  /// Whether its body is taken as it comes: it is not coded as its header says.
  var takesBodyAsItComes = false
  private var cookies = ChainCookies()
  /// Whether its body may take what room it likes: it runs alone.
  var isPrivileged = false

  /// Nil where the address is neither http nor https.
  init?(_ request: FetchRequest) {
    guard let address = WebAddress(forRequest: request.address) else { return nil }
    self.request = request
    self.address = address
  }

  /// The same where a redirect leads.
  func following(to address: WebAddress, isPermanent: Bool) -> FetchJob {
    var job = self
    job.redirects += 1
    job.needsFreshConnection = false
    job.takesBodyAsItComes = false
    job.address = address
    job.onlyPermanent = onlyPermanent && isPermanent
    if job.onlyPermanent { job.movedTo = address.text }
    return job
  }

  /// Takes what an answer on the way sets.
  mutating func store(cookies fields: [String]) {
    for field in fields { cookies.add(field, from: address) }
  }

  /// The lines of the header that are its own.
  var fields: [String] {
    var fields = ["Accept: " + request.accepts.mediaTypes] + conditions
    if let field = cookies.field(for: address) { fields.append("Cookie: " + field) }
    return fields
  }

  private var conditions: [String] {
    var fields: [String] = []
    if let tag = request.validators?.entityTag, Self.canBeSent(tag) { fields.append("If-None-Match: " + tag) }
    if let date = request.validators?.lastModified, Self.canBeSent(date) { fields.append("If-Modified-Since: " + date) }
    return fields
  }

  var isConditional: Bool { !conditions.isEmpty }

  /// Whether it is one line, as everything is that came in a header.
  static func canBeSent(_ value: String) -> Bool {
    !value.isEmpty && value.utf8.count <= 4_096 && !value.utf8.contains { ($0 < 0x20 && $0 != 0x09) || $0 == 0x7f }
  }
}
