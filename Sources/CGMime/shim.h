#include <gmime/gmime.h>

// GObject's casts and type tests are macros, which Swift cannot call.

static inline int thidua_is_multipart(GMimeObject *object) { return GMIME_IS_MULTIPART(object); }
static inline int thidua_is_message_part(GMimeObject *object) { return GMIME_IS_MESSAGE_PART(object); }
static inline int thidua_is_part(GMimeObject *object) { return GMIME_IS_PART(object); }
static inline GMimeMultipart *thidua_multipart(GMimeObject *object) { return (GMimeMultipart *)object; }
static inline GMimePart *thidua_part(GMimeObject *object) { return (GMimePart *)object; }

/// NULL where the object is no text part.
static inline GMimeTextPart *thidua_text_part(GMimeObject *object) {
  return GMIME_IS_TEXT_PART(object) ? (GMimeTextPart *)object : NULL;
}

/// The message inside a message/rfc822 part; owned by the part.
static inline GMimeObject *thidua_inner_message(GMimeObject *object) {
  return (GMimeObject *)g_mime_message_part_get_message((GMimeMessagePart *)object);
}

static inline GMimeObject *thidua_message_object(GMimeMessage *message) { return (GMimeObject *)message; }
static inline void thidua_unref(void *object) { g_object_unref(object); }

/// The address at `index`, where it is a mailbox and not a group; borrowed.
static inline const char *thidua_mailbox_address(InternetAddressList *list, int index) {
  InternetAddress *address = internet_address_list_get_address(list, index);
  if (!address || !INTERNET_ADDRESS_IS_MAILBOX(address)) return NULL;
  return internet_address_mailbox_get_addr((InternetAddressMailbox *)address);
}

/// The bytes that a memory stream has gathered; borrowed.
static inline GByteArray *thidua_stream_bytes(GMimeStream *stream) {
  return g_mime_stream_mem_get_byte_array((GMimeStreamMem *)stream);
}

// Casts for what is composed.

static inline GMimeObject *thidua_object(void *object) { return (GMimeObject *)object; }
static inline InternetAddress *thidua_address(void *address) { return (InternetAddress *)address; }

/// The parameters' one of this name; borrowed.
static inline GMimeParam *thidua_type_parameter(GMimeObject *object, const char *name) {
  return g_mime_param_list_get_parameter(
      g_mime_content_type_get_parameters(g_mime_object_get_content_type(object)), name);
}
