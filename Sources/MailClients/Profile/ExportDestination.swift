// Where an exported configuration belongs.

package enum ExportDestination: Sendable {
  /// Into the program's own file, which may contain other lines too.
  case file(ConfigurationFile)
  /// Run by the shell.
  case script
  /// Published at a web address of the domain, or copied into Thunderbird's folder. `DOMAIN` in the template is the domain
  /// of the email address.
  case web(template: String)
  /// Opened on the device.
  case profile
  /// Read by the program that the user has in mind.
  case anywhere
}
