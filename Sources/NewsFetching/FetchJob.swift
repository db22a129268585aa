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

  /// Nil where the address is neither http nor https.
  init?(_ request: FetchRequest) {
    guard let address = WebAddress(request.address) else { return nil }
    self.request = request
    self.address = address
  }

  /// Goes where a redirect leads.
  mutating func follow(to address: WebAddress, isPermanent: Bool) {
    redirects += 1
    self.address = address
    onlyPermanent = onlyPermanent && isPermanent
    if onlyPermanent { movedTo = address.text }
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
