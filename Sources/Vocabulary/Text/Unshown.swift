// A value that is compared with and never shown: what a server said may repeat the secret.

/// Prints as a placeholder and encodes to nothing; its value is lent for the length of a call. What is to be shown is a masked copy.
package struct Unshown<Value: Sendable>: Sendable {
  private let value: Value

  package init(_ value: Value) { self.value = value }

  /// Lends the value to `body`, whose result must not reach a screen, a document or a trace.
  package func read<Result>(_ body: (Value) -> Result) -> Result { body(value) }
}

extension Unshown: Equatable where Value: Equatable {}

extension Unshown: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  package var description: String { "<unshown>" }
  package var debugDescription: String { description }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
