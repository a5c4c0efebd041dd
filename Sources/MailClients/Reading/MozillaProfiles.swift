// The list of profiles that Thunderbird keeps: profiles.ini.

package enum MozillaProfiles {
  /// Returns the folder of the profile that Thunderbird opens, or `nil` if the list names none. A path without a slash at the
  /// beginning is relative to the folder of the list.
  package static func folder(in octets: [UInt8]) -> String? {
    guard octets.count <= ImportFormat.limit, let text = ConfigurationText(octets) else { return nil }
    let sections = INIFile.sections(text, .plain)
    // The choice of the installation takes precedence over the mark that older versions wrote.
    let chosen = sections.first { $0.name.hasPrefix("Install") && $0["default"] != nil }?["default"]
    let marked = sections.first { $0.name.hasPrefix("Profile") && $0["default"] == "1" }?["path"]
    let only = sections.first { $0.name.hasPrefix("Profile") }?["path"]
    return (chosen ?? marked ?? only).flatMap { $0.split(separator: "/").contains("..") ? nil : $0 }
  }
}
