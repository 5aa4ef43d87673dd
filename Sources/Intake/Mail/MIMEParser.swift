import CGMime
import Foundation

/// Takes messages apart through GMime; the one file that touches its objects.
public enum MIMEParser {
  /// How deep multiparts may lie inside each other.
  static let maximumDepth = 40

  /// Takes one message apart.
  ///
  /// - Returns: nil where the bytes hold no message at all.
  public static func message(in bytes: [UInt8]) -> MailMessage? {
    MIMELibrary.prepare()
    let stream = bytes.withUnsafeBytes {
      g_mime_stream_mem_new_with_buffer($0.baseAddress, bytes.count)
    }
    defer { thidua_unref(stream) }
    return withParser(over: stream, format: GMIME_FORMAT_MESSAGE, persists: false) {
      parser, options in
      guard let message = g_mime_parser_construct_message(parser, options) else { return nil }
      defer { thidua_unref(message) }
      return describe(message)
    }
  }

  /// Where the messages of an open mailbox file lie (RFC 4155): the bytes between its separator
  /// lines.
  ///
  /// The file is read once from its beginning, and nothing of it is kept. What lies behind the last
  /// message that is understood is one more.
  static func messages(inMailbox file: Int32, size: Int) -> [Range<Int>] {
    MIMELibrary.prepare()
    // The stream closes its descriptor.
    let stream = g_mime_stream_fs_new_with_bounds(dup(file), 0, size)
    defer { thidua_unref(stream) }
    return withParser(over: stream, format: GMIME_FORMAT_MBOX, persists: true) { parser, options in
      var ranges: [Range<Int>] = []
      var rest = 0
      while g_mime_parser_eos(parser) == 0 {
        guard let message = g_mime_parser_construct_message(parser, options) else { break }
        thidua_unref(message)
        let headers = Int(g_mime_parser_get_headers_begin(parser))
        let end = Int(g_mime_parser_tell(parser))
        guard headers >= rest, headers < end, end <= size else { break }
        ranges.append(headers..<end)
        rest = end
      }
      if rest < size { ranges.append(rest..<size) }
      return ranges
    }
  }

  /// - Parameter persists: whether contents stay in the stream and are not copied out of it.
  private static func withParser<Value>(
    over stream: UnsafeMutablePointer<GMimeStream>?, format: GMimeFormat, persists: Bool,
    _ use: (UnsafeMutablePointer<GMimeParser>?, OpaquePointer?) -> Value
  ) -> Value {
    let parser = g_mime_parser_new_with_stream(stream)
    defer { thidua_unref(parser) }
    g_mime_parser_set_format(parser, format)
    g_mime_parser_set_persist_stream(parser, persists ? 1 : 0)
    let options = g_mime_parser_options_new()
    defer { g_mime_parser_options_free(options) }
    // Bytes above 127 in a header without encoding: UTF-8 today, the Vietnamese code page before.
    let charsets = ["utf-8", "windows-1258"].map { (name: String) in strdup(name) }
    defer { charsets.forEach { free($0) } }
    var names: [UnsafePointer<CChar>?] = charsets.map { UnsafePointer($0) } + [nil]
    g_mime_parser_options_set_fallback_charsets(options, &names)
    return use(parser, options)
  }

  // MARK: - Description

  private static func describe(_ message: UnsafeMutablePointer<GMimeMessage>) -> MailMessage {
    var result = MailMessage()
    if let senders = g_mime_message_get_from(message), internet_address_list_length(senders) > 0 {
      result.sender = text(thidua_mailbox_address(senders, 0)) ?? ""
      result.senderName = text(
        internet_address_get_name(internet_address_list_get_address(senders, 0)))
    }
    result.subject = text(g_mime_message_get_subject(message)) ?? ""
    result.identifier = text(g_mime_message_get_message_id(message))
    result.references = identifiers(in: "References", of: message)
    result.inReplyTo = identifiers(in: "In-Reply-To", of: message)
    if let date = g_mime_message_get_date(message) { result.sent = Int(g_date_time_to_unix(date)) }
    result.arrived = arrival(of: message)
    if let part = g_mime_message_get_mime_part(message) {
      gather(part, depth: 0, into: &result)
    }
    return result
  }

  /// The Message-IDs in a header (RFC 5322, section 3.6.4).
  private static func identifiers(
    in header: String, of message: UnsafeMutablePointer<GMimeMessage>
  ) -> [String] {
    guard let field = text(g_mime_object_get_header(thidua_message_object(message), header)),
      let list = g_mime_references_parse(nil, field)
    else { return [] }
    defer { g_mime_references_free(list) }
    return (0..<g_mime_references_length(list)).compactMap {
      text(g_mime_references_get_message_id(list, $0))
    }
  }

