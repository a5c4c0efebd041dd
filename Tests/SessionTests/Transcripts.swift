// The folder of the transcripts, and how a test plays one.

import Foundation
import TestSupport
import Testing

enum Transcripts {
  /// The names of all files, without extension; those of real services begin with `Recorded/`.
  static let names = inFolder("") + recorded
  static let recorded = inFolder("Recorded/")

  private static func inFolder(_ name: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(name)")) ?? []
    return files.filter { $0.hasSuffix(".txt") }.map { name + $0.dropLast(4) }.sorted()
  }

  /// Returns the transcript in the file of this name.
  static func named(_ name: String) throws -> Transcript { try Transcript(name: name, text: text(name)) }

  static func text(_ name: String) throws -> String { try String(contentsOfFile: "\(folder)/\(name).txt", encoding: .utf8) }

  private static let folder = Bundle.module.bundlePath + "/Transcripts"
}

/// Plays `text` in every way in which octets can arrive and records every deviation.
func play(_ text: String, _ name: String = "inline", at place: SourceLocation = #_sourceLocation) throws {
  try play(try Transcript(name: name, text: text), at: place)
}

func play(_ transcript: Transcript, at place: SourceLocation = #_sourceLocation) throws {
  for delivery in ScriptedConnection.Delivery.allCases {
    let run = TranscriptRun(transcript, delivery)
    #expect(run.discrepancies == [], "\(transcript.name), \(delivery)", sourceLocation: place)
  }
}

/// Plays `text` in large chunks only, for dialogues that would take long octet by octet.
func playAtOnce(_ text: String, at place: SourceLocation = #_sourceLocation) throws {
  #expect(TranscriptRun(try Transcript(name: "inline", text: text), .atOnce).discrepancies == [], sourceLocation: place)
}
