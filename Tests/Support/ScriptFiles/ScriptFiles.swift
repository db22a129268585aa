package import Foundation

/// Why a script could not be written.
package struct UnwrittenScript: Error {
  package var path: String
  /// The exit status of the program that copies it into its place.
  package var status: Int32
}

/// Writes a script that may be started, for tests of programs that the user names.
///
/// A process of its own writes the file: tests start programs in parallel, each of which has open for a moment whatever this process has
/// open, and a file that is open for writing anywhere cannot be started (ETXTBSY).
///
/// - Parameter path: where; its folder has to exist.
/// - Throws: what writing gives, or ``UnwrittenScript``.
package func writeScript(_ text: String, to path: String) throws {
  let draft = path + ".draft"
  try text.write(toFile: draft, atomically: false, encoding: .utf8)
  let process = try Process.run(URL(filePath: "/bin/cp"), arguments: [draft, path])
  process.waitUntilExit()
  guard process.terminationStatus == 0 else {
    throw UnwrittenScript(path: path, status: process.terminationStatus)
  }
  let files = FileManager.default
  try files.removeItem(atPath: draft)
  try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
}
