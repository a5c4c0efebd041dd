// The threads of one discovery, and what they report.

import HTTP
import Net
import Posix
import Session
import Synchronization
import Vocabulary

/// An answer of one source.
enum DiscoveryEvent: Sendable {
  case records(MailRecords)
  /// The position of the document among those that were asked for.
  case document(Int, DocumentAnswer)
  /// The position of the server among the guessed ones.
  case guess(Int, ProbedServer)
}

/// The questions that are under way. Threads that cannot be stopped, as those of the resolver, are left to themselves.
final class DiscoveryRun {
  private let discovery: Discovery
  private let deadline: Deadline
  private let queue: EventQueue<DiscoveryEvent>
  /// Ends the waits of all threads of this run, so that no connection outlives it.
  private let ending: Interrupt
  private let network: Network?

  /// The part of the time that the DNS has.
  private static let share = 0.8

  /// Throws `system` if the system has no descriptors left.
  init(_ discovery: Discovery, until deadline: Deadline) throws(NetFailure) {
    do throws(SystemError) { queue = try EventQueue() } catch { throw .system(error.number) }
    guard let ending = Interrupt() else { throw .system(SystemError.last.number) }
    (self.discovery, self.deadline, self.ending) = (discovery, deadline, ending)
    network = discovery.network?.with(interrupt: ending)
  }

  /// Ends all connections of this run.
  func stop() { ending.raise() }

  /// Asks the DNS about `domain`.
  func ask(_ domain: HostName) throws(NetFailure) {
    // What has been answered is taken, even if one question is not: before the time of the whole is up.
    let limit = Deadline.after(seconds: discovery.patience * Self.share)
    let (server, deadline, ending) = (discovery.server, min(deadline, limit), ending)
    try start {
      do throws(NetFailure) {
        return .records(try MailDNS.records(of: domain, until: deadline, or: ending, at: server))
      } catch {
        // There was no thread for a question: it is one that was not answered.
        var records = MailRecords()
        records.isIncomplete = true
        return .records(records)
      }
    }
  }

  /// Requests `document`, whose answer will be reported with `position`.
  func ask(_ document: SettingsDocument, _ position: Int) throws(NetFailure) {
    guard let network else { return }
    let deadline = deadline
    try start { .document(position, document.fetch(HTTPClient(network), until: deadline)) }
  }

  /// Tries the servers of `targets`, a few at a time. The position of the first one is `count`.
  func ask(_ targets: [ProbeTarget], after count: Int = 0) throws(NetFailure) {
    guard let network else { return }
    let (queue, deadline) = (queue, deadline)
    do throws(SystemError) {
      _ = try WorkerPool(most: Guess.width, count: targets.count) { position in
        queue.add(.guess(count + position, Guess.ask(targets[position], network, until: deadline)))
        return position
      }
    } catch {
      throw .system(error.number)
    }
  }

  /// Waits for answers until `deadline` and returns those that have come. Throws `interrupted`.
  func events(until deadline: Deadline) throws(NetFailure) -> [DiscoveryEvent] {
    do throws(Wait.End) {
      _ = try Wait.any([(queue.descriptor, .read)], until: deadline, or: discovery.interrupt)
    } catch {
      if error == .interrupted { throw .interrupted }
    }
    return queue.take()
  }

  private func start(_ work: @escaping @Sendable () -> DiscoveryEvent) throws(NetFailure) {
    let queue = queue
    do throws(SystemError) {
      _ = try Worker.start {
        queue.add(work())
        return true
      }
    } catch {
      throw .system(error.number)
    }
  }
}
