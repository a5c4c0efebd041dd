// A setting that a configuration defines.

package struct SettingDefinition: Sendable, Equatable {
  /// The name of the setting, in one spelling for all ways to write it.
  package let name: String
  /// The line, from 1.
  package let line: Int

  package init(name: String, line: Int) { (self.name, self.line) = (name, line) }

  /// What a program does with a second definition of the same setting.
  package enum Effect: Sendable, Equatable {
    /// It refuses the file, or mixes both up.
    case breaks
    /// The later one counts.
    case overrides
  }
}
