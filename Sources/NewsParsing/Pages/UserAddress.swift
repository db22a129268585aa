/// Tells the addresses of a board's users from others.
enum UserAddress {
  /// Whether an address leads to what a board says of a user: `member.php?u=40`, `space-uid-311.html`, `/u/name`.
  static func matches(_ address: String) -> Bool {
    let path = address[...].lowercasedASCII
    if paths.contains(where: { path.holds($0) }) { return true }
    return scripts.contains { path.holds($0) } && keys.contains { path.holds($0) }
  }

  private static let paths = ["space-uid-", "space-username-", "/members/", "/u/"]
  /// The pages of boards about a user, which the query names.
  private static let scripts = ["member.php?", "memberlist.php?", "profile.php?", "home.php?", "space.php?"]
  private static let keys = ["u=", "uid=", "username="]
}
