import Foundation
import Glibc
package import NewsModel

/// Folders of the user's own files, which are nobody else's business.
package enum PrivateFolder {
  /// Makes a folder and those that lead to it, for this user alone; folders that are there already stay as they are.
  package static func make(_ path: String) throws(SystemProblem) {
    guard mkdir(path, 0o700) != 0 else { return }
    if errno == ENOENT, path != "/", !path.isEmpty {
      try make((path as NSString).deletingLastPathComponent)
      guard mkdir(path, 0o700) != 0 else { return }
    }
    // It may be there, or another program may have been quicker.
    let code = errno
    guard code == EEXIST || code == EROFS, let status = StoreFile.status(path) else { throw SystemProblem(code: code) }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw SystemProblem(code: ENOTDIR) }
  }
}
