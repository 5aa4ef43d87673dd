import CGMime
import Foundation
import Intake

/// Composes messages through GMime; the one file that touches what it composes.
public enum MIMEWriter {
  /// A message as the bytes that are sent, its lines ended by CRLF; the same message gives the same
  /// bytes.
  ///
  /// It is a multipart/mixed of the text in both forms (multipart/alternative) and the attachments.
  public static func bytes(_ message: OutgoingMessage) -> [UInt8] {
    MIMELibrary.prepare()
    let mail = g_mime_message_new(1)
    defer { thidua_unref(mail) }
    writeHead(of: message, to: mail)

    let parts = g_mime_multipart_new_with_subtype("mixed")
    defer { thidua_unref(parts) }
    g_mime_multipart_set_boundary(parts, boundary(message, "mixed"))
    let texts = g_mime_multipart_new_with_subtype("alternative")
    defer { thidua_unref(texts) }
    g_mime_multipart_set_boundary(texts, boundary(message, "alternative"))
    add(text: message.text, as: "plain", to: texts)
    add(text: message.html, as: "html", to: texts)
    g_mime_multipart_add(parts, thidua_object(texts))
    for attachment in message.attachments { add(attachment, to: parts) }
    g_mime_message_set_mime_part(mail, thidua_object(parts))

    let format = g_mime_format_options_new()
    defer { g_mime_format_options_free(format) }
    g_mime_format_options_set_newline_format(format, GMIME_NEWLINE_FORMAT_DOS)
    return MIMELibrary.written { stream in
      g_mime_object_write_to_stream(thidua_object(mail), format, stream)
    }
  }

  private static func writeHead(
    of message: OutgoingMessage, to mail: UnsafeMutablePointer<GMimeMessage>?
  ) {
    let senders = g_mime_message_get_addresses(mail, GMIME_ADDRESS_TYPE_FROM)
    add(message.sender, to: senders)
    add(message.replyTo, to: g_mime_message_get_addresses(mail, GMIME_ADDRESS_TYPE_REPLY_TO))
    let recipients = g_mime_message_get_addresses(mail, GMIME_ADDRESS_TYPE_TO)
    for recipient in message.recipients { add(recipient, to: recipients) }
    g_mime_message_set_subject(mail, HeaderText.line(message.subject), "utf-8")
    let zone = g_time_zone_new_offset(Int32(vietnamOffset))
    let moment = g_date_time_new_from_unix_utc(message.date)
    let date = moment.flatMap { g_date_time_to_timezone($0, zone) }
    g_mime_message_set_date(mail, date)
    date.map(g_date_time_unref)
    moment.map(g_date_time_unref)
    g_time_zone_unref(zone)
    if let identifier = HeaderText.identifier(message.identifier) {
      g_mime_message_set_message_id(mail, identifier)
    }
    set("In-Reply-To", [message.inReplyTo].compactMap(\.self), of: mail)
    set("References", message.references, of: mail)
  }

  /// Seconds that Viet Nam's time is ahead of UTC.
  private static let vietnamOffset = 7 * 3600

  private static func set(
    _ header: String, _ identifiers: [String], of mail: UnsafeMutablePointer<GMimeMessage>?
  ) {
    let list = identifiers.compactMap(HeaderText.identifier).map { "<\($0)>" }
    guard !list.isEmpty else { return }
    g_mime_object_set_header(thidua_object(mail), header, list.joined(separator: " "), nil)
  }

  private static func add(
    _ mailbox: OutgoingMessage.Mailbox, to list: UnsafeMutablePointer<InternetAddressList>?
  ) {
    let name = mailbox.name.map(HeaderText.line).flatMap { $0.isEmpty ? nil : $0 }
    let address = internet_address_mailbox_new(name, mailbox.address.description)
    internet_address_set_charset(thidua_address(address), "utf-8")
    internet_address_list_add(list, thidua_address(address))
    thidua_unref(address)
  }

  private static func add(
    text: String, as subtype: String, to parts: UnsafeMutablePointer<GMimeMultipart>?
  ) {
    let part = g_mime_text_part_new_with_subtype(subtype)
    defer { thidua_unref(part) }
    g_mime_text_part_set_charset(part, "utf-8")
    // A zero byte would end the text for C.
    g_mime_text_part_set_text(part, text.filter { $0 != "\0" })
    g_mime_part_set_content_encoding(
      thidua_part(thidua_object(part)), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE)
    g_mime_multipart_add(parts, thidua_object(part))
  }

  private static func add(
    _ attachment: OutgoingMessage.Attachment, to parts: UnsafeMutablePointer<GMimeMultipart>?
  ) {
    let type = attachment.mediaType.split(separator: "/", maxSplits: 1).map(String.init)
    let part = g_mime_part_new_with_type(
      type.first ?? "application", type.count > 1 ? type[1] : "octet-stream")
    defer { thidua_unref(part) }
    let stream = attachment.bytes.withUnsafeBytes {
      g_mime_stream_mem_new_with_buffer($0.baseAddress, $0.count)
    }
    defer { thidua_unref(stream) }
    let content = g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT)
    defer { thidua_unref(content) }
    g_mime_part_set_content(part, content)
    g_mime_part_set_content_encoding(part, GMIME_CONTENT_ENCODING_BASE64)
    g_mime_object_set_disposition(thidua_object(part), "attachment")
    // The name stands in both headers: as RFC 2231 asks, and once more as old programs of Outlook's
    // kind look for it.
    g_mime_part_set_filename(part, HeaderText.line(attachment.name))
    if let name = thidua_type_parameter(thidua_object(part), "name") {
      g_mime_param_set_encoding_method(name, GMIME_PARAM_ENCODING_METHOD_RFC2047)
    }
    g_mime_multipart_add(parts, thidua_object(part))
  }

  /// A line that stands between parts and in none of them: neither quoted-printable nor base64 has
  /// `=_`.
  private static func boundary(_ message: OutgoingMessage, _ kind: String) -> String {
    let stem = message.identifier.utf8.prefix(32).filter {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
    }
    return "=_\(kind)_\(String(decoding: stem, as: UTF8.self))"
  }
}
