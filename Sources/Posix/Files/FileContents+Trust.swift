// Whether a file can be trusted with a decision about where secrets go: a catalog, a certificate authority's file.

import Platform

extension FileContents {
  /// Returns the file at `path`, from which these contents were read, or a part of the way to it, if another user except root could
  /// change or replace it. `nil` if there is none. Throws the system's reason if the way cannot be followed.
  package func weakPart(at path: String) throws(SystemError) -> String? {
    if mayBeChangedByUsers { return path }
    return try TrustedPath.weakPart(of: path)
  }
}
