// A value for comparisons that is never shown, because a server's text can repeat the secret.

/// Prints as a placeholder. The value is lent for the duration of a call. What is shown is a masked copy.
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