  /// The time behind the last semicolon of the topmost Received (RFC 5321, section 4.4).
  private static func arrival(of message: UnsafeMutablePointer<GMimeMessage>) -> Int? {
    guard
      let field = text(g_mime_object_get_header(thidua_message_object(message), "Received")),
      let semicolon = field.lastIndex(of: ";")
    else { return nil }
    return time(String(field[field.index(after: semicolon)...]))
  }

  /// A time as mails write it, in seconds since 1970 (RFC 5322, section 3.3).
  static func time(_ text: String) -> Int? {
    guard let date = g_mime_utils_header_decode_date(text) else { return nil }
    defer { g_date_time_unref(date) }
    return Int(g_date_time_to_unix(date))
  }

  private static func gather(
    _ object: UnsafeMutablePointer<GMimeObject>, depth: Int, into message: inout MailMessage
  ) {
    if thidua_is_multipart(object) != 0, let multipart = thidua_multipart(object) {
      guard depth < maximumDepth else {
        message.isTooDeep = true
        message.parts.append(
          MailPart(
            name: nil, mediaType: mediaType(of: object), role: .attachment,
            bytes: serialized(object)))
        return
      }
      for index in 0..<max(0, g_mime_multipart_get_count(multipart)) {
        if let part = g_mime_multipart_get_part(multipart, index) {
          gather(part, depth: depth + 1, into: &message)
        }
      }
    } else if thidua_is_message_part(object) != 0 {
      guard let inner = thidua_inner_message(object) else { return }
      message.parts.append(
        MailPart(
          name: nil, mediaType: "message/rfc822", role: .message, bytes: serialized(inner)))
    } else if thidua_is_part(object) != 0, let part = thidua_part(object) {
      let leaf = leaf(part, object)
      if leaf.role == .body, leaf.mediaType == "text/plain" {
        message.text += decodedText(object) ?? String(decoding: leaf.bytes, as: UTF8.self)
      }
      message.parts.append(leaf)
    }
  }

  private static func leaf(
    _ part: UnsafeMutablePointer<GMimePart>, _ object: UnsafeMutablePointer<GMimeObject>
  ) -> MailPart {
    let name = text(g_mime_part_get_filename(part))?.precomposedStringWithCanonicalMapping
    let mediaType = mediaType(of: object)
    let disposition = text(g_mime_object_get_disposition(object))?.lowercased()
    let role: MailPart.Role
    if disposition != "attachment", mediaType.hasPrefix("image/"),
      g_mime_object_get_content_id(object) != nil
    {
      role = .shown
    } else if name == nil, disposition != "attachment", mediaType.hasPrefix("text/") {
      role = .body
    } else {
      role = .attachment
    }
    return MailPart(name: name, mediaType: mediaType, role: role, bytes: content(of: part))
  }

  private static func mediaType(of object: UnsafeMutablePointer<GMimeObject>) -> String {
    guard let type = g_mime_object_get_content_type(object),
      let name = g_mime_content_type_get_mime_type(type)
    else { return "application/octet-stream" }
    defer { g_free(name) }
    return String(cString: name).lowercased()
  }

  /// The bytes of a leaf, its base64 or quoted-printable undone.
  private static func content(of part: UnsafeMutablePointer<GMimePart>) -> [UInt8] {
    guard let wrapper = g_mime_part_get_content(part) else { return [] }
    return MIMELibrary.written { _ = g_mime_data_wrapper_write_to_stream(wrapper, $0) }
  }

  /// A part or message as the bytes that it came in.
  private static func serialized(_ object: UnsafeMutablePointer<GMimeObject>) -> [UInt8] {
    MIMELibrary.written { _ = g_mime_object_write_to_stream(object, nil, $0) }
  }

  /// The text of a text part in Unicode, whatever its charset.
  private static func decodedText(_ object: UnsafeMutablePointer<GMimeObject>) -> String? {
    guard let part = thidua_text_part(object), let text = g_mime_text_part_get_text(part) else {
      return nil
    }
    defer { g_free(text) }
    return String(cString: text)
  }

  /// A borrowed C text as a `String`; nil for none and for an empty one.
  private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
    guard let pointer, pointer.pointee != 0 else { return nil }
    return String(cString: pointer)
  }
}
