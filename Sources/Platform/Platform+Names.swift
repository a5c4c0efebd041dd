// Name resolution: getaddrinfo(3) without search domains, and queries to the DNS resolver.

import CResolv

extension Platform {
  #if canImport(Glibc)
    /// EAI_NODATA and EAI_ADDRFAMILY of getaddrinfo(3). glibc declares them for GNU sources only.
    package static let nameWithoutAddress: Int32 = -5
    package static let nameWithoutFamily: Int32 = -9
  #else
    package static let nameWithoutAddress = EAI_NODATA
    package static let nameWithoutFamily = EAI_ADDRFAMILY
  #endif

  /// Returns the spelling of `name` for which getaddrinfo, called next on this thread, does not append the search
  /// domains of resolv.conf. With a search domain, the user's password could be sent to another organization's host.
  package static func absolute(_ name: String) -> String {
    #if canImport(Glibc)
      // A final dot would be simpler, but glibc also compares it with /etc/hosts and then finds no entry.
      _ = __res_ninit(__res_state())
      __res_state().pointee.options &= ~(UInt(RES_DNSRCH) | UInt(RES_DEFNAMES))
      return name
    #else
      return name + "."
    #endif
  }

  /// The result of a DNS query.
  package enum Answer: Sendable {
    /// The records of the requested type.
    case records([Record])
    case noSuchName
    case noSuchRecord
    /// No name server answered, or the answer was an error.
    case failed
  }

  /// One record: its 16-bit numbers, and the name after them as text with escapes.
  package struct Record: Sendable {
    package let numbers: [UInt16]
    package let name: String
  }

  /// Queries the system's resolver for records of `type` at `name`, without search domains. Blocks until the resolver
  /// answers, so the caller has to run it on a thread of its own. `numbers` is how many 16-bit numbers come before the
  /// name in such a record: one in MX, three in SRV. The library checks every length. At most `limit` records are read.
  /// `server` is a name server instead of the system's, for tests.
  package static func ask(_ name: String, type: Int32, numbers: Int, limit: Int, at server: sockaddr_in? = nil) -> Answer {
    #if canImport(Glibc) || canImport(Musl)
      let state = UnsafeMutablePointer<__res_state>.allocate(capacity: 1)
      defer { state.deallocate() }
      memset(state, 0, MemoryLayout<__res_state>.size)
      guard __res_ninit(state) == 0 else { return .failed }
      defer { __res_nclose(state) }
      state.pointee.options &= ~(UInt(RES_DNSRCH) | UInt(RES_DEFNAMES))
      // Two attempts of three seconds. The caller's deadline ends the wait anyway, and the thread should end soon after
      // it.
      state.pointee.retrans = 3
      state.pointee.retry = 2
      if let server {
        state.pointee.nscount = 1
        state.pointee.nsaddr_list.0 = server
      }
      var message = [UInt8](repeating: 0, count: 65_536)
      let length = res_nquery(state, name, 1, type, &message, Int32(message.count))
      guard length > 0 else {
        switch state.pointee.res_h_errno {
        case HOST_NOT_FOUND: return .noSuchName
        case Int32(NO_DATA): return .noSuchRecord
        default: return .failed
        }
      }
      return records(message, Int(length), type, numbers, limit)
    #else
      // The resolver library of macOS has these functions under other names. This is untested there.
      return .failed
    #endif
  }

  #if canImport(Glibc) || canImport(Musl)
    private static func records(_ message: [UInt8], _ length: Int, _ type: Int32, _ numbers: Int, _ limit: Int) -> Answer {
      message.withUnsafeBufferPointer { octets in
        guard let start = octets.baseAddress, length <= octets.count else { return .failed }
        var parsed = ns_msg()
        guard ns_initparse(start, Int32(length), &parsed) == 0 else { return .failed }
        var records: [Record] = []
        // _counts.1 is the number of records in the answer section.
        for index in 0..<min(Int32(parsed._counts.1), Int32(limit)) {
          var record = ns_rr()
          guard ns_parserr(&parsed, ns_s_an, index, &record) == 0 else { return .failed }
          guard Int32(record.type) == type, let data = record.rdata, Int(record.rdlength) > numbers * 2 else { continue }
          let values = (0..<numbers).map { UInt16(data[$0 * 2]) << 8 | UInt16(data[$0 * 2 + 1]) }
          // NS_MAXDNAME: a name with all octets escaped.
          var name = [CChar](repeating: 0, count: 1_025)
          guard dn_expand(start, start + length, data + numbers * 2, &name, Int32(name.count)) >= 0 else { return .failed }
          let text = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
          records.append(Record(numbers: values, name: String(decoding: text, as: UTF8.self)))
        }
        return records.isEmpty ? .noSuchRecord : .records(records)
      }
    }
  #endif
}
