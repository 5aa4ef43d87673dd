package import CLibcurl

/// libcurl as a whole, for those who read mailboxes and those who send.
package enum CurlLibrary {
  private static let isPrepared = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// Prepares the library, once a process.
  package static func prepare() { _ = isPrepared }

  /// What libcurl says of a code.
  package static func text(_ code: CURLcode) -> String { String(cString: curl_easy_strerror(code)) }
}
