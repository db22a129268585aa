/// Something to import from.
package enum ImportInput: Hashable, Sendable {
  /// A file, a folder with all that is in it, or any other thing that can be read, such as a pipe.
  case path(String)
  case standardInput
}
